import type { IDataObject } from 'n8n-workflow';
import { PlatformError, failureOf, refused } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import type { AnyGathering } from '../../../core/gathering';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { accountOf, idIn } from './account';
import type { AdAccount } from './account';
import { checkConfirmed } from './create';
import { checkConditions, checkExpected, checkIncrease, costsOf, limitIn } from './guards';
import type { OnlyIf } from './guards';
import { factsOf } from './kinds';
import type { Kind, Live } from './kinds';
import { inUnits, isAmount } from './money';
import { liveOf, present } from './read';
import { same } from './same';
import { write } from './write';
import type { Written } from './write';

/** What every change has in its panel. */
export interface Changing {
	adAccount: string;
	confirm: unknown;
	/** In percent; what has no amounts has none. Empty where an expression found nothing. */
	largestIncrease?: unknown;
	onlyIf?: OnlyIf;
}

interface Definition<Input> {
	kind: Kind;
	target(input: Input): string;
	/** What can be checked without asking Pinterest. */
	check?(input: Input): void;
	/** How it shall be: `null` takes something away, `undefined` leaves it alone. Throws what speaks against it. */
	wanted(input: Input, live: Live, account: AdAccount): IDataObject;
	/** What Pinterest wants beside the changes. */
	beside?(account: AdAccount): IDataObject;
}

interface Entry {
	id: string;
}

const picked = (values: IDataObject, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

/** What is to be sent for one, and what is told of it once that is done. */
type Step = { answer: object } | { body: IDataObject; told(after: Written): object };

function stepOf<Input extends Changing>({ kind, wanted, beside }: Definition<Input>, input: Input, live: Live, account: AdAccount): Step {
	const { id, name } = live;
	const given = Object.fromEntries(Object.entries(wanted(input, live, account)).filter(([, value]) => value !== undefined));
	const names = Object.keys(given);
	if (names.length === 0) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	const differing = Object.fromEntries(Object.entries(given).filter(([path, value]) => !same(value, live[path])));
	const shown = (values: IDataObject) => inUnits(picked(values, names));
	const told = { id, name, before: shown(live), ...(names.some(isAmount) && { currency: account.currency }) };
	// What an earlier try has done without an answer is not somebody else's change.
	if (Object.keys(differing).length === 0) return { answer: { ...told, changed: false, after: shown(live) } };
	checkExpected(kind, live, input.onlyIf, account);
	if ('largestIncrease' in input) checkIncrease(kind, live, differing, limitIn(input.largestIncrease), account);
	checkConfirmed(input.confirm, costsOf(kind, live, differing));
	return {
		body: { id, ...beside?.(account), ...differing },
		told: (after) => (after instanceof PlatformError ? after : { ...told, name: after.name ?? name, changed: true, after: shown({ ...live, ...differing, ...after }) }),
	};
}

const isBody = (one: Step | PlatformError): one is Extract<Step, { body: IDataObject }> => 'body' in one;

/**
 * Changes things of an ad account to fixed values: they are read first, with one call for all, so that what is so already is not sent, and
 * what is neither so nor as expected is refused. Somebody who changes one between the two calls is not noticed: Pinterest has no lock.
 * https://developers.pinterest.com/docs/api/v5/ad_groups-update
 */
export const changing = <Input extends Changing>(definition: Definition<Input>): AnyGathering =>
	gathering<Input, Entry>({
		most: pinterestAds.perCall,
		about: ({ id }) => id,
		group: ({ adAccount }) => idIn('Ad Account', adAccount),
		ready: (input) => {
			checkConditions(input.onlyIf);
			if ('largestIncrease' in input) limitIn(input.largestIncrease);
			definition.check?.(input);
			return { entry: { id: idIn(factsOf(definition.kind).label, definition.target(input)) } };
		},
		send: async ({ members }, api) => {
			const [first] = members;
			if (!first) return [];
			const { kind } = definition;
			const { adAccount } = first.input;
			const [account, live] = await Promise.all([accountOf(api, adAccount), liveOf(api, adAccount, kind, members.map(({ entry }) => entry.id))]);
			const steps = members.map(({ input, entry }) => {
				try {
					return stepOf(definition, input, present(kind, entry.id, live), account);
				} catch (error) {
					return error instanceof PlatformError ? error : new PlatformError(failureOf(error));
				}
			});
			const written = await write(api, adAccount, kind, 'PATCH', steps.filter(isBody).map(({ body }) => body));
			return steps.map((step) => {
				if (step instanceof PlatformError) return step;
				if ('answer' in step) return step.answer;
				const after = written.shift();
				return after ? step.told(after) : step.body;
			});
		},
	});

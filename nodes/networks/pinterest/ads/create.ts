import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, failureOf, refused } from '../../../core/errors';
import { gathering } from '../../../core/gathering';
import type { AnyGathering } from '../../../core/gathering';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { accountOf, idIn } from './account';
import type { AdAccount } from './account';
import { nounOf } from './kinds';
import type { Kind, Live } from './kinds';
import { withMoney } from './money';
import { newest } from './read';
import { same } from './same';
import { wordIn } from './texts';
import { write } from './write';
import type { Written } from './write';

/** What every new one has in its panel. */
export interface Making {
	adAccount: string;
	status: string;
	confirm: unknown;
}

interface Definition<Input> {
	kind: Kind;
	/** What can be checked without asking Pinterest. */
	check(input: Input): void;
	/** What tells it from others of its account, as far as it goes. */
	named(input: Input): IDataObject;
	/** The rest of it. Throws what speaks against it once the currency is known. */
	more(input: Input, account: AdAccount): IDataObject;
}

/** Refuses what would spend money unless somebody said so: Pinterest has no trial run. */
export function checkConfirmed(confirm: unknown, costs: string | undefined): void {
	// An expression may give the word: “false” is no yes.
	if (costs === undefined || String(confirm) === 'true') return;
	throw refused('Confirm Spending', `is off, and ${costs}.`, 'Check it, then switch “Confirm Spending” on.');
}

/** What tells things of the same kind apart, as far as Pinterest does. */
const telling = ['name', 'campaign_id', 'ad_group_id', 'pin_id'];

const keyOf = (named: IDataObject) => JSON.stringify(telling.map((name) => named[name] ?? null));

/** IDs that calls of this process got as answers, and when: those are never what an unanswered call made. */
const answered = new Map<string, number>();
const KEEP = 10 * 60_000;

function remember(id: string): void {
	const now = Date.now();
	for (const [old, at] of answered) {
		if (now - at < KEEP) break;
		answered.delete(old);
	}
	answered.set(id, now);
}

/** Pinterest's times have whole seconds. A clock that runs ahead of Pinterest's only finds nothing. */
const thisSecond = () => Math.floor(Date.now() / 1000);

/** An operation that makes things of an ad account: its items travel together, as Pinterest takes 30 in one call. */
export const creating = <Input extends Making>({ kind, check, named, more }: Definition<Input>): AnyGathering =>
	gathering<Input, { named: IDataObject }>({
		most: pinterestAds.perCall,
		about: (entry) => keyOf(entry.named),
		group: ({ adAccount }) => idIn('Ad Account', adAccount),
		ready: (input) => {
			check(input);
			const status = wordIn('Status', input.status, pinterestAds.statuses);
			checkConfirmed(input.confirm, status === 'ACTIVE' ? `the new ${nounOf(kind)} would be active, and so may spend money` : undefined);
			return { entry: { named: named(input) } };
		},
		send: async ({ members }, api) => {
			const [first] = members;
			if (!first) return [];
			const { adAccount } = first.input;
			const account = await accountOf(api, adAccount);
			const bodies = members.map(({ input, entry }) => bodyOrRefusal(() => ({ ...entry.named, ...more(input, account) })));
			const made = await make(api, adAccount, kind, bodies.flatMap((one) => (one instanceof PlatformError ? [] : [one])));
			return bodies.map((one) => (one instanceof PlatformError ? one : toldOf(made.shift(), kind, account)));
		},
	});

/** Makes them all. What is in doubt then is looked for. */
async function make(api: Api, account: string, kind: Kind, bodies: readonly IDataObject[]): Promise<Written[]> {
	const began = thisSecond();
	const written = await write(api, account, kind, 'POST', bodies);
	for (const one of written) if (!(one instanceof PlatformError)) remember(one.id);
	if (!written.some(isDoubtful)) return written;
	const found = await newest(api, account, kind, began).catch((): Live[] => []);
	const fresh = found.filter(({ id }) => !answered.has(id));
	return written.map((one, index) => (isDoubtful(one) ? onlyIn(fresh, bodies[index] ?? {}) ?? one : one));
}

/**
 * What a call without an answer made: the only one like it that came since, and is nobody else's. Not being listed proves nothing, as
 * Pinterest may still be at work: then it stays unknown, and is never sent again.
 */
function onlyIn(fresh: readonly Live[], body: IDataObject): Live | undefined {
	const [only, other] = fresh.filter((one) => telling.every((name) => !(name in body) || same(body[name], one[name])));
	return other ? undefined : only;
}

const isDoubtful = (one: Written | undefined) => one instanceof PlatformError && one.verdict === 'unknown';

function bodyOrRefusal(make: () => IDataObject): IDataObject | PlatformError {
	try {
		return make();
	} catch (error) {
		return error instanceof PlatformError ? error : new PlatformError(failureOf(error));
	}
}

function toldOf(one: Written | undefined, kind: Kind, { currency }: AdAccount): object {
	if (one === undefined || one instanceof PlatformError) return one ?? new PlatformError({ verdict: 'unknown', message: `Pinterest did not tell what became of the ${nounOf(kind)}.`, hint: 'Look at Pinterest’s Ads Manager before you send it again.' });
	remember(one.id);
	return { ...withMoney(one, currency), created: true };
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import type { Account } from './account';
import { factsOf, idIn, nameOf } from './kinds';
import type { Kind } from './kinds';
import { inUnits } from './money';
import { mutating } from './mutating';
import type { Base } from './mutating';
import { checkConditions, checkExpected } from './onlyIf';
import type { OnlyIf } from './onlyIf';
import type { Mutation } from './request';
import { called, liveOf, nested, present, valueAt } from './rows';
import type { Live } from './rows';
import { same } from './same';

export interface Changing extends Base {
	onlyIf?: OnlyIf;
}

/** Values by their path in the object: `null` empties it, `undefined` leaves it alone. */
export type Values = Readonly<Record<string, string | number | boolean | null | readonly string[] | readonly object[] | undefined>>;

const isRemoved = ({ own }: Live) => own.status === 'REMOVED';

interface Entry<Input> {
	name: string;
	input: Input;
}

interface Definition<Input, More> {
	kind: Kind;
	/** ID or resource name of what is changed. */
	target(input: Input): string;
	/** What can be checked without asking Google. */
	check?(input: Input): void;
	/** More to read, for all that are to be changed at once. */
	more?(api: Api, account: Account, live: readonly Live[]): Promise<More>;
	/** How it shall be. Throws what speaks against it. */
	wanted(input: Input, live: Live, account: Account, more: More | undefined): Values;
	/** What is told beside it. */
	beside?(live: Live, more: More | undefined): object;
	/** The changes that make it so; one update of the object itself unless given. */
	changes?(live: Live, values: Values): Mutation[];
}

/** `{resourceName, …}` and the paths in it that count. */
export const updateOf = (resourceName: string, values: Values): IDataObject => {
	const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
	return { update: { resourceName, ...nested(given) }, updateMask: Object.keys(values).join(',') };
};

/** By the last name of their paths, amounts in units. */
const readable = (paths: readonly string[], valueOf: (path: string) => unknown): IDataObject =>
	inUnits(Object.assign({}, ...paths.map((path) => ({ [path.split('.').pop() ?? path]: valueOf(path) ?? null }))));

/**
 * Changes objects to fixed values: they are read first, with one query for all, so that what is so already is not sent, and what is neither
 * so nor as expected is refused. Somebody who changes one between the two calls is not noticed: Google has no lock.
 * https://developers.google.com/google-ads/api/docs/mutating/overview
 */
export const changing = <Input extends Changing, More = undefined>({ kind, target, check, more, wanted, beside, changes }: Definition<Input, More>) =>
	mutating<Input, Entry<Input>>({
		entry: (input, customer) => {
			checkConditions(input.onlyIf);
			check?.(input);
			return { name: nameOf(kind, customer, target(input)), input };
		},
		about: ({ name }) => name,
		harmless: () => true,
		looking: (api, account, validateOnly) => {
			const first = new Map<string, Live>();
			return async (entries) => {
				const live = await liveOf(api, account.id, kind, entries.map(({ name }) => name));
				const known = await more?.(api, account, [...live.values()]);
				return ({ name, input }, doubt) => {
					const now = present(kind, name, live);
					if (isRemoved(now)) throw refused(factsOf(kind).label, `the ${called(kind, now)} is removed, and so cannot be changed.`, 'Create another one.');
					const was = first.get(name) ?? now;
					first.set(name, was);
					const values = Object.fromEntries(Object.entries(wanted(input, was, account, known)).filter(([, value]) => value !== undefined));
					const paths = Object.keys(values);
					if (paths.length === 0) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
					const differing = Object.fromEntries(Object.entries(values).filter(([path, value]) => !same(value, valueAt(now.own, path))));
					const valueIn = (path: string) => (values[path] === undefined ? valueAt(was.own, path) : values[path]);
					const before = readable(paths, (path) => valueAt(was.own, path));
					const told = { id: idIn(name), resourceName: name, ...(now.own.name !== undefined && { name: now.own.name }), ...beside?.(was, known), before };
					const money = paths.some((path) => path.endsWith('Micros')) && { currency: account.currency };
					// What an earlier try has done without an answer is not somebody else's change.
					if (Object.keys(differing).length === 0) return { answer: { ...told, changed: doubt !== undefined, after: doubt ? readable(paths, valueIn) : before, ...money } };
					checkExpected(kind, now, input.onlyIf, account, doubt && values);
					const after = { after: readable(paths, valueIn), ...money };
					return {
						changes: changes?.(now, differing) ?? [{ kind, operation: updateOf(name, differing) }],
						told: () => ({ ...told, ...(validateOnly ? { changed: false, valid: true } : { changed: true }), ...after }),
					};
				};
			};
		},
	});

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { accountOf } from './account';
import type { AdAccount } from './account';
import { inMajorUnits, isAmount, minorUnits, spoken } from './money';
import { labelOf, liveOf } from './objects';
import type { Kind, Live } from './objects';
import { same } from './same';

/** What a change expects to find, as a person wrote it. */
export interface OnlyIf {
	status?: string;
	dailyBudget?: number;
	lifetimeBudget?: number;
}

interface Target {
	kind: Kind;
	adAccount: string;
	id: string;
}

interface How {
	onlyIf?: OnlyIf;
	validateOnly?: boolean;
	/** More to read before, and what it must be like. */
	needs?: { fields: readonly string[]; check(live: Live, account: AdAccount): void };
}

/** Meta shows some things otherwise than it takes them. */
const readAs = { creative: 'creative{id}' } as const;
const isReadAs = (name: string): name is keyof typeof readAs => name in readAs;
const takenAs = (live: Live): Live => {
	const { creative } = live;
	return typeof creative === 'object' && creative !== null && 'id' in creative ? { ...live, creative: { creative_id: creative.id } } : live;
};

const read = async (api: Api, { kind, adAccount, id }: Target, names: readonly string[]) =>
	takenAs(await liveOf(api, kind, adAccount, id, names.map((name) => (isReadAs(name) ? readAs[name] : name))));

interface Expected {
	name: 'status' | 'daily_budget' | 'lifetime_budget';
	words: string;
	value: string | number;
}

function expectedOf({ status, dailyBudget, lifetimeBudget }: OnlyIf, currency: string): Expected[] {
	const expected: Expected[] = [];
	if (status) expected.push({ name: 'status', words: 'status', value: status });
	if (dailyBudget !== undefined) expected.push({ name: 'daily_budget', words: 'daily budget', value: minorUnits('Daily Budget', dailyBudget, currency) });
	if (lifetimeBudget !== undefined) expected.push({ name: 'lifetime_budget', words: 'lifetime budget', value: minorUnits('Lifetime Budget', lifetimeBudget, currency) });
	return expected;
}

function checkExpected(expected: readonly Expected[], live: Live, { kind }: Target, currency: string): void {
	for (const { name, words, value } of expected) {
		if (same(name, value, live[name])) continue;
		const say = (one: unknown) => (name === 'status' ? String(one) : spoken(one ?? 0, currency));
		const message = `Only If: the ${words} of ${labelOf(kind).toLowerCase()} “${live.name ?? live.id}” is ${say(live[name])}, not ${say(value)}. Nothing was changed.`;
		throw new PlatformError({ verdict: 'fix-input', code: 'only-if', message, hint: 'Somebody changed it meanwhile: look at it, then correct “Only If”.' });
	}
}

const picked = (live: IDataObject, names: readonly string[]) => Object.fromEntries(names.flatMap((name) => (live[name] === undefined ? [] : [[name, live[name]]])));

/**
 * Changes an object to fixed values: it is read first, so that what is so already is not sent, and what is neither so nor as expected is refused.
 * The values may be sent twice without harm. Somebody who changes it between the two calls is not noticed: Meta has no lock.
 * https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Updating
 */
export async function change(api: Api, target: Target, wantedOf: (account: AdAccount) => IDataObject, { onlyIf = {}, validateOnly, needs }: How = {}) {
	const account = await accountOf(api, target.adAccount);
	const { currency } = account;
	const wanted = Object.fromEntries(Object.entries(wantedOf(account)).filter(([, value]) => value !== undefined));
	const names = Object.keys(wanted);
	if (names.length === 0) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	const expected = expectedOf(onlyIf, currency);
	const live = await read(api, target, [...names, ...expected.map(({ name }) => name), ...(needs?.fields ?? [])]);
	needs?.check(live, account);
	const { id, name } = live;
	const shown = (values: IDataObject) => inMajorUnits(picked(values, names), currency);
	const differing = names.filter((one) => !same(one, wanted[one], live[one]));
	const told = { id, name, changed: false, before: shown(live), after: shown(live), ...(names.some(isAmount) && { currency }) };
	// What an earlier try has done without an answer is not somebody else's change.
	if (differing.length === 0) return told;
	checkExpected(expected, live, target, currency);
	const body = picked(wanted, differing);
	const request = { method: 'POST', url: `/${id}`, idempotent: true } as const;
	const sent = { ...told, after: shown({ ...live, ...body }) };
	if (validateOnly) {
		await api.send({ ...request, body: { ...body, execution_options: ['validate_only'] } });
		return { ...sent, valid: true };
	}
	await api.send({ ...request, body });
	// It is done whatever this answers: without an answer it is as it was sent.
	const seen = await read(api, target, names).catch(() => undefined);
	return { ...sent, changed: true, ...(seen && { name: seen.name, after: shown(seen) }) };
}

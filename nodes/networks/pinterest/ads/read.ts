import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { accountOf, accountPath, idIn } from './account';
import { factsOf, nounOf } from './kinds';
import type { Kind, Live } from './kinds';
import { withMoney } from './money';

const { lanes } = pinterestAds;

/** Names of filters, and the values that each of them has several of. */
type Lists = Readonly<Record<string, readonly string[]>>;

/** A list is written as often as it has values: `?campaign_ids=1&campaign_ids=2`. */
export const withLists = (url: string, lists: Lists): string => {
	const query = Object.entries(lists).flatMap(([name, values]) => values.map((value) => `${name}=${encodeURIComponent(value)}`));
	return query.length === 0 ? url : `${url}?${query.join('&')}`;
};

/** IDs as a person lists them, or as an expression gives them. */
export function idsIn(field: string, value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(/[\s,;]+/);
	return [...new Set(list.filter((one) => one !== undefined && one !== null && one !== '').map((one) => idIn(field, one)))];
}

/** Which of them to list. At most one of the IDs. */
export interface Listing {
	adGroups?: unknown;
	campaigns?: unknown;
	ids?: unknown;
	statuses?: readonly string[];
	newestFirst?: boolean;
}

const everyStatus = pinterestAds.statuses.map(({ value }) => value);

/** The one filter by ID that the listing has, as Pinterest takes one alone. */
function filterOf(kind: Kind, { ids, adGroups, campaigns }: Listing): { name: string; values: string[] } | undefined {
	const filters = [
		{ label: 'IDs', name: factsOf(kind).ids, values: idsIn('IDs', ids) },
		{ label: 'Ad Group IDs', name: 'ad_group_ids', values: idsIn('Ad Group IDs', adGroups) },
		{ label: 'Campaign IDs', name: 'campaign_ids', values: idsIn('Campaign IDs', campaigns) },
	].filter(({ values }) => values.length > 0);
	const [filter, other] = filters;
	if (filter && other) throw refused(other.label, `there is “${filter.label}” already, and Pinterest filters by one of them.`, 'Leave one of them out.');
	return filter;
}

/** Those of an account, as Pinterest gives them. */
export async function* liveOnes(api: Api, account: string, kind: Kind, listing: Listing, most = Infinity): AsyncGenerator<Live> {
	const { statuses = [], newestFirst } = listing;
	const filter = filterOf(kind, listing);
	const qs = { page_size: Math.min(Math.max(most, 1), pinterestAds.pageSize), ...(newestFirst && { order: 'DESCENDING' }) };
	const url = `${accountPath(account)}/${factsOf(kind).collection}`;
	const each = pinterestAds.idsPerCall;
	const calls = filter ? Array.from({ length: Math.ceil(filter.values.length / each) }, (_, call) => ({ [filter.name]: filter.values.slice(call * each, (call + 1) * each) })) : [{}];
	for (const ids of calls) yield* api.pages<Live>({ url: withLists(url, { ...ids, entity_statuses: statuses }), qs, lane: lanes.read });
}

/** Those with these IDs, whatever their state. What does not exist is left out. */
export async function liveOf(api: Api, account: string, kind: Kind, ids: readonly string[]): Promise<Map<string, Live>> {
	const found = new Map<string, Live>();
	if (ids.length > 0) for await (const live of liveOnes(api, account, kind, { ids, statuses: everyStatus })) found.set(live.id, live);
	return found;
}

/** The newest of them, whatever their state, down to those made before `since` (Unix seconds). */
export async function newest(api: Api, account: string, kind: Kind, since: number): Promise<Live[]> {
	const found: Live[] = [];
	for await (const live of liveOnes(api, account, kind, { statuses: everyStatus, newestFirst: true })) {
		if (Number(live.created_time ?? 0) < since) break;
		found.push(live);
	}
	return found;
}

/** The one of this ID; refused where there is none. */
export function present(kind: Kind, id: string, live: ReadonlyMap<string, Live>): Live {
	const found = live.get(id);
	if (found) return found;
	throw new PlatformError({ verdict: 'fix-input', code: 'missing', message: `${factsOf(kind).label}: there is no ${nounOf(kind)} ${id} in this ad account.`, hint: 'Check the ID and the ad account.' });
}

/** One, its amounts in the currency of the ad account. */
export async function getOne(api: Api, account: string, kind: Kind, id: string): Promise<object> {
	const path = `${accountPath(account)}/${factsOf(kind).collection}/${idIn(factsOf(kind).label, id)}`;
	const [{ currency }, live] = await Promise.all([accountOf(api, account), api.send<Live>({ url: path, lane: lanes.read })]);
	return withMoney(live, currency);
}

/** Those of an ad account, a campaign or an ad group, or with these IDs. */
export async function* listAll(api: Api, account: string, kind: Kind, listing: Listing, most: number): AsyncGenerator<object> {
	const { currency } = await accountOf(api, account);
	for await (const live of liveOnes(api, account, kind, listing, most)) yield withMoney(live, currency);
}

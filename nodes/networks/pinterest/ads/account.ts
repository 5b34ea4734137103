import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, failureOf, refused } from '../../../core/errors';
import { adsFailure, pinterestAds } from '../../../platforms/pinterestAds';

/** What is to be known of an ad account before money is spent in it. https://developers.pinterest.com/docs/api/v5/ad_accounts-get */
export interface AdAccount extends IDataObject {
	id: string;
	name: string;
	/** ISO 4217: of all its amounts. */
	currency: string;
}

/** The ID of something, as paths have it. */
export function idIn(field: string, value: unknown): string {
	const id = String(value ?? '').trim();
	if (/^\d{1,18}$/.test(id)) return id;
	throw refused(field, id === '' ? 'is empty.' : `“${id}” is not an ID.`, 'Give the number that Pinterest’s Ads Manager shows, or choose it from the list.');
}

export const accountPath = (account: unknown): string => `/ad_accounts/${idIn('Ad Account', account)}`;

/** A refusal, with a hint that is about ad accounts. */
export const asAdsError = (error: unknown): PlatformError => new PlatformError(adsFailure(failureOf(error)));

const rethrown = (error: unknown): never => {
	throw asAdsError(error);
};

/** Its currency never changes: it is kept so long, in ms, so that a thousand items ask once. */
const KEEP = 10 * 60_000;
const known = new Map<string, { account: Promise<AdAccount>; until: number }>();

async function ask(api: Api, path: string): Promise<AdAccount> {
	const { id, name, currency, ...more } = await api.send({ url: path, lane: pinterestAds.lanes.read }).catch(rethrown);
	return { ...more, id: String(id), name: String(name ?? id), currency: String(currency ?? 'USD') };
}

/** The account, asked for once by all items. */
export async function accountOf(api: Api, account: unknown): Promise<AdAccount> {
	const now = Date.now();
	for (const [key, { until }] of known) if (until < now) known.delete(key);
	const path = accountPath(account);
	const key = `${api.connection}${path}`;
	const found = known.get(key);
	// Why another run did not get its answer is its own matter.
	if (found) return await found.account.catch(async () => await ask(api, path));
	const asked = ask(api, path);
	known.set(key, { account: asked, until: now + KEEP });
	asked.catch(() => known.delete(key));
	return await asked;
}

export const listAccounts = (api: Api, most: number, shared = true): AsyncIterable<object> =>
	api.pages({ url: '/ad_accounts', lane: pinterestAds.lanes.read, qs: { page_size: Math.min(Math.max(most, 1), pinterestAds.pageSize), include_shared_accounts: shared } });

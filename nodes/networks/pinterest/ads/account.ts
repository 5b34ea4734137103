import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, failureOf, refused } from '../../../core/errors';
import { keeping } from '../../../core/kept';
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

/** Its currency never changes. */
const known = keeping<AdAccount>();

async function ask(api: Api, path: string): Promise<AdAccount> {
	const { id, name, currency, ...more } = await api.send({ url: path, lane: pinterestAds.lanes.read }).catch(rethrown);
	return { ...more, id: String(id), name: String(name ?? id), currency: String(currency ?? 'USD') };
}

/** The account, asked for once by all items. */
export async function accountOf(api: Api, account: unknown): Promise<AdAccount> {
	const path = accountPath(account);
	return await known(`${api.connection}${path}`, async () => await ask(api, path));
}

export const listAccounts = (api: Api, most: number, shared = true): AsyncIterable<object> =>
	api.pages({ url: '/ad_accounts', lane: pinterestAds.lanes.read, qs: { page_size: Math.min(Math.max(most, 1), pinterestAds.pageSize), include_shared_accounts: shared } });

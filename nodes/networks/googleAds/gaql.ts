import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { gated } from '../../core/gate';
import type { Request } from '../../core/request';
import { googleAds } from '../../platforms/googleAds';
import { googleAdsReports } from '../../platforms/googleAdsReports';
import { customerIdOf, inCustomer } from './customer';

/** https://developers.google.com/google-ads/api/rest/reference/rest/v25/customers.googleAds/search */
export interface Page<T = IDataObject> {
	results?: T[];
	nextPageToken?: string;
	/** Only where the query asked for it. */
	totalResultsCount?: string;
}

/** How a query is asked. */
export interface Asking {
	/** The manager that leads to the account, where it is not the credential's. */
	through?: string;
	/** How many rows there are in all is to be told. */
	counted?: boolean;
}

/** One page of 10,000 rows. A query is one operation of the day's allowance, whatever its pages. Of one account only so many are in flight. */
export async function pageOf<T = IDataObject>(api: Api, customer: string, query: string, { through, counted }: Asking = {}, pageToken?: string): Promise<Page<T>> {
	const request: Request = {
		method: 'POST',
		url: inCustomer(customer, '/googleAds:search'),
		body: { query, ...(pageToken && { pageToken }), ...(counted && { searchSettings: { returnTotalResultsCount: true } }) },
		...(through && { headers: { 'login-customer-id': customerIdOf(through) } }),
		lane: customerIdOf(customer),
		timeout: googleAds.queryTimeout,
		idempotent: true,
	};
	const key = `${googleAds.name}/${request.lane}`;
	const send = async () => await api.send<Page<T>>(request);
	return await gated(key, googleAdsReports.atOnce, async () =>
		await send().catch(async (error: unknown) => {
			// So many at the same time are too many for this account, again and again: one after the other they get through.
			if (error instanceof PlatformError && error.code === googleAdsReports.crowded) return await gated(`${key}/alone`, 1, send);
			throw error;
		}),
	);
}

/** What comes after a page, the next one already on its way while one is used. */
export async function* pagesAfter<T = IDataObject>(api: Api, customer: string, query: string, first: Page<T>, asking: Asking = {}): AsyncGenerator<T[]> {
	const ask = async ({ nextPageToken }: Page<T>) => (nextPageToken ? await pageOf<T>(api, customer, query, asking, nextPageToken) : undefined);
	for (let next = ask(first); ; ) {
		const page = await next;
		if (!page) return;
		next = ask(page);
		// Its failure is told when it is its turn.
		next.catch(() => undefined);
		yield page.results ?? [];
	}
}

/** All pages of a query. */
export async function* pagesOf<T = IDataObject>(api: Api, customer: string, query: string, asking: Asking = {}): AsyncGenerator<T[]> {
	const first = await pageOf<T>(api, customer, query, asking);
	const rest = pagesAfter<T>(api, customer, query, first, asking);
	yield first.results ?? [];
	yield* rest;
}

/** The rows of a GAQL query, one by one. https://developers.google.com/google-ads/api/rest/common/search */
export async function* rowsOf<T extends object = IDataObject>(api: Api, customer: string, query: string, asking: Asking = {}): AsyncGenerator<T> {
	for (let page = await pageOf<T>(api, customer, query, asking); ; page = await pageOf<T>(api, customer, query, asking, page.nextPageToken)) {
		yield* page.results ?? [];
		if (!page.nextPageToken) return;
	}
}

/** A text inside a GAQL query. https://developers.google.com/google-ads/api/docs/query/grammar */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** What stands in the parentheses behind IN. */
export const quotedList = (texts: readonly string[]): string => texts.map((text) => quoted(String(text))).join(', ');

/** The same behind LIKE, whose own signs stand for themselves in brackets. */
export const quotedPart = (text: string): string => quoted(`%${text.replace(/[[\]%_]/g, '[$&]')}%`);

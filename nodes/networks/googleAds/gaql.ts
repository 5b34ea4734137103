import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { customerIdOf, inCustomer } from './customer';

interface Page {
	results?: IDataObject[];
	nextPageToken?: string;
}

/**
 * The rows of a GAQL query, page after page of 10,000, fetched as they are asked for. A query is one operation of the day's allowance,
 * whatever its pages. https://developers.google.com/google-ads/api/rest/common/search
 */
export async function* rowsOf<T extends object = IDataObject>(api: Api, customer: string, query: string): AsyncGenerator<T> {
	for (let pageToken: string | undefined, first = true; first || pageToken; first = false) {
		const page: Page = await api.send<Page>({
			method: 'POST',
			url: inCustomer(customer, '/googleAds:search'),
			body: { query, ...(pageToken && { pageToken }) },
			lane: customerIdOf(customer),
			idempotent: true,
		});
		yield* (page.results ?? []) as T[];
		pageToken = page.nextPageToken;
	}
}

/** A text inside a GAQL query. https://developers.google.com/google-ads/api/docs/query/grammar */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { googleAds } from '../../../platforms/googleAds';
import { customerIdOf, inCustomer } from '../customer';
import { ArraySplitter, BrokenArray } from './elements';

interface Chunk<T> {
	results?: T[];
	error?: object;
}

/** A line that broke, or ended in the middle, as a refusal; anything else as it is. */
function broken(error: unknown): unknown {
	const cut = error instanceof BrokenArray || error instanceof SyntaxError || (error instanceof Error && !(error instanceof PlatformError) && 'code' in error);
	if (!cut) return error;
	return new PlatformError({ verdict: 'retry', code: 'stream', message: 'Google Ads broke the stream of rows off in the middle.', hint: 'Run the item again, or read it page by page: a lost page is asked for again.' });
}

/** A refusal may come after some rows, in the place of the next ones. */
function rowsIn<T>(text: string): T[] {
	const chunk: Chunk<T> = JSON.parse(text);
	const failure = googleAds.parseError({ status: 200, headers: {}, body: chunk });
	if (failure) throw new PlatformError(failure);
	return chunk.results ?? [];
}

/**
 * The rows of a query in one answer, read while it arrives: no page is waited for, and only one chunk of it is in memory. A line that breaks
 * cannot be taken up again. https://developers.google.com/google-ads/api/rest/reference/rest/v25/customers.googleAds/searchStream
 */
export async function* streamOf<T = IDataObject>(api: Api, customer: string, query: string): AsyncGenerator<T[]> {
	const body = await api.send<AsyncIterable<Uint8Array>>({
		method: 'POST',
		url: inCustomer(customer, '/googleAds:searchStream'),
		body: { query },
		lane: customerIdOf(customer),
		timeout: googleAds.queryTimeout,
		encoding: 'stream',
		idempotent: true,
	});
	const splitter = new ArraySplitter();
	try {
		for await (const piece of body) for (const text of splitter.take(piece)) yield rowsIn<T>(text);
		splitter.end();
	} catch (error) {
		throw broken(error);
	}
}

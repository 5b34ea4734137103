import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { within } from '../../../core/wait';
import { googleAds } from '../../../platforms/googleAds';
import { customerIdOf, inCustomer } from '../customer';
import { ArraySplitter, BrokenArray } from './elements';

interface Body extends AsyncIterable<Uint8Array> {
	destroy?(): unknown;
}

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

/** The pieces as they come; one that does not come breaks the stream, as a line may end without a word. */
async function* flowing(body: Body): AsyncGenerator<Uint8Array> {
	const pieces = body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await within(googleAds.queryTimeout, pieces.next());
			if (!next) throw new BrokenArray('Nothing comes any more.');
			if (next.done) return;
			yield next.value;
		}
	} finally {
		// The iterator’s own return would wait for the piece that does not come.
		body.destroy?.();
	}
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
	const body = await api.send<Body>({
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
		for await (const piece of flowing(body)) for (const text of splitter.take(piece)) yield rowsIn<T>(text);
		splitter.end();
	} catch (error) {
		throw broken(error);
	}
}

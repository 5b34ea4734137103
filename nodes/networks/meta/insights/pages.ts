import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import type { Request } from '../../../core/request';
import { metaAds } from '../../../platforms/metaAds';
import { isTooMuch, metaInsights } from '../../../platforms/metaInsights';
import type { Range } from './days';
import { gated } from './gate';
import type { Query } from './query';
import type { RawRow } from './row';

export interface Page {
	rows: RawRow[];
	/** The request for the page after it. */
	next?: Request;
}

export async function pageOf(api: Api, request: Request): Promise<Page> {
	const body = await gated(request.lane, async () => await api.send(request));
	return { rows: metaAds.pageItems(body), next: metaAds.nextPage(request, body) };
}

/** The first page, or undefined where Meta says that one call cannot give so much. */
export const attempt = async (api: Api, request: Request): Promise<Page | undefined> =>
	await pageOf(api, request).catch((error: unknown) => {
		if (error instanceof PlatformError && isTooMuch(error)) return undefined;
		throw error;
	});

/** A page and all that come after it, each fetched when it is asked for. */
export async function* pagesFrom(api: Api, first: Page): AsyncGenerator<RawRow[]> {
	yield first.rows;
	for (let { next } = first; next; ) {
		const page = await pageOf(api, next);
		yield page.rows;
		({ next } = page);
	}
}

/** The report's parameters for a span of days, or for the time that the person chose. */
export function parametersOf({ qs, time }: Query, range?: Range): IDataObject {
	if (range) return { ...qs, time_range: JSON.stringify(range) };
	return { ...qs, ...('range' in time ? { time_range: JSON.stringify(time.range) } : { date_preset: time.preset }) };
}

export const requestOf = (query: Query, range?: Range, limit: number = metaInsights.pageSize): Request => ({ url: `${query.path}/insights`, qs: { ...parametersOf(query, range), limit }, lane: query.lane });

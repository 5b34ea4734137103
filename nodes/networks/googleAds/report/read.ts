import type { Api } from '../../../core/api';
import { googleAdsReports } from '../../../platforms/googleAdsReports';
import { spanOf, unitsOf } from '../../meta/insights/days';
import type { Range } from '../../meta/insights/days';
import { pageOf, pagesAfter } from '../gaql';
import type { Asking, Page } from '../gaql';
import { asTheyCome, inOrder } from './merge';
import type { Query, Unit } from './query';
import type { RawRow } from './row';

const { pageSize, spans: mostSpans, cutFrom } = googleAdsReports;
/** Weeks and months begin where the calendar has them: a row may not be cut in two. */
function unitsIn({ since, until }: Range, unit: Unit): Range[] {
	if (unit === 'whole') return [{ since, until }];
	if (unit === 'day') return unitsOf({ since, until }, 1);
	if (unit === 'month') return unitsOf({ since, until }, 'monthly');
	const first = new Date(`${since}T00:00:00Z`);
	const begun = unit === 'week' ? (first.getUTCDay() + 6) % 7 : 0;
	const monday = new Date(first.getTime() - begun * 86_400_000).toISOString().slice(0, 10);
	if (unit === 'week') return unitsOf({ since: monday, until }, 7).map((week, index) => (index === 0 ? { ...week, since } : week));
	const quarters: Range[][] = [];
	for (const month of unitsOf({ since, until }, 'monthly')) {
		if (quarters.length === 0 || /-(01|04|07|10)-/.test(month.since)) quarters.push([]);
		quarters.at(-1)?.push(month);
	}
	return quarters.map(spanOf);
}

/** The days of a report in spans of about as many rows each. */
export function cut({ range, unit }: Pick<Query, 'range' | 'unit'>, rows: number): Range[] {
	const units = unitsIn(range, unit);
	const wanted = Math.min(mostSpans, units.length, Math.ceil(rows / pageSize));
	const size = Math.ceil(units.length / wanted);
	return Array.from({ length: Math.ceil(units.length / size) }, (_, index) => spanOf(units.slice(index * size, (index + 1) * size)));
}

/** All pages of one query, turned into rows as they come, so that what Google wrote is let go of at once. */
async function* pagesFrom<T>(api: Api, customer: string, query: string, convert: Convert<T>, first: Page<RawRow>, asking: Asking = {}): AsyncGenerator<T[]> {
	const rest = pagesAfter<RawRow>(api, customer, query, first, asking);
	yield convert(first.results ?? []);
	for await (const rows of rest) yield convert(rows);
}

/** The same of one of several spans: which of them come next is nobody's to wait for, so none has a page on its way beforehand. */
async function* spanPages<T>(api: Api, customer: string, query: string, convert: Convert<T>): AsyncGenerator<T[]> {
	const read = async (pageToken?: string) => {
		const { results = [], nextPageToken } = await pageOf<RawRow>(api, customer, query, {}, pageToken);
		return { rows: convert(results), nextPageToken };
	};
	for (let page: Awaited<ReturnType<typeof read>> | undefined = await read(); page; page = page.nextPageToken ? await read(page.nextPageToken) : undefined) yield page.rows;
}

type Convert<T> = (raws: RawRow[]) => T[];

/** `most`: so many rows are wanted; `ordered`: the oldest days come first, for whoever keeps all of them anyway. */
interface Wanted {
	most: number;
	ordered: boolean;
}

/** The first page of the one query that is enough; of a report that is cut, its spans, which begin anew. */
async function begun(api: Api, customer: string, query: Query, most: number, asking: Asking): Promise<Page<RawRow> | Range[]> {
	const first = await pageOf<RawRow>(api, customer, query.gaql(query.range, most), asking);
	// Google counts beyond the LIMIT. Where only a part is wanted, most of what the spans would read is not.
	const rows = Number(first.totalResultsCount ?? 0);
	const ranges = first.nextPageToken && rows > cutFrom * pageSize && rows <= most ? cut(query, rows) : [];
	return ranges.length < 2 ? first : ranges;
}

/**
 * The pages of a report. What fits a few pages is one query, the next page asked for while one is used; more is cut into spans of days, each a
 * query of its own, that are read at the same time.
 */
export async function* reportPages<T>(api: Api, customer: string, query: Query, convert: Convert<T>, { most, ordered }: Wanted): AsyncGenerator<T[]> {
	const asking = { counted: query.divisible && most > cutFrom * pageSize };
	const begin = await begun(api, customer, query, most, asking);
	if (!Array.isArray(begin)) {
		yield* pagesFrom(api, customer, query.gaql(query.range, most), convert, begin, asking);
		return;
	}
	const spans = begin.map((range) => spanPages(api, customer, query.gaql(range), convert));
	yield* ordered ? inOrder(spans) : asTheyCome(spans);
}

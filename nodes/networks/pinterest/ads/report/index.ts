import type { Api } from '../../../../core/api';
import { pinterestReports } from '../../../../platforms/pinterestReports';
import { accountOf } from '../account';
import { directPages } from './direct';
import type { Page } from './direct';
import { preparedPages } from './prepared';
import { queryOf } from './query';
import type { Query, ReportInput } from './query';
import { rowOf } from './row';

const { direct, prepared, levels } = pinterestReports;

/** Rows as the person wants them: in the shape of all networks, or as Pinterest gives them. */
async function* shaped(api: Api, query: Query, simplify: boolean, pages: AsyncIterable<Page>): AsyncGenerator<object> {
	const account = await accountOf(api, query.adAccount);
	const { id } = levels[query.level];
	for await (const { rows, range, live } of pages) for (const raw of rows) yield simplify ? rowOf(raw, range, query, account, live.get(String(raw[id]))) : raw;
}

/** The last 90 days, as Pinterest gives them at once. */
export function readReport(api: Api, input: ReportInput): AsyncIterable<object> {
	const query = queryOf(input, direct, `, or use “Run in the Background”, which goes ${prepared.back} days back`);
	return shaped(api, query, input.simplify, directPages(api, query));
}

/** Longer times, from reports that Pinterest prepares in the background; each is waited for so many seconds. */
export function runReport(api: Api, input: ReportInput & { waitAtMost: number }): AsyncIterable<object> {
	const query = queryOf(input, prepared);
	return shaped(api, query, input.simplify, preparedPages(api, query, input.waitAtMost * 1000));
}

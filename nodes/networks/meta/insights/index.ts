import type { Api } from '../../../core/api';
import { metaAds } from '../../../platforms/metaAds';
import { accountOf } from '../ads/account';
import type { AdAccount } from '../ads/account';
import { getMany } from '../batch';
import { queryOf } from './query';
import type { InsightInput, Query } from './query';
import { readPages } from './read';
import { reportPages } from './report';
import { adRowOf, subjectOf } from './row';
import type { RawRow, Setting } from './row';

/** Adds what each row's campaign, ad set or ad is doing now; each of them is asked for once. */
function statuses(api: Api, level: Query['level']) {
	const known = new Map<string, string | undefined>();
	return async (rows: readonly RawRow[]) => {
		const ids = rows.flatMap((row) => subjectOf(row, level) ?? []);
		const found = await getMany<{ effective_status?: string }>(api, ids.filter((id) => !known.has(id)), 'effective_status', metaAds);
		for (const id of ids) if (!known.has(id)) known.set(id, found.get(id)?.effective_status);
		return (row: RawRow) => known.get(subjectOf(row, level) ?? '');
	};
}

/** Rows as the person wants them: in the shape of all networks, or as Meta gives them. */
async function* shaped(api: Api, input: InsightInput, query: Query, accounts: Promise<AdAccount>, pages: AsyncIterable<RawRow[]>): AsyncGenerator<object> {
	const statusesOf = input.options.includeStatus ? statuses(api, query.level) : undefined;
	for await (const rows of pages) {
		const account = await accounts;
		const setting: Setting = { query, account: { id: account.account_id, currency: account.currency, timeZone: account.timezone_name }, asOf: new Date().toISOString() };
		const statusOf = await statusesOf?.(rows);
		for (const row of rows) {
			const status = statusOf?.(row);
			if (input.simplify) yield { ...adRowOf(row, setting), status };
			else yield status === undefined ? row : { ...row, effective_status: status };
		}
	}
}

/** How many rows the person wants. */
type Wanted = InsightInput & { returnAll: boolean; limit: number };

/** The rows of a report, read as fast as Meta gives them. */
export async function* readInsights(api: Api, input: Wanted): AsyncGenerator<object> {
	const query = queryOf(input);
	const account = accountOf(api, input.adAccount);
	const zone = account.then(({ timezone_name }) => timezone_name);
	yield* shaped(api, input, query, account, readPages(api, query, zone, input.returnAll ? Infinity : input.limit));
}

/** The same from a report that Meta prepares in the background, waited for so many seconds. */
export async function* runReport(api: Api, input: InsightInput & { waitAtMost: number }): AsyncGenerator<object> {
	const query = queryOf(input);
	const account = await accountOf(api, input.adAccount);
	yield* shaped(api, input, query, Promise.resolve(account), reportPages(api, query, { atMost: input.waitAtMost * 1000 }));
}

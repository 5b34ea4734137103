import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { today } from '../../meta/insights/days';
import { accountOf } from '../account';
import { csvOf, inFiles, ndjson, together } from './files';
import { queryOf } from './query';
import type { ReportInput } from './query';
import { reportPages } from './read';
import { rowReader } from './row';
import type { RawRow } from './row';

/** How the rows are wanted, and how many. */
type Wanted = ReportInput & { returnAll: boolean; limit: number; simplify: boolean; output: 'rows' | 'batches' | 'csv' | 'ndjson'; rowsPerItem: number };

/** A file of more rows would be held in memory whole. */
const MOST = 1_000_000;

/** Pages of exactly so many rows in all. */
async function* first<T>(pages: AsyncIterable<T[]>, most: number): AsyncGenerator<T[]> {
	let left = most;
	for await (const page of pages) {
		yield page.length > left ? page.slice(0, left) : page;
		left -= page.length;
		if (left <= 0) return;
	}
}

/** A report: rows one by one, several in an item, or several in a file. */
export async function* readReport(api: Api, input: Wanted): AsyncGenerator<object> {
	const { output, rowsPerItem: size, returnAll, limit, simplify } = input;
	if (output !== 'rows' && !(Number.isInteger(size) && size >= 1 && size <= MOST)) throw refused('Rows per Item', `${size} is not a whole number from 1 to ${MOST}.`, 'Give another number.');
	const account = await accountOf(api, input.account);
	if (account.manager) throw refused('Account', `“${account.name}” is a manager account, which has no ads and no metrics of its own.`, 'Choose one of the accounts below it.');
	const query = queryOf(input, today(account.timeZone));
	const most = returnAll ? Infinity : limit;
	const convert: (raws: RawRow[]) => object[] = simplify ? rowReader(query, account) : (raws) => raws;
	const pages = first(reportPages(api, account.id, query, convert, { most, ordered: output === 'rows' }), most);
	if (output === 'rows') yield* pages;
	else if (output === 'batches') yield* together(pages, size);
	else yield* inFiles(api, pages, size, output === 'csv' && simplify ? csvOf(query) : ndjson, `${account.id}-${query.range.since}-${query.range.until}`);
}

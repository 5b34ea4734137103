import { dayIn } from './dates';
import { fault } from './failure';
import { planOf, type Plan } from './gaql/plan';
import { grownReport, type Grown } from './grown';
import { unparsable } from './mutate/shape';
import { idOf } from './report/chance';
import { fieldMaskOf, rowsOf, shown, summary } from './report/answer';
import type { AdsStore } from './store';

export interface SearchRequest {
	query: string;
	pageToken?: string;
	validateOnly: boolean;
	omitResults: boolean;
	returnSummaryRow: boolean;
	returnTotalResultsCount: boolean;
}

const badRequest = (code: string, message: string) => fault('requestError', code, message);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** https://developers.google.com/google-ads/api/rest/common/search */
export function readSearch(fields: Record<string, unknown>): SearchRequest {
	if ('pageSize' in fields) throw badRequest('PAGE_SIZE_NOT_SUPPORTED', 'Setting the page size is not supported. Search Responses will have fixed page size of 10000 rows.');
	const settings = isRecord(fields.searchSettings) ? fields.searchSettings : {};
	const request = {
		query: typeof fields.query === 'string' ? fields.query : '',
		pageToken: typeof fields.pageToken === 'string' && fields.pageToken ? fields.pageToken : undefined,
		validateOnly: fields.validateOnly === true,
		omitResults: settings.omitResults === true,
		returnSummaryRow: settings.returnSummaryRow === true,
		returnTotalResultsCount: settings.returnTotalResultsCount === true,
	};
	if (request.validateOnly && request.pageToken) throw badRequest('VALIDATE_ONLY_REQUEST_HAS_PAGE_TOKEN', 'page_token is set in a validate only request.');
	if (request.validateOnly && request.returnSummaryRow) throw badRequest('CANNOT_RETURN_SUMMARY_ROW_FOR_VALIDATE_ONLY_REQUESTS', 'return_summary_row must not be set in a validate only request.');
	return request;
}

export function planFor(store: AdsStore, customer: string, query: string): Plan {
	const account = store.account(customer);
	return planOf(query, { manager: account?.manager ?? false, today: dayIn(store.now(), account?.timeZone ?? 'UTC') });
}

/** A page token names the query, the row to go on from, and when it was made. */
const sign = (customer: string, query: string) => idOf(`${customer} ${query}`).toString(36);
export const tokenOf = (store: AdsStore, customer: string, query: string, row: number): string => Buffer.from(`${sign(customer, query)}.${row}.${store.now()}`).toString('base64url');

export function rowOf(store: AdsStore, customer: string, { query, pageToken }: SearchRequest): number {
	if (pageToken === undefined) return 0;
	const [, signature, row, at] = /^(\w+)\.(\d+)\.(\d+)$/.exec(Buffer.from(pageToken, 'base64url').toString()) ?? [];
	if (signature !== sign(customer, query)) throw badRequest('INVALID_PAGE_TOKEN', 'The page token is invalid, or was issued for another query.');
	if (store.now() - Number(at) > store.settings.pageTokenSeconds * 1000) throw badRequest('EXPIRED_PAGE_TOKEN', 'The page token has expired. Start again with the first page.');
	return Number(row);
}

/** Made-up rows are as long as they are many: their page is put together as text. */
function grownPage(store: AdsStore, customer: string, request: SearchRequest, plan: Plan, grown: Grown, from: number): string {
	const next = from + store.settings.pageRows;
	const parts = [
		...(request.omitResults ? [] : [`"results":[${grown.text(from, next)}]`]),
		...(!request.omitResults && grown.rows > next ? [`"nextPageToken":"${tokenOf(store, customer, request.query, next)}"`] : []),
		...(request.returnTotalResultsCount ? [`"totalResultsCount":"${grown.total}"`] : []),
		`"fieldMask":"${fieldMaskOf(plan)}"`,
		...(request.returnSummaryRow ? [`"summaryRow":${grown.summary()}`] : []),
		`"queryResourceConsumption":"${grown.rows}"`,
	];
	return `{${parts.join(',')}}`;
}

/** One page; text is JSON already. */
export function search(store: AdsStore, customer: string, request: SearchRequest): object | string {
	const plan = planFor(store, customer, request.query);
	if (request.returnSummaryRow && !plan.select.some(({ resource }) => resource === 'metrics'))
		throw badRequest('CANNOT_RETURN_SUMMARY_ROW_FOR_REQUEST_WITHOUT_METRICS', 'return_summary_row cannot be set for a query that selects no metrics.');
	const from = rowOf(store, customer, request);
	if (request.validateOnly) return {};
	const grown = grownReport(plan, store, customer);
	if (grown) return grownPage(store, customer, request, plan, grown, from);
	const found = rowsOf({ ...plan, query: { ...plan.query, limit: undefined } }, store, customer);
	const rows = found.slice(0, plan.query.limit);
	const next = from + store.settings.pageRows;
	return {
		...(!request.omitResults && rows.length && { results: rows.slice(from, next).map((row) => shown(plan, row)) }),
		...(!request.omitResults && rows.length > next && { nextPageToken: tokenOf(store, customer, request.query, next) }),
		...(request.returnTotalResultsCount && found.length && { totalResultsCount: String(found.length) }),
		fieldMask: fieldMaskOf(plan),
		...(request.returnSummaryRow && { summaryRow: summary(plan, rows) }),
		queryResourceConsumption: String(120 + rows.length),
	};
}

const SUMMARIES = ['NO_SUMMARY_ROW', 'SUMMARY_ROW_WITH_RESULTS', 'SUMMARY_ROW_ONLY', 'UNSPECIFIED'];

/** The elements of a stream's array, as text, each made when it is its turn. @throws AdsError before the first one */
export function stream(store: AdsStore, customer: string, { query, summaryRowSetting = 'NO_SUMMARY_ROW', ...others }: Record<string, unknown>, requestId: string): Iterable<string> {
	const [unknown] = Object.keys(others).filter((name) => name !== 'customerId');
	if (unknown !== undefined) throw unparsable(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`, '');
	const setting = String(summaryRowSetting);
	if (!SUMMARIES.includes(setting)) throw unparsable(`Invalid value at 'summary_row_setting' (type.googleapis.com/google.ads.googleads.v25.enums.SummaryRowSettingEnum.SummaryRowSetting), ${JSON.stringify(setting)}`, 'summary_row_setting');
	const plan = planFor(store, customer, String(query ?? ''));
	const wanted = setting.startsWith('SUMMARY');
	if (wanted && !plan.select.some(({ resource }) => resource === 'metrics')) throw badRequest('CANNOT_RETURN_SUMMARY_ROW_FOR_REQUEST_WITHOUT_METRICS', 'A summary row needs a query that selects metrics.');
	const grown = grownReport(plan, store, customer);
	const rows = grown ? [] : rowsOf(plan, store, customer);
	const count = grown?.rows ?? rows.length;
	const rest = `"fieldMask":"${fieldMaskOf(plan)}","requestId":"${requestId}"`;
	const textOf = (from: number, to: number) => grown?.text(from, to) ?? rows.slice(from, to).map((row) => JSON.stringify(shown(plan, row))).join(',');
	return (function* () {
		for (let from = 0; setting !== 'SUMMARY_ROW_ONLY' && (from < count || from === 0); from += store.settings.pageRows) {
			const results = count === 0 ? '' : `"results":[${textOf(from, from + store.settings.pageRows)}],`;
			yield `{${results}${rest}${wanted ? '' : `,"queryResourceConsumption":"${120 + count}"`}}`;
		}
		if (wanted) yield `{${rest},"summaryRow":${grown?.summary() ?? JSON.stringify(summary(plan, rows))},"queryResourceConsumption":"${120 + count}"}`;
	})();
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import type { Failure } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { metaInsights } from '../../../platforms/metaInsights';
import type { Range } from './days';
import { pageOf, pagesFrom, parametersOf } from './pages';
import type { Query } from './query';
import type { RawRow } from './row';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-report-run */
interface Run {
	async_status?: string;
	async_percent_completion?: number;
	error_code?: number;
	error_subcode?: number;
	error_message?: string;
	error_user_msg?: string;
}

const { done, ended, every, atMost: longest } = metaInsights.report;

/** Asking twice only makes two reports. The ID is read from the text: Meta also writes it as a number, which is too long for one. */
async function begin(api: Api, query: Query, range?: Range): Promise<string> {
	const body = parametersOf(query, range);
	const text = await api.send<string>({ method: 'POST', url: `${query.path}/insights`, body, encoding: 'text', idempotent: true });
	const id = /"report_run_id"\s*:\s*"?(\d+)/.exec(String(text))?.[1];
	if (id) return id;
	throw new PlatformError({ verdict: 'retry', code: 'report', message: 'Meta gave no ID for the report.', hint: 'Run the item again.' });
}

/** Why Meta gave a report up, in its own words where it says any. */
function failureOf({ async_status: status = '', error_code: code, error_subcode, error_message: message, error_user_msg }: Run): Failure {
	const told = code === undefined ? undefined : metaAds.parseError({ status: 400, headers: {}, body: { error: { code, error_subcode, message, error_user_msg } } });
	const hint = 'Run the item again, or ask for a shorter time, fewer breakdowns or a higher level.';
	return told ?? { verdict: 'retry', code: 'report', message: `Meta gave the report up: “${status}”.`, hint };
}

const isOver = ({ async_status: status = '', async_percent_completion: percent }: Run) => (status === done && percent === 100) || ended.some((one) => one === status);

async function completed(api: Api, id: string, atMost: number): Promise<void> {
	const fields = 'async_status,async_percent_completion,error_code,error_message,error_subcode,error_user_msg,error_user_title';
	const run = await api.until<Run & IDataObject>({ url: `/${id}`, qs: { fields } }, isOver, { every, atMost }).catch((error: unknown) => {
		if (!(error instanceof PlatformError) || error.code !== 'processing') throw error;
		const message = `Meta is still preparing report ${id} after ${Math.round(atMost / 1000)} seconds.`;
		throw new PlatformError({ verdict: 'wait', code: 'processing', message, hint: 'Raise “Wait at Most”, or ask for a shorter time, fewer breakdowns or a higher level.' });
	});
	if (run.async_status !== done) throw new PlatformError(failureOf(run));
}

/** A report that Meta prepares in the background, page after page. `range` in place of the time that the query names. */
export async function* reportPages(api: Api, query: Query, { range, atMost = longest }: { range?: Range; atMost?: number } = {}): AsyncGenerator<RawRow[]> {
	const id = await begin(api, query, range);
	await completed(api, id, atMost);
	yield* pagesFrom(api, await pageOf(api, { url: `/${id}/insights`, qs: { limit: metaInsights.pageSize }, lane: query.lane }));
}

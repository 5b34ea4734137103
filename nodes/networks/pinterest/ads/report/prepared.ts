import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../../core/api';
import { PlatformError, failureOf } from '../../../../core/errors';
import type { Failure } from '../../../../core/errors';
import { exactJson } from '../../../../core/json';
import { pinterestAds } from '../../../../platforms/pinterestAds';
import { pinterestReports } from '../../../../platforms/pinterestReports';
import type { Range } from '../../../meta/insights/days';
import { accountPath } from '../account';
import { factsOf } from '../kinds';
import type { Page } from './direct';
import type { Query } from './query';
import type { RawRow } from './row';

const { levels, units, every, most } = pinterestReports;
const lane = pinterestAds.lanes.analytics;

interface Standing extends IDataObject {
	report_status?: string;
	/** Good for five minutes, without a token. */
	url?: string | null;
}

/** Why Pinterest has no report: asking anew is all that helps. */
const lost = (status: string, hint = 'Run the item again, or ask for fewer days or a higher level.'): Failure => ({ verdict: 'retry', code: 'report', message: `Pinterest has no report for this: ${status}.`, hint });

/** Asking twice only makes two reports. */
async function begin(api: Api, { adAccount, level, unit, ids, columns, attribution }: Query, { since, until }: Range): Promise<string> {
	const { level: name, columns: own, status } = levels[level];
	const body = {
		...{ start_date: since, end_date: until, granularity: units[unit], level: name, report_format: 'JSON', ...attribution },
		columns: [...new Set([...own, ...status, ...columns])],
		...(level !== 'account' && ids.length > 0 && { [factsOf(level).ids]: ids }),
	};
	const { token, message } = await api.send({ method: 'POST', url: `${accountPath(adAccount)}/reports`, body, lane, idempotent: true });
	if (typeof token === 'string' && token !== '') return token;
	throw new PlatformError(lost(typeof message === 'string' && message !== '' ? message : 'it gave no token'));
}

/** Waits for the link to the report. */
async function linkTo(api: Api, adAccount: string, token: string, atMost: number): Promise<string> {
	const request = { url: `${accountPath(adAccount)}/reports`, qs: { token }, lane };
	const { report_status: status = '', url } = await api.until<Standing>(request, (one) => one.report_status !== 'IN_PROGRESS', { every, atMost }).catch((error: unknown) => {
		const failure = failureOf(error);
		if (failure.code !== 'processing') throw new PlatformError(failure);
		throw new PlatformError({ ...failure, message: failure.message, hint: 'Raise “Wait at Most”, or ask for fewer days or a higher level.' });
	});
	if (status === 'FINISHED' && url) return url;
	throw new PlatformError(lost(status || 'it named no status'));
}

/** What the file holds: rows by what they are about, or by day, or just rows. */
function* rowsIn(value: unknown): Generator<RawRow> {
	if (Array.isArray(value)) for (const one of value) yield { ...one };
	else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* rowsIn(one);
}

function contentOf(text: string): { json: unknown } | undefined {
	try {
		return { json: exactJson(text) };
	} catch {
		return undefined;
	}
}

/** The file comes without a token. What its address holds beside the path is as good as one, so why it failed, which names it, is not told. */
async function download(api: Api, url: string): Promise<RawRow[] | undefined> {
	const file = await api.fetched('Report', url, most).catch(() => undefined);
	if (!file) return undefined;
	const pieces: Uint8Array[] = [];
	for await (const piece of file.read()) pieces.push(piece);
	const content = contentOf(Buffer.concat(pieces).toString());
	if (content) return [...rowsIn(content.json)];
	throw new PlatformError(lost('its file is not JSON'));
}

/** A report that Pinterest prepares, for more days than it tells at once. https://developers.pinterest.com/docs/api/v5/analytics-create_report */
export async function* preparedPages(api: Api, query: Query, atMost: number): AsyncGenerator<Page> {
	const { adAccount, ranges } = query;
	for (const range of ranges) {
		const token = await begin(api, query, range);
		const link = async () => await download(api, await linkTo(api, adAccount, token, atMost));
		// The link may have ended on the way; a new one is there for the asking.
		const rows = (await link()) ?? (await link());
		if (!rows) throw new PlatformError(lost(`its file could not be fetched, or has more than ${most / 1024 / 1024} MB`));
		yield { rows, range, live: new Map() };
	}
}

import type { Api } from '../../../../core/api';
import { pinterestAds } from '../../../../platforms/pinterestAds';
import { pinterestReports } from '../../../../platforms/pinterestReports';
import type { Range } from '../../../meta/insights/days';
import { accountPath } from '../account';
import { factsOf } from '../kinds';
import type { Live } from '../kinds';
import { liveOnes, withLists } from '../read';
import type { Query } from './query';
import type { RawRow } from './row';

const { levels, units } = pinterestReports;

/** Rows of one span of days, and what they are about. */
export interface Page {
	rows: RawRow[];
	range: Range;
	live: ReadonlyMap<string, Live>;
}

async function rowsOf(api: Api, { adAccount, level, unit, columns, attribution }: Query, { since, until }: Range, lists: Record<string, string[]>): Promise<RawRow[]> {
	const qs = { start_date: since, end_date: until, columns: columns.join(','), granularity: units[unit], ...attribution };
	return await api.send<RawRow[]>({ url: withLists(`${accountPath(adAccount)}${levels[level].path}/analytics`, lists), qs, lane: pinterestAds.lanes.analytics });
}

const anyStatus = ['ACTIVE', 'PAUSED', 'ARCHIVED'];

/** The campaigns, ad groups or ads of a report, by parts that fit one call. Archived ones have cost money too. */
async function* parts(api: Api, { adAccount, level, ids, statuses }: Query): AsyncGenerator<Live[]> {
	if (level === 'account') return;
	let part: Live[] = [];
	for await (const live of liveOnes(api, adAccount, level, { ids, statuses: statuses.length > 0 ? statuses : anyStatus })) {
		part.push(live);
		if (part.length < pinterestAds.idsPerCall) continue;
		yield part;
		part = [];
	}
	if (part.length > 0) yield part;
}

/** A report that Pinterest gives at once. https://developers.pinterest.com/docs/api/v5/campaigns-analytics */
export async function* directPages(api: Api, query: Query): AsyncGenerator<Page> {
	const { level, ranges } = query;
	if (level === 'account') {
		for (const range of ranges) yield { rows: await rowsOf(api, query, range, {}), range, live: new Map() };
		return;
	}
	for await (const part of parts(api, query)) {
		const live = new Map(part.map((one) => [one.id, one]));
		for (const range of ranges) yield { rows: await rowsOf(api, query, range, { [factsOf(level).ids]: [...live.keys()] }), range, live };
	}
}

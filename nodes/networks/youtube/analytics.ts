import type { youtubeAnalytics_v2 } from 'googleapis/build/src/apis/youtubeAnalytics/v2';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';

type Table = youtubeAnalytics_v2.Schema$QueryResponse;

const DAY = 24 * 60 * 60_000;

/** Numbers are there after two to three days. */
const LAG = 3;

/** Metrics by the names that YouTube gives them, which are the output’s too. https://developers.google.com/youtube/analytics/metrics */
export type Grouping = 'day' | 'country' | 'video' | 'total';

interface Asked {
	metrics: readonly string[];
	groupBy: Grouping;
	startDate?: string;
	endDate?: string;
	/** Of a single video. */
	video?: string;
	/** Videos of a report by video. */
	most?: number;
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function dayIn(field: string, text: string | undefined, otherwise: number): string {
	if (!text) return day(otherwise);
	const found = /^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0];
	if (found && !Number.isNaN(Date.parse(found))) return found;
	throw refused(field, `“${text}” is no day.`, 'Give it as 2027-01-31.');
}

/** The last four weeks for which there are numbers, unless days are given. */
function spanOf({ startDate, endDate }: Asked): { startDate: string; endDate: string } {
	const end = dayIn('End Date', endDate, Date.now() - LAG * DAY);
	const start = dayIn('Start Date', startDate, Date.parse(end) - 27 * DAY);
	if (start > end) throw refused('Start Date', `${start} is after the end, ${end}.`, 'Turn the two round.');
	return { startDate: start, endDate: end };
}

/** A row for each day, country or video, or one in all: every column by its name. https://developers.google.com/youtube/analytics/reference/reports/query */
export async function report(api: Api, asked: Asked): Promise<IDataObject[]> {
	const { metrics, groupBy, video, most = 50 } = asked;
	const [first] = metrics;
	if (!first) throw refused('Metrics', 'none is chosen.', 'Choose at least one metric.');
	const span = spanOf(asked);
	const order = groupBy === 'day' ? { sort: 'day' } : groupBy === 'video' ? { sort: `-${first}`, maxResults: most } : groupBy === 'country' ? { sort: `-${first}` } : {};
	const { columnHeaders = [], rows } = await api.send<Table>({
		...{ host: 'analytics', url: '/reports' },
		qs: { ids: 'channel==MINE', ...span, metrics: metrics.join(','), ...(groupBy !== 'total' && { dimensions: groupBy }), ...(video && { filters: `video==${video}` }), ...order },
	});
	const about = { ...(video && { video }), ...(groupBy !== 'day' && span) };
	return (rows ?? []).map((row) => ({ ...about, ...Object.fromEntries(columnHeaders.map(({ name }, index) => [name ?? '', row[index]])) }));
}

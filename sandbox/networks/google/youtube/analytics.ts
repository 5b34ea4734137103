import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import { authorize } from '../bearer';
import { Refused, statusBody } from '../errors';
import { notFound, route } from '../route';
import type { Google } from '../state';
import type { Video } from './model';
import { pacificDay, type Channel, type YouTube } from './store';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
/** https://developers.google.com/youtube/analytics/reference/reports/query: an answer takes the reading of the channel, too. */
const needed = [scope('yt-analytics.readonly'), scope('yt-analytics-monetary.readonly')];
const beside = [scope('youtube.readonly'), scope('youtube')];

const DAY = 86_400_000;
/** Days until numbers are there. */
const LAG = 2;

/** Largest number of a day, and how it adds up over several. https://developers.google.com/youtube/analytics/metrics */
const metrics: Readonly<Record<string, { most: number; mean?: true; share?: true }>> = {
	...{ views: { most: 400 }, estimatedMinutesWatched: { most: 900 }, averageViewDuration: { most: 240, mean: true }, averageViewPercentage: { most: 95, mean: true, share: true } },
	...{ likes: { most: 40 }, dislikes: { most: 4 }, comments: { most: 12 }, shares: { most: 9 }, subscribersGained: { most: 6 }, subscribersLost: { most: 2 } },
	...{ engagedViews: { most: 300 }, videosAddedToPlaylists: { most: 8 }, videosRemovedFromPlaylists: { most: 3 } },
};

const dimensions = ['day', 'country', 'video'] as const;
const countries = ['FR', 'PT', 'BE'];

const bad = (message: string) => new Refused(400, statusBody(400, message, { errors: [{ message, domain: 'global', reason: 'badRequest' }] }));
const forbidden = () => new Refused(403, statusBody(403, 'Forbidden', { errors: [{ message: 'Forbidden', domain: 'global', reason: 'forbidden' }] }));

const days = (from: string, to: string): string[] => Array.from({ length: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1) }, (_, index) => new Date(Date.parse(from) + index * DAY).toISOString().slice(0, 10));

const counted = (most: number, ...of: string[]): number => createHash('sha1').update(of.join('/')).digest().readUInt32BE() % most;

interface Asked {
	videos: readonly Video[];
	days: readonly string[];
	names: readonly string[];
}

function value(name: string, { videos, days: all }: Asked, more: readonly string[]): number {
	const { most, mean, share } = metrics[name] ?? { most: 1 };
	const numbers = videos.flatMap((video) => all.filter((day) => day >= pacificDay(video.uploadedAt)).map((day) => counted(most, video.id, name, day, ...more)));
	const sum = numbers.reduce((total, one) => total + one, 0);
	if (!mean) return sum;
	const average = numbers.length > 0 ? sum / numbers.length : 0;
	return share ? Number(average.toFixed(2)) : Math.round(average);
}

function rowsOf(dimension: string | undefined, asked: Asked): (string | number)[][] {
	const row = (key: string | undefined, part: Partial<Asked>, ...more: string[]) => [...(key === undefined ? [] : [key]), ...asked.names.map((name) => value(name, { ...asked, ...part }, more))];
	if (dimension === 'day') return asked.days.map((day) => row(day, { days: [day] }));
	if (dimension === 'country') return countries.map((country) => row(country, {}, country));
	if (dimension === 'video') return asked.videos.map((video) => row(video.id, { videos: [video] }));
	return asked.videos.length > 0 && asked.days.length > 0 ? [row(undefined, {})] : [];
}

const parameters = ['ids', 'startDate', 'endDate', 'metrics', 'dimensions', 'filters', 'sort', 'maxResults', 'startIndex', 'currency', 'alt', 'prettyPrint', 'key', 'quotaUser'];

function report(req: Request, youtube: YouTube, channel: Channel): object {
	const stray = Object.keys(req.query).find((name) => !parameters.includes(name));
	if (stray) throw bad(`Invalid JSON payload received. Unknown name "${stray}": Cannot bind query parameter.`);
	const text = (name: string): string => String(req.query[name] ?? '');
	if (!['channel==MINE', `channel==${channel.id}`].includes(text('ids'))) throw forbidden();
	const [start, end] = [text('startDate'), text('endDate')];
	const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
	if (!isDay(start) || !isDay(end) || end < start) throw bad('The request is not valid: startDate and endDate must be days, the end not before the start.');
	const names = text('metrics').split(',').filter(Boolean);
	const unknown = names.find((name) => !(name in metrics));
	if (names.length === 0 || unknown !== undefined) throw bad(`Unknown identifier (${unknown ?? ''}) given in field parameters.metrics.`);
	const dimension = text('dimensions') || undefined;
	if (dimension !== undefined && !dimensions.some((one) => one === dimension)) throw bad(`Unknown identifier (${dimension}) given in field parameters.dimensions.`);
	const filter = text('filters');
	const [, ids] = /^video==([\w,-]+)$/.exec(filter) ?? [];
	if (filter !== '' && ids === undefined) throw bad(`Unknown filter (${filter}).`);
	const sort = text('sort');
	if (sort !== '' && ![dimension, ...names].includes(sort.replace('-', ''))) throw bad(`Invalid sort (${sort}).`);
	if (dimension === 'video' && (!sort.startsWith('-') || !(Number(text('maxResults')) <= 200 && Number(text('maxResults')) > 0))) throw bad('The query is not supported. Check the documentation for supported queries.');
	const own = youtube.uploadsOf(channel.id);
	const wanted = ids?.split(',');
	if (wanted?.some((id) => !own.some((video) => video.id === id))) throw forbidden();
	const last = new Date(youtube.world.clock.now() - LAG * DAY).toISOString().slice(0, 10);
	const rows = rowsOf(dimension, { names, videos: own.filter(({ id }) => !wanted || wanted.includes(id)), days: days(start, end < last ? end : last) });
	const headers = [...(dimension === undefined ? [] : [dimension]), ...names];
	const at = headers.indexOf(sort.replace('-', ''));
	if (at >= 0) rows.sort((a, b) => ((a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1) * (sort.startsWith('-') ? -1 : 1));
	const columnHeaders = headers.map((name) => ({ name, columnType: name === dimension ? 'DIMENSION' : 'METRIC', dataType: name === dimension ? 'STRING' : metrics[name]?.share ? 'FLOAT' : 'INTEGER' }));
	const most = Number(text('maxResults')) || rows.length;
	return { kind: 'youtubeAnalytics#resultTable', columnHeaders, ...(rows.length > 0 && { rows: rows.slice(0, most) }) };
}

/** `youtubeanalytics.googleapis.com`. https://developers.google.com/youtube/analytics/reference/reports/query */
export function analyticsRouter(google: Google): Router {
	const router = Router();
	router.get(
		'/v2/reports',
		route((req) => {
			const service = { service: 'youtubeanalytics.googleapis.com' };
			const { grant } = authorize(req, google, service, 'google.youtube.analytics.v2.Reports.Query', needed);
			authorize(req, google, service, 'google.youtube.analytics.v2.Reports.Query', beside);
			const channel = google.youtube.channelOf(grant.account);
			if (!channel) throw forbidden();
			return report(req, google.youtube, channel);
		}),
	);
	return router.use(notFound);
}

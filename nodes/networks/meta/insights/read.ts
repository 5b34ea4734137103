import type { Api } from '../../../core/api';
import { metaAds } from '../../../platforms/metaAds';
import { metaInsights } from '../../../platforms/metaInsights';
import { readAhead } from './ahead';
import { rangeOf, spanOf, today, unitsOf } from './days';
import type { Range } from './days';
import { attempt, pagesFrom, requestOf } from './pages';
import type { Query } from './query';
import { reportPages } from './report';
import type { RawRow } from './row';
import { densityOf, Slicer } from './slicer';

const { pageSize } = metaInsights;
const width = metaAds.concurrency.read;

/** Pages that may lie ready: what is behind a long day does not pile up. */
const ROOM = 4 * width;

/** So few pages are read one after the other: reading ahead would fetch what nobody asked for. */
const FEW = 4;

/** One page of several units, whose rows Meta gives in an order of its own. */
const byDate = (rows: RawRow[]) => rows.sort((a, b) => (a.date_start ?? '').localeCompare(b.date_start ?? ''));

/** The rows of some units. Several of them have to fit one page, so that they can be put in order; otherwise they are halved. */
async function* slicePages(api: Api, query: Query, slicer: Slicer, units: readonly Range[]): AsyncGenerator<RawRow[]> {
	const range = spanOf(units);
	const first = await attempt(api, requestOf(query, range));
	if (first) slicer.learn(units.length, first.rows.length, first.next !== undefined);
	else slicer.shrink(units.length);
	if (units.length === 1) {
		let rows = 0;
		for await (const page of first ? pagesFrom(api, first) : reportPages(api, query, { range })) {
			rows += page.length;
			yield page;
		}
		slicer.learn(1, rows, false);
	} else if (first && !first.next) yield byDate(first.rows);
	else {
		const half = Math.ceil(units.length / 2);
		yield* slicePages(api, query, slicer, units.slice(0, half));
		yield* slicePages(api, query, slicer, units.slice(half));
	}
}

/** The spans that the report may be cut into. One means: not at all. */
function divisionsOf({ time, increment, divisible }: Query, timeZone: string): Range[] {
	const range = 'range' in time ? time.range : rangeOf(time.preset, today(timeZone));
	return range && divisible ? unitsOf(range, increment) : [];
}

/**
 * The pages of a report, oldest days first. One call where that is enough; otherwise slices of days, many of them at once; and what is too
 * much for a call even so, as a report in the background. `zone` is the account's; `most`: so many rows are wanted.
 */
export async function* readPages(api: Api, query: Query, zone: Promise<string>, most: number): AsyncGenerator<RawRow[]> {
	const [first, timeZone] = await Promise.all([attempt(api, requestOf(query, undefined, Math.min(most, pageSize))), zone]);
	const units = divisionsOf(query, timeZone);
	if (first && !first.next) yield query.divisible ? byDate(first.rows) : first.rows;
	else if (first && (units.length < 2 || most <= FEW * pageSize)) yield* pagesFrom(api, first);
	else if (units.length < 2) yield* reportPages(api, query);
	else {
		const slicer = new Slicer(units, pageSize, first && densityOf(first.rows.map(({ date_start: day = '' }) => day), units.length));
		let wanted = most;
		const pages = readAhead({
			next: () => {
				const slice = slicer.take();
				return slice && slicePages(api, query, slicer, slice);
			},
			more: (reading, begun) => begun === 0 || (reading < width && begun * slicer.expected < wanted),
			room: ROOM,
		});
		for await (const rows of pages) {
			wanted -= rows.length;
			yield rows;
		}
	}
}

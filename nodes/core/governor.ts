import type { Usage } from './platform';
import { wait } from './wait';

/** One pace, shared by all executions in this process: whoever asks first goes first. */
interface Lane {
	/** When the next call is due, in ms since 1970. */
	next: number;
	queue: Promise<unknown>;
}

const lanes = new Map<string, Lane>();

/** Lanes idle longer than this are forgotten once the map grows. */
const CROWDED = 10_000;

/** A late timer is caught up by this much, in ms; more would crowd calls into the platform's window. */
const CATCH_UP = 5;

/** Above this share of the allowance calls are spread out, up to a second apart … */
const SPREAD_FROM = 75;
/** … and above this one they stop until some of it is given back. */
const STOP_FROM = 90;
const STOP_FOR = 30_000;

function laneOf(key: string): Lane {
	const now = Date.now();
	if (lanes.size > CROWDED) for (const [old, { next }] of lanes) if (next < now) lanes.delete(old);
	const lane = lanes.get(key) ?? { next: 0, queue: Promise.resolve() };
	lanes.set(key, lane);
	return lane;
}

interface Claim {
	/** Calls that may go at once after a rest. */
	burst?: number;
	/** Places that this call takes. */
	cost?: number;
	signal?: AbortSignal;
}

/**
 * Waits for a place in the pace of `key`; after a rest, a short burst may go at once. The distance is kept between
 * calls as they really start, so that a busy moment does not turn into a burst. `Infinity` has no pace. Throws when the execution is cancelled.
 */
export async function take(key: string, perSecond: number, { burst = 1, cost = 1, signal }: Claim = {}): Promise<void> {
	if (perSecond === Infinity) return;
	const lane = laneOf(key);
	const interval = 1000 / perSecond;
	const slack = CATCH_UP + interval * (burst - 1);
	const turn = lane.queue.then(async () => {
		await wait(lane.next - slack - Date.now(), signal);
		lane.next = Math.max(lane.next, Date.now()) + interval * cost;
	});
	lane.queue = turn.catch(() => undefined);
	await turn;
}

/** What was used up lately, the oldest first. */
const spendings = new Map<string, { spent: { at: number; units: number }[]; queue: Promise<unknown> }>();

interface Allowance {
	units: number;
	/** In ms. */
	window: number;
}

/** Waits until `cost` units more fit into what `key` may use up in any `window`; whoever asks first goes first. Throws when the execution is cancelled. */
export async function spend(key: string, cost: number, { units: most, window }: Allowance, signal?: AbortSignal): Promise<void> {
	const now = Date.now();
	if (spendings.size > CROWDED) for (const [old, { spent }] of spendings) if ((spent.at(-1)?.at ?? 0) < now - window) spendings.delete(old);
	const book = spendings.get(key) ?? { spent: [], queue: Promise.resolve() };
	spendings.set(key, book);
	const turn = book.queue.then(async () => {
		for (;;) {
			while (book.spent[0] && book.spent[0].at <= Date.now() - window) book.spent.shift();
			const [oldest] = book.spent;
			if (!oldest || book.spent.reduce((sum, { units }) => sum + units, cost) <= most) break;
			await wait(oldest.at + window - Date.now(), signal);
		}
		book.spent.push({ at: Date.now(), units: cost });
	});
	book.queue = turn.catch(() => undefined);
	await turn;
}

/** Nobody uses `key` for the next `ms`: the platform said so. */
export function hold(key: string, ms: number): void {
	const lane = laneOf(key);
	lane.next = Math.max(lane.next, Date.now() + ms);
}

/** Milliseconds until `key` is free again. */
export const heldFor = (key: string): number => Math.max(0, (lanes.get(key)?.next ?? 0) - Date.now());

/** Slows down before the platform has to refuse. */
export function observe(key: string, { percent, regain }: Usage): void {
	if (percent >= STOP_FROM) hold(key, regain || STOP_FOR);
	else if (percent >= SPREAD_FROM) hold(key, ((percent - SPREAD_FROM) / (STOP_FROM - SPREAD_FROM)) * 1000);
}

import { wait } from './wait';
import type { Usage } from './platform';

/** When each key may next be used, in ms since 1970: one pace for all executions in this process. */
const next = new Map<string, number>();

/** Keys idle longer than this are forgotten once the map grows. */
const CROWDED = 10_000;

/** Small catch-up after a late timer, so that a fast pace is not lost to timer granularity. */
const CATCH_UP = 20;

/** Above this share of the allowance calls are spread out, up to a second apart … */
const SPREAD_FROM = 75;
/** … and above this one they stop until some of it is given back. */
const STOP_FROM = 90;
const STOP_FOR = 30_000;

function forgetIdle(now: number) {
	if (next.size < CROWDED) return;
	for (const [key, at] of next) if (at < now) next.delete(key);
}

/** Takes the next free place of `key` and answers the ms to wait for it. `burst` calls may go at once after a rest. */
function reserve(key: string, perSecond: number, burst: number): number {
	const now = Date.now();
	forgetIdle(now);
	const interval = 1000 / perSecond;
	const slack = Math.max(CATCH_UP, interval * (burst - 1));
	const at = Math.max(next.get(key) ?? 0, now - slack);
	next.set(key, at + interval);
	return Math.max(0, at - now);
}

/** Waits for a place in the pace of `key`. Throws when the execution is cancelled meanwhile. */
export async function take(key: string, perSecond: number, burst = 1, signal?: AbortSignal): Promise<void> {
	const delay = reserve(key, perSecond, burst);
	if (delay >= 1) await wait(delay, signal);
}

/** Nobody uses `key` for the next `ms`: the platform said so. */
export function hold(key: string, ms: number): void {
	next.set(key, Math.max(next.get(key) ?? 0, Date.now() + ms));
}

/** Milliseconds until `key` is free again. */
export const heldFor = (key: string): number => Math.max(0, (next.get(key) ?? 0) - Date.now());

/** Slows down before the platform has to refuse. */
export function observe(key: string, { percent, regain }: Usage): void {
	if (percent >= STOP_FROM) hold(key, regain || STOP_FOR);
	else if (percent >= SPREAD_FROM) hold(key, ((percent - SPREAD_FROM) / (STOP_FROM - SPREAD_FROM)) * 1000);
}

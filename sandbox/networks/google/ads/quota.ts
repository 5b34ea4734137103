import { AdsError, fault } from './failure';
import type { AdsStore } from './store';

const DAY = 86_400_000;
/** https://developers.google.com/google-ads/api/docs/access-levels */
const EXPLORER_OPS = 2880;

/** Requests left of each account's second: not kept over a restart. */
const buckets = new WeakMap<AdsStore, Map<string, { left: number; at: number }>>();

const exhausted = (code: string, message: string, rateScope: string, rateName: string, seconds: number): AdsError =>
	fault('quotaError', code, message, { details: { quotaErrorDetails: { rateScope, rateName, retryDelay: `${Math.max(1, Math.ceil(seconds))}s` } } });

function checkPace(store: AdsStore, customer: string): void {
	const { adsQps } = store.settings;
	if (!adsQps) return;
	const known = buckets.get(store) ?? new Map<string, { left: number; at: number }>();
	buckets.set(store, known);
	const now = store.now();
	const { left, at } = known.get(customer) ?? { left: adsQps, at: now };
	const available = Math.min(adsQps, left + ((now - at) / 1000) * adsQps);
	known.set(customer, { left: Math.max(0, available - 1), at: now });
	if (available < 1) throw exhausted('RESOURCE_TEMPORARILY_EXHAUSTED', 'Too many requests. Retry in 1 seconds.', 'ACCOUNT', 'Requests per account', (1 - available) / adsQps);
}

/** Counts operations over a day that slides with the clock. @throws AdsError with the time until there is room again */
function checkDay(store: AdsStore, operations: number): void {
	const { opsPerDay, accessLevel } = store.settings;
	const most = accessLevel === 'explorer' ? Math.min(EXPLORER_OPS, opsPerDay || EXPLORER_OPS) : opsPerDay;
	if (!most || accessLevel === 'standard') return;
	const now = store.now();
	store.spent = store.spent.filter(([at]) => at > now - DAY);
	let used = store.spent.reduce((sum, [, count]) => sum + count, 0);
	if (used + operations <= most) {
		const last = store.spent.at(-1);
		if (last && now - last[0] < 60_000) last[1] += operations;
		else store.spent.push([now, operations]);
		return;
	}
	let free = now + DAY;
	for (const [at, count] of store.spent) {
		used -= count;
		free = at + DAY;
		if (used + operations <= most) break;
	}
	throw exhausted('RESOURCE_EXHAUSTED', `Too many requests. Retry in ${Math.ceil((free - now) / 1000)} seconds.`, 'DEVELOPER', `Number of operations for ${accessLevel} access`, (free - now) / 1000);
}

/** Every call goes through here after its caller is known. */
export function charge(store: AdsStore, customer: string, operations: number): void {
	const { adsError } = store.settings;
	if (adsError && adsError.times > 0) {
		adsError.times--;
		const { family, code, status, message = `${code}, as the sandbox was told to answer.`, retryDelay } = adsError;
		const details = retryDelay === undefined ? undefined : { quotaErrorDetails: { rateScope: 'DEVELOPER', rateName: 'Set in the sandbox', retryDelay } };
		throw new AdsError([{ family, code, message, details }], status);
	}
	checkPace(store, customer);
	checkDay(store, operations);
}

/** What Pinterest counts together: `x-ratelimit-category` in https://github.com/pinterest/api-description. */
export type Limits = Record<string, number>;

/** Calls a minute for an app with standard access. https://developers.pinterest.com/docs/reference/rate-limits/ */
export const usualLimits = (): Limits => ({ org_read: 1000, org_write: 100, org_analytics: 60, ads_read: 1000, ads_write: 400, ads_analytics: 300, ads_conversions: 5000 });

const MINUTE = 60_000;
const DAY = 86_400_000;

export function categoryOf(method: string, path: string): string {
	const area = /^\/v5\/ad_accounts/.test(path) ? 'ads' : 'org';
	if (/\/events$/.test(path)) return 'ads_conversions';
	if (/analytics|\/reports$/.test(path)) return `${area}_analytics`;
	return `${area}_${method === 'GET' ? 'read' : 'write'}`;
}

interface Window {
	/** Which minute or day it is. */
	turn: number;
	used: number;
}

/** What each token has used of each category's allowance. */
export class Rates {
	private readonly windows = new Map<string, Window>();

	/** Takes a place; `left` is below 0 where there is none. `reset` is in seconds. */
	take(key: string, { limit, trial, now }: { limit: number; trial: boolean; now: number }): { left: number; reset: number } {
		const length = trial ? DAY : MINUTE;
		const turn = Math.floor(now / length);
		const known = this.windows.get(key);
		const used = (known?.turn === turn ? known.used : 0) + 1;
		this.windows.set(key, { turn, used });
		return { left: limit - used, reset: Math.max(1, Math.ceil(((turn + 1) * length - now) / 1000)) };
	}

	clear(): void {
		this.windows.clear();
	}
}

import { oneOf, type Setter } from '../../oauth/grantSettings';
import { seed } from '../../seed';
import type { AdsStore } from './store';

export interface AdsSettings {
	/** Operations a day, over a window that slides; 0 is no limit. https://developers.google.com/google-ads/api/docs/access-levels */
	opsPerDay: number;
	/** Requests a second; 0 is no limit. Google does not publish its own. */
	adsQps: number;
	accessLevel: 'test' | 'explorer' | 'basic' | 'standard';
	/** The next so many calls are refused for it. */
	adsError?: { family: string; code: string; status?: number; times: number; message?: string; retryDelay?: string };
	/** So many mutates meet another one that changes the same. */
	concurrentModification: number;
	/** Rows of a page; Google's are 10,000. */
	pageRows: number;
	/** Life of a page token. */
	pageTokenSeconds: number;
	/** The account answers every report with so many made-up rows; with `days`, so many in a report by day of so many days. */
	grow?: { account: string; rows: number; days?: number };
}

export const adsDefaults = (): AdsSettings => ({
	opsPerDay: 15_000,
	adsQps: 0,
	accessLevel: 'basic',
	adsError: undefined,
	concurrentModification: 0,
	pageRows: 10_000,
	pageTokenSeconds: 7200,
	grow: undefined,
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const count =
	(take: (value: number) => void): Setter =>
	(value) => {
		if (!isCount(value)) return 'a whole number, 0 or more';
		take(value);
		return undefined;
	};

/** Settings of Google Ads among those of Google. */
export function adsSetters(store: AdsStore): Record<string, Setter> {
	const { settings } = store;
	return {
		opsPerDay: count((value) => (settings.opsPerDay = value)),
		adsQps: count((value) => (settings.adsQps = value)),
		accessLevel: oneOf(['test', 'explorer', 'basic', 'standard'], (word) => (settings.accessLevel = word)),
		concurrentModification: count((value) => (settings.concurrentModification = value)),
		pageRows: count((value) => (settings.pageRows = value || 10_000)),
		pageTokenSeconds: count((value) => (settings.pageTokenSeconds = value)),
		adsError: (value) => {
			if (value !== null && !(isRecord(value) && typeof value.family === 'string' && typeof value.code === 'string'))
				return 'null, or {"family": "quotaError", "code": "RESOURCE_EXHAUSTED"}, perhaps with "status", "message", "retryDelay" and "times"';
			const { family, code, status, times = 1, message, retryDelay } = isRecord(value) ? value : {};
			settings.adsError =
				value === null
					? undefined
					: {
							family: String(family),
							code: String(code),
							times: isCount(times) ? times : 1,
							...(isCount(status) && { status }),
							...(typeof message === 'string' && { message }),
							...(typeof retryDelay === 'string' && { retryDelay }),
						};
			return undefined;
		},
		grow: (value) => {
			const { account = seed.google.customerId, rows, days } = isRecord(value) ? value : {};
			if (value !== null && (!isCount(rows) || !store.account(String(account)))) return 'null, or {"rows": 1000000}, perhaps with "days" and an "account" of the seed';
			settings.grow = isCount(rows) ? { account: String(account), rows, ...(isCount(days) && days > 0 && { days }) } : undefined;
			return undefined;
		},
	};
}

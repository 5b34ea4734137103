import type { Clock } from '../../world';
import { GraphError } from '../errors';

/** So many calls at once, and so many more a second: what a test makes of Meta's limit by the hour. */
export interface AdsRateLimit {
	calls: number;
	perSecond: number;
	/** 80004 unless given; 613 and 80003 are others that calls of an ad account meet. */
	code?: number;
}

export const isAdsRateLimit = (value: unknown): value is AdsRateLimit => {
	if (typeof value !== 'object' || value === null || !('calls' in value) || !('perSecond' in value)) return false;
	const { calls, perSecond } = value;
	const code = 'code' in value ? value.code : 80004;
	return typeof calls === 'number' && calls > 0 && typeof perSecond === 'number' && perSecond > 0 && typeof code === 'number';
};

const guide = 'For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting#ads-management.';
const texts: Record<number, string> = {
	613: '(#613) Calls to this api have exceeded the rate limit.',
	80000: `(#80000) There have been too many calls from this ad-account. Wait a bit and try again. ${guide}`,
	80003: `(#80003) There have been too many calls to this ad-account. Wait a bit and try again. ${guide}`,
	80004: `(#80004) There have been too many calls to this ad-account. Wait a bit and try again. ${guide}`,
};

/** How full each ad account's bucket is: every call adds one, refused ones too, and it leaks steadily. */
export class AdsLimit {
	private readonly levels = new Map<string, { level: number; at: number }>();

	constructor(private readonly clock: Clock) {}

	count(account: string, limit: AdsRateLimit): void {
		const level = this.levelOf(account, limit) + 1;
		this.levels.set(account, { level, at: this.clock.now() });
		const { code = 80004 } = limit;
		if (level > limit.calls) throw new GraphError(code, texts[code] ?? `(#${code}) Request limit reached`, { subcode: 2446079, transient: false });
	}

	/** Share of the limit in %, minutes until calls are taken again, and seconds until none of it is used. */
	told(account: string, limit: AdsRateLimit): { percent: number; minutes: number; reset: number } {
		const level = this.levelOf(account, limit);
		const over = Math.max(0, level - limit.calls);
		return {
			percent: Math.min(100, (level * 100) / limit.calls),
			minutes: Math.ceil(over / limit.perSecond / 60),
			reset: Math.ceil(level / limit.perSecond),
		};
	}

	private levelOf(account: string, { perSecond }: AdsRateLimit): number {
		const { level, at } = this.levels.get(account) ?? { level: 0, at: 0 };
		return Math.max(0, level - ((this.clock.now() - at) / 1000) * perSecond);
	}
}

import type { Response } from 'express';
import type { Clock } from '../world';
import { AdsLimit } from './ads/limit';
import { GraphError } from './errors';
import type { Settings } from './settings';

/** Calls an hour that count as 100 % while no test sets a limit: high, so that demonstrations never trip over it. */
const roomyPerHour = 20_000;
const minute = 60_000;

const limitTexts: Record<number, string> = {
	4: '(#4) Application request limit reached',
	17: '(#17) User request limit reached',
	32: '(#32) Page request limit reached',
	613: '(#613) Calls to this api have exceeded the rate limit.',
	80001:
		'(#80001) There have been too many calls to this Page account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
	80002:
		'(#80002) There have been too many calls to this Instagram account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
};

/** The business whose quota a call eats. */
export interface Business {
	id: string;
	type: 'pages' | 'instagram' | 'ads_management';
}

/** The code that says so of each of them. */
const businessCodes = { pages: 80001, instagram: 80002, ads_management: 80004 } as const;

const isOfAds = (business: Business | undefined): business is Business => business?.type === 'ads_management';

/** Call counts of the rolling hour by minute, for the app and for each business. */
export class Usage {
	private readonly counts = new Map<string, Map<number, number>>();
	private readonly ads: AdsLimit;

	constructor(
		private readonly clock: Clock,
		private readonly settings: Settings,
	) {
		this.ads = new AdsLimit(clock);
	}

	/** Counts one call; refused calls count too, as at Meta. Throws once the hour's limit is passed. */
	count(business: Business | undefined): void {
		const app = this.add('app');
		const calls = business ? this.add(business.id) : app;
		const { rateLimit: limit, adsRateLimit } = this.settings;
		if (adsRateLimit && isOfAds(business)) this.ads.count(business.id, adsRateLimit);
		if (!limit || calls <= limit.perHour) return;
		const code = limit.code ?? (business === undefined ? 4 : businessCodes[business.type]);
		throw new GraphError(code, limitTexts[code] ?? `(#${code}) Request limit reached`, { transient: code === 4 || code === 17 });
	}

	/** https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers */
	writeHeaders(response: Response, business: Business | undefined): void {
		const app = this.settings.appUsage ?? this.percentages('app');
		response.set('x-app-usage', JSON.stringify(app));
		if (!business) return;
		if (isOfAds(business)) this.writeAdsHeaders(response, business);
		if (isOfAds(business) && this.settings.adInsightsThrottle) response.set('x-fb-ads-insights-throttle', JSON.stringify(this.settings.adInsightsThrottle));
		const own = {
			...this.percentages(business.id),
			estimated_time_to_regain_access: this.regainMinutes(business.id),
			...(isOfAds(business) && this.adsUsage(business.id)),
			...this.settings.businessUsage,
		};
		response.set('x-business-use-case-usage', JSON.stringify({ [business.id]: [{ type: business.type, ...own }] }));
	}

	/** https://developers.facebook.com/docs/marketing-api/overview/rate-limiting */
	private writeAdsHeaders(response: Response, { id }: Business): void {
		const limit = this.settings.adsRateLimit;
		const { percent, reset } = limit ? this.ads.told(id, limit) : { percent: this.percentages(id).call_count ?? 0, reset: 300 };
		const told = { acc_id_util_pct: Number(percent.toFixed(2)), reset_time_duration: reset, ads_api_access_tier: 'standard_access' };
		response.set('x-ad-account-usage', JSON.stringify(told));
	}

	private adsUsage(id: string): Record<string, number> {
		const limit = this.settings.adsRateLimit;
		if (!limit) return {};
		const { percent, minutes } = this.ads.told(id, limit);
		return { call_count: Math.floor(percent), total_cputime: 0, total_time: 0, estimated_time_to_regain_access: minutes };
	}

	private add(key: string): number {
		const now = Math.floor(this.clock.now() / minute);
		const minutes = this.counts.get(key) ?? new Map<number, number>();
		this.counts.set(key, minutes);
		minutes.set(now, (minutes.get(now) ?? 0) + 1);
		return this.total(key);
	}

	private total(key: string): number {
		const minutes = this.counts.get(key);
		if (!minutes) return 0;
		const oldest = Math.floor(this.clock.now() / minute) - 60;
		let total = 0;
		for (const [at, calls] of minutes) {
			if (at <= oldest) minutes.delete(at);
			else total += calls;
		}
		return total;
	}

	private percentages(key: string): Record<string, number> {
		const percent = Math.min(100, Math.floor((this.total(key) * 100) / (this.settings.rateLimit?.perHour ?? roomyPerHour)));
		return { call_count: percent, total_cputime: Math.floor(percent / 3), total_time: Math.floor(percent / 2) };
	}

	/** Minutes until enough of the hour's calls have left the window. */
	private regainMinutes(key: string): number {
		const limit = this.settings.rateLimit?.perHour;
		const minutes = this.counts.get(key);
		if (limit === undefined || !minutes || this.total(key) <= limit) return 0;
		const now = Math.floor(this.clock.now() / minute);
		let left = this.total(key);
		for (const [at, calls] of minutes) {
			left -= calls;
			if (left < limit) return at + 60 - now;
		}
		return 60;
	}
}

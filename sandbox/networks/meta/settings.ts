import { isAdsRateLimit, type AdsRateLimit } from './ads/limit';
import { insightsDefaults, insightsReaders, type InsightsSettings } from './ads/insightsSettings';
import { oneOf, type GrantSettings } from '../oauth/grantSettings';

/** What tests may change through `POST /_sandbox/settings {"meta": {…}}`. */
export interface Settings extends InsightsSettings {
	/** Life of the token a code is exchanged for. Real ones last one to two hours. */
	shortTokenSeconds: number;
	/** Life of the tokens an exchange gives. https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
	longTokenSeconds: number;
	/** Whether exchanging a long-lived token again gives 60 new days; Meta does not document it. */
	exchangeExtends: boolean;
	/** The app setting "Require App Secret": calls without `appsecret_proof` are refused. */
	requireAppSecretProof: boolean;
	/** Permissions the person declines in the consent dialog. */
	declinedScopes: string[];
	tokenEndpoint: GrantSettings['tokenEndpoint'];
	/** Encoding time of videos, reels and Instagram containers. */
	processingSeconds: number;
	/** Bytes the chunked `/videos` upload asks for at a time. */
	videoChunkBytes: number;
	/** Instagram posts per rolling 24 hours. */
	publishingQuota: number;
	/** How many people have seen an Instagram story: with fewer than five it shows no insights. */
	storyViewers: number;
	/** Leaves the next so many parts of batches unanswered: `null`. */
	batchUnanswered: number;
	/** A batch of more parts takes too long: error 960. */
	batchMost: number;
	/** Refuses calls beyond so many an hour; `code` overrides the code that fits the call (4, 80001, 80002). */
	rateLimit?: { perHour: number; code?: number };
	/** Refuses calls about an ad account beyond so many at once and so many more a second. */
	adsRateLimit?: AdsRateLimit;
	/** Percentages put into `x-app-usage` instead of the counted ones. */
	appUsage?: Record<string, number>;
	/** The same for `x-business-use-case-usage`; `estimated_time_to_regain_access` is in minutes. */
	businessUsage?: Record<string, number>;
}

export const defaults: Readonly<Settings> = {
	...insightsDefaults,
	batchUnanswered: 0,
	batchMost: 50,
	shortTokenSeconds: 3600,
	longTokenSeconds: 60 * 86_400,
	exchangeExtends: true,
	requireAppSecretProof: false,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	processingSeconds: 2,
	videoChunkBytes: 4 * 1024 * 1024,
	publishingQuota: 50,
	storyViewers: 100,
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isPercentages = (value: unknown): value is Record<string, number> => isRecord(value) && Object.values(value).every(isCount);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isRateLimit = (value: unknown): value is { perHour: number; code?: number } =>
	isRecord(value) && isCount(value.perHour) && (value.code === undefined || isCount(value.code));

type Reader = (settings: Settings, value: unknown) => boolean;

const countInto =
	(name: 'shortTokenSeconds' | 'longTokenSeconds' | 'processingSeconds' | 'videoChunkBytes' | 'publishingQuota' | 'storyViewers' | 'batchUnanswered' | 'batchMost'): Reader =>
	(settings, value) => {
		if (!isCount(value)) return false;
		settings[name] = value;
		return true;
	};

const flagInto =
	(name: 'exchangeExtends' | 'requireAppSecretProof'): Reader =>
	(settings, value) => {
		if (typeof value !== 'boolean') return false;
		settings[name] = value;
		return true;
	};

/** `null` takes the made-up percentages away again. */
const usageInto =
	(name: 'appUsage' | 'businessUsage'): Reader =>
	(settings, value) => {
		if (value !== null && !isPercentages(value)) return false;
		settings[name] = value ?? undefined;
		return true;
	};

const readers: Record<keyof Settings, Reader> = {
	...insightsReaders,
	batchUnanswered: countInto('batchUnanswered'),
	batchMost: countInto('batchMost'),
	shortTokenSeconds: countInto('shortTokenSeconds'),
	longTokenSeconds: countInto('longTokenSeconds'),
	processingSeconds: countInto('processingSeconds'),
	videoChunkBytes: countInto('videoChunkBytes'),
	publishingQuota: countInto('publishingQuota'),
	storyViewers: countInto('storyViewers'),
	exchangeExtends: flagInto('exchangeExtends'),
	requireAppSecretProof: flagInto('requireAppSecretProof'),
	appUsage: usageInto('appUsage'),
	businessUsage: usageInto('businessUsage'),
	declinedScopes: (settings, value) => {
		if (!isTexts(value)) return false;
		settings.declinedScopes = value;
		return true;
	},
	tokenEndpoint: (settings, value) => oneOf(['ok', 'error200', 'html500'], (mood) => (settings.tokenEndpoint = mood))(value) === undefined,
	adsRateLimit: (settings, value) => {
		if (value !== null && !isAdsRateLimit(value)) return false;
		settings.adsRateLimit = value ?? undefined;
		return true;
	},
	rateLimit: (settings, value) => {
		if (value !== null && !isRateLimit(value)) return false;
		settings.rateLimit = value ?? undefined;
		return true;
	},
};

const isSetting = (name: string): name is keyof Settings => name in readers;

/** Takes one setting over; answers a sentence when it is refused. `others` are the names that are no settings of this kind. */
export function changeSetting(settings: Settings, name: string, value: unknown, others: readonly string[]): string | undefined {
	if (!isSetting(name)) return `meta has no setting "${name}"; it knows ${[...Object.keys(readers), ...others].join(', ')}.`;
	if (!readers[name](settings, value))
		return `meta setting "${name}" cannot be ${JSON.stringify(value)}; see Settings in meta/settings.ts for its shape.`;
	return undefined;
}

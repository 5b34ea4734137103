import type { AdRow } from '../../../model/adRow';
import { plus } from '../../meta/insights/days';
import type { Day, Range } from '../../meta/insights/days';
import type { Account } from '../account';
import { majorUnits } from '../micros';
import { camel } from '../names';
import type { Level, Query, Unit } from './query';

interface Named {
	id?: string;
	name?: string;
	status?: string;
}

type Values = Partial<Record<string, string | number>>;

/** One row as Google gives it: whole numbers are texts, and what is zero or empty is missing. https://developers.google.com/google-ads/api/rest/design/json-mappings */
export interface RawRow {
	customer?: { status?: string };
	campaign?: Named;
	adGroup?: Named;
	adGroupAd?: { ad?: Named; status?: string };
	adGroupCriterion?: { criterionId?: string; keyword?: { text?: string; matchType?: string }; status?: string };
	searchTermView?: { searchTerm?: string; status?: string };
	asset?: Named & { type?: string; textAsset?: { text?: string } };
	adGroupAdAssetView?: { fieldType?: string };
	segments?: Values;
	metrics?: Values;
}

type Head = Pick<AdRow, 'provider' | 'accountId' | 'level'>;
type Subject = Head & Partial<AdRow>;

/** What a row is about, by its level. Each is written out flat, as a million of them may be made. */
const subjects: Readonly<Record<Level, (raw: RawRow, head: Head) => Subject>> = {
	account: ({ customer }, head) => ({ ...head, status: customer?.status }),
	campaign: ({ campaign }, head) => ({ ...head, campaignId: campaign?.id, campaignName: campaign?.name, status: campaign?.status }),
	adGroup: ({ campaign, adGroup }, head) => ({ ...head, campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, status: adGroup?.status }),
	ad: ({ campaign, adGroup, adGroupAd: ad }, head) => ({ ...head, campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, adId: ad?.ad?.id, adName: ad?.ad?.name, status: ad?.status }),
	keyword: ({ campaign, adGroup, adGroupCriterion: { criterionId, keyword, status } = {} }, head) => ({
		...head, campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, keywordId: criterionId, keyword: keyword?.text, matchType: keyword?.matchType, status,
	}),
	searchTerm: ({ campaign, adGroup, searchTermView: { searchTerm, status } = {} }, head) => ({ ...head, campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, searchTerm, status }),
	asset: ({ campaign, adGroup, adGroupAd: ad, asset, adGroupAdAssetView: view }, head) => ({
		...head, campaignId: campaign?.id, campaignName: campaign?.name, adGroupId: adGroup?.id, adGroupName: adGroup?.name, adId: ad?.ad?.id, adName: ad?.ad?.name,
		assetId: asset?.id, asset: asset?.textAsset?.text ?? asset?.name, assetType: asset?.type, assetField: view?.fieldType, status: ad?.status,
	}),
};

/** The same for all rows about the same: its days and devices. */
const keys: Readonly<Record<Level, (raw: RawRow) => string>> = {
	account: () => '',
	campaign: ({ campaign }) => campaign?.id ?? '',
	adGroup: ({ adGroup }) => adGroup?.id ?? '',
	ad: ({ adGroup, adGroupAd }) => `${adGroup?.id}~${adGroupAd?.ad?.id}`,
	keyword: ({ adGroup, adGroupCriterion }) => `${adGroup?.id}~${adGroupCriterion?.criterionId}`,
	searchTerm: ({ adGroup, searchTermView }) => `${adGroup?.id}~${searchTermView?.searchTerm}`,
	asset: ({ adGroup, adGroupAd, asset, adGroupAdAssetView: view }) => `${adGroup?.id}~${adGroupAd?.ad?.id}~${asset?.id}~${view?.fieldType}`,
};

/** More of them are begun anew: search terms hardly ever come again, and may not fill the memory. */
const MANY = 50_000;

/** What a row is about: worked out and kept in memory once for all its days. */
function subjectReader(level: Level, head: Head): (raw: RawRow) => Subject {
	const [subject, keyOf] = [subjects[level], keys[level]];
	const known = new Map<string, Subject>();
	return (raw) => {
		const key = keyOf(raw);
		const found = known.get(key);
		if (found) return found;
		if (known.size >= MANY) known.clear();
		const made = subject(raw, head);
		known.set(key, made);
		return made;
	};
}

const numberOf = (value: string | number | undefined) => (value === undefined ? 0 : Number(value));

const lastDayOf = (unit: Unit, first: Day): Day => {
	if (unit === 'day') return first;
	if (unit === 'week') return plus(first, 6);
	const [year = 0, month = 1] = first.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 + (unit === 'month' ? 1 : 3), 0)).toISOString().slice(0, 10);
};

/** The first and the last day that a row sums up; a span of days that begins in the middle of a week holds only its own days. */
function spanReader(unit: Unit, whole: Range): (segments: Values) => Range {
	if (unit === 'whole') return () => whole;
	const [name, known] = [unit === 'day' ? 'date' : unit, new Map<unknown, Range>()];
	return (segments) => {
		const value = segments[name];
		const found = known.get(value);
		if (found) return found;
		const first = String(value);
		const last = lastDayOf(unit, first);
		const span = { since: first < whole.since ? whole.since : first, until: last > whole.until ? whole.until : last };
		known.set(value, span);
		return span;
	};
}

/** Turns Google's rows into those that all networks have. What all rows share is worked out once. */
export function rowReader({ level, unit, range, breakdowns, metrics, more }: Query, { id: accountId, currency, timeZone }: Account): (raws: readonly RawRow[]) => AdRow[] {
	const subjectOf = subjectReader(level, { provider: 'google', accountId, level });
	const spanOf = spanReader(unit, range);
	const named = breakdowns.map((name) => [name, camel(name)] as const);
	const measured = metrics.map(({ value, micros }) => [value, camel(value), micros, value.endsWith('_share')] as const);
	const breakdownsOf = (segments: Values) => {
		const found: Record<string, string> = {};
		for (const [name, key] of named) found[name] = String(segments[key] ?? (name === 'hour' ? 0 : ''));
		return found;
	};
	const metricsOf = (values: Values) => {
		const found: Record<string, number> = {};
		for (const [name, key, micros, share] of measured) {
			// A share that Google does not tell is not known; it is not 0.
			if (!share || values[key] !== undefined) found[name] = micros ? majorUnits(values[key]) : numberOf(values[key]);
		}
		return found;
	};
	return (raws) => {
		const asOf = new Date().toISOString();
		return raws.map((raw) => {
			const { metrics: values = {}, segments = {} } = raw;
			const { since, until } = spanOf(segments);
			const row: AdRow & { raw?: RawRow } = {
				...subjectOf(raw),
				date: since,
				dateStop: until,
				timeZone,
				currency,
				spend: majorUnits(values.costMicros),
				impressions: numberOf(values.impressions),
				clicks: numberOf(values.clicks),
				conversions: numberOf(values.conversions),
				conversionValue: numberOf(values.conversionsValue),
				breakdowns: breakdownsOf(segments),
				asOf,
			};
			if (measured.length > 0) row.metrics = metricsOf(values);
			if (more) row.raw = raw;
			return row;
		});
	};
}

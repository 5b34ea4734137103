import { invalid } from '../errors';
import type { Meta } from '../state';
import type { Ad, AdAccount, AdSet, Campaign } from './model';
import { add, dayOf, none, partsOf, seedOf, type Part, type Totals } from './insightsDelivery';
import type { Filter, InsightsQuery, Level, Span } from './insightsQuery';
import { effectiveStatus } from './status';

const DAY = 86_400_000;

/** An ad with all that rows say of it, and the time in which it ran. */
export interface Run {
	ad: Ad;
	adSet: AdSet;
	campaign: Campaign;
	seed: number;
	/** Days since 1970 in the account's time zone, with fractions. */
	from: number;
	to: number;
}

/** One row to be: whose delivery, when, and to whom. */
export interface Key {
	runs: readonly Run[];
	unit: Span;
	part: Part;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The account's time in days since 1970. Its offset of today is taken for all days. */
export function localDays(timeZone: string, now: number): (time: number) => number {
	const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	formats.set(timeZone, format);
	const text = format.format(now);
	const offset = Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(now / 1000) * 1000;
	return (time) => (time + offset) / DAY;
}

/** The ads of an account that ever ran, oldest first. */
export function runsOf({ accountId, timeZone }: AdAccount, meta: Meta): Run[] {
	const local = localDays(timeZone, meta.now);
	return meta
		.all('Ad')
		.filter((ad) => ad.accountId === accountId)
		.flatMap((ad) => {
			const adSet = meta.find('AdSet', ad.adSetId);
			const campaign = meta.find('Campaign', adSet?.campaignId);
			if (!adSet || !campaign) return [];
			const running = effectiveStatus(ad, meta) === 'ACTIVE';
			const stopped = Math.max(...[ad, adSet, campaign].filter(({ status }) => status !== 'ACTIVE').map(({ updatedAt }) => updatedAt));
			const [from, to] = [local(ad.createdAt), local(running ? meta.now : stopped)];
			return from < to ? [{ ad, adSet, campaign, seed: seedOf(ad.id), from, to }] : [];
		});
}

export const smallestUnits = (currency: string): number => (['JPY', 'KRW', 'CLP', 'HUF', 'IDR', 'VND'].includes(currency) ? 1 : 100);

/** What a row adds up to. */
export function totalsOf({ runs, unit, part }: Key, currency: string): Totals {
	const sum = none();
	for (const { seed, from, to } of runs) {
		const last = Math.min(unit.last, Math.ceil(to) - 1);
		for (let day = Math.max(unit.first, Math.floor(from)); day <= last; day++) {
			const passed = Math.min(to, day + 1) - Math.max(from, day);
			add(sum, dayOf(seed, day, passed, smallestUnits(currency)), part, seed, day);
		}
	}
	return sum;
}

const idOf: Record<Level, (run: Run) => string> = { account: () => '', campaign: ({ campaign }) => campaign.id, adset: ({ adSet }) => adSet.id, ad: ({ ad }) => ad.id };

function groups(runs: readonly Run[], level: Level): Run[][] {
	const found = new Map<string, Run[]>();
	for (const run of runs) {
		const group = found.get(idOf[level](run));
		if (group) group.push(run);
		else found.set(idOf[level](run), [run]);
	}
	return [...found.values()];
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

function meets(actual: string | number, { operator, value }: Filter): boolean {
	const [wanted = ''] = texts(value);
	switch (operator) {
		case 'EQUAL':
			return String(actual) === wanted;
		case 'NOT_EQUAL':
			return String(actual) !== wanted;
		case 'GREATER_THAN':
			return Number(actual) > Number(wanted);
		case 'GREATER_THAN_OR_EQUAL':
			return Number(actual) >= Number(wanted);
		case 'LESS_THAN':
			return Number(actual) < Number(wanted);
		case 'LESS_THAN_OR_EQUAL':
			return Number(actual) <= Number(wanted);
		case 'IN':
			return texts(value).includes(String(actual));
		case 'NOT_IN':
			return !texts(value).includes(String(actual));
		case 'CONTAIN':
			return String(actual).toLowerCase().includes(wanted.toLowerCase());
		case 'NOT_CONTAIN':
			return !String(actual).toLowerCase().includes(wanted.toLowerCase());
	}
}

/** What a filter looks at in one ad; undefined where it looks at numbers. */
function attributeOf({ field }: Filter, run: Run, meta: Meta): string | undefined {
	const [kind, name] = field.split('.');
	const node = { ad: run.ad, adset: run.adSet, campaign: run.campaign }[kind ?? ''];
	if (!node) return undefined;
	if (name === 'id' || name === 'name') return node[name];
	if (name === 'effective_status') return effectiveStatus(node, meta);
	return name === 'objective' ? String(run.campaign.values.objective) : undefined;
}

/** A measure by Meta's name, in major units. */
function measure(name: string, { impressions, clicks, spend }: Totals, currency: string): number | undefined {
	return { impressions, clicks, spend: spend / smallestUnits(currency) }[name];
}

/** Which rows a report has, in the sandbox's order: by object, then by time. A filter by numbers looks at an object's whole span. */
export function keysOf(query: InsightsQuery, runs: readonly Run[], currency: string, meta: Meta): Key[] {
	const numeric = query.filters.filter(({ field }) => !/\.(id|name|effective_status|objective)$/.test(field));
	const attributes = query.filters.filter((filter) => !numeric.includes(filter));
	const chosen = runs.filter((run) => attributes.every((filter) => meets(attributeOf(filter, run, meta) ?? '', filter)));
	const parts = partsOf(query.breakdowns);
	const span: Span = { first: query.units[0]?.first ?? 0, last: query.units.at(-1)?.last ?? -1 };
	const [whole] = partsOf([]);
	const kept = groups(chosen, query.level).filter((group) =>
		numeric.every((filter) => {
			const total = whole && measure(filter.field.split('.').at(-1) ?? '', totalsOf({ runs: group, unit: span, part: whole }, currency), currency);
			if (total === undefined) throw invalid(`Filtering field "${filter.field}" with operation "${filter.operator}" is not supported`);
			return meets(total, filter);
		}),
	);
	const keys = kept.flatMap((group) => query.units.flatMap((unit) => parts.map((part): Key => ({ runs: group, unit, part })))).filter((key) => Object.values(totalsOf(key, currency)).some((count) => count > 0));
	const { sort } = query;
	if (!sort) return keys;
	const worth = new Map(keys.map((key) => [key, measure(sort.field, totalsOf(key, currency), currency)]));
	if ([...worth.values()].includes(undefined)) throw invalid(`Sorting by ${sort.field} is not supported`);
	return keys.sort((a, b) => ((worth.get(a) ?? 0) - (worth.get(b) ?? 0)) * (sort.descending ? -1 : 1));
}

import { comparable, type Test } from '../gaql/conditions';
import type { Plan } from '../gaql/plan';
import { isNumber, type Field } from '../fields';
import type { AdsStore } from '../store';
import { chance } from './chance';
import { deliver, type Auction } from './delivery';
import { assetsOf } from './assets';
import { Rows, type Row } from './rows';
import { ofConversions, segments as segmentValues } from './segments';
import { addTo, count, metrics, newTally, type Tally } from './tally';

/** A row of a report: its resources, and what was counted. */
interface Counted {
	row: Row;
	segments: Record<string, unknown>;
	tally: Tally;
}

const valueOf = (field: Field, { row, segments, tally }: Counted): unknown => {
	if (field.resource === 'metrics') return metrics[field.name.slice(8)]?.(tally);
	if (field.resource === 'segments') return segments[field.name.slice(9)];
	return field.path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), row);
};

/** Under which keys of the view's rows an auction counts. */
const keysOf: Record<string, (auction: Auction) => string[]> = {
	customer: () => [''],
	campaign: ({ campaign }) => [campaign],
	campaign_budget: ({ budget }) => [budget],
	ad_group: ({ adGroup }) => [adGroup],
	ad_group_ad: ({ ad }) => (ad ? [ad] : []),
	keyword_view: ({ criterion }) => [criterion],
	search_term_view: ({ adGroup, term, lost }) => (lost ? [] : [`${adGroup}\n${term}`]),
	ad_group_ad_asset_view: ({ ad, adResource, draw }) => {
		if (!adResource) return [];
		const assets = assetsOf(adResource);
		const shown = (type: string, most: number) => {
			const all = assets.filter(({ fieldType }) => fieldType === type);
			return Array.from({ length: Math.min(most, all.length) }, (_, index) => all[(Math.floor(chance(draw, 3, most) * all.length) + index) % all.length]);
		};
		return [...shown('HEADLINE', 3), ...shown('DESCRIPTION', 2)].map((asset) => `${ad} ${asset?.fieldType ?? ''} ${asset?.text ?? ''}`);
	},
};

type Filter = Plan['where'];
const passes = (filter: Filter, counted: Counted): boolean => filter.every(({ field, test }: { field: Field; test: Test }) => test(valueOf(field, counted)));

/** All rows that answer a query, in their order. */
export function rowsOf(plan: Plan, store: AdsStore, customer: string): Counted[] {
	const { query, view, segments, measured, where } = plan;
	const rows = new Rows(store, customer);
	const bySegments = where.filter(({ field }) => field.resource === 'segments');
	const byMetrics = where.filter(({ field }) => field.resource === 'metrics');
	const byAttributes = where.filter(({ field }) => field.resource !== 'segments' && field.resource !== 'metrics');
	const blank = (row: Row): Counted => ({ row, segments: {}, tally: newTally() });

	const found = new Map<string, Counted>();
	const kept = new Map<string, Row>();
	for (const { key, row } of rows.of(query.from, view)) {
		if (!passes(byAttributes, blank(row))) continue;
		kept.set(key, row);
		if (!measured || segments.length === 0) found.set(key, blank(row));
	}
	if (measured && view.measured) {
		const names = [...new Set([...segments, ...bySegments.map(({ field }) => field)].map(({ name }) => name.slice(9)))];
		const selected = segments.map(({ name }) => name.slice(9));
		const keys = keysOf[query.from] ?? (() => []);
		const conversionsOnly = names.some(ofConversions);
		const refused = new Set<string>();
		deliver(store, customer, plan.days, (auction) => {
			if (conversionsOnly && !auction.action) return;
			let values: Record<string, unknown> | undefined;
			let suffix = '';
			for (const name of selected) suffix += `\u0000${String(segmentValues[name]?.(auction, store))}`;
			for (const key of keys(auction)) {
				const full = key + suffix;
				let counted = found.get(full);
				if (!counted) {
					if (refused.has(key) || (!kept.has(key) && query.from !== 'search_term_view')) continue;
					const row = kept.get(key) ?? searchTerm(rows, key, view.joins);
					if (query.from === 'search_term_view' && !kept.has(key) && !passes(byAttributes, blank(row))) {
						refused.add(key);
						continue;
					}
					kept.set(key, row);
					values ??= Object.fromEntries(names.map((name) => [name, segmentValues[name]?.(auction, store)]));
					counted = { row, segments: values, tally: newTally() };
					if (!passes(bySegments, counted)) continue;
					found.set(full, counted);
				} else if (bySegments.length && segments.length === 0 && !daysPass(bySegments, auction, store)) continue;
				count(counted.tally, auction);
			}
		});
	}
	const all = [...found.values()].filter((counted) => (segments.length === 0 || !isZero(counted.tally)) && passes(byMetrics, counted));
	return order(all, plan);
}

/** Conditions on dates that are not selected. */
function daysPass(filter: Filter, auction: Auction, store: AdsStore): boolean {
	return filter.every(({ field, test }) => test(segmentValues[field.name.slice(9)]?.(auction, store)));
}

function searchTerm(rows: Rows, key: string, joins: readonly string[]): Row {
	const [adGroup = '', term = ''] = key.split('\n');
	return rows.searchTerm(adGroup, term, joins);
}

/** An auction that was lost is no impression: it makes no row of its own. */
const isZero = ({ impressions, clicks, allConversions }: Tally): boolean => impressions + clicks + allConversions === 0;

function order(rows: Counted[], { orderBy, query }: Plan): Counted[] {
	if (orderBy.length) {
		rows.sort((a, b) => {
			for (const { field, descending } of orderBy) {
				const [left, right] = [comparable(field, valueOf(field, a)), comparable(field, valueOf(field, b))];
				if (left !== right) return left < right === descending ? 1 : -1;
			}
			return 0;
		});
	}
	return query.limit === undefined ? rows : rows.slice(0, query.limit);
}

const isDefault = (value: unknown): boolean => value === undefined || value === null || value === 0 || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
	let inner = target;
	for (const step of path.slice(0, -1)) {
		const next = inner[step];
		inner[step] = typeof next === 'object' && next !== null ? next : {};
		inner = inner[step] as Record<string, unknown>;
	}
	inner[path.at(-1) ?? ''] = value;
}

/** A row as REST's JSON: only what was selected, resource names in any case, without proto3's defaults. */
export function shown(plan: Plan, counted: Counted): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	if (plan.query.parameters.omit_unselected_resource_names !== 'true') {
		const named = new Set([plan.query.from, ...plan.select.map(({ resource }) => resource)]);
		for (const [name, resource] of Object.entries(counted.row)) {
			const wanted = [...named].some((one) => one.replace(/_/g, '') === name.toLowerCase());
			if (wanted && typeof resource === 'object' && resource !== null && 'resourceName' in resource) place(result, [name, 'resourceName'], resource.resourceName);
		}
		if (plan.select.some(({ name }) => name.startsWith('ad_group_ad.ad.'))) {
			const ad = valueOf(adName, counted);
			if (ad !== undefined) place(result, adName.path, ad);
		}
	}
	for (const field of plan.select) {
		const value = valueOf(field, counted);
		if (!isDefault(value)) place(result, field.path, field.type === 'int64' && !Array.isArray(value) ? String(value) : value);
	}
	return result;
}

const adName: Field = { name: 'ad_group_ad.ad.resource_name', resource: 'ad_group_ad', path: ['adGroupAd', 'ad', 'resourceName'], type: 'string', repeated: false, readOnly: false, immutable: true };

/** The metrics of all rows together. */
export function summary(plan: Plan, rows: Counted[]): Record<string, unknown> {
	const sum = newTally();
	for (const { tally } of rows) addTo(sum, tally);
	const result: Record<string, unknown> = {};
	for (const field of plan.select.filter(({ resource }) => resource === 'metrics')) {
		const value = valueOf(field, { row: {}, segments: {}, tally: sum });
		if (!isDefault(value)) place(result, field.path, isNumber(field) && field.type === 'int64' ? String(value) : value);
	}
	return result;
}

export const fieldMaskOf = ({ select }: Plan): string => select.map(({ path }) => path.join('.')).join(',');

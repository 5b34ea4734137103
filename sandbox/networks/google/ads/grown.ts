import { monthName, plusDays, startOfMonth, startOfQuarter, startOfWeek, weekday } from './dates';
import { fault } from './failure';
import type { Field } from './fields';
import type { Plan } from './gaql/plan';
import type { AdsAccount } from './seed';
import type { AdsStore } from './store';

/** One of a row's values as JSON: the same for all days of an entity, the same for all entities of a day, or the row's own. */
type Cell = { by: 'entity' | 'row'; text: (number: number) => string } | { by: 'day'; texts: string[] };

/** A report of made-up rows, written as text right away: only what is asked for is ever in memory. */
export interface Grown {
	rows: number;
	/** Without the LIMIT. */
	total: number;
	/** Rows as JSON, separated by commas. */
	text(from: number, to: number): string;
	/** The metrics of all rows, as JSON. */
	summary(): string;
}

const refusal = (what: string) => fault('queryError', 'QUERY_ERROR', `Error in query: the sandbox's grown account (setting "grow") ${what}.`);

const CAMPAIGN = 30_000_000_000;
const AD_GROUP = 40_000_000_000;
const OWN = 50_000_000_000;
/** Entities of an ad group, ad groups of a campaign. */
const [perGroup, perCampaign] = [20, 4];

/** Of each row; small on purpose, so that a million of them add up without losing anything. */
const numbers: Record<string, (row: number) => number> = {
	impressions: (row) => 20 + ((row * 7919) % 977),
	clicks: (row) => 1 + ((row * 7919) % 97),
	interactions: (row) => 1 + ((row * 7919) % 97),
	cost_micros: (row) => (1 + ((row * 7919) % 97)) * 550_000,
	conversions: (row) => 1 + ((row * 7919) % 7),
	conversions_value: (row) => (1 + ((row * 7919) % 7)) * 45,
	all_conversions: (row) => 1 + ((row * 7919) % 7),
	all_conversions_value: (row) => (1 + ((row * 7919) % 7)) * 45,
	ctr: (row) => (1 + ((row * 7919) % 97)) / (20 + ((row * 7919) % 977)),
	average_cpc: () => 550_000,
};

const idOf = (resource: string): ((entity: number) => string) => {
	if (resource === 'campaign') return (entity) => String(CAMPAIGN + Math.floor(entity / perGroup / perCampaign));
	if (resource === 'ad_group') return (entity) => String(AD_GROUP + Math.floor(entity / perGroup));
	return (entity) => String(OWN + entity);
};

const collections: Record<string, string> = { campaign: 'campaigns', campaign_budget: 'campaignBudgets', ad_group: 'adGroups', ad_group_ad: 'adGroupAds', ad_group_criterion: 'adGroupCriteria', keyword_view: 'keywordViews', search_term_view: 'searchTermViews' };

const quote = (text: string): string => `"${text}"`;
const always = (value: string): Cell => ({ by: 'entity', text: () => value });
const titles: Record<string, string> = { campaign: 'Campagne', ad_group: 'Groupe' };

/** At its own level an entity is the row's, above it is shared by many rows. */
function cellOf(field: Field, from: string, customer: string, { currency, timeZone }: AdsAccount): Cell {
	const { resource, name, type, words } = field;
	const own = resource === from ? idOf('') : idOf(resource);
	const entity = (text: (id: string) => string, id = own): Cell => ({ by: 'entity', text: (number) => quote(text(id(number))) });
	const nameOf = (of: string) => (id: string) => `customers/${customer}/${collections[of] ?? of}/${/^ad_group_|view$/.test(of) ? `${AD_GROUP}~` : ''}${id}`;
	if (resource === 'customer') {
		const values: Record<string, string> = { id: customer, resource_name: `customers/${customer}`, currency_code: currency, time_zone: timeZone };
		const value = values[name.slice(9)];
		if (value !== undefined) return always(quote(value));
	}
	if (/(^|\.)resource_name$/.test(name)) return entity(nameOf(resource));
	if (/\.(id|criterion_id)$/.test(name)) return entity((id) => id);
	const [, parent] = /\.(campaign|ad_group)$/.exec(name) ?? [];
	if (parent !== undefined) return entity(nameOf(parent), idOf(parent));
	if (words) return always(quote(words.has('ENABLED') ? 'ENABLED' : ([...words][0] ?? '')));
	if (type === '{}' || field.repeated) return always('[]');
	if (type === 'bool') return always('true');
	if (type === 'int64') return always('"1000000"');
	return type === 'int32' || type === 'double' ? always('1') : entity((id) => `${titles[resource] ?? 'Annonce'} ${Number(id) % 10_000_000_000}`);
}

const ofDay: Record<string, (day: string) => string> = {
	date: quote,
	week: (day) => quote(startOfWeek(day)),
	month: (day) => quote(startOfMonth(day)),
	quarter: (day) => quote(startOfQuarter(day)),
	year: (day) => day.slice(0, 4),
	day_of_week: (day) => quote(weekday(day)),
	month_of_year: (day) => quote(monthName(day)),
};

function segmentCell(field: Field, days: string[]): Cell {
	const form = ofDay[field.name.slice(9)];
	if (form) return { by: 'day', texts: days.map(form) };
	const words = [...(field.words ?? [])].slice(0, 3);
	if (words.length) return { by: 'row', text: (row) => quote(words[row % words.length] ?? '') };
	return field.type === 'int32' ? { by: 'row', text: (row) => String(row % 24) } : always('"Grown"');
}

/** Undefined when the account is not grown, or the query counts nothing. */
export function grownReport(plan: Plan, store: AdsStore, customer: string): Grown | undefined {
	const { grow } = store.settings;
	const account = store.account(customer);
	if (!grow || !account || grow.account !== customer || !plan.measured) return undefined;
	const byDay = plan.segments.some(({ name }) => name === 'segments.date');
	const days = plan.days && byDay ? listOf(plan.days) : [plan.days?.[0] ?? '2026-01-01'];
	const entities = Math.ceil(grow.rows / (grow.days ?? days.length));
	const all = grow.days === undefined ? grow.rows : entities * days.length;
	const rows = Math.min(all, plan.query.limit ?? all);
	if (plan.orderBy.length) throw refusal('tells its rows in their own order: leave ORDER BY away');

	const cells: Cell[] = [];
	const template: Record<string, unknown> = {};
	const put = (path: readonly string[], cell: Cell) => {
		let inner = template;
		for (const step of path.slice(0, -1)) inner = (inner[step] ??= {}) as Record<string, unknown>;
		const [last = ''] = path.slice(-1);
		if (last in inner) return;
		inner[last] = `\u0001${cells.length}\u0001`;
		cells.push(cell);
	};
	const plain = (field: Field) => cellOf(field, plan.query.from, customer, account);
	if (plan.query.parameters.omit_unselected_resource_names !== 'true') {
		for (const resource of new Set([plan.query.from, ...plan.select.map((field) => field.resource)])) {
			if (resource === 'segments' || resource === 'metrics') continue;
			const name = `${resource}.resource_name`;
			const path = name.split('.').map((step) => step.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
			put(path, plain({ name, resource, path, type: 'string', repeated: false, readOnly: true, immutable: true }));
		}
	}
	for (const field of plan.select) {
		if (field.resource === 'segments') put(field.path, segmentCell(field, days));
		else if (field.resource === 'metrics') put(field.path, metricCell(field));
		else put(field.path, plain(field));
	}
	for (const { field, test } of plan.where) {
		if (field.name === 'segments.date') continue;
		const fits = field.resource === 'metrics' ? test(1) && test(500) : test(JSON.parse(textOf(plain(field))));
		if (!fits) throw refusal(`has only rows that are alike, so it cannot filter on ${field.name}`);
	}
	const writer = writerOf(template, cells, days.length);
	const text = (first: number, end: number) => writer(first, Math.min(end, rows));
	return { rows, total: all, text, summary: () => JSON.stringify({ metrics: Object.fromEntries(plan.select.filter(({ resource }) => resource === 'metrics').map((field) => [field.path[1], sumOf(field, rows)])) }) };
}

const textOf = (cell: Cell): string => (cell.by === 'day' ? (cell.texts[0] ?? '""') : cell.text(0));

/** Writes rows by putting each cell between the parts of the template that all rows share. What is the entity's is written once for all its days. */
function writerOf(template: object, cells: Cell[], days: number): (first: number, end: number) => string {
	const json = JSON.stringify(template);
	const order = [...json.matchAll(/"\\u0001(\d+)\\u0001"/g)].flatMap(([, index]) => cells[Number(index)] ?? []);
	const [head = '', ...parts] = json.split(/"\\u0001\d+\\u0001"/);
	/** Cells of one entity, joined with the parts around them until the next cell that is not the entity's. */
	const steps: { entity: ((number: number) => string)[]; tail: string[]; then?: Cell }[] = [{ entity: [], tail: [] }];
	for (const [index, cell] of order.entries()) {
		const part = parts[index] ?? '';
		const last = steps.at(-1);
		if (cell.by === 'entity') {
			last?.entity.push(cell.text);
			last?.tail.push(part);
		} else {
			if (last) last.then = cell;
			steps.push({ entity: [() => ''], tail: [part] });
		}
	}
	const fixed = (entity: number) => steps.map(({ entity: texts, tail }) => texts.reduce((out, one, index) => out + one(entity) + (tail[index] ?? ''), ''));
	const values = steps.flatMap(({ then }) => then ?? []).map((cell) => (cell.by === 'day' ? (_row: number, day: number) => cell.texts[day] ?? '""' : (row: number) => cell.text(row)));
	return (first, end) => {
		let out = '';
		let [known, around] = [-1, [] as string[]];
		for (let row = first; row < end; row++) {
			const entity = Math.floor(row / days);
			if (entity !== known) [known, around] = [entity, fixed(entity)];
			out += (row > first ? ',' : '') + head + (around[0] ?? '');
			for (let index = 0; index < values.length; index++) out += (values[index]?.(row, row - entity * days) ?? '') + (around[index + 1] ?? '');
		}
		return out;
	};
}

function metricCell({ name, type }: Field): Cell {
	const number = numbers[name.slice(8)] ?? (() => 1);
	return { by: 'row', text: type === 'int64' ? (row) => `"${number(row)}"` : (row) => String(number(row)) };
}

function sumOf({ name, type }: Field, rows: number): string | number {
	const number = numbers[name.slice(8)] ?? (() => 1);
	let sum = 0;
	for (let row = 0; row < rows; row++) sum += number(row);
	return type === 'int64' ? String(sum) : sum;
}

function listOf([from, to]: [string, string]): string[] {
	const days: string[] = [];
	for (let day = from; day <= to && days.length < 4000; day = plusDays(day, 1)) days.push(day);
	return days;
}

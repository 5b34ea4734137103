import type { Span } from '../dates';
import { fault, type AdsError } from '../failure';
import { fields, type Field } from '../fields';
import { views, type View } from '../views';
import { checkChangeEvents } from './changeRules';
import { testOf, type Test } from './conditions';
import { parseQuery, type Query } from './parse';
import { CORE_DATES, reportedDays } from './span';

/** A query that can be answered. */
export interface Plan {
	query: Query;
	view: View;
	select: Field[];
	segments: Field[];
	/** The report counts something: it has metrics or segments. */
	measured: boolean;
	hasMetrics: boolean;
	where: { field: Field; test: Test }[];
	orderBy: { field: Field; descending: boolean }[];
	days?: Span;
}

export interface Asker {
	manager: boolean;
	/** Of the account's time zone. */
	today: string;
}

const error = (code: string, message: string): AdsError => fault('queryError', code, `Error in query: ${message}`);

const conversionSegments = /^segments\.conversion_action/;
const conversionMetrics = /^metrics\.(all_)?conversions(_value)?$|^metrics\.(value_per_|cost_per_)?(all_)?conversions?$/;
const shareMetrics = /^metrics\.search_(\w+_)?impression_share$/;
const limited = /^segments\.(search_term_match_type|keyword\.)/;

/** Checks a query as Google does, in its order: names, then what goes together, then dates. @throws AdsError */
export function planOf(text: string, asker: Asker): Plan {
	const query = parseQuery(text);
	const view = views[query.from];
	if (!view)
		throw error('BAD_RESOURCE_TYPE_IN_FROM_CLAUSE', `invalid resource type in FROM clause: '${query.from}'. The sandbox does not know the resource ${query.from}; it knows ${Object.keys(views).join(', ')}.`);
	const known = (name: string): Field => {
		const field = fields.get(name);
		if (field) return field;
		throw error('UNRECOGNIZED_FIELD', `unrecognized field in the query: '${name}'. The sandbox does not know the field ${name}.`);
	};
	const select = [...new Set(query.select)].map(known);
	const where = query.where.map((condition) => ({ field: known(condition.field), condition }));
	const orderBy = query.orderBy.map(({ field, descending }) => ({ field: known(field), descending }));
	const selects = (field: Field) => select.includes(field);
	const joined = ({ resource }: Field) => resource === query.from || view.joins.includes(resource) || resource === 'segments' || resource === 'metrics';
	const all = [...select, ...where.map(({ field }) => field)];

	for (const field of select) if (!joined(field)) throw error('PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE', `cannot select ${field.name} FROM ${query.from}.`);
	for (const { field } of where) {
		if (!joined(field)) throw error('PROHIBITED_RESOURCE_TYPE_IN_WHERE_CLAUSE', `cannot filter on ${field.name} FROM ${query.from}.`);
		if (field.type === '{}') throw error('PROHIBITED_FIELD_IN_WHERE_CLAUSE', `${field.name} is a message and cannot be filtered.`);
		if (field.resource === 'segments' && !selects(field) && !CORE_DATES.includes(field.name))
			throw error('EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE', `the following field must be present in SELECT clause: '${field.name}'.`);
	}
	for (const { field } of orderBy) {
		if (field.type === '{}' || field.repeated) throw error('PROHIBITED_FIELD_IN_ORDER_BY_CLAUSE', `${field.name} cannot be ordered by.`);
		const present = field.resource === 'segments' || field.resource === 'metrics' ? selects(field) : field.resource === query.from || select.some(({ resource }) => resource === field.resource);
		if (!present) throw error('EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE', `the following field must be present in SELECT clause: '${field.name}'.`);
	}
	checkMeasures(query.from, view, all, asker);
	const segments = select.filter(({ resource }) => resource === 'segments');
	const tests = where.map(({ field, condition }) => ({ field, test: testOf(field, condition, asker.today) }));
	const days = reportedDays(query.where, asker.today, segments.some(({ name }) => CORE_DATES.includes(name)));
	if (query.from === 'change_event') checkChangeEvents(query, asker.today);
	const hasMetrics = all.some(({ resource }) => resource === 'metrics');
	return { query, view, select, segments, measured: hasMetrics || segments.length > 0, hasMetrics, where: tests, orderBy, days };
}

function checkMeasures(from: string, view: View, used: Field[], asker: Asker): void {
	const metrics = used.filter(({ resource }) => resource === 'metrics');
	const segments = used.filter(({ resource }) => resource === 'segments');
	for (const { name } of metrics) {
		const prohibited = !view.measured || (shareMetrics.test(name) && !view.shares?.some((share) => `metrics.${share}` === name));
		if (prohibited) throw error('PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE', `cannot select or filter on the metric ${name} FROM ${from}.`);
	}
	for (const { name } of segments) {
		const prohibited = !view.measured || (limited.test(name) && !view.segments?.some((segment) => `segments.${segment}` === name));
		if (prohibited) throw error('PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE', `cannot select or filter on the segment ${name} FROM ${from}.`);
	}
	for (const segment of segments) {
		const refused = metrics.find(({ name }) => (conversionSegments.test(segment.name) && !conversionMetrics.test(name)) || (segment.name === 'segments.hour' && shareMetrics.test(name)));
		if (refused) throw error('PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE', `cannot select or filter on the segment ${segment.name} with the metric ${refused.name}.`);
	}
	if (asker.manager && metrics.length)
		throw error('REQUESTED_METRICS_FOR_MANAGER', 'metrics cannot be requested for a manager account. Issue separate requests against each client account under the manager account.');
}

import { fault } from './failure';
import { fields, fieldsOf, type Field } from './fields';
import { comparable, testOf } from './gaql/conditions';
import { parseFieldQuery } from './gaql/parse';
import { views } from './views';

const dataTypes: Record<string, string> = { string: 'STRING', int64: 'INT64', int32: 'INT32', double: 'DOUBLE', bool: 'BOOLEAN', date: 'DATE', datetime: 'STRING', '{}': 'MESSAGE' };
const isName = (name: string): boolean => name.endsWith('resource_name') || /\.(campaign|ad_group|asset|campaign_budget|shared_set|client_customer|conversion_action)$/.test(name);

function describe(field: Field): Record<string, unknown> {
	const { name, resource, words, type, repeated } = field;
	const category = resource === 'segments' ? 'SEGMENT' : resource === 'metrics' ? 'METRIC' : 'ATTRIBUTE';
	return {
		resourceName: `googleAdsFields/${name}`,
		name,
		category,
		selectable: true,
		filterable: type !== '{}',
		sortable: type !== '{}' && !repeated,
		dataType: words ? 'ENUM' : type === 'string' && isName(name) ? 'RESOURCE_NAME' : dataTypes[type],
		isRepeated: repeated,
		...(words && { enumValues: [...words] }),
		selectableWith: Object.entries(views).flatMap(([from, view]) => (category === 'ATTRIBUTE' ? (view.joins.includes(resource) ? [from] : []) : view.measured ? [from] : [])),
	};
}

function describeResource(name: string): Record<string, unknown> {
	const { joins = [], measured } = views[name] ?? {};
	const list = (resource: string) => (measured ? fieldsOf(resource).map((field) => field.name) : []);
	return { resourceName: `googleAdsFields/${name}`, name, category: 'RESOURCE', selectable: true, filterable: false, sortable: false, attributeResources: [...joins], metrics: list('metrics'), segments: list('segments') };
}

const catalogue = [...Object.keys(views).map(describeResource), ...[...fields.values()].map(describe)];

const column = (name: string, type: string): Field => ({ name, resource: '', path: [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())], type, repeated: /_values$|_with$|_resources$|^metrics$|^segments$/.test(name), readOnly: true, immutable: false });
const columns = new Map(
	['name', 'category', 'data_type', 'type_url', 'enum_values', 'selectable_with', 'attribute_resources', 'metrics', 'segments', 'resource_name']
		.map((name) => [name, column(name, 'string')] as const)
		.concat(['selectable', 'filterable', 'sortable', 'is_repeated'].map((name) => [name, column(name, 'bool')] as const)),
);

/** `googleAdsFields:search`: what can be asked for. https://developers.google.com/google-ads/api/docs/concepts/field-service */
export function searchFields({ query, pageSize = 10_000, pageToken = '0' }: Record<string, unknown>): object {
	const { select, where, orderBy, limit } = parseFieldQuery(String(query ?? ''));
	const known = (name: string): Field => {
		const found = columns.get(name);
		if (!found) throw fault('queryError', 'UNRECOGNIZED_FIELD', `Error in query: unrecognized field in the query: '${name}'.`);
		return found;
	};
	const chosen = select.map(known);
	const tests = where.map((condition) => ({ field: known(condition.field), test: testOf(known(condition.field), condition, '') }));
	const valueOf = (row: Record<string, unknown>, field: Field) => row[field.path[0] ?? ''];
	const found = catalogue.filter((row) => tests.every(({ field, test }) => test(valueOf(row, field))));
	for (const { field: name, descending } of [...orderBy].reverse()) {
		const field = known(name);
		found.sort((a, b) => (comparable(field, valueOf(a, field)) < comparable(field, valueOf(b, field)) === descending ? 1 : -1));
	}
	const all = limit === undefined ? found : found.slice(0, limit);
	const [from, to] = [Number(pageToken), Number(pageToken) + (Number(pageSize) || 10_000)];
	const isTold = (value: unknown) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
	const results = all.slice(from, to).map((row) => Object.fromEntries([['resourceName', row.resourceName], ...chosen.map((field) => [field.path[0] ?? '', valueOf(row, field)] as const).filter(([, value]) => isTold(value))]));
	return { results, ...(all.length > to && { nextPageToken: String(to) }), totalResultsCount: String(all.length) };
}

/** `googleAdsFields/{name}` */
export const fieldNamed = (name: string): object | undefined => catalogue.find((row) => row.name === name);

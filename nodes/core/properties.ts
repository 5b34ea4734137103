import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation } from './operation';

/** `mediaInsight` → `Media Insight` */
const titled = (name: string) => name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options', noDataExpression: true } satisfies Partial<INodeProperties>;

function resourceMenu(operations: readonly Operation[]): INodeProperties {
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	const options = resources.map((value) => ({ name: titled(value), value })).sort(byName);
	return { displayName: 'Resource', name: 'resource', ...menu, options, default: resources[0] ?? '' };
}

function operationMenu(resource: string, operations: readonly Operation[]): INodeProperties {
	const options = operations
		.map(({ operation: value, name, action, description }) => ({ name, value, action, description }))
		.sort(byName);
	return {
		displayName: 'Operation',
		name: 'operation',
		...menu,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: operations[0]?.operation ?? '',
	};
}

function fieldsOf({ resource, operation, fields }: Operation): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
		},
	}));
}

/** The node's whole panel, derived from its operations: resource menu, an operation menu for each resource, fields. */
export function propertiesOf(operations: readonly Operation[]): INodeProperties[] {
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	return [
		resourceMenu(operations),
		...resources.map((resource) => operationMenu(resource, operations.filter((one) => one.resource === resource))),
		...operations.flatMap(fieldsOf),
	];
}

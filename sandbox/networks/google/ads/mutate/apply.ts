import { AdsError, fault, within, type PathElement } from '../failure';
import { partsOf, type Resource } from '../store';
import { camel } from '../fields';
import type { Context, Kind } from './kind';
import { kinds } from './kinds';
import { maskOf } from './mask';
import { at, having, pathsOf, readResource } from './shape';

/** One operation, its JSON read. */
export interface Operation {
	collection: string;
	kind: Kind;
	create?: Resource;
	update?: Resource;
	updateMask?: unknown;
	remove?: string;
	/** Where it stands in the request. */
	path: PathElement[];
	index: number;
}

/** Temporary names of one request, and what became of them. */
export class TemporaryNames {
	private readonly made = new Map<string, string>();
	private readonly failed = new Set<string>();
	take(name: string): void {
		if (this.made.has(name) || this.failed.has(name)) throw fault('newResourceCreationError', 'DUPLICATE_TEMP_IDS', `The temporary ID is used twice: '${name}'.`);
		this.failed.add(name);
	}
	give(name: string, real: string): void {
		this.failed.delete(name);
		this.made.set(name, real);
	}
	/** The value with the real names in place of the temporary ones. */
	resolve<T>(value: T): T {
		const text = JSON.stringify(value, (_key, one: unknown) => {
			if (typeof one !== 'string' || !/\/-\d+$/.test(one)) return one;
			if (this.failed.has(one)) throw fault('newResourceCreationError', 'TEMP_ID_RESOURCE_HAD_ERRORS', `The resource with the temporary ID could not be made: '${one}'.`);
			return this.made.get(one) ?? one;
		});
		return JSON.parse(text);
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the JSON of an operation, without looking at the account. */
export function readOperation(collection: string, kind: Kind, value: unknown, where: string, rest: Pick<Operation, 'path' | 'index'>): Operation {
	const { create, update, remove, updateMask } = isRecord(value) ? value : {};
	return {
		collection,
		kind,
		...(create !== undefined && { create: readResource(kind.resource, create, `${where}.create`) }),
		...(update !== undefined && { update: readResource(kind.resource, update, `${where}.update`) }),
		...(typeof remove === 'string' && remove && { remove }),
		updateMask,
		...rest,
	};
}

/** Does one operation. Answers the resource name. @throws AdsError with the place of what is wrong */
export function apply(operation: Operation, context: Context, names: TemporaryNames, by: { user: string; client: string }): string {
	const verbs = (['create', 'update', 'remove'] as const).filter((verb) => operation[verb] !== undefined);
	const [verb] = verbs;
	if (verb === undefined || verbs.length > 1) throw within(fault('requestError', 'OPERATION_REQUIRED', 'Mutate operation should have either create, update, or remove specified.'), ...operation.path);
	try {
		if (verb === 'create') return create(operation, context, names, by);
		return verb === 'update' ? update(operation, context, names, by) : remove(operation, context, names, by);
	} catch (error) {
		if (!(error instanceof AdsError)) throw error;
		const inMask = error.faults[0]?.path?.[0]?.fieldName === 'update_mask' || error.faults[0]?.path?.[0]?.fieldName === verb;
		throw within(error, ...operation.path, ...(inMask ? [] : [{ fieldName: verb }]));
	}
}

type By = Parameters<typeof apply>[3];

function create({ collection, kind, create: given }: Operation, context: Context, names: TemporaryNames, by: By): string {
	const { store, customer } = context;
	const { resourceName: temporary, ...values } = given ?? { resourceName: '' };
	if (temporary) {
		const [owner, group, id] = partsOf(temporary);
		if (owner !== customer || group !== collection) throw fault('requestError', 'RESOURCE_NAME_MALFORMED', `Resource name '${temporary}' is malformed.`, { path: [{ fieldName: 'resource_name' }] });
		if (!/(^|~)-\d+$/.test(id)) throw fault('newResourceCreationError', 'CANNOT_SET_ID_FOR_CREATE', 'Do not set the id field while creating new resources.', { path: [{ fieldName: 'resource_name' }] });
		names.take(temporary);
	}
	const own = names.resolve(values);
	if (at(own, kind.id.split('.')) !== undefined && kind.id !== 'sharedSet') throw fault('newResourceCreationError', 'CANNOT_SET_ID_FOR_CREATE', 'Do not set the id field while creating new resources.');
	if (own.status === 'REMOVED') throw fault('operationAccessDeniedError', 'CREATE_AS_REMOVED_NOT_PERMITTED', 'A resource cannot be created as removed.', { path: [{ fieldName: 'status' }] });
	const changed = pathsOf(own, kind.resource);
	const drafted = kind.create({ ...own, resourceName: '' }, context);
	const id = kind.id === 'sharedSet' ? (partsOf(String(drafted.sharedSet))[2] ?? '') : store.newId();
	const parent = kind.parent ? `${partsOf(String(drafted[kind.parent]))[2]}~` : '';
	const resourceName = `customers/${customer}/${collection}/${parent}${id}`;
	if (store.get(resourceName) && store.get(resourceName)?.status !== 'REMOVED') throw fault('mutateError', 'RESOURCE_ALREADY_EXISTS', `Resource already exists: '${resourceName}'.`);
	const resource: Resource = { ...(kind.id === 'sharedSet' ? drafted : having(drafted, kind.id.split('.'), id)), resourceName };
	store.put(resource);
	if (temporary) names.give(temporary, resourceName);
	store.record({ resourceName, operation: 'CREATE', ...by, is: resource, changed });
	return resourceName;
}

function existing(resourceName: string, collection: string, { store, customer }: Context): Resource {
	const [owner, group] = partsOf(resourceName);
	if (group !== collection) throw fault('requestError', 'RESOURCE_NAME_MALFORMED', `Resource name '${resourceName}' is malformed: expected 'customers/${customer}/${collection}/{id}'.`);
	const found = owner === customer ? store.get(resourceName) : undefined;
	if (!found) throw fault('mutateError', 'RESOURCE_NOT_FOUND', 'Resource was not found.', { trigger: { stringValue: resourceName } });
	if (found.status === 'REMOVED') throw fault('contextError', 'OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE', 'The operation is not allowed for removed resources.', { trigger: { stringValue: resourceName } });
	return found;
}

function update({ collection, kind, update: given, updateMask, index }: Operation, context: Context, names: TemporaryNames, by: By): string {
	const wanted = names.resolve(given ?? { resourceName: '' });
	if (!wanted.resourceName) throw fault('requestError', 'RESOURCE_NAME_MISSING', 'Resource name is required for this request.', { path: [{ fieldName: 'update' }, { fieldName: 'resource_name' }] });
	const fields = maskOf(updateMask, kind.resource, index);
	const before = existing(wanted.resourceName, collection, context);
	if (!kind.update) throw fault('mutateError', 'MUTATE_NOT_ALLOWED', `Mutates of this kind are not allowed: ${collection} can be created and removed only.`);
	const paths = fields.map(({ name }) => name.slice(kind.resource.length + 1));
	let after: Record<string, unknown> = before;
	for (const { path } of fields) after = having(after, path.slice(1), at(wanted, path.slice(1)));
	if (after.status === 'REMOVED') throw fault('requestError', 'INVALID_ENUM_VALUE', 'Enum value REMOVED is not permitted: use a remove operation.', { path: [{ fieldName: 'status' }] });
	const stored = kind.update({ ...after, resourceName: before.resourceName }, before, paths, context);
	const changed = paths.filter((path) => JSON.stringify(at(before, path.split('.').map(camel))) !== JSON.stringify(at(stored, path.split('.').map(camel))));
	if (changed.length) {
		context.store.put(stored);
		context.store.record({ resourceName: before.resourceName, operation: 'UPDATE', ...by, was: before, is: stored, changed });
	}
	return before.resourceName;
}

function remove({ collection, kind, remove: given = '' }: Operation, context: Context, names: TemporaryNames, by: By): string {
	const before = existing(names.resolve(given), collection, context);
	kind.remove?.(before, context);
	const { resourceName } = before;
	if (kind.leavesTrace) context.store.put({ ...before, status: 'REMOVED' });
	else context.store.drop(resourceName);
	context.store.record({ resourceName, operation: 'REMOVE', ...by, was: before, changed: kind.leavesTrace ? ['status'] : [] });
	return resourceName;
}

export const kindNamed = (resource: string): [collection: string, kind: Kind] | undefined => Object.entries(kinds).find(([, kind]) => camel(kind.resource) === resource);

import { described } from '../derived';
import { AdsError, fault, partialFailure, type Fault } from '../failure';
import { camel } from '../fields';
import type { AdsStore } from '../store';
import { adName, adTexts, asAdGroupAd } from './adTexts';
import { apply, kindNamed, readOperation, TemporaryNames, type Operation } from './apply';
import { kinds } from './kinds';
import type { Context } from './kind';
import { unknownName, unparsable } from './shape';

/** https://developers.google.com/google-ads/api/docs/best-practices/quotas */
const MOST_OPERATIONS = 10_000;

export interface Caller {
	customer: string;
	user: string;
}

interface Options {
	partialFailure: boolean;
	validateOnly: boolean;
	whole: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readOptions(fields: Record<string, unknown>, list: string): Options & { operations: unknown[] } {
	const { [list]: operations = [], partialFailure = false, validateOnly = false, responseContentType = 'RESOURCE_NAME_ONLY', ...others } = fields;
	const [unknown] = Object.keys(others).filter((name) => name !== 'customerId');
	if (unknown !== undefined) throw unparsable(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`, '');
	if (!Array.isArray(operations)) throw unparsable(`Invalid value at '${list}', it must be a list`, list);
	for (const [name, value] of Object.entries({ partial_failure: partialFailure, validate_only: validateOnly })) if (typeof value !== 'boolean') throw unparsable(`Invalid value at '${name}' (TYPE_BOOL), ${JSON.stringify(value)}`, name);
	if (!['RESOURCE_NAME_ONLY', 'MUTABLE_RESOURCE', 'UNSPECIFIED'].includes(String(responseContentType)))
		throw unparsable(`Invalid value at 'response_content_type' (type.googleapis.com/google.ads.googleads.v25.enums.ResponseContentTypeEnum.ResponseContentType), ${JSON.stringify(responseContentType)}`, 'response_content_type');
	if (operations.length === 0) throw fault('mutateError', 'MUTATE_NOT_ALLOWED', 'The request has no operations.');
	if (operations.length > MOST_OPERATIONS) throw fault('requestError', 'TOO_MANY_MUTATE_OPERATIONS', `Too many operations in the request: at most ${MOST_OPERATIONS}.`);
	return { operations, partialFailure: partialFailure === true, validateOnly: validateOnly === true, whole: responseContentType === 'MUTABLE_RESOURCE' };
}

/** All or nothing, or each by itself; with `validateOnly` nothing in any case. */
function run(store: AdsStore, { customer, user }: Caller, operations: Operation[], { partialFailure: partial, validateOnly }: Options): { names: (string | undefined)[]; faults: Fault[] } {
	const account = store.account(customer);
	if (!account || account.manager) throw fault('requestError', 'CANNOT_BE_EXECUTED_BY_MANAGER_ACCOUNT', 'Request cannot be executed by a manager account.');
	if (store.settings.concurrentModification > 0) {
		store.settings.concurrentModification--;
		throw fault('databaseError', 'CONCURRENT_MODIFICATION', 'Multiple requests were attempting to modify the same resource at once. Retry the request.');
	}
	const context: Context = { store, customer, account };
	const temporary = new TemporaryNames();
	const faults: Fault[] = [];
	const names = store.attempt(() => {
		const done = operations.map((operation) => {
			try {
				return store.attempt(() => apply(operation, context, temporary, { user, client: 'GOOGLE_ADS_API' }));
			} catch (error) {
				if (!(error instanceof AdsError)) throw error;
				faults.push(...error.faults);
				return undefined;
			}
		});
		if (faults.length && !partial) throw new AdsError(faults);
		return done;
	}, !validateOnly);
	return { names, faults };
}

/** How many operations a request is charged with. */
export const chargeOf = (fields: Record<string, unknown>): number => [fields.operations, fields.mutateOperations].reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0) || 1;

/** `customers/{id}/{collection}:mutate`. https://developers.google.com/google-ads/api/docs/mutating/overview */
export function mutate(store: AdsStore, caller: Caller & { collection: string }, fields: Record<string, unknown>): object | undefined {
	const texts = caller.collection === 'ads';
	const kind = kinds[caller.collection];
	if (!kind) return undefined;
	if ('responseContentType' in fields && silent.includes(caller.collection)) throw unparsable('Invalid JSON payload received. Unknown name "responseContentType": Cannot find field.', '');
	const { operations, ...options } = readOptions(fields, 'operations');
	const read = operations.map((operation, index) => {
		const where = `operations[${index}]`;
		for (const name of isRecord(operation) ? Object.keys(operation) : []) if (!['create', 'update', 'updateMask', 'remove', ...(extras[caller.collection] ?? [])].includes(name)) throw unknownName(name, where);
		return readOperation(texts ? 'adGroupAds' : caller.collection, kind, texts ? asAdGroupAd(store, caller.customer, operation) : operation, where, { path: [{ fieldName: 'operations', index }], index });
	});
	const { names, faults } = run(store, caller, read, options);
	if (options.validateOnly && !faults.length) return {};
	const result = (name?: string) => (name === undefined ? {} : { resourceName: texts ? adName(name) : name, ...(options.whole && { [camel(kind.resource)]: told(store, name) }) });
	return { ...(faults.length && { partialFailureError: partialFailure(faults) }), ...(!options.validateOnly && { results: names.map(result) }) };
}

/** Whose mutates tell names only. */
const silent = ['userLists'];
/** What else an operation may say. */
const extras: Readonly<Record<string, string[]>> = { adGroupAds: ['policyValidationParameter'], adGroupCriteria: ['exemptPolicyViolationKeys'] };

const told = (store: AdsStore, name: string): object | undefined => {
	const resource = store.get(name);
	return resource && Object.fromEntries(Object.entries(described(resource, store)).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)));
};

/** `customers/{id}/googleAds:mutate`: several kinds at once. https://developers.google.com/google-ads/api/docs/mutating/bulk-mutate */
export function mutateAll(store: AdsStore, caller: Caller, fields: Record<string, unknown>): object {
	const { operations, ...options } = readOptions(fields, 'mutateOperations');
	const read = operations.map((operation, index) => {
		const where = `mutate_operations[${index}]`;
		const [[name, value] = ['', undefined], ...more] = Object.entries(isRecord(operation) ? operation : {});
		const texts = name === 'adOperation';
		const found: ReturnType<typeof kindNamed> = texts ? ['adGroupAds', adTexts] : /Operation$/.test(name) ? kindNamed(name.replace(/Operation$/, '')) : undefined;
		if (!found) throw name ? unknownName(name, where) : fault('requestError', 'OPERATION_REQUIRED', 'The mutate operation is empty.', { path: [{ fieldName: 'mutate_operations', index }] });
		if (more.length) throw unparsable(`Invalid value at '${where}' (oneof), oneof field 'operation' is already set. Cannot set '${more[0]?.[0] ?? ''}'`, where);
		const [collection, kind] = found;
		const path = [{ fieldName: 'mutate_operations', index }, { fieldName: `${kind.resource}_operation` }];
		return readOperation(collection, kind, texts ? asAdGroupAd(store, caller.customer, value) : value, `${where}.${kind.resource}_operation`, { path, index });
	});
	const { names, faults } = run(store, caller, read, options);
	if (options.validateOnly && !faults.length) return {};
	const result = (name: string | undefined, index: number) => {
		const resource = camel(read[index]?.kind.resource ?? '');
		if (name !== undefined && read[index]?.kind === adTexts) return { adResult: { resourceName: adName(name) } };
		return name === undefined ? {} : { [`${resource}Result`]: { resourceName: name, ...(options.whole && { [resource]: told(store, name) }) } };
	};
	return { ...(faults.length && { partialFailureError: partialFailure(faults) }), ...(!options.validateOnly && { mutateOperationResponses: names.map(result) }) };
}

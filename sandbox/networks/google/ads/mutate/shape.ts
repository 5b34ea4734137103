import { statusBody, Refused } from '../../errors';
import { camel, fieldsOf, type Field } from '../fields';
import type { Resource } from '../store';

/** What a message may hold, by its names in JSON. */
interface Shape {
	fields: Map<string, Field>;
	inner: Map<string, Shape>;
}

/** Messages inside lists, which the field table does not look into. */
const listed: Readonly<Record<string, readonly string[]>> = {
	'ad_group_ad.ad.responsive_search_ad.headlines': ['text', 'pinnedField'],
	'ad_group_ad.ad.responsive_search_ad.descriptions': ['text', 'pinnedField'],
};
const parameters = ['key', 'value'];

const shapes = new Map<string, Shape>();

/** A message may be given with nothing in it, which is how a bidding strategy without settings is named. */
const emptyMessages: Readonly<Record<string, readonly string[]>> = { campaign: ['manualCpc', 'maximizeConversions', 'maximizeConversionValue', 'targetSpend'] };

export function shapeOf(resource: string): Shape {
	const known = shapes.get(resource);
	if (known) return known;
	const root: Shape = { fields: new Map(), inner: new Map() };
	const nested = (shape: Shape, name: string): Shape => {
		const next = shape.inner.get(name) ?? { fields: new Map<string, Field>(), inner: new Map<string, Shape>() };
		shape.inner.set(name, next);
		return next;
	};
	for (const field of fieldsOf(resource)) {
		const steps = field.path.slice(1);
		const last = steps.pop() ?? '';
		steps.reduce(nested, root).fields.set(last, field);
	}
	for (const name of emptyMessages[resource] ?? []) nested(root, name);
	shapes.set(resource, root);
	return root;
}

/** Google's JSON parser, which knows nothing of accounts: it refuses the request as a whole. */
export function unparsable(message: string, at: string): Refused {
	const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: at, description: message }] }];
	return new Refused(400, statusBody(400, message, { details }));
}
export const unknownName = (name: string, at: string): Refused => unparsable(`Invalid JSON payload received. Unknown name "${name}" at '${at}': Cannot find field.`, at);
const invalid = (at: string, type: string, value: unknown): Refused => unparsable(`Invalid value at '${at}' (${type}), ${JSON.stringify(value)}`, at);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function scalar({ type, words, name }: Field, value: unknown, at: string): unknown {
	if (words) {
		if (typeof value !== 'string' || !(words.has(value) || value === 'UNSPECIFIED')) throw invalid(at, `type.googleapis.com/google.ads.googleads.v25.enums.${type}Enum.${type}`, value);
		return value === 'UNSPECIFIED' ? undefined : value;
	}
	if (type === 'bool') {
		if (typeof value !== 'boolean') throw invalid(at, 'TYPE_BOOL', value);
		return value;
	}
	if (type === 'int64') {
		if (!/^-?\d+$/.test(String(value)) || (typeof value !== 'string' && typeof value !== 'number')) throw invalid(at, 'TYPE_INT64', value);
		return String(value);
	}
	if (type === 'int32' || type === 'double') {
		if (typeof value !== 'number' && !(typeof value === 'string' && value !== '' && Number.isFinite(Number(value)))) throw invalid(at, type === 'double' ? 'TYPE_DOUBLE' : 'TYPE_INT32', value);
		return Number(value);
	}
	if (type === '{}') {
		const names = listed[name] ?? parameters;
		if (!isRecord(value)) throw invalid(at, 'TYPE_MESSAGE', value);
		for (const key of Object.keys(value)) if (!names.includes(key)) throw unknownName(key, at);
		return value;
	}
	if (typeof value !== 'string') throw invalid(at, 'TYPE_STRING', value);
	return value;
}

function readMessage(shape: Shape, value: Record<string, unknown>, at: string): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	for (const [name, given] of Object.entries(value)) {
		const inner = shape.inner.get(name);
		const field = shape.fields.get(name);
		const here = `${at}.${snake(name)}`;
		if (given === null) continue;
		if (inner) {
			if (!isRecord(given)) throw invalid(here, 'TYPE_MESSAGE', given);
			result[name] = readMessage(inner, given, here);
		} else if (!field) throw unknownName(name, at);
		else if (field.repeated) {
			if (!Array.isArray(given)) throw invalid(here, 'TYPE_LIST', given);
			result[name] = given.map((one: unknown, index) => scalar(field, one, `${here}[${index}]`));
		} else result[name] = scalar(field, given, here);
	}
	return result;
}

/** A resource in a request, in the form it is stored in. @throws Refused for what the vendor's JSON parser does not take. */
export function readResource(resource: string, value: unknown, at: string): Resource {
	if (!isRecord(value)) throw invalid(at, 'TYPE_MESSAGE', value);
	return { resourceName: '', ...readMessage(shapeOf(resource), value, at) };
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every field that a resource sets, as a path in the API's own spelling: `target_cpa.target_cpa_micros`. */
export function pathsOf(value: Record<string, unknown>, resource: string): string[] {
	return fieldsOf(resource)
		.filter(({ path }) => at(value, path.slice(1)) !== undefined)
		.map(({ name }) => name.slice(resource.length + 1));
}

export const at = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);

/** A copy with the value at the path; undefined clears it. */
export function having(value: Record<string, unknown>, path: readonly string[], wanted: unknown): Record<string, unknown> {
	const [step = '', ...rest] = path;
	if (rest.length) {
		const inner = value[step];
		return { ...value, [step]: having(isRecord(inner) ? inner : {}, rest, wanted) };
	}
	const others = Object.entries(value).filter(([name]) => name !== step);
	return Object.fromEntries(wanted === undefined ? others : [...others, [step, wanted]]);
}

export const jsonPath = (path: string): string[] => path.split('.').map(camel);

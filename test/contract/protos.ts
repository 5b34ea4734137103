import { createRequire } from 'node:module';
import type { Enum, Field, Method, Namespace, Root, Service, Type } from 'protobufjs';

/**
 * Google's own descriptors of the Google Ads API, as google-ads-node ships them, hold the JSON of requests and answers against the messages they stand for:
 * every name is known, every enum's word too, and the message gives the same JSON back.
 */
const fromGoogle = createRequire(require.resolve('google-ads-node/package.json'));
const protobuf: { Root: typeof Root; Namespace: typeof Namespace; Service: typeof Service; Type: typeof Type; Enum: typeof Enum } = fromGoogle('protobufjs');
const root = protobuf.Root.fromJSON(fromGoogle('./build/protos/protos.json')).resolveAll();

export const VERSION = 'google.ads.googleads.v25';
export const messageNamed = (name: string): Type => root.lookupType(name.startsWith('google.') ? name : `${VERSION}.${name}`);

export const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const wrong = (at: string, what: string): Error => new Error(`${at || 'the message'}: ${what}`);

const isMessage = (type: Field['resolvedType']): type is Type => type instanceof protobuf.Type;

/** Messages that have a JSON form of their own. https://protobuf.dev/programming-guides/json/ */
const special: Record<string, (value: unknown, at: string) => unknown> = {
	'.google.protobuf.FieldMask': (value, at) => {
		if (typeof value !== 'string' || value.includes('_')) throw wrong(at, `${JSON.stringify(value)} is no field mask, which is a text in camelCase`);
		return { paths: value.split(',').filter(Boolean).map(snake) };
	},
	'.google.protobuf.Duration': (value, at) => {
		const [, seconds] = /^(\d+)(?:\.\d+)?s$/.exec(String(value)) ?? [];
		if (seconds === undefined) throw wrong(at, `${JSON.stringify(value)} is no duration such as "60s"`);
		return { seconds: Number(seconds) };
	},
	'.google.protobuf.Any': (value, at) => {
		if (!isJson(value) || typeof value['@type'] !== 'string') throw wrong(at, 'an Any needs "@type"');
		const { '@type': type_url, ...message } = value;
		const name = String(type_url).replace('type.googleapis.com/', '');
		// These two are Google's own on top of the API, and not among its descriptors.
		if (!/^google\.rpc\.(ErrorInfo|BadRequest)$/.test(name)) read(messageNamed(name), message, at);
		return { type_url, value: Buffer.alloc(0) };
	},
};

function scalar(field: Field, value: unknown, at: string): unknown {
	const type = field.resolvedType;
	if (isMessage(type)) return read(type, value, at);
	if (type instanceof protobuf.Enum) {
		if (typeof value !== 'string' || !(value in type.values)) throw wrong(at, `${JSON.stringify(value)} is no ${type.name}`);
		return type.values[value];
	}
	const right: Record<string, (value: unknown) => boolean> = {
		string: (one) => typeof one === 'string',
		bool: (one) => typeof one === 'boolean',
		int64: (one) => typeof one === 'string' && /^-?\d+$/.test(one),
		int32: Number.isInteger,
		double: Number.isFinite,
		float: Number.isFinite,
		bytes: (one) => typeof one === 'string',
	};
	if (!right[field.type]?.(value)) throw wrong(at, `${JSON.stringify(value)} is no ${field.type} of JSON`);
	return value;
}

/** The JSON as protobufjs takes it, with the names of the .proto. @throws Error that names the place */
function read(type: Type, json: unknown, at: string): unknown {
	const own = special[type.fullName];
	if (own) return own(json, at);
	if (!isJson(json)) throw wrong(at, `${JSON.stringify(json)} is no ${type.name}`);
	const names = new Map(type.fieldsArray.map((field) => [camel(field.name), field]));
	const result: Json = {};
	const chosen = new Map<string, string>();
	for (const [name, value] of Object.entries(json)) {
		const field = names.get(name);
		const here = at ? `${at}.${name}` : name;
		if (!field) throw wrong(here, `${type.fullName.slice(1)} has no such field`);
		if (field.partOf) {
			const other = chosen.get(field.partOf.name);
			if (other !== undefined) throw wrong(here, `only one of "${other}" and "${name}" may be set`);
			chosen.set(field.partOf.name, name);
		}
		if (field.repeated && !Array.isArray(value)) throw wrong(here, 'must be a list');
		result[field.name] = Array.isArray(value) ? value.map((one, index) => scalar(field, one, `${here}[${index}]`)) : scalar(field, value, here);
	}
	return result;
}

/** As the message tells itself, in JSON's names. */
function tell(type: Type, message: unknown): unknown {
	if (!isJson(message)) return message;
	if (type.name === 'FieldMask') return Array.isArray(message.paths) ? message.paths.map((path) => camel(String(path))).join(',') : '';
	const { fields } = type;
	return Object.fromEntries(
		Object.entries(message).map(([name, value]) => {
			const inner = fields[name]?.resolvedType;
			const one = (single: unknown) => (isMessage(inner ?? null) && inner ? tell(messageNamed(inner.fullName.slice(1)), single) : single);
			return [camel(name), Array.isArray(value) ? value.map(one) : one(value)];
		}),
	);
}

/** Any and Duration lose their form on the way: they are checked on the way in. An empty list is as good as none. */
const comparable = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value), (key, one: unknown) => (/^(details|retryDelay|partialFailureError)$/.test(key) || (Array.isArray(one) && one.length === 0) ? undefined : one));

/** @throws Error unless the JSON is that message, all of it. */
export function assertMessage(name: string, json: unknown): void {
	const type = messageNamed(name);
	const given = read(type, json, '');
	if (!isJson(given)) throw wrong('', `${name} is no object`);
	const message = type.fromObject(given);
	const problem = type.verify(message);
	if (problem !== null) throw wrong(name, problem);
	type.encode(message).finish();
	expect(comparable(tell(type, type.toObject(message, { longs: String, enums: String })))).toEqual(comparable(json));
}

/** Every method of the API by its address: `POST /v25/customers/1/campaigns:mutate`. */
const methods: { verb: string; address: RegExp; method: Method; name: string; inPath: string[] }[] = [];
const services = root.lookup(`${VERSION}.services`);
for (const service of services instanceof protobuf.Namespace ? services.nestedArray : []) {
	for (const method of service instanceof protobuf.Service ? service.methodsArray : []) {
		for (const verb of ['get', 'post', 'delete'] as const) {
			const address: unknown = method.options?.[`(google.api.http).${verb}`];
			if (typeof address !== 'string') continue;
			const pattern = address.replace(/\{\w+=([^}]+)\}/g, (_, path: string) => path.replaceAll('*', '[^/:]+'));
			const inPath = [...address.matchAll(/\{(\w+)=/g)].map(([, name = '']) => camel(name));
			methods.push({ verb: verb.toUpperCase(), address: new RegExp(`^${pattern}$`), method, name: `${service.name}/${method.name}`, inPath });
		}
	}
}

/** `call` is an address (`/v25/customers/1/campaigns:mutate`, POST unless it begins with `GET `) or a method (`CampaignService/MutateCampaigns`). */
export function methodOf(call: string): { name: string; request: string; response: string; inPath: string[] } {
	const [, verb = 'POST', address = call] = /^(?:(GET|POST|DELETE) )?(\/.*)$/.exec(call) ?? [];
	const found = methods.find((one) => one.name === call || (one.verb === verb && one.address.test(address)));
	if (!found) throw new Error(`Google Ads ${VERSION} has no method at ${call}.`);
	const { method, name, inPath } = found;
	return { name, request: `${VERSION}.services.${method.requestType}`, response: method.responseType.startsWith('google.') ? method.responseType : `${VERSION}.services.${method.responseType}`, inPath };
}

/** What is in the address is not in the body too. */
export function assertRequest(call: string, body: unknown): void {
	const { request, inPath } = methodOf(call);
	for (const name of inPath) if (isJson(body) && name in body) throw wrong(name, 'stands in the address already');
	assertMessage(request, body);
}

export const assertResponse = (call: string, body: unknown): void => assertMessage(methodOf(call).response, body);

/** An error answer: its details are messages of the API. */
export function assertError(body: unknown): void {
	if (!isJson(body) || !isJson(body.error)) throw wrong('', 'no error');
	const { details } = body.error;
	if (!Array.isArray(details) || !details.length) throw wrong('error.details', 'missing');
	for (const [index, detail] of details.entries()) special['.google.protobuf.Any']?.(detail, `details[${index}]`);
}

export const hasField = (message: string, name: string): boolean => messageNamed(message).fieldsArray.some((field) => camel(field.name) === name);

interface FieldOfMessage {
	type: string;
	repeated: boolean;
	readOnly: boolean;
	immutable: boolean;
	words?: Enum;
}

/** A field inside a message by its path in the .proto's spelling: `campaign.target_cpa.target_cpa_micros`. @throws Error when there is none */
export function fieldAt(message: string, path: string): FieldOfMessage {
	let type: Type | undefined = messageNamed(message);
	let field: Field | undefined;
	for (const name of path.split('.')) {
		field = type?.fieldsArray.find((one) => one.name === name);
		if (!field) throw wrong(path, `${message} has no such field`);
		const inner: Field['resolvedType'] = field.resolvedType;
		type = isMessage(inner) ? inner : undefined;
	}
	const resolved = field?.resolvedType ?? null;
	const behavior = JSON.stringify(field?.options?.['(google.api.field_behavior)'] ?? '');
	const words = resolved instanceof protobuf.Enum ? resolved : undefined;
	return { type: words?.name ?? (resolved ? '{}' : (field?.type ?? '')), repeated: field?.repeated ?? false, readOnly: behavior.includes('OUTPUT_ONLY'), immutable: behavior.includes('IMMUTABLE'), words };
}

export const wordsOf = ({ words }: FieldOfMessage): string[] => Object.keys(words?.values ?? {}).filter((word) => word !== 'UNSPECIFIED' && word !== 'UNKNOWN');

import { existsSync, readFileSync } from 'node:fs';

/** A schema of OpenAPI 3.0, as far as vendors use it: https://spec.openapis.org/oas/v3.0.3#schema-object */
interface Schema {
	$ref?: string;
	type?: string;
	nullable?: boolean;
	enum?: unknown[];
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: boolean;
	minProperties?: number;
	maxProperties?: number;
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	discriminator?: { propertyName: string; mapping?: Record<string, string> };
	readOnly?: boolean;
}

interface Parameter {
	$ref?: string;
	name: string;
	in: string;
	required?: boolean;
	schema?: Schema;
	explode?: boolean;
}

type Content = Record<string, { schema?: Schema }>;

interface Operation {
	parameters?: Parameter[];
	requestBody?: { $ref?: string; required?: boolean; content?: Content };
	responses: Record<string, { $ref?: string; content?: Content }>;
	security?: Record<string, string[]>[];
}

interface Document {
	paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
	components: object;
}

/** One call and its answer, as they went over the wire. `path` is below the server's base URL. */
export interface Exchange {
	method: string;
	path: string;
	query: URLSearchParams;
	body: unknown;
	status: number;
	answer: unknown;
}

export interface Matched {
	/** As the document writes it: `GET /pins/{pin_id}`. */
	name: string;
	operation: Operation;
	parameters: Parameter[];
	inPath: Record<string, string>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value);

const formats: Readonly<Record<string, RegExp>> = {
	date: /^\d{4}-\d\d-\d\d$/,
	// Pinterest leaves out the zone.
	'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/,
};

/**
 * Judges calls and answers by a vendor's own OpenAPI document: path, method, parameters, bodies. Written here, as no validator is among the direct
 * dependencies; it knows what `Schema` above names. Stricter than JSON Schema in one point: a field that no schema names is an error. Milder in one:
 * of `oneOf` any number may fit, as vendors write it for “one of these”.
 */
export class OpenApi {
	private readonly document: Document;
	private readonly patterns: { name: string; method: string; parts: string[]; operation: Operation; shared: Parameter[] }[];

	constructor(
		file: string,
		/** Fields that answers have although the document does not name them, by a place that ends so. */
		private readonly tolerated: readonly RegExp[] = [],
	) {
		this.document = JSON.parse(readFileSync(file, 'utf8'));
		this.patterns = Object.entries(this.document.paths).flatMap(([path, { parameters: shared = [], ...methods }]) =>
			Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), parts: path.split('/'), operation, shared })),
		);
	}

	/** Every operation that the document has. */
	get names(): string[] {
		return this.patterns.map(({ name }) => name);
	}

	/** Permissions that the operation asks for. */
	scopesOf(name: string): string[] {
		return this.patterns.find((one) => one.name === name)?.operation.security?.flatMap((way) => Object.values(way)[0] ?? []) ?? [];
	}

	/** The operation of a call; of several the one with the fewest variables. */
	match(method: string, path: string): Matched | undefined {
		const given = path.split('/');
		const isVariable = (part: string) => part.startsWith('{');
		const fits = this.patterns.filter(({ method: own, parts }) => own === method && parts.length === given.length && parts.every((part, index) => isVariable(part) || part === given[index]));
		const [best] = fits.sort((one, other) => one.parts.filter(isVariable).length - other.parts.filter(isVariable).length);
		if (!best) return undefined;
		const inPath = Object.fromEntries(best.parts.flatMap((part, index) => (isVariable(part) ? [[part.slice(1, -1), decodeURIComponent(given[index] ?? '')]] : [])));
		const parameters = [...best.shared, ...(best.operation.parameters ?? [])].map((one) => this.resolved(one));
		return { name: best.name, operation: best.operation, parameters, inPath };
	}

	/** All that is wrong with a call and its answer, a sentence each. */
	problems(exchange: Exchange): string[] {
		const matched = this.match(exchange.method, exchange.path);
		if (!matched) return [`${exchange.method} ${exchange.path}: the document has no such operation`];
		return [...this.ofRequest(exchange, matched), ...this.ofAnswer(exchange, matched)].map((problem) => `${matched.name} ${exchange.status}: ${problem}`);
	}

	private ofRequest({ query, body, status }: Exchange, { operation, parameters, inPath }: Matched): string[] {
		// What the vendor refused need not have been right.
		if (status >= 400) return [];
		const inQuery = parameters.filter((one) => one.in === 'query');
		const unknown = [...new Set(query.keys())].filter((name) => !inQuery.some((one) => one.name === name)).map((name) => `query.${name} is no parameter`);
		const given = parameters.flatMap((parameter) => this.ofParameter(parameter, parameter.in === 'query' ? query.getAll(parameter.name) : parameter.in === 'path' ? [inPath[parameter.name] ?? ''] : undefined));
		return [...unknown, ...given, ...this.ofBody(operation.requestBody && this.resolved(operation.requestBody), body)];
	}

	private ofParameter({ name, in: place, required, schema = {}, explode = true }: Parameter, values: string[] | undefined): string[] {
		if (values === undefined) return [];
		const [first] = values;
		if (first === undefined) return required ? [`${place}.${name} is missing`] : [];
		const own = this.resolved(schema);
		if (own.type !== 'array') return values.length > 1 ? [`${place}.${name} is given twice`] : this.check(own, this.typed(own, first), `${place}.${name}`, 'request');
		const items = explode ? values : first.split(',');
		return this.check(own, items.map((item) => this.typed(this.resolved(own.items ?? {}), item)), `${place}.${name}`, 'request');
	}

	/** Parameters are texts; their schema says what they stand for. */
	private typed({ type }: Schema, text: string): unknown {
		if ((type === 'integer' || type === 'number') && text !== '' && !Number.isNaN(Number(text))) return Number(text);
		if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
		return text;
	}

	private ofBody(wanted: Operation['requestBody'], body: unknown): string[] {
		const isEmpty = body === undefined || (isObject(body) && Object.keys(body).length === 0);
		if (!wanted) return isEmpty ? [] : ['body: this call has none'];
		const schema = wanted.content?.['application/json']?.schema;
		if (body === undefined) return wanted.required ? ['body is missing'] : [];
		return schema ? this.check(schema, body, 'body', 'request') : [];
	}

	private ofAnswer({ status, answer }: Exchange, { operation: { responses } }: Matched): string[] {
		const found = responses[String(status)] ?? responses[`${String(status).charAt(0)}XX`] ?? responses.default;
		if (!found || (status < 400 && found === responses.default)) return ['the document has no such status'];
		const schema = this.resolved(found).content?.['application/json']?.schema;
		if (!schema) return answer === undefined || answer === '' ? [] : ['the answer has a body'];
		return this.check(schema, answer, 'answer', 'answer');
	}

	private resolved<T extends { $ref?: string }>(node: T): T {
		if (node.$ref === undefined) return node;
		const target = node.$ref.slice(2).split('/').reduce<unknown>((inside, key) => (isObject(inside) ? inside[key.replace(/~1/g, '/').replace(/~0/g, '~')] : undefined), this.document);
		if (!isObject(target)) throw new Error(`The document names ${node.$ref} and does not have it.`);
		// What stands beside a reference counts too: Pinterest writes so which fields one of several shapes needs.
		return { ...this.resolved(target as T), ...node, $ref: undefined };
	}

	/** A value by a schema; `side` tells which fields are only read. */
	check(given: Schema, value: unknown, place: string, side: 'request' | 'answer'): string[] {
		return [...this.inner(given, value, place, side), ...this.strangers(given, value, place)];
	}

	private inner(given: Schema, value: unknown, place: string, side: 'request' | 'answer'): string[] {
		const schema = this.resolved(given);
		if (value === null && schema.nullable) return [];
		const { allOf = [], oneOf, anyOf, discriminator } = schema;
		const wrongs = [...this.ofType(schema, value, place), ...this.ofText(schema, value, place), ...this.ofNumber(schema, value, place), ...this.ofList(schema, value, place, side), ...this.ofObject(schema, value, place, side)];
		// A null that the whole allows is also allowed to its parts.
		for (const part of allOf) wrongs.push(...this.inner(part, value, place, side));
		const some = oneOf ?? anyOf;
		if (!some) return wrongs;
		const chosen = discriminator ? this.discriminated(discriminator, value) : undefined;
		if (chosen) return [...wrongs, ...this.inner(chosen, value, place, side)];
		if (discriminator) return [...wrongs, `${place}.${discriminator.propertyName} names none of ${Object.keys(discriminator.mapping ?? {}).join(', ')}`];
		const tried = some.map((one) => this.inner(one, value, place, side));
		return tried.some((problems) => problems.length === 0) ? wrongs : [...wrongs, ...(tried[0] ?? [])];
	}

	private discriminated({ propertyName, mapping = {} }: NonNullable<Schema['discriminator']>, value: unknown): Schema | undefined {
		const target = isObject(value) ? mapping[String(value[propertyName])] : undefined;
		return target === undefined ? undefined : { $ref: target };
	}

	private ofType({ type, enum: words }: Schema, value: unknown, place: string): string[] {
		const found = typeOf(value);
		const fits = type === undefined || type === found || (type === 'number' && found === 'integer');
		if (!fits) return [`${place} is ${found}, not ${type}`];
		return words && !words.includes(value) ? [`${place} is ${JSON.stringify(value)}, none of ${words.map((word) => JSON.stringify(word)).join(', ')}`] : [];
	}

	private ofText({ pattern, format = '', minLength = 0, maxLength = Infinity }: Schema, value: unknown, place: string): string[] {
		if (typeof value !== 'string') return [];
		const length = [...value].length;
		return [
			...(pattern !== undefined && !new RegExp(pattern, 'u').test(value) ? [`${place} “${value.slice(0, 40)}” does not match ${pattern}`] : []),
			...(formats[format]?.test(value) === false ? [`${place} “${value.slice(0, 40)}” is no ${format}`] : []),
			...(length < minLength || length > maxLength ? [`${place} has ${length} characters, allowed are ${minLength} to ${maxLength}`] : []),
		];
	}

	private ofNumber({ minimum = -Infinity, maximum = Infinity, exclusiveMinimum = false }: Schema, value: unknown, place: string): string[] {
		if (typeof value !== 'number') return [];
		return value < minimum || value > maximum || (exclusiveMinimum && value === minimum) ? [`${place} is ${value}, allowed is ${minimum} to ${maximum}`] : [];
	}

	private ofList({ items, minItems = 0, maxItems = Infinity }: Schema, value: unknown, place: string, side: 'request' | 'answer'): string[] {
		if (!Array.isArray(value)) return [];
		const count = value.length < minItems || value.length > maxItems ? [`${place} has ${value.length} items, allowed are ${minItems} to ${maxItems}`] : [];
		return [...count, ...(items ? value.flatMap((item, index) => this.inner(items, item, `${place}[${index}]`, side)) : [])];
	}

	private ofObject({ properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties = Infinity }: Schema, value: unknown, place: string, side: 'request' | 'answer'): string[] {
		if (!isObject(value)) return [];
		const names = Object.keys(value);
		const isRead = (name: string) => side === 'request' && this.resolved(properties[name] ?? {}).readOnly === true;
		const missing = required.filter((name) => !(name in value) && !isRead(name)).map((name) => `${place}.${name} is missing`);
		const written = names.filter((name) => isRead(name)).map((name) => `${place}.${name} is only read`);
		const count = names.length < minProperties || names.length > maxProperties ? [`${place} has ${names.length} fields, allowed are ${minProperties} to ${maxProperties}`] : [];
		const known = names.flatMap((name) => (properties[name] ? this.inner(properties[name], value[name], `${place}.${name}`, side) : []));
		const others = names.flatMap((name) => (!properties[name] && isObject(additionalProperties) ? this.inner(additionalProperties, value[name], `${place}.${name}`, side) : []));
		return [...missing, ...written, ...count, ...known, ...others];
	}

	/** Fields that none of the schemas of their object names. */
	private strangers(given: Schema, value: unknown, place: string): string[] {
		const parts = this.partsOf(given, value);
		if (Array.isArray(value)) return value.flatMap((item, index) => this.strangers({ allOf: parts.flatMap(({ items }) => (items ? [items] : [])) }, item, `${place}[${index}]`));
		if (!isObject(value)) return [];
		const isOpen = parts.every(({ properties, additionalProperties }) => !properties && additionalProperties === undefined) || parts.some(({ additionalProperties }) => additionalProperties === true);
		return Object.entries(value).flatMap(([name, inside]) => {
			const where = `${place}.${name}`;
			const schemas = parts.flatMap(({ properties = {}, additionalProperties }) => [properties[name], isObject(additionalProperties) ? additionalProperties : undefined].filter((one) => one !== undefined));
			if (schemas.length > 0) return this.strangers({ allOf: schemas }, inside, where);
			return isOpen || this.tolerated.some((one) => one.test(where)) ? [] : [`${where} is no field of it`];
		});
	}

	/** The schema and all that it is made of for this value. */
	private partsOf(given: Schema, value: unknown): Schema[] {
		const schema = this.resolved(given);
		const { allOf = [], oneOf = [], anyOf = [], discriminator } = schema;
		const chosen = discriminator && this.discriminated(discriminator, value);
		return [schema, ...[...allOf, ...(chosen ? [chosen] : [...oneOf, ...anyOf])].flatMap((part) => this.partsOf(part, value))];
	}
}

/** The document where it is at hand; contract checks are skipped without it. */
export const openApiIn = (file: string, tolerated?: readonly RegExp[]): OpenApi | undefined => (existsSync(file) ? new OpenApi(file, tolerated) : undefined);

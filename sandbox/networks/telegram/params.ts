import type { Body, ReceivedFile } from '../body';
import { badRequest } from './errors';
import type { ParameterType } from './methods';

/** The bot libraries add the method's name to multipart bodies; Telegram ignores it. */
const IGNORED = 'method';

/** The checked parameters of one call. Forms carry everything as strings, JSON bodies carry types; both read the same here. */
export class Params {
	private readonly values: Record<string, unknown>;
	readonly files: Map<string, ReceivedFile>;

	/** @throws ApiError for a missing or ill-typed parameter and, when `strict`, for an unknown one. */
	constructor(query: Record<string, unknown>, body: Body, declared: Record<string, string>, strict: boolean) {
		const given = Object.entries({ ...query, ...body.fields });
		this.values = Object.fromEntries(given.filter(([, value]) => value !== null));
		this.files = body.files;
		for (const name of Object.keys(this.values)) {
			// Stricter than Telegram, which ignores what it does not know: a misspelt parameter should fail in a test.
			if (strict && !(name in declared) && name !== IGNORED)
				throw badRequest(`unknown parameter "${name}" (the sandbox refuses what Telegram would ignore)`);
		}
		for (const [name, type] of Object.entries(declared)) this.check(name, type);
	}

	has(name: string): boolean {
		return this.values[name] !== undefined || this.files.has(name);
	}

	/** Empty when absent. */
	text(name: string): string {
		const value = this.values[name];
		return value === undefined ? '' : String(value);
	}

	integer(name: string): number | undefined {
		return this.has(name) ? Number(this.values[name]) : undefined;
	}

	number(name: string): number {
		return Number(this.values[name]);
	}

	flag(name: string): boolean {
		return /^(true|1|yes)$/i.test(this.text(name));
	}

	/** A nested object or array; in forms a JSON string. */
	json(name: string): unknown {
		const value = this.values[name];
		if (typeof value !== 'string') return value;
		if (value === '') return undefined;
		try {
			const parsed: unknown = JSON.parse(value);
			return parsed;
		} catch {
			throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
		}
	}

	list(name: string): unknown[] {
		const value = this.json(name);
		if (value === undefined) return [];
		if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name.replaceAll('_', ' ')}`);
		return value;
	}

	private check(name: string, declared: string): void {
		if (!this.has(name)) {
			if (declared.endsWith('!')) throw badRequest(missing(name, declared));
			return;
		}
		const value = this.values[name];
		if (value === undefined) return;
		const wrong = () => badRequest(`parameter "${name}" must be ${expected[type] ?? type}`);
		const type = declared.replace('!', '');
		if (type === 'int' && !/^-?\d+$/.test(String(value))) throw wrong();
		if (type === 'float' && !Number.isFinite(Number(value))) throw wrong();
		if (type === 'bool' && !/^(true|false|0|1|yes|no)$/i.test(String(value))) throw wrong();
		if ((type === 'text' || type === 'chat' || type === 'file') && typeof value === 'object') throw wrong();
	}
}

const expected: Partial<Record<string, string>> = {
	int: 'a valid Integer',
	float: 'a valid Float',
	bool: 'a Boolean',
	text: 'a String',
	chat: 'an Integer or a String',
	file: 'a String or an uploaded file',
} satisfies Partial<Record<ParameterType, string>>;

function missing(name: string, declared: string): string {
	if (name === 'chat_id') return 'chat_id is empty';
	if (name === 'text') return 'message text is empty';
	if (name === 'message_id') return 'message identifier is not specified';
	if (declared === 'file!') return `there is no ${name} in the request`;
	return `parameter "${name}" is required`;
}

/** The members of a JSON object, or a Bad Request naming what was expected. */
export function objectOf(value: unknown, what: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest(`can't parse ${what}: Expected an Object`);
	return { ...value };
}

import { invalid } from './errors';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** The parameters of one call, wherever they stood: query, form, JSON or multipart. Readers refuse wrong types with code 100. */
export class Params {
	constructor(private readonly values: Record<string, unknown>) {}

	/** The same with one parameter replaced. */
	with(name: string, value: unknown): Params {
		return new Params({ ...this.values, [name]: value });
	}

	names(): string[] {
		return Object.keys(this.values);
	}

	has(name: string): boolean {
		return this.values[name] !== undefined;
	}

	text(name: string): string | undefined {
		const value = this.values[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		throw invalid(`Param ${name} must be a string`);
	}

	required(name: string): string {
		const value = this.text(name);
		if (value === undefined || value === '') throw invalid(`The parameter ${name} is required`);
		return value;
	}

	flag(name: string): boolean | undefined {
		const value = this.text(name)?.toLowerCase();
		if (value === undefined) return undefined;
		if (value === 'true' || value === '1') return true;
		if (value === 'false' || value === '0') return false;
		throw invalid(`Param ${name} must be a boolean`);
	}

	integer(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (!/^-?\d+$/.test(value)) throw invalid(`Param ${name} must be an integer`);
		return Number(value);
	}

	oneOf<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const found = allowed.find((candidate) => candidate === value);
		if (found === undefined) throw invalid(`Param ${name} must be one of {${allowed.join(', ').toUpperCase()}} - got "${value}"`);
		return found;
	}

	/** An array, a JSON array in a string, or comma separated text. */
	list(name: string): unknown[] | undefined {
		const value = this.values[name];
		if (value === undefined || value === null) return undefined;
		if (Array.isArray(value)) return value;
		if (typeof value !== 'string') return [value];
		const array = parsed(value);
		if (Array.isArray(array)) return array;
		if (value.trimStart().startsWith('[')) throw invalid(`Param ${name} must be an array.`);
		return value
			.split(',')
			.map((item) => item.trim())
			.filter((item) => item !== '');
	}

	texts(name: string): string[] | undefined {
		return this.list(name)?.map((item) => {
			if (typeof item === 'string' || typeof item === 'number') return String(item);
			throw invalid(`Param ${name} must be an array of strings`);
		});
	}

	/** A list whose items are objects or objects written as JSON strings, as forms send them. */
	records(name: string): Record<string, unknown>[] | undefined {
		return this.list(name)?.map((item) => {
			const value = parsed(item);
			if (!isRecord(value)) throw invalid(`Param ${name} must be an array of objects`);
			return value;
		});
	}

	/** An object, or one written as JSON. */
	record(name: string): Record<string, unknown> | undefined {
		const value = this.value(name);
		if (value === undefined || value === null) return undefined;
		if (!isRecord(value)) throw invalid(`Param ${name} must be an object`);
		return value;
	}

	/** Whatever it is; objects and lists written as JSON are read. */
	value(name: string): unknown {
		const value = this.values[name];
		return typeof value === 'string' && /^\s*[[{]/.test(value) ? (parsed(value) ?? value) : value;
	}

	/** Unix seconds, ISO 8601 or `+3 days`, as `scheduled_publish_time`, `since` and `until` take them. Answers milliseconds. */
	time(name: string, now: number): number | undefined {
		const value = this.text(name)?.trim();
		if (value === undefined || value === '') return undefined;
		if (/^\d+$/.test(value)) return Number(value) * 1000;
		const relative = /^([+-]\d+)\s*(minute|hour|day|week)s?$/.exec(value);
		if (relative) {
			const unit = { minute: 60, hour: 3600, day: 86_400, week: 604_800 }[relative[2] ?? ''] ?? 0;
			return now + Number(relative[1]) * unit * 1000;
		}
		const time = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
		if (Number.isNaN(time)) throw invalid(`Param ${name} must be a valid date or a Unix timestamp`);
		return time;
	}
}

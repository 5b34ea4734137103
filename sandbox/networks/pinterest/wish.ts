import { invalid } from './errors';

/** The fields of a body, each read once; what is left at the end is unknown and refused, where Pinterest would ignore it. */
export class Wish {
	private readonly known = new Set<string>();

	constructor(
		private readonly fields: Record<string, unknown>,
		/** Where it stands in the body. */
		private readonly place = '',
	) {}

	get(name: string): unknown {
		this.known.add(name);
		return this.fields[name] ?? undefined;
	}

	has(name: string): boolean {
		return name in this.fields;
	}

	text(name: string, most = Infinity): string | undefined {
		const value = this.get(name);
		if (value !== undefined && typeof value !== 'string') throw invalid(`'${this.place}${name}' is not of type 'string'`);
		if (value !== undefined && value.length > most) throw invalid(`'${this.place}${name}' is too long: ${value.length} characters, at most ${most}`);
		return value;
	}

	needed(name: string): string {
		const value = this.text(name);
		if (value === undefined || value === '') throw invalid(`'${this.place}${name}' is a required property`);
		return value;
	}

	id(name: string): string | undefined {
		const value = this.text(name);
		if (value !== undefined && !/^\d+$/.test(value)) throw invalid(`'${this.place}${name}' value must match the pattern: ^\\d+$`);
		return value;
	}

	oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
		const value = this.text(name);
		const word = words.find((one) => one === value);
		if (value !== undefined && word === undefined) throw invalid(`'${value}' is not one of ${JSON.stringify(words)} as '${this.place}${name}'`);
		return word;
	}

	flag(name: string): boolean | undefined {
		const value = this.get(name);
		if (value !== undefined && typeof value !== 'boolean') throw invalid(`'${this.place}${name}' is not of type 'boolean'`);
		return value;
	}

	/** A whole number from 0 on. */
	whole(name: string): number | undefined {
		const value = this.get(name);
		if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0)) throw invalid(`'${this.place}${name}' is no whole number from 0 on`);
		return typeof value === 'number' ? value : undefined;
	}

	object(name: string): Wish {
		const value = this.get(name);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`'${this.place}${name}' is a required property`);
		return new Wish({ ...value }, `${this.place}${name}.`);
	}

	list(name: string, least: number, most: number): Wish[] {
		const value = this.get(name);
		if (!Array.isArray(value)) throw invalid(`'${this.place}${name}' is a required property`);
		if (value.length < least || value.length > most) throw invalid(`'${this.place}${name}' has ${value.length} items, allowed are ${least} to ${most}`);
		return value.map((one: unknown, index) => new Wish(Object(one), `${this.place}${name}[${index}].`));
	}

	/** @throws PinterestError where something is left. */
	end(): void {
		const unknown = Object.keys(this.fields).find((name) => !this.known.has(name));
		if (unknown !== undefined) throw invalid(`'${this.place}${unknown}' is no property that Pinterest knows`);
	}
}

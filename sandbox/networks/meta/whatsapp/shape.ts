import { invalidMessage } from './errors';

export type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What one value of a message must be. The text that follows the check names the place: `interactive['body']['text']`. */
export type Rule = (value: unknown, place: string) => void;

interface Member {
	rule: Rule;
	required: boolean;
}

const wrong = (place: string, what: string) => invalidMessage(`Param ${place} must be ${what}.`);

export const text =
	(most = Infinity, least = 1): Rule =>
	(value, place) => {
		if (typeof value !== 'string') throw wrong(place, 'a string');
		const { length } = [...value];
		if (length < least) throw invalidMessage(`The parameter ${place} is required.`);
		if (length > most) throw wrong(place, `at most ${most} characters long`);
	};

export const oneOf =
	(...allowed: readonly string[]): Rule =>
	(value, place) => {
		if (typeof value !== 'string' || !allowed.includes(value)) throw wrong(place, `one of {${allowed.join(', ')}}`);
	};

export const number =
	(least: number, most: number): Rule =>
	(value, place) => {
		const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		if (typeof given !== 'number' || !(given >= least && given <= most)) throw wrong(place, `a number from ${least} to ${most}`);
	};

export const flag: Rule = (value, place) => {
	if (typeof value !== 'boolean') throw wrong(place, 'true or false');
};

export const webAddress: Rule = (value, place) => {
	if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw wrong(place, 'a http(s) URL');
};

/** Any object: what is inside is the sender's own. */
export const anything: Rule = (value, place) => {
	if (!isRecord(value)) throw wrong(place, 'an object');
};

export const list =
	(rule: Rule, least: number, most: number): Rule =>
	(value, place) => {
		if (!Array.isArray(value)) throw wrong(place, 'an array');
		if (value.length < least || value.length > most) throw wrong(place, `an array of ${least} to ${most} items`);
		for (const [index, item] of value.entries()) rule(item, `${place}[${index}]`);
	};

export const optional = (rule: Rule): Member => ({ rule, required: false });

/** An object with these members and no other. `also` looks at it as a whole. */
export const object =
	(members: Record<string, Rule | Member>, also?: (value: Fields, place: string) => void): Rule =>
	(value, place) => {
		if (!isRecord(value)) throw wrong(place, 'an object');
		const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name));
		if (unknown !== undefined) throw invalidMessage(`Unexpected key "${unknown}" on param ${place}.`);
		for (const [name, member] of Object.entries(members)) {
			const { rule, required } = typeof member === 'function' ? { rule: member, required: true } : member;
			const inner = `${place}['${name}']`;
			if (value[name] !== undefined) rule(value[name], inner);
			else if (required) throw invalidMessage(`The parameter ${inner} is required.`);
		}
		also?.(value, place);
	};

/** One of several shapes, by the text in the member `key`. */
export const oneShape =
	(key: string, shapes: Record<string, Rule>): Rule =>
	(value, place) => {
		if (!isRecord(value)) throw wrong(place, 'an object');
		const kind = value[key];
		const rule = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
		if (!rule) throw wrong(`${place}['${key}']`, `one of {${Object.keys(shapes).join(', ')}}`);
		rule(value, place);
	};

/** Exactly one of the members. */
export const either =
	(...names: readonly string[]) =>
	(value: Fields, place: string): void => {
		if (names.filter((name) => value[name] !== undefined).length !== 1) throw invalidMessage(`Param ${place} must have exactly one of {${names.join(', ')}}.`);
	};

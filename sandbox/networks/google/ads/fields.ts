import { enumTable } from './enumTable';
import { fieldTable } from './fieldTable';

/** One field that GAQL can name. */
export interface Field {
	/** `campaign.target_cpa.target_cpa_micros` */
	name: string;
	/** `campaign`, `segments`, `metrics` */
	resource: string;
	/** Where its value stands in a row: `['campaign', 'targetCpa', 'targetCpaMicros']`. */
	path: readonly string[];
	/** `string`, `int64`, `int32`, `double`, `bool`, `date`, `datetime`, `{}`, or the name of an enum. */
	type: string;
	repeated: boolean;
	readOnly: boolean;
	immutable: boolean;
	/** The words of its enum. */
	words?: ReadonlySet<string>;
}

export const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const words = new Map(Object.entries(enumTable).map(([name, list]) => [name, new Set(list.trim().split(/\s+/))]));

function parse(resource: string, token: string): Field {
	const [, name = '', list, type = 'string', mark] = /^([\w.]+)(\[\])?(?::(\w+|\{\}))?([!^])?$/.exec(token) ?? [];
	if (!name) throw new Error(`fieldTable.ts: cannot read "${token}" of ${resource}.`);
	if (/^[A-Z]/.test(type) && !words.has(type)) throw new Error(`enumTable.ts lacks ${type}.`);
	const full = `${resource}.${name}`;
	return { name: full, resource, path: full.split('.').map(camel), type, repeated: list !== undefined, readOnly: mark === '!', immutable: mark === '^', words: words.get(type) };
}

const listed = Object.entries(fieldTable).flatMap(([resource, text]) =>
	text
		.trim()
		.split(/\s+/)
		.map((token) => parse(resource, token)),
);

export const fields: ReadonlyMap<string, Field> = new Map(listed.map((field) => [field.name, field]));

export const fieldsOf = (resource: string): Field[] => listed.filter((field) => field.resource === resource);

export const isNumber = ({ type }: Field): boolean => type === 'int64' || type === 'int32' || type === 'double';

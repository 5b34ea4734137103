import { Refused, statusBody } from '../errors';

/** How a JSON value has to look: a word for a plain one, a list of words for an enum, an object for a message, a list of one for repeated ones. */
export type Shape = 'string' | 'number' | 'int32' | 'int64' | 'boolean' | 'timestamp' | 'duration' | { words: readonly string[] } | { fields: Readonly<Record<string, Shape>> } | { each: Shape };

export const words = (text: string): Shape => ({ words: text.split(' ') });
export const fields = (of: Readonly<Record<string, Shape>>): Shape => ({ fields: of });
export const each = (shape: Shape): Shape => ({ each: shape });

/** `userData` → `user_data` */
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the JSON parser in front of Google's services says. */
function unreadable(at: string, description: string): Refused {
	const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: at, description: `Invalid JSON payload received. ${description}` }] }];
	return new Refused(400, statusBody(400, `Invalid JSON payload received. ${description}`, { details }));
}

const isMessage = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each plain kind, and whether a value is of it. int64 are texts in JSON, and numbers are taken too. */
const kinds: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number' && Number.isFinite(value),
	int32: (value) => Number.isInteger(value),
	int64: (value) => Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)),
	boolean: (value) => typeof value === 'boolean',
	timestamp: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
	duration: (value) => typeof value === 'string' && /^-?\d+(\.\d{1,9})?s$/.test(value),
};

/** Refuses a value that the message has no place for. Null stands for a field that is not there. @throws Refused */
export function check(value: unknown, shape: Shape, at = ''): void {
	if (value === undefined || value === null) return;
	if (typeof shape === 'string') {
		if (!kinds[shape](value)) throw unreadable(at, `Invalid value at '${at}' (${shape.toUpperCase()}), ${JSON.stringify(value)}`);
	} else if ('words' in shape) {
		if (typeof value !== 'string' || !shape.words.includes(value)) throw unreadable(at, `Invalid value at '${at}' (ENUM), ${JSON.stringify(value)}`);
	} else if ('each' in shape) {
		if (!Array.isArray(value)) throw unreadable(at, `Invalid value at '${at}' (LIST), ${JSON.stringify(value)}`);
		value.forEach((one, index) => check(one, shape.each, `${at}[${index}]`));
	} else {
		if (!isMessage(value)) throw unreadable(at, `Invalid value at '${at}' (MESSAGE), ${JSON.stringify(value)}`);
		for (const [name, one] of Object.entries(value)) {
			const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
			if (inner === undefined) throw unreadable(at, `Unknown name "${name}"${at && ` at '${at}'`}: Cannot find field.`);
			check(one, inner, `${at && `${at}.`}${snake(name)}`);
		}
	}
}

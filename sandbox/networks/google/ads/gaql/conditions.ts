import { rangeOf, isDay } from '../dates';
import { fault, type AdsError } from '../failure';
import { isNumber, type Field } from '../fields';
import type { Condition, Operator } from './parse';
import type { Token } from './tokens';

/** Whether a value, taken out of a row, fulfils a condition. */
export type Test = (value: unknown) => boolean;

const error = (code: string, message: string): AdsError => fault('queryError', code, `Error in query: ${message}`);

const ordered: Operator[] = ['>', '>=', '<', '<=', 'BETWEEN'];
const equal: Operator[] = ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL'];
const likes: Operator[] = ['LIKE', 'NOT LIKE', 'REGEXP_MATCH', 'NOT REGEXP_MATCH'];

/** https://developers.google.com/google-ads/api/docs/query/grammar#conditions */
function operatorsOf(field: Field): Operator[] {
	if (field.repeated) return ['CONTAINS ANY', 'CONTAINS ALL', 'CONTAINS NONE', 'IS NULL', 'IS NOT NULL'];
	if (field.type === 'bool') return ['=', '!=', 'IS NULL', 'IS NOT NULL'];
	if (field.words) return equal;
	if (field.type === 'date') return ['=', ...ordered, 'DURING'];
	if (field.type === 'datetime') return [...equal, ...ordered, 'DURING', ...likes];
	if (isNumber(field)) return [...equal, ...ordered];
	return [...equal, ...likes];
}

/** A literal as the value that rows are compared with. */
function valueOf(field: Field, { kind, text, raw }: Token): string | number | boolean {
	if (field.words) {
		if (kind === 'number' || !field.words.has(text)) throw error('BAD_ENUM_CONSTANT', `invalid enum constant ${raw} for ${field.name}.`);
		return text;
	}
	if (field.type === 'bool') {
		if (!/^(true|false)$/i.test(text)) throw error('BAD_VALUE', `${field.name} is TRUE or FALSE, not ${raw}.`);
		return text.toLowerCase() === 'true';
	}
	if (isNumber(field)) {
		if (!/^-?\d+(\.\d+)?$/.test(text) || (field.type !== 'double' && text.includes('.'))) throw error('BAD_VALUE', `${raw} is no ${field.type}, which ${field.name} is.`);
		return Number(text);
	}
	if (kind !== 'string') throw error('INVALID_STRING_VALUE', `the value ${raw} of ${field.name} must be a string in quotes.`);
	if (field.type === 'date' && !isDay(text)) throw error('INVALID_DATE_FORMAT', `invalid date ${raw} for ${field.name}; expected 'YYYY-MM-DD'.`);
	if (field.type === 'datetime' && !/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/.test(text))
		throw error('INVALID_DATE_FORMAT', `invalid time ${raw} for ${field.name}; expected 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'.`);
	return text;
}

/** What an absent value stands for, by proto3. */
const blank = (field: Field): string | number | boolean => (isNumber(field) ? 0 : field.type === 'bool' ? false : '');

/** A row's value in the form it is compared in. */
export const comparable = (field: Field, value: unknown): string | number | boolean => {
	if (value === undefined || value === null) return blank(field);
	if (isNumber(field)) return Number(value);
	return typeof value === 'boolean' ? value : String(value);
};

/** `%` is any text, `_` any letter, `[x]` the letter itself; case does not matter. */
export function likePattern(pattern: string): RegExp {
	const source = pattern.replace(/\[([^\]])\]|%|_|[\\^$.*+?()[\]{}|/]/g, (found, literal?: string) => {
		if (literal !== undefined) return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
		return found === '%' ? '[\\s\\S]*' : found === '_' ? '[\\s\\S]' : `\\${found}`;
	});
	return new RegExp(`^${source}$`, 'iu');
}

function patternOf(field: Field, text: string): RegExp {
	try {
		return new RegExp(`^(?:${text.replace(/^\(\?i\)/, '')})$`, text.startsWith('(?i)') ? 'iu' : 'u');
	} catch {
		throw error('BAD_VALUE', `the regular expression of ${field.name} cannot be read.`);
	}
}

/** @throws AdsError when the operator or a value does not fit the field. */
export function testOf(field: Field, { operator, values }: Condition, today: string): Test {
	if (!operatorsOf(field).includes(operator)) throw error('OPERATOR_FIELD_MISMATCH', `operator ${operator} cannot be used with ${field.name}.`);
	if (operator === 'IS NULL') return (value) => value === undefined || (Array.isArray(value) && value.length === 0);
	if (operator === 'IS NOT NULL') return (value) => value !== undefined && !(Array.isArray(value) && value.length === 0);
	if (operator === 'DURING') {
		const span = values[0]?.kind === 'word' ? rangeOf(values[0].text.toUpperCase(), today) : undefined;
		if (!span) throw error('INVALID_VALUE_WITH_DURING_OPERATOR', `invalid date range ${values[0]?.raw ?? ''} after DURING.`);
		return (value) => String(value).slice(0, 10) >= span[0] && String(value).slice(0, 10) <= span[1];
	}
	if (likes.includes(operator)) {
		const [value] = values;
		if (value?.kind !== 'string') throw error('INVALID_VALUE_WITH_LIKE_OPERATOR', `${operator} of ${field.name} needs a string in quotes.`);
		const pattern = operator.endsWith('LIKE') ? likePattern(value.text) : patternOf(field, value.text);
		const wanted = !operator.startsWith('NOT');
		return (found) => pattern.test(String(comparable(field, found))) === wanted;
	}
	const wanted = values.map((value) => valueOf(field, value));
	const [first = '', second = first] = wanted;
	const list = new Set<unknown>(wanted);
	const each = (value: unknown) => (Array.isArray(value) ? value.map((one: unknown) => comparable(field, one)) : []);
	const upTo = field.type === 'datetime' && String(second).length === 10 ? `${String(second)} 99` : second;
	const tests: Partial<Record<Operator, Test>> = {
		'=': (value) => comparable(field, value) === first,
		'!=': (value) => comparable(field, value) !== first,
		'>': (value) => comparable(field, value) > first,
		'>=': (value) => comparable(field, value) >= first,
		'<': (value) => comparable(field, value) < first,
		'<=': (value) => comparable(field, value) <= upTo,
		IN: (value) => list.has(comparable(field, value)),
		'NOT IN': (value) => !list.has(comparable(field, value)),
		BETWEEN: (value) => comparable(field, value) >= first && comparable(field, value) <= upTo,
		'CONTAINS ANY': (value) => each(value).some((one) => list.has(one)),
		'CONTAINS ALL': (value) => wanted.every((one) => each(value).includes(one)),
		'CONTAINS NONE': (value) => !each(value).some((one) => list.has(one)),
	};
	return tests[operator] ?? (() => false);
}

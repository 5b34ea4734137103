import { fault, type AdsError } from '../failure';
import { tokensOf, type Token } from './tokens';

export const OPERATORS = [
	'=', '!=', '>', '>=', '<', '<=', 'IN', 'NOT IN', 'LIKE', 'NOT LIKE', 'CONTAINS ANY', 'CONTAINS ALL', 'CONTAINS NONE',
	'IS NULL', 'IS NOT NULL', 'DURING', 'BETWEEN', 'REGEXP_MATCH', 'NOT REGEXP_MATCH',
] as const; // prettier-ignore
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
	field: string;
	operator: Operator;
	values: Token[];
}

export interface Query {
	select: string[];
	/** Empty in a query for fields, which has no FROM. */
	from: string;
	where: Condition[];
	orderBy: { field: string; descending: boolean }[];
	limit?: number;
	parameters: Record<string, string>;
}

const error = (code: string, message: string): AdsError => fault('queryError', code, `Error in query: ${message}`);

/** A recursive descent over https://developers.google.com/google-ads/api/docs/query/grammar: no OR, no parentheses, no joins. */
class Parser {
	private at = 0;
	constructor(private readonly tokens: Token[]) {}

	query(needsFrom: boolean): Query {
		if (!this.skip('SELECT')) throw error('EXPECTED_SELECT', 'expected SELECT at the beginning.');
		const select = this.list(() => this.field());
		const found = this.skip('FROM');
		if (needsFrom && !found) throw this.next().kind === 'end' ? error('EXPECTED_FROM', 'missing FROM clause.') : this.unexpected();
		if (!needsFrom && found) throw error('UNEXPECTED_FROM_CLAUSE', 'FROM cannot be specified in this query.');
		const from = found ? this.field('BAD_RESOURCE_TYPE_IN_FROM_CLAUSE') : '';
		const where = this.skip('WHERE') ? this.conditions() : [];
		const orderBy = this.orderBy();
		const limit = this.skip('LIMIT') ? this.limit() : undefined;
		const parameters = this.skip('PARAMETERS') ? Object.fromEntries(this.list(() => this.parameter())) : {};
		if (this.next().kind !== 'end') throw this.unexpected();
		return { select, from, where, orderBy, limit, parameters };
	}

	private next(): Token {
		return this.tokens[this.at] ?? { kind: 'end', text: '', raw: '' };
	}
	private take(): Token {
		const token = this.next();
		this.at++;
		return token;
	}
	/** Takes the words when they come next; case does not matter. */
	private skip(...words: string[]): boolean {
		const matches = words.every((word, index) => {
			const token = this.tokens[this.at + index];
			return (token?.kind === 'word' || token?.kind === 'sign') && token.text.toUpperCase() === word;
		});
		if (matches) this.at += words.length;
		return matches;
	}
	private unexpected(): AdsError {
		const { kind, raw } = this.next();
		return kind === 'end' ? error('UNEXPECTED_END_OF_QUERY', 'unexpected end of query.') : error('UNEXPECTED_INPUT', `unexpected input ${raw}.`);
	}
	private list<T>(one: () => T): T[] {
		const items = [one()];
		while (this.skip(',')) items.push(one());
		return items;
	}
	private field(code = 'BAD_FIELD_NAME'): string {
		const { kind, text, raw } = this.next();
		if (kind === 'end') throw this.unexpected();
		if (kind !== 'word' || /^(FROM|WHERE|ORDER|LIMIT)$/i.test(text)) throw error(code, `invalid field name ${raw}.`);
		return this.take().text;
	}
	private conditions(): Condition[] {
		const found = [this.condition()];
		while (this.skip('AND')) found.push(this.condition());
		if (this.next().text.toUpperCase() === 'OR') throw this.unexpected();
		return found;
	}
	private condition(): Condition {
		const field = this.field();
		const operator = [...OPERATORS].sort((a, b) => b.length - a.length).find((known) => this.skip(...known.split(' ')));
		if (!operator) throw this.next().kind === 'end' ? this.unexpected() : error('BAD_OPERATOR', `invalid operator ${this.next().raw} after ${field}.`);
		if (operator.startsWith('IS')) return { field, operator, values: [] };
		if (operator === 'BETWEEN') {
			const from = this.value();
			if (!this.skip('AND')) throw error('EXPECTED_AND', 'expected AND between the values of BETWEEN.');
			return { field, operator, values: [from, this.value('EXPECTED_VALUE_WITH_BETWEEN_OPERATOR')] };
		}
		const many = operator.endsWith('IN') || operator.startsWith('CONTAINS');
		if (!this.skip('(')) {
			if (many) throw error('EXPECTED_LIST', `${operator} of ${field} needs a list in parentheses.`);
			return { field, operator, values: [this.value()] };
		}
		if (!many) throw error('EXPECTED_SINGLE_VALUE', `${operator} of ${field} takes a single value.`);
		if (this.skip(')')) throw error('PROHIBITED_EMPTY_LIST_IN_CONDITION', `the list of ${field} is empty.`);
		const values = this.list(() => this.value());
		if (!this.skip(')')) throw this.unexpected();
		if (values.length > 20_000) throw error('FILTER_HAS_TOO_MANY_VALUES', `the list of ${field} has more than 20000 values.`);
		return { field, operator, values };
	}
	private value(code = 'BAD_VALUE'): Token {
		const token = this.next();
		if (token.kind === 'end') throw this.unexpected();
		if (token.kind === 'sign') throw error(code, `invalid value ${token.raw}.`);
		return this.take();
	}
	private orderBy(): Query['orderBy'] {
		if (!this.skip('ORDER')) return [];
		if (!this.skip('BY')) throw error('EXPECTED_BY', 'expected BY after ORDER.');
		return this.list(() => {
			const field = this.field();
			const descending = this.skip('DESC');
			if (!descending) this.skip('ASC');
			return { field, descending };
		});
	}
	private limit(): number {
		const { kind, text, raw } = this.take();
		if (kind === 'end') throw error('UNEXPECTED_END_OF_QUERY', 'unexpected end of query.');
		if (kind !== 'number' || !/^-?\d+$/.test(text)) throw error('BAD_LIMIT_VALUE', `invalid limit ${raw}.`);
		if (Number(text) < 1) throw error('LIMIT_VALUE_TOO_LOW', 'the limit must be at least 1.');
		return Number(text);
	}
	private parameter(): [string, string] {
		const name = this.field('BAD_PARAMETER_NAME');
		if (!this.skip('=')) throw this.unexpected();
		if (!/^(include_drafts|omit_unselected_resource_names)$/.test(name)) throw error('BAD_PARAMETER_NAME', `unknown parameter ${name}.`);
		const value = this.take();
		if (!/^(true|false)$/i.test(value.text)) throw error('BAD_PARAMETER_VALUE', `${name} must be true or false.`);
		return [name, value.text.toLowerCase()];
	}
}

export const parseQuery = (text: string): Query => new Parser(tokensOf(text)).query(true);
/** As GoogleAdsFieldService takes it: without FROM. */
export const parseFieldQuery = (text: string): Query => new Parser(tokensOf(text)).query(false);

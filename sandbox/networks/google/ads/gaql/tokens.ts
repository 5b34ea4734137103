import { fault } from '../failure';

export interface Token {
	kind: 'word' | 'string' | 'number' | 'sign' | 'end';
	/** Without quotes and escapes. */
	text: string;
	/** As written, for error messages. */
	raw: string;
}

const pattern = /\s+|([A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?(?![\w.]))|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(!=|<=|>=|[=<>(),])/gy;

/** https://developers.google.com/google-ads/api/docs/query/grammar */
export function tokensOf(query: string): Token[] {
	const tokens: Token[] = [];
	pattern.lastIndex = 0;
	while (pattern.lastIndex < query.length) {
		const from = pattern.lastIndex;
		const found = pattern.exec(query);
		if (!found) throw unreadable(query.slice(from));
		const [raw, word, number, string, sign] = found;
		if (word !== undefined) tokens.push({ kind: 'word', text: word, raw });
		else if (number !== undefined) tokens.push({ kind: 'number', text: number, raw });
		else if (string !== undefined) tokens.push({ kind: 'string', text: string.slice(1, -1).replace(/\\(['"\\])/g, '$1'), raw });
		else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, raw });
	}
	return [...tokens, { kind: 'end', text: '', raw: '' }];
}

function unreadable(rest: string) {
	const [first = ''] = rest;
	if (/['"]/.test(first)) {
		const newline = /^(['"])(?:[^\\\n]|\\.)*?\n/.test(rest) && !rest.slice(1).split('\n')[0]?.includes(first);
		return newline
			? fault('queryError', 'PROHIBITED_NEWLINE_IN_STRING', `Error in query: a string contains a newline: ${rest.slice(0, 40)}`)
			: fault('queryError', 'STRING_NOT_TERMINATED', `Error in query: unterminated string ${rest.slice(0, 40)}`);
	}
	if (/[-\d]/.test(first)) return fault('queryError', 'BAD_NUMBER', `Error in query: the number ${/^\S+/.exec(rest)?.[0] ?? first} cannot be parsed.`);
	return fault('queryError', 'BAD_SYMBOL', `Error in query: unexpected input ${first}.`);
}

/** Where JSON stops being JSON, and what stands there. */
export interface SyntaxFault {
	line: number;
	column: number;
	message: string;
}

const TOKEN = /[\s\uFEFF]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const sentences: Readonly<Record<Expected, string>> = {
	value: 'a value is missing',
	'value or ]': 'a value or “]” is missing',
	key: 'a name in quotation marks is missing',
	'key or }': 'a name in quotation marks or “}” is missing',
	colon: '“:” is missing',
	'comma or end': 'a comma or the closing bracket is missing',
	nothing: 'something follows after the end',
};

const closes: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

/** What may come after `token`; undefined where it may not stand here. `open` holds the brackets that wait for their end. */
function after(token: string, expected: Expected, open: string[]): Expected | undefined {
	const inside = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
	if (token === ':') return expected === 'colon' ? 'value' : undefined;
	if (token === ',') return expected === 'comma or end' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
	if (token === ']' || token === '}') {
		const mayClose = expected === 'comma or end' || expected.endsWith(`or ${token}`);
		return mayClose && open.at(-1) === closes[token] ? (open.pop(), inside()) : undefined;
	}
	if (expected.startsWith('key')) return token.startsWith('"') ? 'colon' : undefined;
	if (!expected.startsWith('value')) return undefined;
	if (token === '[') return open.push('['), 'value or ]';
	if (token === '{') return open.push('{'), 'key or }';
	return inside();
}

function at(text: string, position: number, message: string): SyntaxFault {
	const before = text.slice(0, position).split(/\r\n?|\n/);
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}

/** Looks for the first fault of a text that `JSON.parse` refused: its messages do not always say where. */
export function syntaxFault(text: string): SyntaxFault {
	const open: string[] = [];
	let expected: Expected = 'value';
	TOKEN.lastIndex = 0;
	for (let position = 0; position < text.length; position = TOKEN.lastIndex) {
		TOKEN.lastIndex = position;
		const token = TOKEN.exec(text)?.[0];
		if (token === undefined) return at(text, position, `${JSON.stringify(text.slice(position, position + 12))} is no JSON`);
		if (token.trim() === '' || token.trim() === '\uFEFF') continue;
		const next = after(token, expected, open);
		if (!next) return at(text, position, sentences[expected]);
		expected = next;
	}
	return at(text, text.length, open.length > 0 ? `the text ends before ${open.length === 1 ? 'a bracket is' : 'brackets are'} closed` : sentences[expected]);
}

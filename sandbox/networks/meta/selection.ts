import { invalid } from './errors';

/** One entry of a `fields` parameter: `comments.limit(5).summary(true){id,message}`. */
export interface Selected {
	name: string;
	args: Record<string, string>;
	fields?: Selected[];
	/** `fields` as written, to repeat it in the link to the next page. */
	text?: string;
}

/**
 * Reads the field expansion syntax.
 * https://developers.facebook.com/docs/graph-api/guides/field-expansion
 */
export function parseFields(text: string): Selected[] {
	let at = 0;
	const refuse = (): never => {
		throw invalid(`Syntax error "Expected name." at character ${at}: ${text}`);
	};
	const skip = (): void => {
		while (/\s/.test(text[at] ?? '')) at += 1;
	};
	const word = (): string => {
		skip();
		const found = /^[\w-]+/.exec(text.slice(at))?.[0];
		if (found === undefined) return refuse();
		at += found.length;
		return found;
	};
	const list = (): Selected[] => {
		const selected: Selected[] = [];
		do {
			selected.push(item());
			skip();
		} while (text[at] === ',' && (at += 1));
		return selected;
	};
	const item = (): Selected => {
		const one: Selected = { name: word(), args: {} };
		while (text[at] === '.') {
			at += 1;
			const name = word();
			const end = text.indexOf(')', at);
			if (text[at] !== '(' || end < 0) return refuse();
			one.args[name] = text.slice(at + 1, end);
			at = end + 1;
		}
		skip();
		if (text[at] === '{') {
			at += 1;
			const start = at;
			one.fields = list();
			skip();
			if (text[at] !== '}') return refuse();
			one.text = text.slice(start, at);
			at += 1;
		}
		return one;
	};
	const selected = list();
	if (at < text.length) refuse();
	return selected;
}

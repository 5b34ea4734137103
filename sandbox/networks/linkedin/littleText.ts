/**
 * LinkedIn's “little text”, read as LinkedIn reads it: elements one after the other, and nothing more from the first reserved character on
 * that is neither escaped nor the beginning of an element.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export type Element = { kind: 'text'; text: string } | { kind: 'mention'; name: string; urn: string } | { kind: 'hashtag'; tag: string };

export interface Parsed {
	elements: Element[];
	/** Characters that were dropped at the end. */
	dropped: number;
}

const RESERVED = new Set('\\|{}@[]()<>#*_~');
const isWord = (sign: string): boolean => /^[\p{L}\p{N}]$/u.test(sign);
const isWordPart = (sign: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(sign);

/** Walks through the text; each `read…` answers what it has read and stands behind it, or answers undefined and stands where it stood. */
class Reader {
	private at = 0;

	constructor(private readonly text: string) {}

	parse(): Parsed {
		const elements: Element[] = [];
		while (this.at < this.text.length) {
			const element = this.readMention() ?? this.readTemplate() ?? this.readHashtag() ?? this.readSign();
			if (!element) break;
			const last = elements.at(-1);
			if (element.kind === 'text' && last?.kind === 'text') last.text += element.text;
			else elements.push(element);
		}
		return { elements, dropped: this.text.length - this.at };
	}

	private get next(): string {
		const code = this.text.codePointAt(this.at);
		return code === undefined ? '' : String.fromCodePoint(code);
	}

	private take(expected: string): boolean {
		if (!this.text.startsWith(expected, this.at)) return false;
		this.at += expected.length;
		return true;
	}

	/** Goes back where `read` answers undefined. */
	private attempt<T>(read: () => T | undefined): T | undefined {
		const start = this.at;
		const found = read();
		if (found === undefined) this.at = start;
		return found;
	}

	/** One character of plain text. A backslash escapes reserved characters only. */
	private readSign(): Element | undefined {
		return this.attempt(() => {
			if (this.take('\\')) {
				const sign = this.next;
				return RESERVED.has(sign) && this.take(sign) ? { kind: 'text', text: sign } : undefined;
			}
			const sign = this.next;
			return !RESERVED.has(sign) && this.take(sign) ? { kind: 'text', text: sign } : undefined;
		});
	}

	/** Plain text up to a reserved character. */
	private readText(): string {
		let text = '';
		for (let sign = this.readSign(); sign?.kind === 'text'; sign = this.at < this.text.length ? this.readSign() : undefined) text += sign.text;
		return text;
	}

	private readMention(): Element | undefined {
		return this.attempt(() => {
			if (!this.take('@[')) return undefined;
			const name = this.readText();
			if (name === '' || !this.take('](')) return undefined;
			const urn = /^urn:li:(?:organization|person):[\w-]+(?=\))/.exec(this.text.slice(this.at))?.[0];
			return urn && this.take(urn) && this.take(')') ? { kind: 'mention', name, urn } : undefined;
		});
	}

	private readTemplate(): Element | undefined {
		return this.attempt(() => {
			if (!this.take('{hashtag|\\#|')) return undefined;
			const tag = this.readText();
			return tag !== '' && this.take('}') ? { kind: 'hashtag', tag } : undefined;
		});
	}

	private readHashtag(): Element | undefined {
		return this.attempt(() => {
			if (!this.take('#') || !isWord(this.next)) return undefined;
			let tag = '';
			for (let sign = this.next; isWordPart(sign) && this.take(sign); sign = this.next) tag += sign;
			return { kind: 'hashtag', tag };
		});
	}
}

export const parseLittleText = (commentary: string): Parsed => new Reader(commentary).parse();

/** What stands on the page. */
export const readersSee = (commentary: string): string =>
	parseLittleText(commentary)
		.elements.map((element) => (element.kind === 'text' ? element.text : element.kind === 'mention' ? element.name : `#${element.tag}`))
		.join('');

const RESERVED_SIGN = /[\\|{}@[\]()<>#*_~]/g;
const escaped = (text: string): string => text.replace(RESERVED_SIGN, '\\$&');

/** As LinkedIn gives a commentary back: hashtags in their long form. */
export const normalized = (commentary: string): string =>
	parseLittleText(commentary)
		.elements.map((element) => (element.kind === 'text' ? escaped(element.text) : element.kind === 'mention' ? `@[${escaped(element.name)}](${element.urn})` : `{hashtag|\\#|${escaped(element.tag)}}`))
		.join('');

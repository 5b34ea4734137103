import type { TelegramMessageEntity } from '@gramio/types';
import { byteOffset, cannotParse, type Formatted } from './markup';

const RESERVED = '_*[]()~`>#+-=|{}.!';
/** What ends an entity, what it is called in Telegram's complaints, and its type. */
const KINDS = {
	bold: { end: '*', title: 'Bold', type: 'bold' },
	italic: { end: '_', title: 'Italic', type: 'italic' },
	underline: { end: '__', title: 'Underline', type: 'underline' },
	strikethrough: { end: '~', title: 'Strikethrough', type: 'strikethrough' },
	spoiler: { end: '||', title: 'Spoiler', type: 'spoiler' },
	code: { end: '`', title: 'Code', type: 'code' },
	pre: { end: '```', title: 'Pre', type: 'pre' },
	link: { end: ']', title: 'TextUrl', type: 'text_link' },
	emoji: { end: ']', title: 'CustomEmoji', type: 'custom_emoji' },
	quote: { end: '', title: 'BlockQuote', type: 'blockquote' },
} as const satisfies Record<string, { end: string; title: string; type: TelegramMessageEntity['type'] }>;

interface Open {
	kind: keyof typeof KINDS;
	offset: number;
	start: number;
	language?: string;
}

/** https://core.telegram.org/bots/api#markdownv2-style */
export function parseMarkdownV2(source: string): Formatted {
	return new Parser(source).parse();
}

class Parser {
	private text = '';
	private at = 0;
	private readonly open: Open[] = [];
	private readonly entities: TelegramMessageEntity[] = [];

	constructor(private readonly source: string) {}

	parse(): Formatted {
		while (this.at < this.source.length) this.step();
		if (this.open.at(-1)?.kind === 'quote') this.finishQuote();
		const unclosed = this.open.at(-1);
		if (unclosed) {
			throw cannotParse(`Can't find end of ${KINDS[unclosed.kind].title} entity at byte offset ${byteOffset(this.source, unclosed.start)}`);
		}
		return { text: this.text, entities: this.entities };
	}

	private step(): void {
		const char = this.source.charAt(this.at);
		const next = this.source.charCodeAt(this.at + 1);
		const last = this.open.at(-1);
		const inCode = last?.kind === 'code' || last?.kind === 'pre';
		if (char === '\\' && next > 0 && next <= 126) {
			this.text += this.source.charAt(this.at + 1);
			this.at += 2;
		} else if (inCode ? char !== '`' : !RESERVED.includes(char)) {
			this.plain(char);
		} else if (this.quoteStarts()) {
			this.begin('quote', this.source.startsWith('**>', this.at) ? 3 : 1);
		} else if (last && this.ends(last)) {
			this.finish(last);
		} else if (this.quoteIsExpandable()) {
			this.finishQuote(true);
		} else {
			this.beginAt(char);
		}
	}

	private plain(char: string): void {
		const inQuote = this.open.some(({ kind }) => kind === 'quote');
		if (char === '\n' && inQuote) {
			if (this.source[this.at + 1] === '>') {
				this.text += '\n';
				this.at += 2;
				return;
			}
			if (this.open.at(-1)?.kind === 'quote') this.finishQuote();
		}
		this.text += char;
		this.at++;
	}

	private quoteStarts(): boolean {
		const lineStart = this.at === 0 || this.source[this.at - 1] === '\n';
		const inQuote = this.open.some(({ kind }) => kind === 'quote');
		return lineStart && !inQuote && (this.source[this.at] === '>' || this.source.startsWith('**>', this.at));
	}

	/** `||` at the end of a quotation's last line makes it expandable, unless a spoiler is open. */
	private quoteIsExpandable(): boolean {
		if (this.open.at(-1)?.kind !== 'quote' || !this.source.startsWith('||', this.at)) return false;
		const after = this.source.slice(this.at + 2);
		return after === '' || (after.startsWith('\n') && !after.startsWith('\n>'));
	}

	private ends({ kind }: Open): boolean {
		const { end } = KINDS[kind];
		if (end === '' || !this.source.startsWith(end, this.at)) return false;
		return kind !== 'italic' || this.source[this.at + 1] !== '_';
	}

	private beginAt(char: string): void {
		const { source, at } = this;
		if (char === '_') this.begin(source[at + 1] === '_' ? 'underline' : 'italic');
		else if (char === '*') this.begin('bold');
		else if (char === '~') this.begin('strikethrough');
		else if (char === '|' && source[at + 1] === '|') this.begin('spoiler');
		else if (char === '[') this.begin('link', 1);
		else if (char === '!' && source[at + 1] === '[') this.begin('emoji', 2);
		else if (source.startsWith('```', at)) this.beginPre();
		else if (char === '`') this.begin('code');
		else throw cannotParse(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
	}

	private begin(kind: Open['kind'], length: number = KINDS[kind].end.length): void {
		this.open.push({ kind, offset: this.text.length, start: this.at });
		this.at += length;
	}

	private beginPre(): void {
		const start = this.at;
		const language = /^([^\s`]+)\n/.exec(this.source.slice(start + 3))?.[1];
		this.open.push({ kind: 'pre', offset: this.text.length, start, language });
		this.at += 3 + (language?.length ?? 0);
		if (this.source[this.at] === '\n') this.at++;
	}

	private finish(entity: Open): void {
		this.open.pop();
		const { end, type } = KINDS[entity.kind];
		this.at += end.length;
		const span = { type, offset: entity.offset, length: this.text.length - entity.offset };
		const url = entity.kind === 'link' || entity.kind === 'emoji' ? this.target() : undefined;
		if (span.length === 0) return;
		if (entity.kind === 'emoji') this.entities.push({ ...span, custom_emoji_id: /[?&]id=(\d+)/.exec(url ?? '')?.[1] });
		else if (entity.kind === 'link') this.entities.push({ ...span, url: url ?? this.text.slice(entity.offset) });
		else this.entities.push({ ...span, ...(entity.language && { language: entity.language }) });
	}

	private finishQuote(expandable = false): void {
		const quote = this.open.pop();
		if (expandable) this.at += 2;
		if (!quote || this.text.length === quote.offset) return;
		this.entities.push({
			type: expandable ? 'expandable_blockquote' : 'blockquote',
			offset: quote.offset,
			length: this.text.length - quote.offset,
		});
	}

	/** The `(url)` behind a link's text, if there is one. */
	private target(): string | undefined {
		if (this.source[this.at] !== '(') return undefined;
		const start = this.at++;
		let url = '';
		while (this.source[this.at] !== ')') {
			if (this.source[this.at] === '\\') this.at++;
			if (this.at >= this.source.length) throw cannotParse(`Can't find end of a URL at byte offset ${byteOffset(this.source, start)}`);
			url += this.source.charAt(this.at++);
		}
		this.at++;
		return url;
	}
}

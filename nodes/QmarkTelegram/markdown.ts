/**
 * Telegram refuses a whole message for one unescaped “.” in MarkdownV2. This escapes what opens no formatting and leaves
 * formatting, code, links and what is escaped already as they are: https://core.telegram.org/bots/api#markdownv2-style
 */
export function escapeMarkdown(source: string): string {
	return new Escaper(source).run();
}

/** Tried in this order at each place. `__` and `||` are read before `_` and `|`, as Telegram does. */
const PATTERNS = {
	/** Not before a line's end, where Telegram would no longer see the start of the next line. */
	escaped: /\\[\x01-\x09\x0b-\x7e]/y,
	lonelyBackslash: /\\(?=\n)/y,
	pre: /```((?:\\[\s\S]|(?!```)[^\\])*)```/y,
	code: /`((?:\\[\s\S]|[^\\`])+)`/y,
	/** A custom emoji or a point in time. */
	special: /!\[[^\]]*\]\(tg:\/\/[^)]*\)/y,
	/** What follows a link's text; a pair of brackets inside the address is taken as a part of it. */
	target: /\]\(((?:\\[\s\S]|\([^()\\\n]*\)|[^()\\\n])+|(?:\\[\s\S]|[^)\\\n])+)\)/y,
	marker: /\*|__|_|~|\|\||\[/y,
	reserved: /[_*[\]()~`>#+\-=|{}.!]/y,
	plain: /[^\\_*[\]()~`>#+\-=|{}.!\n]+|[\s\S]/y,
};

/** A marker that has not found its end yet, by its place among the written pieces. */
interface Open {
	marker: string;
	piece: number;
}

const literal = (text: string) => text.replace(/[\s\S]/g, '\\$&');

class Escaper {
	private at = 0;
	private pieces: string[] = [];
	private open: Open[] = [];
	private quoted = false;

	constructor(private readonly source: string) {}

	run(): string {
		while (this.at < this.source.length) {
			if (this.at === 0 || this.source[this.at - 1] === '\n') this.startLine();
			if (this.at < this.source.length) this.step();
		}
		this.giveUp(0);
		return this.pieces.join('');
	}

	/** Formatting does not cross the border of a quotation, which only the start of a line can open. */
	private startLine(): void {
		const quote = this.take(/\*\*>|>/y);
		if (Boolean(quote) !== this.quoted || quote?.[0] === '**>') this.giveUp(0);
		this.quoted = quote !== undefined;
		if (quote) this.pieces.push(quote[0]);
	}

	private step(): void {
		const asItIs = this.take(PATTERNS.escaped) ?? this.take(PATTERNS.special);
		if (asItIs) return void this.pieces.push(asItIs[0]);
		if (this.take(PATTERNS.lonelyBackslash)) return void this.pieces.push('\\\\');
		const pre = this.take(PATTERNS.pre);
		// A single backtick would open code inside the block.
		if (pre) return void this.pieces.push(`\`\`\`${(pre[1] ?? '').replace(/\\[\s\S]|`/g, (found) => (found === '`' ? '\\`' : found))}\`\`\``);
		const code = this.take(PATTERNS.code);
		if (code) return void this.pieces.push(code[0]);
		const target = this.isOpen('[') ? this.take(PATTERNS.target) : undefined;
		if (target) return this.close('[', `](${(target[1] ?? '').replace(/\\[\s\S]|[()]/g, (found) => (found.length === 1 ? literal(found) : found))})`);
		if (this.expands()) return;
		const marker = this.take(PATTERNS.marker);
		if (marker) return this.mark(marker[0]);
		const reserved = this.take(PATTERNS.reserved);
		this.pieces.push(reserved ? literal(reserved[0]) : (this.take(PATTERNS.plain)?.[0] ?? ''));
	}

	private mark(marker: string): void {
		if (marker !== '[' && this.isOpen(marker)) return this.close(marker, marker);
		this.open.push({ marker, piece: this.pieces.length });
		this.pieces.push(marker);
	}

	/** Ends the latest `marker`. What was opened after it and has no end stood for itself. */
	private close(marker: string, end: string): void {
		const opened = this.open.findLastIndex((one) => one.marker === marker);
		this.giveUp(opened + 1);
		this.open.pop();
		this.pieces.push(end);
	}

	private isOpen(marker: string): boolean {
		return this.open.some((one) => one.marker === marker);
	}

	/** `||` at the end of a quotation's last line folds it, unless it ends a spoiler. */
	private expands(): boolean {
		if (!this.quoted || this.isOpen('||') || !/^\|\|(?:\n(?!>)|$)/.test(this.source.slice(this.at, this.at + 4))) return false;
		this.giveUp(0);
		this.pieces.push('||');
		this.at += 2;
		return true;
	}

	/** Escapes the markers from the `first` open one on: they have no end. */
	private giveUp(first: number): void {
		for (const { marker, piece } of this.open.splice(first)) this.pieces[piece] = literal(marker);
	}

	private take(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.source) ?? undefined;
		if (match) this.at += match[0].length;
		return match;
	}
}

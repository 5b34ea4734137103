import { refused } from '../core/errors';
import { split } from '../model/text';

interface Tag {
	name: string;
	source: string;
}

/** What a person sees of an HTML text, and for each of its UTF-16 units how it is written and which tags are open around it. */
interface Shown {
	text: string;
	sources: string[];
	around: (readonly Tag[])[];
}

const NAMED: Partial<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const PIECE = /<(\/?)([a-z][\w-]*)[^>]*>|&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot));|[\s\S]/gi;

const broken = (why: string) => refused('Text', `its HTML cannot be split: ${why}.`, 'Close every tag in the order in which it was opened, and write a literal “<” as &lt;.');

function decoded([piece, , , hex, decimal, name]: RegExpExecArray): string {
	if (name) return NAMED[name.toLowerCase()] ?? piece;
	if (!hex && !decimal) return piece;
	const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : piece;
}

function shown(html: string): Shown {
	const found: Shown = { text: '', sources: [], around: [] };
	let open: readonly Tag[] = [];
	for (const piece of html.matchAll(PIECE)) {
		const [source, closes, tag] = piece;
		const name = tag?.toLowerCase();
		if (name === undefined) {
			const characters = decoded(piece);
			found.text += characters;
			found.sources.push(source, ...Array.from({ length: characters.length - 1 }, () => ''));
			found.around.push(...Array.from(characters.split(''), () => open));
		} else if (!closes) open = [...open, { name, source }];
		else if (open.at(-1)?.name === name) open = open.slice(0, -1);
		else throw broken(`“${source}” closes nothing`);
	}
	const left = open.at(-1);
	if (left) throw broken(`“${left.source}” is never closed`);
	return found;
}

/** The units from `start` to `end` as HTML: what was open before is opened again, and closed at the end. */
function written({ sources, around }: Shown, start: number, end: number): string {
	let html = '';
	let open: readonly Tag[] = [];
	const turnTo = (next: readonly Tag[]) => {
		const same = open.findIndex((tag, index) => tag !== next[index]);
		const kept = same === -1 ? open.length : same;
		html += open.slice(kept).toReversed().map(({ name }) => `</${name}>`).join('');
		html += next.slice(kept).map(({ source }) => source).join('');
		open = next;
	};
	for (const [index, source] of sources.slice(start, end).entries()) {
		const next = around[start + index] ?? [];
		if (next !== open) turnTo(next);
		html += source;
	}
	turnTo([]);
	return html;
}

/** Splits an HTML text into parts of which a person sees at most `most` characters each: never inside a tag, with all formatting in each part. */
export function splitHtml(html: string, most: number): string[] {
	const whole = shown(html);
	let at = 0;
	return split(whole.text, most, (text) => text.length).map((part) => {
		const start = whole.text.indexOf(part, at);
		at = start + part.length;
		return written(whole, start, at);
	});
}

import type { Utm } from './content';
import { utmNames } from './content';

/** Up to white space, quotes and the punctuation of scripts that put none between words. */
const LINK = 'https?://[\\p{L}\\p{N}[][^\\s<>"“”«»。、，．！？；：（）「」『』【】]*';
/**
 * https://developers.facebook.com/docs/instagram-platform: a hashtag is letters, digits and underscores after `#`, and may follow another at once.
 * Marks belong to the letters of many scripts. `C#` and `&#39;` are none.
 */
const TAG = '#(?<=(?:^|[^\\p{L}\\p{N}\\p{M}_&/])(?:#[\\p{L}\\p{N}\\p{M}_]+)*#)[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*';
/** A username may hold dots, but not end with one; what stands before the `@` of an e-mail address makes it none. */
const NAME = '@(?<![\\p{L}\\p{N}_.+%@/]@)\\w+(?:\\.\\w+)*';

const link = new RegExp(LINK, 'giu');
/** `#` and `@` within a link are a part of it. */
const linkOrTag = new RegExp(`${LINK}|${TAG}`, 'giu');
const linkOrName = new RegExp(`${LINK}|${NAME}`, 'giu');

/** A link without the punctuation that belongs to the sentence around it. A closing bracket is its own where it opens there, too. */
function bare(found: string): string {
	let end = found.length;
	let closing = found.split(')').length - found.split('(').length;
	for (; end > 0; end--) {
		const last = found.charAt(end - 1);
		if (last === ')' ? closing-- <= 0 : !/[.,;:!?'’*…\]}]/.test(last)) break;
	}
	return found.slice(0, end);
}

export const hashtagsIn = (text: string): string[] => (text.includes('#') ? (text.match(linkOrTag) ?? []).filter((one) => one.startsWith('#')) : []);
export const mentionsIn = (text: string): string[] => (text.includes('@') ? (text.match(linkOrName) ?? []).filter((one) => one.startsWith('@')) : []);
export const linksIn = (text: string): string[] => (text.match(link) ?? []).map(bare);

/** Characters as people count them: an emoji of several code points is one. */
const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));
const sentences = once(() => new Intl.Segmenter(undefined, { granularity: 'sentence' }));

/** Made when it is first used: a segmenter takes longer to make than all of this package to load. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** How a network counts the length of a text. A longer beginning of it never counts less. */
export type Count = (text: string) => number;

/** Where the longest beginning of `text` that counts at most `most` ends: between two characters, inside one only where it is longer than that itself. */
function cut(text: string, most: number, count: Count): number {
	let [fits, over] = [0, text.length + 1];
	while (over - fits > 1) {
		const middle = Math.floor((fits + over) / 2);
		if (count(text.slice(0, middle)) <= most) fits = middle;
		else over = middle;
	}
	if (fits === text.length) return fits;
	const start = graphemes().segment(text).containing(fits)?.index ?? fits;
	if (start > 0) return start;
	const isInside = /[\uD800-\uDBFF]/.test(text.charAt(fits - 1));
	return isInside ? fits - 1 : fits;
}

/** The end of the link that `at` lies within, and its beginning. */
function linkAround(text: string, at: number): { start: number; end: number } | undefined {
	for (const { index, 0: found } of text.matchAll(link)) {
		if (index >= at) break;
		const end = index + bare(found).length;
		if (at < end) return { start: index, end };
	}
	return undefined;
}

/** Characters beyond a position by which it can be told whether a sentence ends there. */
const BEYOND = 100;

/** The last end of a sentence up to `most`; 0 where there is none. A `?` within a link ends no sentence. */
function sentenceEnd(text: string, most: number): number {
	const ends = [...sentences().segment(text.slice(0, most + BEYOND))].map(({ index, segment }) => index + segment.trimEnd().length);
	return ends.findLast((at) => at <= most && !linkAround(text, at)) ?? 0;
}

/** The last end of a word up to `most`; 0 where there is none. */
function wordEnd(text: string, most: number): number {
	for (let at = most; at > 0; at--) if (at === text.length || /\s/.test(text.charAt(at))) return at;
	return 0;
}

/** `at`, or where no space stands around it, the beginning of the link that it would cut. */
const besideLink = (text: string, at: number): number => linkAround(text, at)?.start || at;

/**
 * The beginning of a text up to the last whole sentence that fits; where the first sentence is too long already, up to the last
 * word, with an ellipsis.
 */
export function shortened(text: string, most: number, count: Count): string {
	if (count(text) <= most) return text;
	const fits = cut(text, most, count);
	const end = sentenceEnd(text, fits);
	// A text that keeps less than half of what fits has lost more than it had to.
	if (end >= fits / 2) return text.slice(0, end).trimEnd();
	const room = cut(text, most - count('…'), count);
	return `${text.slice(0, wordEnd(text, room) || besideLink(text, room)).trimEnd()}…`;
}

/** Where the first part of a text that is too long ends: at a paragraph, a sentence or a word. */
function partEnd(text: string, most: number, count: Count): number {
	// Where not even one character fits, the rest still gets shorter.
	const fits = cut(text, most, count) || String.fromCodePoint(text.codePointAt(0) ?? 0).length;
	const paragraph = text.lastIndexOf('\n\n', fits);
	if (paragraph > fits / 2) return paragraph;
	const sentence = sentenceEnd(text, fits);
	return sentence > fits / 3 ? sentence : wordEnd(text, fits) || besideLink(text, fits);
}

/**
 * Splits a text into parts of at most `most`, the first one of at most `first`, at paragraphs or sentences where there are some.
 * Nothing is lost but the white space between.
 */
export function split(text: string, most: number, count: Count, first = most): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	for (let room = first; count(rest) > room; room = most) {
		const at = partEnd(rest, room, count);
		parts.push(rest.slice(0, at).trimEnd());
		rest = rest.slice(at).trimStart();
	}
	return rest === '' ? parts : [...parts, rest];
}

const closing = /^\s*(?:#[\p{L}\p{N}\p{M}_]+\s*)*$/u;
const endsInWord = /[\p{L}\p{N}\p{M}_]$/u;

/** The last word of a line that goes on as a sentence: `Our #roses and #lilies`. */
function endsSentence(before: string, after: string): boolean {
	const last = /(\S+)[^\S\n]+$/.exec(before.slice(-100))?.[1] ?? '#';
	return !last.includes('#') && /[\p{L}\p{N}\p{M},]$/u.test(last) && /^[^\S\n]*(\n|$)/.test(after);
}

/** Takes the last hashtags away until at most `most` are left; those inside a sentence keep their word. */
export function withFewerHashtags(text: string, most: number): string {
	let seen = 0;
	let isOver = false;
	const fewer = text.replace(linkOrTag, (found, offset: number) => {
		if (!found.startsWith('#') || ++seen <= most) return found;
		const [before, after] = [text.slice(0, offset), text.slice(offset + found.length)];
		isOver ||= closing.test(after) && !endsSentence(before, after);
		if (isOver) return '';
		return `${endsInWord.test(before) ? ' ' : ''}${found.slice(1)}`;
	});
	return fewer.trimEnd();
}

/** The link with its campaign parameters; all else of it, and those it has already, stay as they are. */
export function withUtm(address: string, utm: Utm): string {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
	const { searchParams } = new URL(address);
	const added = new URLSearchParams(utmNames.flatMap((name): [string, string][] => (utm[name] && !searchParams.has(`utm_${name}`) ? [[`utm_${name}`, utm[name]]] : [])));
	if (added.size === 0) return address;
	const [, page = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
	const path = /^https?:\/\/[^/]+$/i.test(page) ? `${page}/` : page;
	return `${path}?${query}${query === '' || query.endsWith('&') ? '' : '&'}${added.toString()}${fragment}`;
}

/** All links of a text with their campaign parameters. */
export const textWithUtm = (text: string, utm: Utm): string => text.replace(link, (found) => found.replace(bare(found), (one) => withUtm(one, utm)));

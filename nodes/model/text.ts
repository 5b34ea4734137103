import type { Utm } from './content';
import { utmNames } from './content';

/** https://developers.facebook.com/docs/instagram-platform: a hashtag is letters, digits and underscores after `#`. */
const HASHTAG = /(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}_]+/gu;
const MENTION = /(?<![\w.@/])@\w[\w.]*/g;
const LINK = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]}]/g;

export const hashtagsIn = (text: string): string[] => text.match(HASHTAG) ?? [];
export const mentionsIn = (text: string): string[] => text.match(MENTION) ?? [];
export const linksIn = (text: string): string[] => text.match(LINK) ?? [];

/** Characters as people count them: an emoji of several code points is one. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** How a network counts the length of a text. */
export type Count = (text: string) => number;

/** The longest beginning of `text` that counts at most `most`; never ends inside a character. */
function cut(text: string, most: number, count: Count): string {
	let end = 0;
	let length = 0;
	for (const { segment, index } of graphemes.segment(text)) {
		length += count(segment);
		if (length > most) break;
		end = index + segment.length;
	}
	return text.slice(0, end);
}

/** Ends of sentences, paragraphs first, then words, as positions in the text. */
const breaks = (text: string) => [...sentences.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length);

/**
 * The beginning of a text up to the last whole sentence that fits; where the first sentence is too long already, up to the last
 * word, with an ellipsis.
 */
export function shortened(text: string, most: number, count: Count): string {
	if (count(text) <= most) return text;
	const fits = cut(text, most, count);
	const end = breaks(text).filter((at) => at <= fits.length).at(-1) ?? 0;
	// A text that keeps less than half of what fits has lost more than it had to.
	if (end >= fits.length / 2) return text.slice(0, end).trimEnd();
	const room = cut(text, most - count('…'), count);
	const word = room.search(/\s+\S*$/);
	return `${(word > 0 ? room.slice(0, word) : room).trimEnd()}…`;
}

/** Splits a text into parts of at most `most`, at paragraphs or sentences where there are some; nothing is lost but the white space between. */
export function split(text: string, most: number, count: Count): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (count(rest) > most) {
		const fits = cut(rest, most, count);
		const paragraph = fits.lastIndexOf('\n\n');
		const sentence = breaks(rest).filter((at) => at <= fits.length).at(-1) ?? 0;
		const word = fits.search(/\s+\S*$/);
		const at = paragraph > fits.length / 2 ? paragraph : sentence > fits.length / 3 ? sentence : word > 0 ? word : fits.length;
		parts.push(rest.slice(0, at).trimEnd());
		rest = rest.slice(at).trimStart();
	}
	return rest === '' ? parts : [...parts, rest];
}

/** Takes the last hashtags away until at most `most` are left; those inside a sentence keep their word. */
export function withFewerHashtags(text: string, most: number): string {
	let seen = 0;
	return text
		.replace(HASHTAG, (tag, offset: number) => {
			if (++seen <= most) return tag;
			const closing = /^[\s]*(#[\p{L}\p{N}_]+\s*)*$/u.test(text.slice(offset + tag.length));
			return closing ? '' : tag.slice(1);
		})
		.replace(/[ \t]{2,}/g, ' ')
		.trimEnd();
}

/** The link with its campaign parameters; those it has already stay. */
export function withUtm(link: string, utm: Utm): string {
	if (!URL.canParse(link)) return link;
	const url = new URL(link);
	for (const name of utmNames) {
		const value = utm[name];
		if (value && !url.searchParams.has(`utm_${name}`)) url.searchParams.set(`utm_${name}`, value);
	}
	return url.href;
}

/** All links of a text with their campaign parameters. */
export const textWithUtm = (text: string, utm: Utm): string => text.replace(LINK, (link) => withUtm(link, utm));

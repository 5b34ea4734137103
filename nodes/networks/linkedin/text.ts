/** What a field among the additional ones holds: an expression may give a number there, or nothing. */
export const textIn = (given: unknown): string => String(given ?? '').trim();

/**
 * LinkedIn’s “little text”: a reserved character that is not escaped ends the post there, without a word.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;

/** `@[Name](urn:li:organization:1)`: the name must be exactly the member’s or organization’s. */
const MENTION = /@\[(?<name>[^[\]\r\n]+)\]\((?<urn>urn:li:(?:organization|person):[\w-]+)\)/u;
/** A `#` right before a word; not one inside a word or an address, such as `C#` or `/page#part`. */
const HASHTAG = /(?<![\p{L}\p{N}\p{M}_&/])#(?=[\p{L}\p{N}])/u;

const element = new RegExp(`${MENTION.source}|${HASHTAG.source}`, 'gu');

const escaped = (text: string): string => text.replace(RESERVED, '\\$&');

/** What a person wrote as LinkedIn reads it: mentions and hashtags stay, all else is text. */
export function littleText(written: string): string {
	let text = '';
	let at = 0;
	for (const { 0: found, index, groups } of written.matchAll(element)) {
		text += escaped(written.slice(at, index));
		// The `@` and the URN’s underscore belong to the element.
		text += groups?.urn ? `@[${escaped(groups.name ?? '')}](${groups.urn})` : found;
		at = index + found.length;
	}
	return text + escaped(written.slice(at));
}

/** `{hashtag|\#|tag}`: the form in which LinkedIn may give a hashtag back. */
const read = /\\([\s\S])|@\[((?:\\[\s\S]|[^\\\]])*)\]\(urn:li:[^)]*\)|\{hashtag\|\\?#\|((?:\\[\s\S]|[^\\}])*)\}/g;

const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/** A `commentary` as people read it. */
export const shownText = (commentary: string): string =>
	commentary.replace(read, (_, sign?: string, name?: string, tag?: string) => sign ?? (name === undefined ? `#${unescaped(tag ?? '')}` : unescaped(name)));

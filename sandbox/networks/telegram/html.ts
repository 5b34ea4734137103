import type { TelegramMessageEntity } from '@gramio/types';
import { byteOffset, cannotParse, type Formatted } from './markup';

const TAGS = new Map<string, TelegramMessageEntity['type']>([
	['b', 'bold'],
	['strong', 'bold'],
	['i', 'italic'],
	['em', 'italic'],
	['u', 'underline'],
	['ins', 'underline'],
	['s', 'strikethrough'],
	['strike', 'strikethrough'],
	['del', 'strikethrough'],
	['tg-spoiler', 'spoiler'],
	['span', 'spoiler'],
	['a', 'text_link'],
	['tg-emoji', 'custom_emoji'],
	['tg-time', 'date_time'],
	['code', 'code'],
	['pre', 'pre'],
	['blockquote', 'blockquote'],
]);
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface Open {
	tag: string;
	offset: number;
	attributes: Map<string, string>;
}

/** https://core.telegram.org/bots/api#html-style */
export function parseHtml(source: string): Formatted {
	const entities: TelegramMessageEntity[] = [];
	const open: Open[] = [];
	let text = '';
	let at = 0;
	while (at < source.length) {
		const char = source.charAt(at);
		if (char === '&') {
			const [decoded, length] = reference(source.slice(at, at + 12));
			text += decoded;
			at += length;
		} else if (char !== '<') {
			text += char;
			at++;
		} else if (source[at + 1] === '/') {
			const end = source.indexOf('>', at);
			if (end === -1) throw cannotParse(`Unclosed end tag at byte offset ${byteOffset(source, at)}`);
			closeTag(
				source,
				at,
				source
					.slice(at + 2, end)
					.trim()
					.toLowerCase(),
				open,
				entities,
				text,
			);
			at = end + 1;
		} else {
			const end = source.indexOf('>', at);
			if (end === -1) throw cannotParse(`Unclosed start tag at byte offset ${byteOffset(source, at)}`);
			open.push(startTag(source, at, end, text.length));
			at = end + 1;
		}
	}
	const unclosed = open.at(-1);
	if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
	return { text, entities: withLanguages(entities) };
}

/** A character reference and its length; anything else is an ampersand. */
function reference(source: string): [string, number] {
	const match = /^&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot));?/i.exec(source);
	if (!match) return ['&', 1];
	const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined;
	if (code !== undefined) return code > 0 && code <= 0x10ffff ? [String.fromCodePoint(code), match[0].length] : ['&', 1];
	return [NAMED[(match[3] ?? '').toLowerCase()] ?? '&', match[0].length];
}

function startTag(source: string, at: number, end: number, offset: number): Open {
	const inside = source.slice(at + 1, end);
	const tag = (/^[^\s]*/.exec(inside)?.[0] ?? '').toLowerCase();
	const place = byteOffset(source, at);
	if (!TAGS.has(tag)) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${place}`);
	const attributes = new Map<string, string>();
	for (const [, name = '', quoted, single, bare] of inside
		.slice(tag.length)
		.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g)) {
		const value = (quoted ?? single ?? bare ?? '').replace(/&[^;\s]+;/g, (part) => reference(part)[0]);
		attributes.set(name.toLowerCase(), value);
	}
	if (tag === 'span' && attributes.get('class') !== 'tg-spoiler')
		throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${place}`);
	if (tag === 'tg-emoji' && !attributes.has('emoji-id'))
		throw cannotParse(`Tag "tg-emoji" must have attribute "emoji-id" at byte offset ${place}`);
	return { tag, offset, attributes };
}

function closeTag(source: string, at: number, name: string, open: Open[], entities: TelegramMessageEntity[], text: string): void {
	const place = byteOffset(source, at);
	const started = open.pop();
	if (!started) throw cannotParse(`Unexpected end tag at byte offset ${place}`);
	if (name !== '' && name !== started.tag)
		throw cannotParse(`Unmatched end tag at byte offset ${place}, expected "</${started.tag}>", found "</${name}>"`);
	const length = text.length - started.offset;
	const type = TAGS.get(started.tag);
	if (length === 0 || !type) return;
	const { attributes, offset } = started;
	if (type === 'text_link') {
		const url = attributes.get('href') || text.slice(offset);
		if (/^(https?:\/\/|tg:\/\/|mailto:)?[^\s]+\.?[^\s]*$/i.test(url)) entities.push({ type, offset, length, url });
	} else if (type === 'custom_emoji') {
		entities.push({ type, offset, length, custom_emoji_id: attributes.get('emoji-id') });
	} else if (type === 'date_time') {
		entities.push({ type, offset, length, unix_time: Number(attributes.get('unix')), date_time_format: attributes.get('format') });
	} else if (type === 'blockquote') {
		entities.push({ type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', offset, length });
	} else {
		const language = type === 'code' ? /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1] : undefined;
		entities.push({ type, offset, length, ...(language && { language }) });
	}
}

/** `<pre><code class="language-x">` is one entity of type `pre` with its language; a language elsewhere means nothing. */
function withLanguages(entities: TelegramMessageEntity[]): TelegramMessageEntity[] {
	const pres = entities.filter(({ type }) => type === 'pre');
	return entities.flatMap((entity) => {
		if (entity.type !== 'code') return [entity];
		const around = pres.find(({ offset, length }) => offset <= entity.offset && offset + length >= entity.offset + entity.length);
		if (around && around.length === entity.length && entity.language) around.language = entity.language;
		if (around) return [];
		return [{ ...entity, language: undefined }];
	});
}

import type { TelegramMessageEntity } from '@gramio/types';
import { badRequest } from './errors';
import { parseHtml } from './html';
import { parseMarkdown } from './markdown';
import { parseMarkdownV2 } from './markdownV2';
import type { Formatted } from './markup';
import { objectOf, type Params } from './params';

const PARSERS = new Map([
	['html', parseHtml],
	['markdown', parseMarkdown],
	['markdownv2', parseMarkdownV2],
]);

/** The names of the parameters that carry a text, its entities and its parse mode. */
export interface TextNames {
	text: string;
	entities: string;
	mode?: string;
}

/**
 * A text parameter after entity parsing, trimmed as Telegram trims it, with links, mentions and hashtags found.
 * https://core.telegram.org/bots/api#formatting-options
 */
export function formatted(params: Params, names: TextNames): Formatted {
	const mode = params.text(names.mode ?? 'parse_mode');
	const given = mode === '' ? params.list(names.entities).map((entity) => objectOf(entity, 'message entity')) : [];
	return formatText(params.text(names.text), mode, given);
}

/** Same for a text that is a member of a nested object (InputMedia, InputPollOption). */
export function formatText(source: string, mode: string, given: Record<string, unknown>[] = []): Formatted {
	const parse = mode === '' ? undefined : PARSERS.get(mode.toLowerCase());
	if (mode !== '' && !parse) throw badRequest('unsupported parse_mode');
	const parsed = parse ? parse(source) : { text: source, entities: given.map((entity) => checkedEntity(entity, source)) };
	const { text, entities } = trimmed(parsed);
	return { text, entities: sorted([...entities, ...detected(text, entities)]) };
}

function checkedEntity(entity: Record<string, unknown>, text: string): TelegramMessageEntity {
	const { type, offset, length } = entity;
	if (typeof type !== 'string' || typeof offset !== 'number' || typeof length !== 'number') {
		throw badRequest("can't parse MessageEntity: type, offset and length are required");
	}
	if (offset < 0 || length < 1 || offset + length > text.length)
		throw badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
	const checked: TelegramMessageEntity = JSON.parse(JSON.stringify(entity));
	return checked;
}

function trimmed({ text, entities }: Formatted): Formatted {
	const cleanText = text.replaceAll('\r', '');
	if (cleanText !== text) return trimmed({ text: cleanText, entities: entities.map((entity) => withoutReturns(entity, text)) });
	const lead = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	return {
		text: text.trim(),
		entities: entities.flatMap((entity) => {
			const from = Math.max(entity.offset, lead);
			const to = Math.min(entity.offset + entity.length, end);
			return to > from ? [{ ...entity, offset: from - lead, length: to - from }] : [];
		}),
	};
}

function withoutReturns(entity: TelegramMessageEntity, text: string): TelegramMessageEntity {
	const before = text.slice(0, entity.offset).replaceAll('\r', '').length;
	const inside = text.slice(entity.offset, entity.offset + entity.length).replaceAll('\r', '').length;
	return { ...entity, offset: before, length: inside };
}

const PATTERNS: [TelegramMessageEntity['type'], RegExp][] = [
	['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
	['url', /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|\b(?:[\w-]+\.)+(?:com|org|net|fr|eu|io|me|shop)\b(?:\/[^\s<>"]*[^\s<>".,;:!?)\]])?/gi],
	['mention', /(?<![\w@])@[a-z]\w{3,31}\b/gi],
	['hashtag', /(?<![\p{L}\p{N}_&#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
	['bot_command', /(?<![\w/])\/[a-z]\w{0,63}(?:@\w+)?(?![\w/])/gi],
];
const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji', 'url', 'email', 'mention', 'hashtag', 'bot_command']);

/** What Telegram finds by itself, outside code, links and what was found before. */
function detected(text: string, entities: TelegramMessageEntity[]): TelegramMessageEntity[] {
	const taken = entities.filter(({ type }) => OPAQUE.has(type));
	const found: TelegramMessageEntity[] = [];
	for (const [type, pattern] of PATTERNS) {
		for (const match of text.matchAll(pattern)) {
			const entity = { type, offset: match.index, length: match[0].length };
			const free = [...taken, ...found].every(
				(other) => other.offset + other.length <= entity.offset || entity.offset + entity.length <= other.offset,
			);
			if (free) found.push(entity);
		}
	}
	return found;
}

function sorted(entities: TelegramMessageEntity[]): TelegramMessageEntity[] {
	return entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

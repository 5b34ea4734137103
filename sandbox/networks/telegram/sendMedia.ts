import { badRequest } from './errors';
import { formatted, formatText } from './entities';
import type { Formatted } from './markup';
import { contentOf, fileOf, shownAs, type MediaKind } from './media';
import { objectOf, type Params } from './params';
import { post, targetOf, type Content } from './send';
import type { Handler, TelegramState } from './state';

const CAPTION_LENGTH = 1024;
const ALBUM = { least: 2, most: 10 };
const ALBUM_KINDS = new Map<unknown, MediaKind>([
	['photo', 'photo'],
	['video', 'video'],
	['audio', 'audio'],
	['document', 'document'],
	['live_photo', 'photo'],
]);
const INPUT_MEDIA_FIELDS = [
	'type',
	'media',
	'thumbnail',
	'cover',
	'photo',
	'start_timestamp',
	'caption',
	'parse_mode',
	'caption_entities',
	'show_caption_above_media',
	'width',
	'height',
	'duration',
	'supports_streaming',
	'has_spoiler',
	'performer',
	'title',
	'disable_content_type_detection',
];

/** One handler for sendPhoto, sendVideo and their kin: the parameter bears the kind's name. */
export function sendFile(kind: MediaKind): Handler {
	return async (params, state) => {
		const chat = targetOf(params, state);
		const caption = formatted(params, { text: 'caption', entities: 'caption_entities' });
		const file = await fileOf(params, state, kind, params.text(kind), kind);
		const details = Object.fromEntries(['width', 'height', 'duration', 'length'].map((name) => [name, params.integer(name)]));
		const content = contentOf(kind, file, { ...details, performer: params.text('performer'), title: params.text('title'), emoji: params.text('emoji') });
		const flags = {
			...(params.flag('has_spoiler') && { has_media_spoiler: true as const }),
			...(params.flag('show_caption_above_media') && { show_caption_above_media: true as const }),
		};
		const shown = { kind, text: caption.text, media: [shownAs(kind, file)] };
		return post(params, state, chat, { ...content, ...captionOf(caption), ...flags }, shown).message;
	};
}

/** The caption members of a message. @throws ApiError when it is longer than 1024 after parsing. */
export function captionOf({ text, entities }: Formatted): Content {
	if (text.length > CAPTION_LENGTH) throw badRequest('message caption is too long');
	return text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

/** An InputMedia object, its file fetched or found. https://core.telegram.org/bots/api#inputmedia */
export async function inputMedia(params: Params, state: TelegramState, value: unknown, kinds: Map<unknown, MediaKind>) {
	const media = objectOf(value, 'InputMedia');
	const unknown = state.strictParameters && Object.keys(media).find((name) => !INPUT_MEDIA_FIELDS.includes(name));
	if (unknown) throw badRequest(`unknown InputMedia field "${unknown}" (the sandbox refuses what Telegram would ignore)`);
	const kind = kinds.get(media.type);
	if (!kind) throw badRequest(`can't parse InputMedia: type "${String(media.type)}" is unsupported here`);
	if (typeof media.media !== 'string' || media.media === '') throw badRequest('can\'t parse InputMedia: Field "media" is required');
	const given = Array.isArray(media.caption_entities) ? media.caption_entities.map((entity) => objectOf(entity, 'message entity')) : [];
	const caption = formatText(String(media.caption ?? ''), String(media.parse_mode ?? ''), given);
	const file = await fileOf(params, state, kind, media.media);
	const content: Content = {
		...contentOf(kind, file, media),
		...captionOf(caption),
		...(media.has_spoiler === true && { has_media_spoiler: true }),
	};
	return { kind, content, shown: { kind, text: caption.text, media: [shownAs(kind, file)] } };
}

/** https://core.telegram.org/bots/api#sendmediagroup */
export const sendMediaGroup: Handler = async (params, state) => {
	const items = params.list('media');
	if (items.length === 0) throw badRequest('there are no messages to send');
	if (items.length < ALBUM.least) throw badRequest(`an album must include ${ALBUM.least}-${ALBUM.most} items`);
	if (items.length > ALBUM.most) throw badRequest('too many messages to send as an album');
	const chat = targetOf(params, state, items.length);
	const parts = await Promise.all(items.map(async (item) => await inputMedia(params, state, item, ALBUM_KINDS)));
	for (const kind of ['audio', 'document']) {
		const count = parts.filter((part) => part.kind === kind).length;
		if (count > 0 && count < parts.length) throw badRequest(`${kind} can't be mixed with other media types`);
	}
	const album = { media_group_id: `${state.world.clock.now()}${chat.lastMessageId}` };
	const shown = {
		kind: 'album',
		text: parts
			.map((part) => part.shown.text)
			.filter(Boolean)
			.join('\n\n'),
		media: parts.flatMap((part) => part.shown.media),
	};
	const stored = parts.map(({ content }, index) => post(params, state, chat, { ...content, ...album }, index === 0 ? shown : undefined));
	stored.forEach((item, index) => {
		item.timelineId = stored[0]?.timelineId;
		item.shown = parts[index]?.shown;
	});
	return stored.map(({ message }) => message);
};

import type { IDataObject } from 'n8n-workflow';
import type { Content, Media, MediaSource, Target, Utm } from './content';
import { kindOf, mediaKinds, utmNames } from './content';

/** A field that could not be read, and what to do. */
export interface Unreadable {
	field: string;
	message: string;
	fix: string;
}

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** A list, or a text with `|`, line breaks or commas between its parts. */
function listOf(value: unknown, separator: RegExp): unknown[] {
	if (Array.isArray(value)) return value;
	if (value === undefined || value === null || value === '') return [];
	return typeof value === 'string' ? value.split(separator).map((part) => part.trim()).filter(Boolean) : [value];
}

const words = (value: unknown, mark: string) => [...new Set(listOf(value, /[\s,|]+/).map((one) => textOf(one).trim().replace(new RegExp(`^${mark}`), '')).filter(Boolean))];

/** `facebook`, `facebook:123` or `{ network, account }`. */
function targetOf(value: unknown): Target | undefined {
	if (isRecord(value)) return value.network ? { network: textOf(value.network).trim().toLowerCase(), account: textOf(value.account).trim() || undefined } : undefined;
	const [network = '', ...account] = textOf(value).split(':');
	return network.trim() ? { network: network.trim().toLowerCase(), account: account.join(':').trim() || undefined } : undefined;
}

function sourceOf({ source, url, binary, id }: IDataObject): MediaSource | undefined {
	const given = isRecord(source) ? source : { url: source ?? url, binary, id };
	if (textOf(given.url)) return { url: textOf(given.url).trim() };
	if (textOf(given.binary)) return { binary: textOf(given.binary) };
	return textOf(given.id) ? { id: textOf(given.id) } : undefined;
}

const numberOf = (value: unknown) => (Number(value) > 0 ? Number(value) : undefined);

function mediaOf(value: unknown): Media | undefined {
	const given: IDataObject = isRecord(value) ? value : { url: textOf(value) };
	const source = sourceOf(given);
	if (!source) return undefined;
	const mime = textOf(given.mime) || undefined;
	const kind = mediaKinds.find((one) => one === given.kind) ?? kindOf('url' in source ? source.url : '', mime);
	return {
		...{ role: given.role === 'story' ? 'story' : 'post', kind, source, mime, width: numberOf(given.width), height: numberOf(given.height) },
		...{ seconds: numberOf(given.seconds), bytes: numberOf(given.bytes), alt: textOf(given.alt) || undefined, cover: textOf(given.cover) || undefined },
	};
}

function utmOf(value: unknown): Utm {
	const given: IDataObject = isRecord(value) ? value : { campaign: textOf(value) };
	return Object.fromEntries(utmNames.flatMap((name) => (textOf(given[name]) ? [[name, textOf(given[name])]] : [])));
}

/** An ISO time that exists; undefined for anything else. */
export const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T')));

/**
 * A content as an item's JSON holds it: the fields of `Content`, in full or in the short forms that people and AI agents write
 * (`networks: "facebook|instagram"`, `media: ["https://…"]`). What cannot be read is told by field.
 */
export function readContent(json: IDataObject): { content: Content; unreadable: Unreadable[] } {
	const unreadable: Unreadable[] = [];
	const id = textOf(json.id).trim();
	if (id === '') unreadable.push({ field: 'id', message: 'The content has no ID.', fix: 'Give each content an ID of its own: what is published is remembered by it.' });
	const targets = listOf(json.targets ?? json.networks, /[\s,|;]+/).map(targetOf).filter((target) => target !== undefined);
	const media: Media[] = [];
	for (const [index, one] of listOf(json.media, /[\s|]+|,(?=https?:)/).entries()) {
		const read = mediaOf(one);
		if (read) media.push(read);
		else unreadable.push({ field: `media ${index + 1}`, message: 'It names no file.', fix: 'Give a `url`, or a binary field of the item as `binary`.' });
	}
	const publishAt = textOf(json.publishAt).trim();
	if (publishAt !== '' && !isTime(publishAt)) unreadable.push({ field: 'publishAt', message: `“${publishAt}” is no date and time.`, fix: 'Give it as 2027-01-31T09:30.' });
	const variants = isRecord(json.variants) ? Object.fromEntries(Object.entries(json.variants).map(([network, text]) => [network.toLowerCase(), textOf(text)]).filter(([, text]) => text !== '')) : {};
	return {
		content: {
			...{ id, text: textOf(json.text), variants, media, link: textOf(json.link).trim() || undefined },
			...{ hashtags: words(json.hashtags, '#'), mentions: words(json.mentions, '@'), firstComment: textOf(json.firstComment).trim() || undefined },
			...{ publishAt: publishAt || undefined, timeZone: textOf(json.timeZone) || undefined, slot: textOf(json.slot) || undefined },
			...{ targets, labels: listOf(json.labels, /[,|]/).map(textOf), utm: utmOf(json.utm) },
		},
		unreadable,
	};
}

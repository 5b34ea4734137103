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

/** Dates are texts too, those of JavaScript and of n8n’s expressions alike. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return isRecord(value) && typeof value.toJSON === 'function' ? textOf(value.toJSON()) : '';
}

/** A list, or a text with `|`, line breaks or commas between its parts. */
function listOf(value: unknown, separator: RegExp): unknown[] {
	if (Array.isArray(value)) return value;
	if (value === undefined || value === null || value === '') return [];
	return typeof value === 'string' ? value.split(separator).map((part) => part.trim()).filter(Boolean) : [value];
}

/** Words without the mark before them, each once in whatever letters. None of them can hold a space. */
function words(value: unknown, mark: string): string[] {
	const all = listOf(value, /[\s,|]+/).flatMap((one) => textOf(one).split(/[\s,|]+/)).map((one) => one.replace(new RegExp(`^${mark}+`), ''));
	const folded = all.map((one) => one.toLowerCase());
	return all.filter((one, index) => one !== '' && folded.indexOf(one.toLowerCase()) === index);
}

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
	const kind = mediaKinds.find((one) => one === textOf(given.kind).trim().toLowerCase()) ?? kindOf('url' in source ? source.url : '', mime);
	return {
		...{ role: textOf(given.role).trim().toLowerCase() === 'story' ? 'story' : 'post', kind, source, mime, width: numberOf(given.width), height: numberOf(given.height) },
		...{ seconds: numberOf(given.seconds), bytes: numberOf(given.bytes), alt: textOf(given.alt) || undefined, cover: textOf(given.cover) || undefined },
	};
}

/** `{ campaign }`, `{ utm_campaign }` or the campaign alone. */
function utmOf(value: unknown): Utm {
	const given: IDataObject = isRecord(value) ? value : { campaign: textOf(value) };
	const named = utmNames.map((name) => [name, textOf(given[name] ?? given[`utm_${name}`]).trim()] as const);
	return Object.fromEntries(named.filter(([, text]) => text !== ''));
}

/** An ISO date, or one with a time, that exists. JavaScript itself takes February 30 for March 2. */
export function isTime(text: string): boolean {
	const [, date, day] = /^(\d{4}-\d{2}-(\d{2}))([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
	if (!date || Number.isNaN(Date.parse(text.replace(' ', 'T')))) return false;
	return new Date(date).getUTCDate() === Number(day) && !/[T ]24/.test(text);
}

/**
 * A content as an item's JSON holds it: the fields of `Content`, in full or in the short forms that people and AI agents write
 * (`networks: "facebook|instagram"`, `media: ["https://…"]`). What cannot be read is told by field.
 */
export function readContent(json: IDataObject): { content: Content; unreadable: Unreadable[] } {
	const unreadable: Unreadable[] = [];
	const id = textOf(json.id).trim();
	if (id === '') unreadable.push({ field: 'id', message: 'The content has no ID.', fix: 'Give each content an ID of its own: what is published is remembered by it.' });
	const targets: Target[] = [];
	for (const one of listOf(json.targets ?? json.networks, /[\s,|;]+/)) {
		const target = targetOf(one);
		if (target) targets.push(target);
		// A blank cell names nothing; anything else must not end in the node’s own networks.
		else if (isRecord(one) || textOf(one).trim() !== '') unreadable.push({ field: 'targets', message: 'A target names no network.', fix: 'Give it as `facebook`, `facebook:123` or {"network": "facebook", "account": "123"}.' });
	}
	const media: Media[] = [];
	for (const [index, one] of listOf(json.media, /[\s|]+|,\s*(?=https?:)/).entries()) {
		const read = mediaOf(one);
		if (read) media.push(read);
		else unreadable.push({ field: `media ${index + 1}`, message: 'It names no file.', fix: 'Give a `url`, or a binary field of the item as `binary`.' });
	}
	const publishAt = textOf(json.publishAt).trim();
	const isGiven = publishAt !== '' || isRecord(json.publishAt);
	if (isGiven && !isTime(publishAt)) unreadable.push({ field: 'publishAt', message: `“${publishAt}” is no date and time.`, fix: 'Give it as 2027-01-31T09:30.' });
	const variants = isRecord(json.variants) ? Object.fromEntries(Object.entries(json.variants).map(([network, text]) => [network.toLowerCase(), textOf(text)]).filter(([, text]) => text !== '')) : {};
	return {
		content: {
			...{ id, title: textOf(json.title).trim() || undefined, text: textOf(json.text), variants, media, link: textOf(json.link).trim() || undefined },
			...{ hashtags: words(json.hashtags, '#'), mentions: words(json.mentions, '@'), firstComment: textOf(json.firstComment).trim() || undefined },
			...{ publishAt: publishAt || undefined, timeZone: textOf(json.timeZone) || undefined, slot: textOf(json.slot) || undefined },
			...{ targets, labels: listOf(json.labels, /[,|]/).map(textOf), utm: utmOf(json.utm) },
		},
		unreadable,
	};
}

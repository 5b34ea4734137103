import type { TelegramMessage } from '@gramio/types';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import type { Upload } from '../core/upload';
import { telegram } from '../platforms/telegram';
import { call } from '../networks/telegram/call';
import type { caption } from './fields';
import { attached, file } from './media';
import { addressed, captionOf } from './message';

export const mediaSource = {
	displayName: 'Media Source',
	name: 'mediaSource',
	type: 'options',
	options: [
		{ name: 'Items Below', value: 'items' },
		{ name: 'List of URLs', value: 'urls' },
	],
	default: 'items',
} as const satisfies INodeProperties;

/** https://core.telegram.org/bots/api#sendmediagroup */
export const albumItems = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Item',
	default: {},
	displayOptions: { show: { mediaSource: ['items'] } },
	description: 'Two to ten photos and videos, or documents alone, or audio files alone',
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					default: 'photo',
					options: [
						{ name: 'Audio', value: 'audio' },
						{ name: 'Document', value: 'document' },
						{ name: 'Photo', value: 'photo' },
						{ name: 'Video', value: 'video' },
					],
				},
				...file,
			],
		},
	],
} as const satisfies INodeProperties;

export const mediaUrls = {
	displayName: 'Media URLs',
	name: 'mediaUrls',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/1.jpg',
	displayOptions: { show: { mediaSource: ['urls'] } },
	description: 'Two to ten public URLs, one a line; an expression may give a list. Those ending in .mp4 or .mov are sent as videos, all others as photos.',
} as const satisfies INodeProperties;

type Items = InputOf<[typeof albumItems]>['items'];
type Item = Partial<NonNullable<Items['item']>[number]>;

/** `mediaUrls` may be a list, and `items` counts only where it is the source. */
interface Chosen {
	mediaSource: 'items' | 'urls';
	items: Items;
	mediaUrls: unknown;
}

/** Documents and audio files are grouped with their own kind only. */
const family = ({ type }: Item) => (type === 'audio' || type === 'document' ? type : 'photo');

function itemOf(url: string, index: number): Item {
	// Telegram would look for any other text among its file IDs.
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		const shown = url.length > 80 ? `${url.slice(0, 77)}…` : url;
		throw refused('Media URLs', `item ${index + 1}, “${shown}”, is not an http(s) URL.`, 'Give one public URL a line, starting with https://.');
	}
	return { type: /\.(mp4|mov)$/i.test(new URL(url).pathname) ? 'video' : 'photo', source: 'url', url };
}

/** `|` and white space never stand in a URL as they are; a comma may, unless another URL follows it. An expression may also give a list. */
const urlsIn = (given: unknown): string[] => [given].flat().flatMap((part) => String(part).split(/[\s|]+|,(?=https?:)/)).filter(Boolean);

function checkCount(field: string, { length }: readonly unknown[]) {
	const { least, most } = telegram.limits.albumItems;
	if (length >= least && length <= most) return;
	throw refused(field, `an album has ${length}; Telegram takes ${least} to ${most}.`, 'Add or remove items, or send a single file with its own operation.');
}

function checked({ mediaSource: source, mediaUrls: urls, items: { item: items = [] } }: Chosen): Item[] {
	if (source === 'urls') {
		const given = urlsIn(urls);
		checkCount('Media URLs', given);
		return given.map(itemOf);
	}
	checkCount('Items', items);
	if (new Set(items.map(family)).size > 1) {
		throw refused('Items', 'documents and audio files cannot stand in one album with anything else.', 'Send an album for each kind.');
	}
	return items;
}

type Fields = NonNullable<Parameters<typeof addressed>[0]['additionalFields']> & { has_spoiler?: boolean; show_caption_above_media?: boolean };
type Album = InputOf<typeof caption> & Omit<Parameters<typeof addressed>[0], 'additionalFields'> & { additionalFields: Fields } & Chosen;

/** Sends the items as one album; the first one's caption is the album's. Answers one message for each item. */
export async function sendAlbum({ additionalFields: { has_spoiler, show_caption_above_media, ...additionalFields }, ...input }: Album, api: Api): Promise<TelegramMessage[]> {
	const media: IDataObject[] = [];
	const files: Record<string, Upload> = {};
	for (const [index, item] of checked(input).entries()) {
		const type = item.type ?? 'photo';
		const found = await attached(`file${index}`, type, item, api);
		if (found.media === '') throw refused('Items', `item ${index + 1} names no file.`, 'Fill in its “URL” or “File ID”.');
		Object.assign(files, found.files);
		const look = family(item) === 'photo' ? { has_spoiler, show_caption_above_media } : {};
		media.push({ type, media: found.media, ...(index === 0 && captionOf(input)), ...look });
	}
	return await api.send(call('sendMediaGroup', { ...addressed({ ...input, additionalFields }), media }, files));
}

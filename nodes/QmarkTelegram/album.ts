import type { TelegramMessage } from '@gramio/types';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import type { Upload } from '../core/upload';
import { telegram } from '../platforms/telegram';
import { call } from './call';
import type { caption } from './fields';
import { attached, file } from './media';
import { addressed, captionOf } from './message';

/** https://core.telegram.org/bots/api#sendmediagroup */
export const albumItems = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Item',
	default: {},
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

type Items = InputOf<[typeof albumItems]>['items'];
type Item = NonNullable<Items['item']>[number];

/** Documents and audio files are grouped with their own kind only. */
const family = ({ type }: Item) => (type === 'audio' || type === 'document' ? type : 'photo');

function checked({ item: items = [] }: Items): Item[] {
	const { least, most } = telegram.limits.albumItems;
	if (items.length < least || items.length > most) {
		throw refused('Items', `an album has ${items.length}; Telegram takes ${least} to ${most}.`, 'Add or remove items, or send a single file with its own operation.');
	}
	if (new Set(items.map(family)).size > 1) {
		throw refused('Items', 'documents and audio files cannot stand in one album with anything else.', 'Send an album for each kind.');
	}
	return items;
}

type Album = InputOf<typeof caption> & Parameters<typeof addressed>[0] & { items: Items };

/** Sends the items as one album; the first one's caption is the album's. Answers one message for each item. */
export async function sendAlbum(input: Album, api: Api): Promise<TelegramMessage[]> {
	const media: IDataObject[] = [];
	const files: Record<string, Upload> = {};
	for (const [index, item] of checked(input.items).entries()) {
		const type = item.type ?? 'photo';
		const found = await attached(`file${index}`, type, item, api);
		if (found.media === '') throw refused('Items', `item ${index + 1} names no file.`, 'Fill in its “URL” or “File ID”.');
		Object.assign(files, found.files);
		media.push({ type, media: found.media, ...(index === 0 && captionOf(input)) });
	}
	return await api.send(call('sendMediaGroup', { ...addressed(input), media }, files));
}

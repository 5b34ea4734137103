import type { TelegramFile, TelegramMessage } from '@gramio/types';
import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import type { Upload } from '../core/upload';
import { telegram } from '../platforms/telegram';
import { call } from '../networks/telegram/call';
import { fileId } from './fields';
import type { caption } from './fields';
import { addressed, captionOf } from './message';

const binary = { name: 'Binary File', value: 'binary', description: 'A file of the input item: photos up to 10 MB, others up to 50 MB' } as const;
const known = { name: 'File ID', value: 'fileId', description: 'A file that Telegram already has' } as const;
const address = { name: 'URL', value: 'url', description: 'A public address that Telegram fetches: photos up to 5 MB, others up to 20 MB' } as const;

/** Where a file comes from: https://core.telegram.org/bots/api#sending-files. */
export const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	default: 'url',
	description: 'Where the file comes from',
	options: [binary, known, address],
} as const satisfies INodeProperties;

export const givenUrl = { displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg' } as const satisfies INodeProperties;

export const givenBinary = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	hint: 'The name of the input field containing the file',
} as const satisfies INodeProperties;

const fromId = { ...fileId, displayOptions: { show: { source: ['fileId'] } } } as const satisfies INodeProperties;
const fromBinary = { ...givenBinary, required: true, displayOptions: { show: { source: ['binary'] } } } as const satisfies INodeProperties;

/** The three ways to name a file. */
export const file = [
	source,
	{ ...givenUrl, required: true, displayOptions: { show: { source: ['url'] } } },
	fromId,
	fromBinary,
] as const satisfies readonly INodeProperties[];

/** The two ways where Telegram fetches nothing by URL. */
export const ownFile = [{ ...source, default: 'binary', options: [binary, known] }, fromId, fromBinary] as const satisfies readonly INodeProperties[];

/** A file that can only be uploaded anew. */
export const upload = { ...givenBinary, required: true } as const satisfies INodeProperties;

/** What an edited message shall show. */
export const mediaType = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	default: 'photo',
	options: [
		{ name: 'Animation', value: 'animation' },
		{ name: 'Audio', value: 'audio' },
		{ name: 'Document', value: 'document' },
		{ name: 'Photo', value: 'photo' },
		{ name: 'Video', value: 'video' },
	],
} as const satisfies INodeProperties;

/** The kinds of file a message can carry, as Telegram names the parameter. */
export type Kind = 'animation' | 'audio' | 'document' | 'photo' | 'sticker' | 'video' | 'video_note' | 'voice';

/** Photos have a limit of their own on every server. */
const most = (kind: Kind) => (kind === 'photo' ? telegram.limits.photo : undefined);

/** The chosen source of one file. */
export type Source = Partial<InputOf<typeof file>>;

/** The chosen source: text that Telegram understands, or the file itself. */
const fileOf = async (kind: Kind, { source, url, fileId: id, binaryField }: Source, api: Api): Promise<string | Upload> =>
	source === 'binary' ? await api.file(binaryField ?? 'data', most(kind)) : ((source === 'fileId' ? id : url) ?? '');

/** The same inside an InputMedia object; an uploaded file travels as the part `name`. */
export async function attached(name: string, kind: Kind, input: Source, api: Api): Promise<{ media: string; files: Record<string, Upload> }> {
	const found = await fileOf(kind, input, api);
	return typeof found === 'string' ? { media: found, files: {} } : { media: `attach://${name}`, files: { [name]: found } };
}

/** `video_note` → `sendVideoNote` */
const methodOf = (kind: Kind) => `send${kind.replace(/(^|_)[a-z]/g, (start) => start.replace('_', '').toUpperCase())}`;

type Message = Source & Partial<InputOf<typeof caption>> & Parameters<typeof addressed>[0];

/** Sends one file, with its caption where the kind has one: `sendPhoto` with `photo`, `sendVideoNote` with `video_note` and so on. */
export async function sendFile(kind: Kind, input: Message, api: Api): Promise<TelegramMessage> {
	const { caption: words = '', parseMode = '', escape = false } = input;
	const parameters: IDataObject = { ...addressed(input), ...captionOf({ caption: words, parseMode, escape }) };
	const found = await fileOf(kind, input, api);
	return await api.send(typeof found === 'string' ? call(methodOf(kind), { ...parameters, [kind]: found }) : call(methodOf(kind), parameters, { [kind]: found }));
}

/** Fetches what `getFile` found: https://core.telegram.org/bots/api#getfile. A local server names a path on its own disk instead. */
export async function fetchFile(found: TelegramFile, api: Api): Promise<INodeExecutionData> {
	const { file_path: path = '' } = found;
	if (path === '') throw refused('File ID', 'Telegram has no path for this file now.', 'Run the item again later.');
	if (path.startsWith('/')) throw refused('File ID', 'the self-hosted Bot API server keeps this file on its own disk.', 'Run that server without --local to download files from it.');
	return await api.download({ host: 'file', url: `/${encodeURI(path)}` }, path.split('/').at(-1) ?? path, { ...found });
}

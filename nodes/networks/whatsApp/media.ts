import type { INodeExecutionData } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import type { MessageMedia } from '../../model/message';
import { whatsApp } from '../../platforms/whatsApp';

export type FileKind = keyof typeof whatsApp.files;

const kinds: readonly FileKind[] = ['audio', 'document', 'image', 'sticker', 'video'];

const aliases: Readonly<Record<string, string>> = whatsApp.mimeAliases;

/** `audio/ogg; codecs=opus` is `audio/ogg` to Meta, which wants its own word for each type. */
export function bareMime(mime: string): string {
	const bare = (mime.split(';')[0] ?? '').trim().toLowerCase();
	return aliases[bare] ?? bare;
}

const takes = (kind: FileKind, mime: string) => whatsApp.files[kind].mimes.some((one) => one === mime);
const megabytes = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** The item's file under Meta's name of its type; refuses what is not of this kind, or of any, and what is too large. */
async function checkedFile(api: Api, property: string, kind?: FileKind): Promise<Upload> {
	const upload = await api.file(property);
	const mime = bareMime(upload.mime);
	const found = kind ?? kinds.find((one) => takes(one, mime));
	if (!found || !takes(found, mime)) {
		const taken = found ? whatsApp.files[found].taken : 'images, videos, sounds, documents and stickers';
		throw refused('Input Binary Field', `“${upload.name}” is ${upload.mime}; WhatsApp takes ${taken}${found ? ` for this` : ''}.`, 'Convert the file, or correct the type that the node before gives it.');
	}
	const { bytes } = whatsApp.files[found];
	if (upload.size > bytes) throw refused('Input Binary Field', `“${upload.name}” has ${megabytes(upload.size)}; WhatsApp takes at most ${megabytes(bytes)}.`, 'Make the file smaller.');
	upload.mime = mime;
	return upload;
}

export interface Uploaded {
	id: string;
	name: string;
	mime: string;
}

/** Streams a file to Meta, which keeps it for 30 days. A file that was uploaded twice is one that nobody is sent. */
export async function upload(api: Api, phoneNumber: string, property: string, kind?: FileKind): Promise<Uploaded> {
	const file = await checkedFile(api, property, kind);
	const form = { messaging_product: 'whatsapp', type: file.mime, file };
	const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${phoneNumber}/media`, form, timeout: whatsApp.uploadTimeout, idempotent: true });
	return { id, name: file.name, mime: file.mime };
}

/** What a person chose as the source of a file. */
export interface Source {
	source: 'binary' | 'mediaId' | 'url';
	binaryField?: string;
	mediaId?: string;
	mediaUrl?: string;
}

/** A file as a message names it, and as it stands in a conversation. */
export interface Attached {
	reference: { id: string } | { link: string };
	media: MessageMedia;
}

function checkedUrl(written: string): string {
	const url = written.trim();
	if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
	throw refused('Media URL', `“${url.slice(0, 80)}” is not a web address.`, 'Give a direct, public URL that begins with https://, or send the file from a binary field.');
}

/** By URL, by the ID of a file that was uploaded or received before, or from the item: that one is uploaded first. */
export async function attach(api: Api, phoneNumber: string, kind: FileKind, { source, binaryField = 'data', mediaId = '', mediaUrl = '' }: Source): Promise<Attached> {
	if (source === 'url') {
		const link = checkedUrl(mediaUrl);
		return { reference: { link }, media: { kind, url: link } };
	}
	if (source === 'binary') {
		const { id, name, mime } = await upload(api, phoneNumber, binaryField, kind);
		return { reference: { id }, media: { kind, id, mime, fileName: name } };
	}
	const id = mediaId.trim();
	if (!/^\d+$/.test(id)) throw refused('Media ID', `“${id}” is no media ID, which is a number.`, 'Give the ID that Media > Upload or an incoming message gave.');
	return { reference: { id }, media: { kind, id } };
}

interface Described {
	id: string;
	url: string;
	mime_type: string;
	file_size?: number | string;
	sha256?: string;
}

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg', 'text/plain': 'txt', 'video/3gpp': '3gp' };

/** Meta keeps no names. */
function nameOf({ id, mime_type: mime }: Omit<Described, 'url'>): string {
	const bare = bareMime(mime);
	return `${id}.${endings[bare] ?? bare.split('/')[1]?.replace(/^.*[.-]/, '') ?? 'bin'}`;
}

/** Where a file is, for five minutes. */
export const described = async (api: Api, id: string, phoneNumber: string) => await api.send<Described>({ url: `/${id.trim()}`, qs: { phone_number_id: phoneNumber } });

/** Fetches a file with the token. An address that has expired meanwhile is asked for once more. */
export async function download(api: Api, id: string, phoneNumber: string, fileName = ''): Promise<INodeExecutionData> {
	const fetched = async () => {
		const { url, ...json } = await described(api, id, phoneNumber);
		return await api.download({ url, host: 'file', timeout: whatsApp.uploadTimeout }, fileName || nameOf(json), json);
	};
	const gone = (error: unknown) => {
		if (error instanceof PlatformError && error.status === 404) return undefined;
		throw error;
	};
	const file = (await fetched().catch(gone)) ?? (await fetched().catch(gone));
	if (file) return file;
	throw refused('Media ID', `the file ${id} is not there any more.`, 'Meta keeps received files for 7 days and uploaded ones for 30: download them as soon as the message comes in.');
}

import { sniff } from '../../sniff';
import type { StoredMedia } from '../../world';
import { Created, type Call, type Handler } from '../call';
import { GraphError, invalid } from '../errors';
import { download, FetchFailure, megabyte } from '../media';
import type { Page } from '../model';
import type { Meta } from '../state';
import { channelOf, demand } from './access';
import type { Channel, FileKind, MessageFile } from './model';

const most: Record<FileKind, number> = { image: 8 * megabyte, video: 25 * megabyte, audio: 25 * megabyte, file: 25 * megabyte };
const images = ['image/jpeg', 'image/png', 'image/gif'];
const isKind = (kind: unknown): kind is FileKind => kind === 'image' || kind === 'video' || kind === 'audio' || kind === 'file';

export function kindOf(kind: unknown): FileKind {
	if (isKind(kind)) return kind;
	throw invalid(`Param message[attachment][type] must be one of {IMAGE, VIDEO, AUDIO, FILE, TEMPLATE} - got "${String(kind)}"`);
}

/** A file as a message shows it, or the refusal of one that the channel does not take. */
function fileOf(kind: FileKind, channel: Channel, { url, name, size, mime, head }: StoredMedia, shownUrl = url): Omit<MessageFile, 'id'> {
	if (size > most[kind]) throw new GraphError(100, '(#100) Attachment size exceeds allowable limit', { subcode: 2018047 });
	const seen = sniff(head)?.mime ?? mime;
	const fits = kind === 'file' ? channel === 'messenger' || seen === 'application/pdf' : kind === 'image' ? images.includes(seen) : seen.startsWith(`${kind}/`) || seen === 'video/mp4';
	if (!fits) throw new GraphError(100, `(#100) Upload attachment failure: ${seen} is no ${kind} that can be sent.`, { subcode: 2018008 });
	return { kind, url: shownUrl, mime: seen, name, size };
}

async function fetched(url: unknown, kind: FileKind, channel: Channel, meta: Meta): Promise<Omit<MessageFile, 'id'>> {
	try {
		return fileOf(kind, channel, (await download(meta.world, String(url), most[kind])).file, String(url));
	} catch (error) {
		if (error instanceof FetchFailure) throw new GraphError(100, `(#100) Failed to fetch the file from the url. ${error.message}`, { subcode: 2018008 });
		throw error;
	}
}

/** What the payload of an attachment names: a file to fetch, or one that is kept. */
export async function filed(payload: Record<string, unknown>, kind: FileKind, page: Page, channel: Channel, meta: Meta): Promise<MessageFile> {
	const unknown = Object.keys(payload).find((name) => name !== 'url' && name !== 'attachment_id');
	if (unknown !== undefined) throw invalid(`Unknown key "${unknown}" in message[attachment][payload]`);
	if (payload.attachment_id === undefined) return { id: meta.newId('messageFile'), ...(await fetched(payload.url, kind, channel, meta)) };
	const kept = meta.find('MessageAttachment', String(payload.attachment_id));
	if (!kept || kept.pageId !== page.id || kept.kind !== kind || kept.channel !== channel) throw new GraphError(100, '(#100) Invalid attachment_id', { subcode: 2018074 });
	const { id, url, mime, name, size } = kept;
	return { id, kind, url, mime, name, size };
}

/** https://developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api */
export const keepFile: Handler<Page> = async (page, { params, files, token }: Call, meta) => {
	const channel = channelOf(params);
	demand(token, channel);
	const { attachment } = params.record('message') ?? {};
	const { type, payload = {} }: { type?: unknown; payload?: unknown } = { ...(typeof attachment === 'object' ? attachment : {}) };
	const kind = kindOf(type);
	const upload = files.get('filedata');
	const { url, is_reusable: reusable }: { url?: unknown; is_reusable?: unknown } = { ...(typeof payload === 'object' ? payload : {}) };
	if (reusable !== true) throw invalid('Param message[attachment][payload][is_reusable] must be true');
	const file = upload ? fileOf(kind, channel, upload) : await fetched(url, kind, channel, meta);
	const kept = meta.keep({ ...file, type: 'MessageAttachment' as const, id: meta.newId('messageFile'), pageId: page.id, channel });
	return new Created(kept, { attachment_id: kept.id });
};

import type { TelegramMessage } from '@gramio/types';
import type { ReceivedFile } from '../body';
import { fetchMedia, FetchRefused } from '../fetched';
import { sniff } from '../sniff';
import type { TimelineEntry } from '../world';
import { ApiError, badRequest } from './errors';
import type { TelegramFile } from './files';
import type { Params } from './params';
import type { TelegramState } from './state';

/** The kinds of file a message can carry. */
export type MediaKind = 'photo' | 'video' | 'animation' | 'audio' | 'voice' | 'document' | 'sticker' | 'video_note';

const MB = 1024 * 1024;
const CLOUD_UPLOAD = 50 * MB;
const LOCAL_UPLOAD = 2000 * MB;
const PHOTO_UPLOAD = 10 * MB;
const PHOTO_URL = 5 * MB;
const FILE_URL = 20 * MB;
/** A file of another format is sent as a document. https://core.telegram.org/bots/api#sendvideo */
const FORMATS: Record<MediaKind, RegExp> = {
	photo: /^image\/(jpeg|png|gif|webp|bmp)$/,
	video: /^video\//,
	animation: /^image\/gif$|^video\//,
	audio: /^audio\/(mpeg|mp4|mp3|x-m4a|m4a)$/,
	voice: /^audio\//,
	document: /./,
	/** https://core.telegram.org/bots/api#sendsticker */
	sticker: /^image\/(webp|png)$|^video\/webm$|tgsticker|gzip/,
	video_note: /^video\/mp4$/,
};

/**
 * The file a parameter or an InputMedia names: an uploaded part, `attach://<part>`, a URL or a `file_id`.
 * https://core.telegram.org/bots/api#sending-files
 */
export async function fileOf(
	params: Params,
	state: TelegramState,
	kind: MediaKind,
	reference: string,
	part?: string,
): Promise<TelegramFile> {
	const uploaded = params.files.get(reference.startsWith('attach://') ? reference.slice('attach://'.length) : (part ?? ''));
	if (uploaded) return keep(state, kind, checkedUpload(uploaded, kind, state.localServer));
	if (reference.startsWith('attach://'))
		throw badRequest(`there is no part "${reference.slice('attach://'.length)}" in the multipart body`);
	if (/^https?:\/\//i.test(reference) && kind === 'video_note') throw badRequest('wrong file identifier/HTTP URL specified');
	if (/^https?:\/\//i.test(reference)) return keep(state, kind, await fetched(reference, kind));
	const known = state.files.get(reference);
	if (!known)
		throw badRequest(
			/[^\w-]/.test(reference) ? 'wrong file identifier/HTTP URL specified' : 'wrong remote file identifier specified: Wrong string length',
		);
	return known;
}

function checkedUpload(file: ReceivedFile, kind: MediaKind, local: boolean): ReceivedFile {
	if (file.size > (local ? LOCAL_UPLOAD : CLOUD_UPLOAD)) throw new ApiError(413, 'Request Entity Too Large');
	if (file.size === 0) throw badRequest('file must be non-empty');
	if (kind === 'photo' && file.size > PHOTO_UPLOAD) {
		throw badRequest(`file of size ${file.size} bytes is too big for a photo; the maximum size is ${PHOTO_UPLOAD} bytes`);
	}
	return file;
}

async function fetched(url: string, kind: MediaKind): Promise<ReceivedFile> {
	const limit = kind === 'photo' ? PHOTO_URL : FILE_URL;
	try {
		const file = await fetchMedia(url, limit);
		if (file.size > limit || file.size === 0) throw badRequest('failed to get HTTP URL content');
		if (!FORMATS[kind].test(file.mime) && !FORMATS[kind].test(sniff(file.head)?.mime ?? ''))
			throw badRequest('wrong type of the web page content');
		return file;
	} catch (error) {
		throw error instanceof FetchRefused ? badRequest(`failed to get HTTP URL content (${error.message})`) : error;
	}
}

export function keep(state: TelegramState, kind: MediaKind, { filename, mime, size, head }: ReceivedFile): TelegramFile {
	const found = sniff(head);
	const { width, height } = found ?? {};
	if (kind === 'photo') {
		if (!found || !FORMATS.photo.test(found.mime)) throw badRequest('IMAGE_PROCESS_FAILED');
		const [short = 0, long = 0] = [width ?? 1, height ?? 1].sort((a, b) => a - b);
		if (short + long > 10_000 || short === 0 || long / short > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS');
	}
	return state.files.add(kind, { name: filename, mime: found?.mime ?? mime, head, size }, { width, height });
}

/** The members a file gives its message. Durations are in seconds, sizes in pixels and bytes. */
export function contentOf(kind: MediaKind, file: TelegramFile, details: Record<string, unknown>): Partial<TelegramMessage> {
	const { file_id, file_unique_id, media } = file;
	const base = { file_id, file_unique_id, file_size: media.size };
	const named = { ...base, file_name: media.name, mime_type: media.mime };
	const number = (name: string, fallback = 0) => Number(details[name] ?? fallback) || fallback;
	const frame = { width: number('width', file.width ?? 1280), height: number('height', file.height ?? 720), duration: number('duration') };
	if (kind !== 'photo' && !FORMATS[kind].test(media.mime)) return { document: named };
	switch (kind) {
		case 'photo':
			return { photo: photoSizes(file) };
		case 'video':
			return { video: { ...named, ...frame } };
		case 'animation':
			// Clients that do not know animations read the document. https://core.telegram.org/bots/api#message
			return { animation: { ...named, ...frame }, document: named };
		case 'audio':
			return { audio: { ...named, duration: frame.duration, ...texts(details, ['performer', 'title']) } };
		case 'voice':
			return { voice: { ...base, mime_type: media.mime, duration: frame.duration } };
		case 'document':
			return { document: named };
		case 'sticker':
			return { sticker: { ...stickerOf(file), ...texts(details, ['emoji']) } };
		case 'video_note':
			return { video_note: { ...base, length: number('length', 360), duration: frame.duration } };
	}
}

export function stickerOf({ file_id, file_unique_id, width = 512, height = 512, media }: TelegramFile): NonNullable<TelegramMessage['sticker']> {
	return { file_id, file_unique_id, type: 'regular', width, height, is_animated: false, is_video: media.mime === 'video/webm', file_size: media.size };
}

/** Telegram answers several sizes of one photo, the largest last. */
function photoSizes({ file_id, file_unique_id, width = 1, height = 1, media }: TelegramFile): TelegramMessage['photo'] {
	const scale = Math.min(1, 320 / Math.max(width, height));
	const small = { width: Math.round(width * scale), height: Math.round(height * scale), file_size: Math.round(media.size * scale * scale) };
	return [
		{ file_id: `${file_id}-s`, file_unique_id: `${file_unique_id}-s`, ...small },
		{ file_id, file_unique_id, width, height, file_size: media.size },
	];
}

function texts(details: Record<string, unknown>, names: string[]): Record<string, string> {
	return Object.fromEntries(names.flatMap((name) => (typeof details[name] === 'string' ? [[name, details[name]]] : [])));
}

/** How the timeline shows the file. */
export function shownAs(kind: MediaKind, { media }: TelegramFile): TimelineEntry['media'][number] {
	const shown = media.mime.startsWith('image/')
		? 'image'
		: media.mime.startsWith('video/')
			? 'video'
			: media.mime.startsWith('audio/')
				? 'audio'
				: 'file';
	return { kind: kind === 'document' && shown !== 'image' ? 'file' : shown, url: media.url, ...(shown === 'file' && { alt: media.name }) };
}

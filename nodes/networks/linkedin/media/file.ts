import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import type { Upload } from '../../../core/upload';
import { endingOf } from '../../../model/content';
import { mediaFacts } from '../../../model/mediaFile';
import { linkedin } from '../../../platforms/linkedin';
import { textIn } from '../text';

const { formats, limits } = linkedin;

/** As LinkedIn’s URNs and paths name them. */
export type Kind = keyof typeof formats;

/** Where a file comes from. */
export type Source = { url: string } | { binary: string };

/** Programs that know no better give every file one of these types; Office files of today are archives. */
const UNKNOWN = /^(application|binary)\/(octet-stream|zip|x-zip-compressed)$/;
/** Bytes that hold the headers of an image. */
const HEAD = 64 * 1024;

const sized = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

async function headOf(file: Upload): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of file.read()) {
		pieces.push(piece);
		size += piece.length;
		if (size >= HEAD) break;
	}
	return Buffer.concat(pieces);
}

/** What LinkedIn would take, by the file’s first bytes, and by its type and name where they tell nothing. */
async function checked(field: string, file: Upload, kind: Kind): Promise<Upload> {
	const { taken, mimes, endings }: { taken: string; mimes: readonly string[]; endings: readonly string[] } = formats[kind];
	const { mime: seen, width = 0, height = 0 } = mediaFacts(await headOf(file)) ?? {};
	const mime = seen ?? (UNKNOWN.test(file.mime) ? undefined : file.mime);
	const isTaken = mime === undefined ? endings.includes(endingOf(file.name)) : mimes.includes(mime);
	if (!isTaken) throw refused(field, `“${file.name}” is ${mime ?? 'of an unknown format'}; LinkedIn takes ${taken} here.`, `Convert the file to ${taken}, or give another one.`);
	if (kind === 'image' && width * height > limits.image.pixels) throw refused(field, `“${file.name}” has ${width} × ${height} pixels; LinkedIn takes fewer than ${limits.image.pixels + 1} in all.`, 'Make the image smaller.');
	if (kind === 'video' && file.size < limits.video.least) throw refused(field, `“${file.name}” has ${sized(file.size)}; LinkedIn takes videos from ${sized(limits.video.least)} on.`, 'Give a longer or better video.');
	return file;
}

const mostBytes: Record<Kind, number | undefined> = { image: undefined, video: limits.video.most, document: limits.document.most };

/** The file, provided that LinkedIn takes it. One at a URL is fetched into n8n’s store first: LinkedIn fetches nothing. `field` is the display name of where it stands. */
export async function fileOf(api: Api, source: Source, kind: Kind, field: string): Promise<Upload> {
	if ('binary' in source) return await checked('Input Binary Field', await api.file(source.binary, mostBytes[kind]), kind);
	return await checked(field, await api.fetched(field, source.url.trim(), mostBytes[kind]), kind);
}

/** Longest description of a picture, for people who cannot see it. */
export function altTextOf(field: string, text: string | undefined): string | undefined {
	const alt = textIn(text);
	if (alt.length > limits.altText) throw refused(field, `has ${alt.length} characters; LinkedIn allows ${limits.altText}.`, `Shorten it by ${alt.length - limits.altText}.`);
	return alt || undefined;
}

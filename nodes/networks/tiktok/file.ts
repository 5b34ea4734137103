import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { endingOf } from '../../model/content';
import type { MediaFacts } from '../../model/content';
import { mediaFacts } from '../../model/mediaFile';
import { tiktok } from '../../platforms/tiktok';

const { limits, videoTypes, fetches, refusedPhotos } = tiktok;

/** Bytes that hold the headers of a video made to be streamed. */
const HEAD = 256 * 1024;

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

const byEnding: Readonly<Record<string, string>> = { mp4: 'video/mp4', m4v: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' };

/** What is known of a length; `most` is what the account may post, in seconds. */
export function checkLength(field: string, seconds: number | undefined, most: number = limits.video.seconds): void {
	if (seconds === undefined || seconds <= most) return;
	throw refused(field, `the video has ${Math.ceil(seconds)} seconds; the account may post ${most}.`, `Cut it to ${most} seconds.`);
}

function checkFacts(field: string, { seconds, width, height }: MediaFacts, most?: number): void {
	checkLength(field, seconds, most);
	const { least, most: widest } = limits.video.side;
	const wrong = [width, height].find((side) => side !== undefined && (side < least || side > widest));
	if (wrong !== undefined) throw refused(field, `the video has a side of ${Math.round(wrong)} pixels; TikTok takes ${least} to ${widest}.`, 'Scale it and run the item again.');
}

/** A video that TikTok takes, by its first bytes rather than by its name. `most`: seconds that the account may post. */
export async function checkedVideo(field: string, file: Upload, most?: number): Promise<Upload> {
	const facts = mediaFacts(await headOf(file));
	const mime = facts?.mime ?? byEnding[endingOf(file.name)] ?? file.mime;
	if (!videoTypes.some((type) => type === mime)) throw refused(field, `“${file.name}” is ${mime}; TikTok takes MP4, MOV and WebM.`, 'Convert the video to MP4.');
	checkFacts(field, facts ?? {}, most);
	return { ...file, mime };
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** An address that TikTok can fetch from. */
export function checkedUrl(field: string, text: string): string {
	const url = text.trim();
	if (url === '') throw refused(field, 'is empty.', 'Give the public URL of the file.');
	if (!fetches.test(url) || !URL.canParse(url)) throw refused(field, `“${shortened(url)}” is no https:// address, from which alone TikTok fetches.`, 'Put the file on a server with https, under a domain that is verified in your TikTok app.');
	return url;
}

/** `|` and white space never stand in a URL as they are; a comma may, unless another URL follows it. */
const urlsIn = (text: unknown): string[] =>
	String(text)
		.split(/[\s|]+|,(?=https?:)/)
		.filter(Boolean);

/** 1 to 35 photos, all checked before the first is sent. */
export function checkedPhotos(field: string, text: unknown): string[] {
	const urls = urlsIn(text);
	const { most } = limits.photo;
	if (urls.length === 0) throw refused(field, 'is empty.', 'Give the public URLs of 1 to 35 photos, one a line.');
	if (urls.length > most) throw refused(field, `has ${urls.length} photos; TikTok takes ${most}.`, `Take ${urls.length - most} out, or publish two posts.`);
	return urls.map((one, index) => {
		const url = checkedUrl(`${field}, photo ${index + 1}`, one);
		if (refusedPhotos.includes(endingOf(url))) throw refused(`${field}, photo ${index + 1}`, `“${shortened(url)}” is neither JPEG nor WebP; TikTok takes no others.`, 'Convert the photo to JPEG and give the URL of that one.');
		return url;
	});
}

/** Where a video comes from. */
export interface Source {
	source: 'binary' | 'url' | 'pull';
	binaryField: string;
	videoUrl: string;
}

/** The item’s file, or one from the web that is fetched here and uploaded from here. `field`: where it stands, if not in the node’s own fields. */
export async function fileOf(api: Api, { source, binaryField, videoUrl }: Source, most?: number, field = source === 'binary' ? 'Input Binary Field' : 'Video URL'): Promise<Upload> {
	const file = source === 'binary' ? await api.file(binaryField) : await api.fetched(field, videoUrl.trim());
	return await checkedVideo(field, file, most);
}

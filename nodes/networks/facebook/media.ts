import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';

interface Source {
	source: 'url' | 'binary';
	binaryField: string;
}

/** What an edge takes: largest size in bytes, and kinds of file. */
interface Takes {
	bytes?: number;
	types: readonly string[];
}

/** A public file that Facebook fetches, or one that is sent to it. */
export type Media = string | Upload;

/** Programs that know no better call every file this. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** The address in ASCII, as Meta wants it, or a refusal of what is no web address. */
export function webAddress(field: string, address: string): string {
	const text = address.trim();
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).href;
	throw refused(field, `“${text}” is not a web address.`, 'Give a public address that starts with https:// and leads straight to the file.');
}

/** The item's file; refuses what is too large or of another kind before anything is sent. */
export async function fileOf(api: Api, binaryField: string, { bytes, types }: Takes): Promise<Upload> {
	const file = await api.file(binaryField, bytes);
	const taken = file.mime === UNKNOWN_TYPE || types.some((type) => file.mime.startsWith(type));
	if (taken) return file;
	const wanted = types.map((type) => (type.endsWith('/') ? type.replace('/', ' files') : type.replace('image/', '').toUpperCase())).join(', ');
	throw refused('Input Binary Field', `“${file.name}” is ${file.mime}; Facebook takes ${wanted} here.`, 'Convert the file, or name another field.');
}

export const photoOf = async (api: Api, { source, photoUrl, binaryField }: Source & { photoUrl: string }, takes: Takes): Promise<Media> =>
	source === 'url' ? webAddress('Photo URL', photoUrl) : await fileOf(api, binaryField, takes);

export const videoOf = async (api: Api, { source, videoUrl, binaryField }: Source & { videoUrl: string }): Promise<Media> =>
	source === 'url' ? webAddress('Video URL', videoUrl) : await fileOf(api, binaryField, { types: ['video/'] });

const parts = (text: string, separator: RegExp) => text.split(separator).map((part) => part.trim());

/** The photos of an album with what each shows, URLs first. */
export async function albumOf(api: Api, input: { photoUrls: string; binaryFields: string; altTexts: string }, takes: Takes): Promise<{ photo: Media; alt?: string }[]> {
	const photos: Media[] = parts(input.photoUrls, /\n/).filter(Boolean).map((url) => webAddress('Photo URLs', url));
	for (const field of parts(input.binaryFields, /,/).filter(Boolean)) photos.push(await fileOf(api, field, takes));
	if (photos.length === 0) throw refused('Photo URLs', 'there is no photo.', 'Give a URL a line, or name the binary fields that hold the photos.');
	const alts = parts(input.altTexts, /\n/);
	return photos.map((photo, index) => ({ photo, alt: alts[index] || undefined }));
}

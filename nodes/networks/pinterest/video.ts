import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { pinterest } from '../../platforms/pinterest';
import { unpublished } from '../meta/once';
import { checkedVideo, imageFile } from './media';
import { reads, webAddress, writes } from './requests';

const { limits, processing } = pinterest;

/** https://developers.pinterest.com/docs/api/v5/media-create */
interface Registered {
	media_id: string;
	upload_url?: string;
	upload_parameters?: Record<string, string>;
}

/** https://developers.pinterest.com/docs/api/v5/media-get */
export interface Processed {
	media_id: string;
	status?: 'registered' | 'processing' | 'succeeded' | 'failed';
}

/** A broken upload is begun anew this often. */
const SESSIONS = 3;
/** The permission for one upload has ended: another one is asked for. */
const ENDED: readonly (string | undefined)[] = ['AccessDenied', 'ExpiredToken'];

/** Where a video comes from. It is opened once Pinterest has promised to take one. */
export type VideoFile = () => Promise<Upload>;

/** The item's video, or one from the web, which is fetched: Pinterest takes no URLs of videos. */
export async function videoFile(api: Api, source: { url: string } | { binary: string }, fields = { url: 'Video URL', binary: 'Input Binary Field' }): Promise<VideoFile> {
	if ('url' in source) {
		const url = webAddress(fields.url, source.url);
		return async () => await checkedVideo(fields.url, await api.fetched(fields.url, url, limits.video));
	}
	const file = await checkedVideo(fields.binary, await api.file(source.binary, limits.video));
	return async () => await Promise.resolve(file);
}

async function register(api: Api): Promise<Registered> {
	return await api.send<Registered>({ ...writes('POST', '/media'), body: { media_type: 'video' }, idempotent: true });
}

/** Sends the bytes to the store that Pinterest named: all of its parameters first, the file last, and no token. It answers 204. */
async function store(api: Api, { upload_url: url, upload_parameters: parameters }: Registered, file: Upload): Promise<void> {
	if (!url) throw new PlatformError({ verdict: 'stop', code: 'no-upload', message: 'Pinterest named no place for the video.', hint: 'Update QMARK, or tell it to QMARK.' });
	await api.send({ method: 'POST', url, form: { ...parameters, file }, unsigned: true, timeout: pinterest.upload.timeout });
}

/** Registers and uploads; answers the ID that a Pin is made of. Nobody sees it, so whatever broke is begun anew. */
export async function uploadVideo(api: Api, open: VideoFile): Promise<string> {
	let file: Upload | undefined;
	for (let session = 1; ; session++) {
		const media = await register(api).catch(unpublished);
		file ??= await open();
		try {
			await store(api, media, file);
			return media.media_id;
		} catch (error) {
			const { verdict, code } = failureOf(error);
			const again = verdict === 'unknown' || ENDED.includes(code);
			if (!again || session === SESSIONS) return unpublished(error);
		}
	}
}

/** Asks whether Pinterest is ready; throws where it never will be. */
export function isReady({ status }: Processed): boolean {
	if (status !== 'failed') return status === 'succeeded';
	const { seconds, ratio } = limits;
	const hint = `Check the file: ${pinterest.formats.video.taken} of ${seconds.least} seconds to ${seconds.most / 60} minutes, ${ratio.least} to ${ratio.most} times as wide as high.`;
	throw new PlatformError({ verdict: 'fix-input', code: 'failed', message: 'Pinterest could not process the video.', hint });
}

export const askMedia = (id: string) => reads(`/media/${id}`);

/** Uploads and waits until Pinterest has processed it. */
export async function processedVideo(api: Api, open: VideoFile, { waitAtMost = processing.atMost / 1000 }: { waitAtMost?: number }): Promise<string> {
	const id = await uploadVideo(api, open);
	await api.until<Processed>(askMedia(id), isReady, { every: processing.every, atMost: waitAtMost * 1000 });
	return id;
}

export interface Cover {
	cover: 'url' | 'binary' | 'second';
	coverUrl: string;
	coverBinaryField: string;
	coverSecond: number;
}

/** The picture that stands for a video; every video Pin has one. */
export async function coverOf(api: Api, { cover, coverUrl, coverBinaryField, coverSecond }: Cover): Promise<object> {
	if (cover === 'url') return { cover_image_url: webAddress('Cover URL', coverUrl) };
	if (cover === 'binary') {
		const { mime, file } = await imageFile(api, 'Cover Binary Field', coverBinaryField);
		return { cover_image_content_type: mime, cover_image_data: file };
	}
	if (!Number.isInteger(coverSecond) || coverSecond < 0) throw refused('Cover Second', `${coverSecond} is no second of the video.`, 'Give a whole number from 0 on.');
	return { cover_image_key_frame_time: coverSecond };
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { tiktok } from '../../platforms/tiktok';
import type { Choice, Creator } from './creator';
import { checkChoice, creatorOf, infoOf } from './creator';
import type { Source } from './file';
import { checkedPhotos, checkedUrl, fileOf } from './file';
import type { Begun } from './init';
import { beginPhotos, beginVideo, beginVideoDraft, directOrDraft } from './init';
import { described, postIdIn, settled, statusOf, unlessFailed } from './status';
import type { Status } from './status';
import { fileSource, upload } from './upload';

const UNAUDITED = 'TikTok has not audited your app, so this became a draft in place of a direct post.';

interface Handling {
	ifUnaudited?: 'draft' | 'fail';
	/** In seconds; 0 does not wait. */
	waitAtMost?: number;
}

interface Under {
	kind: 'video' | 'photo';
	creator?: Creator;
	unaudited?: boolean;
}

/** What has become of a post that TikTok has. It goes on whatever is asked now, so no refusal to tell how far it is may look as if it had failed. */
async function outcome(api: Api, publishId: string, { kind, creator, unaudited }: Under, { waitAtMost = tiktok.processing.atMost / 1000 }: Handling): Promise<IDataObject> {
	const asked = waitAtMost > 0 ? settled(api, publishId, waitAtMost) : statusOf(api, publishId);
	const status = await asked.catch(() => undefined);
	const note = unaudited && { note: UNAUDITED };
	if (!status) return { publish_id: publishId, state: 'processing', next_step: 'TikTok works on it: wait for it by its Publish ID. Do not publish it again.', ...note };
	unlessFailed(status);
	return { ...described(publishId, status), permalink: linkOf(status, kind, creator), ...note };
}

export function linkOf(status: Status, kind: 'video' | 'photo', creator?: Creator): string | undefined {
	const id = postIdIn(status);
	return creator && id ? tiktok.addressOf(creator.creator_username, kind, id) : undefined;
}

/** Off is what nobody has switched on, as TikTok wants it. */
const allowing = (choice: Choice): Choice => ({ ...choice, allow: choice.allow ?? [] });

/** Sends the file where there is one. */
async function handOver(api: Api, { publish_id: publishId, upload_url: url }: Begun, file?: Upload): Promise<void> {
	if (!file) return;
	if (!url) throw new PlatformError({ verdict: 'unknown', code: 'no-upload-url', message: 'TikTok gave no address for the upload.', hint: `Ask for the status of ${publishId}, and check whether QMARK is up to date.` });
	await upload(api, { publishId, url, file });
}

export interface VideoPost extends Source {
	caption: string;
	coverAt?: number;
	aiGenerated?: boolean;
}

const pulled = (url: string): IDataObject => ({ source: 'PULL_FROM_URL', video_url: checkedUrl('Video URL', url) });

/** https://developers.tiktok.com/doc/content-posting-api-get-started */
export async function publishVideo(api: Api, video: VideoPost, choice: Choice, handling: Handling): Promise<IDataObject> {
	checkChoice(choice);
	const isPulled = video.source === 'pull';
	const source = isPulled ? pulled(video.videoUrl) : undefined;
	const creator = await creatorOf(api);
	checkChoice(choice, creator.privacy_level_options);
	const file = isPulled ? undefined : await fileOf(api, video, creator.max_video_post_duration_sec);
	const info = { title: video.caption || undefined, ...infoOf(allowing(choice), 'video', creator), video_cover_timestamp_ms: video.coverAt, is_aigc: video.aiGenerated };
	const from = source ?? fileSource(wanted(file));
	const draft = handling.ifUnaudited === 'fail' ? undefined : async () => await beginVideoDraft(api, from);
	const begun = await directOrDraft(async () => await beginVideo(api, info, from), draft);
	await handOver(api, begun, file);
	return await outcome(api, begun.publish_id, { kind: 'video', creator, unaudited: begun.unaudited }, handling);
}

function wanted(file?: Upload): Upload {
	if (!file) throw refused('Video Source', 'there is no video.', 'Choose where the video comes from.');
	return file;
}

/** https://developers.tiktok.com/doc/content-posting-api-get-started-upload-content */
export async function uploadVideoDraft(api: Api, video: Source, handling: Handling): Promise<IDataObject> {
	const file = video.source === 'pull' ? undefined : await fileOf(api, video);
	const begun = await beginVideoDraft(api, file ? fileSource(file) : pulled(video.videoUrl));
	await handOver(api, begun, file);
	return await outcome(api, begun.publish_id, { kind: 'video' }, handling);
}

export interface PhotoPost {
	photoUrls: unknown;
	title: string;
	description: string;
	/** Counts from 0; an expression may give it as a text. */
	coverIndex?: number | string;
	addMusic?: boolean;
}

export function photoSource({ photoUrls, coverIndex = 0 }: Pick<PhotoPost, 'photoUrls' | 'coverIndex'>): IDataObject {
	const photos = checkedPhotos('Photo URLs', photoUrls);
	const cover = Number(coverIndex);
	if (!Number.isInteger(cover) || cover < 0 || cover >= photos.length) throw refused('Cover Index', `there is no photo ${coverIndex}.`, `Give a number from 0 to ${photos.length - 1}: the first photo is 0.`);
	return { source: 'PULL_FROM_URL', photo_cover_index: cover, photo_images: photos };
}

const textsOf = ({ title, description }: Pick<PhotoPost, 'title' | 'description'>): IDataObject => ({ title: title || undefined, description: description || undefined });

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export async function publishPhotos(api: Api, photos: PhotoPost, choice: Choice, handling: Handling): Promise<IDataObject> {
	checkChoice(choice);
	const source = photoSource(photos);
	const creator = await creatorOf(api);
	checkChoice(choice, creator.privacy_level_options);
	const info = { ...textsOf(photos), ...infoOf(allowing(choice), 'photo', creator), auto_add_music: photos.addMusic };
	const draft = handling.ifUnaudited === 'fail' ? undefined : async () => await beginPhotos(api, 'MEDIA_UPLOAD', textsOf(photos), source);
	const begun = await directOrDraft(async () => await beginPhotos(api, 'DIRECT_POST', info, source), draft);
	return await outcome(api, begun.publish_id, { kind: 'photo', creator, unaudited: begun.unaudited }, handling);
}

export async function uploadPhotosDraft(api: Api, photos: PhotoPost, handling: Handling): Promise<IDataObject> {
	const { publish_id: id } = await beginPhotos(api, 'MEDIA_UPLOAD', textsOf(photos), photoSource(photos));
	return await outcome(api, id, { kind: 'photo' }, handling);
}

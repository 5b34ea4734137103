import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { metaAds } from '../../../platforms/metaAds';
import { toVideos, uploadInChunks } from '../../facebook/chunks';
import { fileOf, webAddress } from '../../facebook/media';
import { outcomeOf } from '../../facebook/outcome';
import { failureOf, hasFailed } from '../../facebook/video';
import type { Video } from '../../facebook/video';
import { accountPath } from './account';
import { foundSince, remember, thisSecond } from './create';
import { deleteFile } from './end';
import { fieldsOf } from './fieldList';

interface VideoInput {
	adAccount: string;
	source: 'url' | 'binary';
	videoUrl: string;
	binaryField: string;
	name: string;
	additionalFields: { description?: string; title?: string };
	waitUntilReady: boolean;
	waitAtMost: number;
}

const usual = 'id,title,description,length,status,picture,created_time,updated_time';

const isReady = ({ status }: Video) => status?.video_status === 'ready';

/** Meta fetches the file. Without an answer the video is looked for by its title among those that came since. */
async function byUrl(api: Api, account: string, url: string, texts: IDataObject): Promise<string> {
	const to = toVideos(accountPath(account).slice(1), 'advideos');
	const began = thisSecond();
	const { title } = texts;
	const listing = async () => ({ result: { id: await foundSince(api, to.url, { fields: 'id,title,created_time', title }, began, () => true) } });
	const { id } = await api.send<{ id: string }>({ ...to, body: { file_url: webAddress('Video URL', url), ...texts }, timeout: metaAds.uploadTimeout, ...(title !== undefined && { reconcile: listing }) });
	return id;
}

/** Nobody sees the video of an upload that is finished twice, and the second one is refused or answers the same. */
async function byBytes(api: Api, account: string, binaryField: string, texts: IDataObject): Promise<string> {
	const to = toVideos(accountPath(account).slice(1), 'advideos');
	const file = await fileOf(api, binaryField, { types: metaAds.video.types });
	const { video_id: id, upload_session_id } = await uploadInChunks(api, '', file, to);
	await api.send({ ...to, body: { upload_phase: 'finish', upload_session_id, ...texts }, timeout: metaAds.uploadTimeout, idempotent: true });
	return id;
}

async function settled(api: Api, id: string, seconds: number): Promise<Video | undefined> {
	const asked = { url: `/${id}`, qs: { fields: 'id,status' } };
	if (seconds === 0) return (await outcomeOf(api.send<Video>(asked))).value;
	const patience = { every: metaAds.video.every, atMost: seconds * 1000 };
	return (await outcomeOf(api.until<Video>(asked, (video) => isReady(video) || hasFailed(video), patience))).value;
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/advideos */
export async function uploadVideo(api: Api, { adAccount, source, videoUrl, binaryField, name, additionalFields, waitUntilReady, waitAtMost }: VideoInput) {
	const texts = { name: name || undefined, title: additionalFields.title || name || undefined, description: additionalFields.description || undefined };
	const id = source === 'url' ? await byUrl(api, adAccount, videoUrl, texts) : await byBytes(api, adAccount, binaryField, texts);
	remember(id);
	const video = await settled(api, id, waitUntilReady ? waitAtMost : 0);
	if (video && hasFailed(video)) throw failureOf(video, 'MP4 or MOV, H.264 with AAC sound.');
	return { id, name, status: video && isReady(video) ? 'ready' : 'processing', created: true };
}

export const listVideos = (api: Api, account: string, { most, fields, title }: { most: number; fields?: string; title?: string }) =>
	api.pages({ url: `${accountPath(account)}/advideos`, qs: { fields: fieldsOf(fields, usual), title: title || undefined, limit: Math.min(most, metaAds.pageSize) } });

export async function deleteVideo(api: Api, id: string) {
	await deleteFile(api, { url: `/${id.trim()}` });
	return { id: id.trim(), deleted: true };
}

export const getVideo = async (api: Api, id: string, fields: string | undefined) => await api.send({ url: `/${id.trim()}`, qs: { fields: fieldsOf(fields, usual) } });

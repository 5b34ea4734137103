import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { instagram } from '../../platforms/instagram';
import { naming, publishOnce, unpublished } from '../meta/once';
import type { Media } from './media';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container */
export interface Container {
	status_code: 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';
	status?: string;
}

/** All that one publication needs. `items` are a carousel's, `waitAtMost` is in ms. */
export interface Publication extends Media {
	account: string;
	items?: Media[];
	firstComment?: string;
	waitAtMost?: number;
}

/** Makes a container; a second one for the same media would do no harm, as only one is published. */
const create = async (api: Api, account: string, parameters: IDataObject) =>
	(await api.send<{ id: string }>({ method: 'POST', url: `/${account}/media`, body: parameters, idempotent: true })).id;

/** https://developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads */
const upload = async (api: Api, container: string, video: Upload) =>
	await api.send({
		...{ method: 'POST', host: 'instagramUpload', url: `/${container}`, file: video, timeout: instagram.upload.timeout },
		headers: { offset: '0', file_size: String(video.size), 'Content-Type': 'application/octet-stream', 'Content-Length': String(video.size) },
	});

/** Instagram takes no byte twice, so an upload whose connection broke begins anew in a container of its own. */
export async function createContainer(api: Api, account: string, { parameters, video }: Media): Promise<string> {
	if (!video) return await create(api, account, parameters);
	for (let attempt = 1; ; attempt++) {
		const container = await create(api, account, { ...parameters, upload_type: 'resumable' });
		const failure = await upload(api, container, video).then(() => undefined, failureOf);
		if (!failure) return container;
		if (attempt === instagram.upload.attempts || failure.verdict !== 'unknown') throw new PlatformError(failure);
	}
}

/** Its own words where Instagram could not process the media; the sub-code among them says what to do. */
export function unprocessed({ status_code: code, status = code }: Container): PlatformError {
	const subcode = Number(/\b(2207\d{3}|3600\d)\b/.exec(status)?.[1]);
	const known = subcode ? instagram.parseError({ status: 200, headers: {}, body: { error: { code: 100, error_subcode: subcode } } }) : undefined;
	const message = `Instagram could not process the media: ${status.replace(/\.$/, '')}.`;
	const hint = 'Check format, size, length and ratio of the file against Instagram’s limits and run the item again.';
	return new PlatformError({ verdict: 'fix-input', hint, ...known, message, code: subcode ? String(subcode) : code });
}

/** Waits until Instagram has processed the container, until `end` (in ms since 1970) at most. */
async function processed(api: Api, container: string, kind: 'image' | 'video', end: number): Promise<void> {
	const ask = { url: `/${container}`, qs: { fields: 'status_code,status' } };
	const pace = { every: instagram.processing[kind], atMost: Math.max(0, end - Date.now()) };
	const answer = await api.until<Container>(ask, ({ status_code: code }) => code !== 'IN_PROGRESS', pace);
	if (answer.status_code !== 'FINISHED' && answer.status_code !== 'PUBLISHED') throw unprocessed(answer);
}

const kindOf = ({ parameters, video }: Media) => (video || parameters.video_url ? 'video' : 'image');

/** Everything up to the container that is ready to be published. */
async function prepared(api: Api, { account, items = [], waitAtMost = instagram.processing.atMost, ...media }: Publication): Promise<string> {
	const end = Date.now() + waitAtMost;
	const children: string[] = [];
	for (const [index, item] of items.entries()) children.push(await createContainer(api, account, item).catch(naming(index)));
	for (const [index, item] of items.entries()) await processed(api, children[index] ?? '', kindOf(item), end).catch(naming(index));
	const parameters = { ...media.parameters, ...(children.length > 0 && { children: children.join(',') }) };
	const container = await createContainer(api, account, { ...media, parameters });
	await processed(api, container, kindOf(media), end);
	return container;
}

/** Whether the container is published. The effect of a call without an answer may show only when asked again. */
async function isPublished(api: Api, container: string, asks: number): Promise<boolean> {
	const { every, atMost } = instagram.settling;
	let asked = 0;
	const ask = { url: `/${container}`, qs: { fields: 'status_code' } };
	const { status_code: code } = await api.until<Container>(ask, (body) => body.status_code === 'PUBLISHED' || ++asked === asks, { every, atMost });
	return code === 'PUBLISHED';
}

async function published(api: Api, { account, parameters }: Publication, container: string): Promise<string> {
	const began = Date.now();
	return await publishOnce(api, {
		name: instagram.name,
		request: { method: 'POST', url: `/${account}/media_publish`, body: { creation_id: container } },
		asks: instagram.settling.asks,
		isPublished: async (asks) => await isPublished(api, container, asks),
		identified: async () => await identified(api, account, parameters, began),
	});
}

/** The media that a container without an answer became: the newest one since with the same caption, not just the newest. */
async function identified(api: Api, account: string, { media_type: kind, caption = '' }: IDataObject, began: number): Promise<string | undefined> {
	const request = { url: `/${account}/${kind === 'STORIES' ? 'stories' : 'media'}`, qs: { fields: 'id,timestamp,caption', limit: 10 } };
	const { data } = await api.send<{ data: { id: string; timestamp: string; caption?: string }[] }>(request).catch(() => ({ data: [] }));
	return data.find((media) => Date.parse(media.timestamp) >= began - 60_000 && (media.caption ?? '').trim() === String(caption).trim())?.id;
}

/** The post is out: what fails from here on is told in the output and does not take it away. */
async function commented(api: Api, media: string, message: string | undefined): Promise<IDataObject> {
	if (!message) return {};
	try {
		const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${media}/comments`, body: { message } });
		return { firstComment: id };
	} catch (error) {
		const failure = failureOf(error);
		return { firstCommentError: `${failure.message} ${failure.hint}` };
	}
}

const shownFields = 'id,permalink,shortcode,media_type,media_product_type,timestamp';

/** Container → processing → publication. Answers the media as Instagram shows it, and its container. */
export async function publish(api: Api, publication: Publication): Promise<IDataObject> {
	const container = await prepared(api, publication).catch(unpublished);
	const id = await published(api, publication, container);
	const shown = await api.send({ url: `/${id}`, qs: { fields: shownFields } }).catch(() => ({ id }));
	return { ...shown, container, ...(await commented(api, id, publication.firstComment)) };
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import type { Media } from '../../model/content';
import { urlOf } from '../../model/content';
import { instagram } from '../../platforms/instagram';
import type { Done, Memo, Outcome, Prepared, Step } from '../network';
import { unpublished } from '../meta/once';
import { checkedUrl, checkedVideo } from './media';
import type { Media as Fetched } from './media';
import { createContainer, unprocessed } from './publish';
import type { Container } from './publish';

const { limits, settling } = instagram;

async function fetched(api: Api, media: Media, most: number): Promise<Fetched> {
	const url = urlOf(media);
	if (url !== undefined) return { parameters: { [media.kind === 'image' ? 'image_url' : 'video_url']: checkedUrl('Media', url, media.kind === 'image' ? 'image' : 'video') } };
	return { parameters: {}, video: await checkedVideo(api, 'binary' in media.source ? media.source.binary : '', most) };
}

const parametersOf = ({ kind, alt }: Media): IDataObject => (kind === 'image' ? { alt_text: alt || undefined } : {});

const statusOf = async (api: Api, container: string) => await api.send<Container>({ url: `/${container}`, qs: { fields: 'status_code,status' } });

/** True once Instagram has processed it; throws its own words where it cannot. An expired one counts as missing. */
async function isProcessed(api: Api, container: string): Promise<boolean | 'expired'> {
	const status = await statusOf(api, container);
	if (status.status_code === 'EXPIRED') return 'expired';
	if (status.status_code === 'ERROR') throw unprocessed(status);
	return status.status_code !== 'IN_PROGRESS';
}

/** The items of a carousel, each in a container of its own: all made first, so that they are processed side by side. */
async function children(api: Api, account: string, media: readonly Media[], known: readonly string[]): Promise<{ ids: string[]; ready: boolean }> {
	const ids = [...known];
	for (const one of media.slice(ids.length)) {
		const { parameters, video } = await fetched(api, one, limits.reel);
		const kind = one.kind === 'video' ? { media_type: 'VIDEO' } : {};
		ids.push(await createContainer(api, account, { parameters: { ...kind, ...parametersOf(one), ...parameters, is_carousel_item: true }, video }));
	}
	for (const id of ids) {
		const processed = await isProcessed(api, id);
		// Containers live for a day: https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container
		if (processed === 'expired') return await children(api, account, media, []);
		if (!processed) return { ids, ready: false };
	}
	return { ids, ready: true };
}

async function prepared(api: Api, account: string, media: readonly Media[], parameters: IDataObject, memo: Memo): Promise<Prepared> {
	const known = memo.children;
	const items = media.length > 1 ? await children(api, account, media, Array.isArray(known) ? known : []) : { ids: [], ready: true };
	const kept: Memo = { ...memo, children: items.ids };
	if (!items.ready) return { memo: kept, ready: false };
	const [first] = media;
	if (typeof memo.container === 'string') {
		const processed = await isProcessed(api, memo.container);
		if (processed !== 'expired') return { memo: kept, ready: processed };
	}
	const story = parameters.media_type === 'STORIES';
	const single = media.length === 1 && first ? await fetched(api, first, story ? limits.storyVideo : limits.reel) : { parameters: {} };
	const alt = media.length === 1 && first && !story ? parametersOf(first) : {};
	const whole = { ...parameters, ...alt, ...single.parameters, ...(items.ids.length > 0 && { children: items.ids.join(',') }) };
	const container = await createContainer(api, account, { parameters: whole, video: single.video });
	return { memo: { ...kept, container }, ready: (await isProcessed(api, container)) === true };
}

const shown = async (api: Api, id: string): Promise<Done> => {
	const { permalink } = await api.send<{ permalink?: string }>({ url: `/${id}`, qs: { fields: 'permalink' } }).catch(() => ({ permalink: undefined }));
	return { id, permalink };
};

/** The media that a published container became: the newest one since with the same caption, not just the newest. */
async function identified(api: Api, account: string, { media_type: kind, caption = '' }: IDataObject, since: number): Promise<Done> {
	const request = { url: `/${account}/${kind === 'STORIES' ? 'stories' : 'media'}`, qs: { fields: 'id,timestamp,caption,permalink', limit: 25 } };
	const { data } = await api.send<{ data: (Done & { timestamp: string; caption?: string })[] }>(request);
	const found = data.find((media) => Date.parse(media.timestamp) >= since - settling.atMost && (media.caption ?? '').trim() === String(caption).trim());
	return { id: found?.id ?? '', permalink: found?.permalink };
}

/**
 * A container is published once: whatever became of the call, it tells. So no doubt is left, and nobody is asked.
 * https://developers.facebook.com/docs/instagram-platform/content-publishing
 */
export const containerStep = (name: string, account: string, media: readonly Media[], parameters: IDataObject): Step => ({
	name,
	prepare: async (api, memo) => await prepared(api, account, media, parameters, memo).catch(unpublished),
	publish: async (api, { container }) => {
		const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${account}/media_publish`, body: { creation_id: String(container) }, once: true });
		return await shown(api, id);
	},
	find: async (api, { container }, _, since): Promise<Outcome> => {
		const { status_code: code } = await statusOf(api, String(container));
		if (code === 'PUBLISHED') return await identified(api, account, parameters, since);
		return code === 'IN_PROGRESS' ? 'later' : 'absent';
	},
	settle: settling.asks * settling.every,
});


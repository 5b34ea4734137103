import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Failure } from '../../core/errors';
import type { Media } from '../../model/content';
import { facebook } from '../../platforms/facebook';
import type { Memo, Post, Step } from '../network';
import { fileOf, webAddress } from './media';
import type { Media as File } from './media';
import { uploadPhoto } from './photos';
import { readBack } from './posts';

/** “These photos were already posted”: a draft that nobody knows of holds them. */
const TAKEN = '100/1366051';
/** A draft is begun anew this often. */
const ATTEMPTS = 3;

export const fileIn = async (api: Api, { source }: Media, takes: { bytes?: number; types: readonly string[] }): Promise<File> => {
	if ('binary' in source) return await fileOf(api, source.binary, takes);
	return webAddress('Media', 'url' in source ? source.url : source.id);
};

/** Nobody has seen anything yet, so whatever became of a call, it may be made again. */
export const unpublished = (failure: Failure): PlatformError =>
	new PlatformError(failure.verdict === 'unknown' ? { ...failure, message: failure.message, verdict: 'retry', hint: 'Nothing was published: it is tried again.' } : { ...failure, message: failure.message, hint: failure.hint });

async function photosOf(api: Api, page: string, media: readonly Media[], known: readonly string[]): Promise<string[]> {
	const photos = [...known];
	for (const one of media.slice(photos.length)) photos.push(await uploadPhoto(api, page, await fileIn(api, one, facebook.limits.photo), { alt_text_custom: one.alt }));
	return photos;
}

/** Without an answer a draft may exist that holds the photos: another one gets photos of its own. Nobody sees either. */
async function draft(api: Api, { account: page, media, texts: [message], link }: Post, known: readonly string[]): Promise<Memo> {
	let photos = [...known];
	for (let attempt = 1; ; attempt++) {
		photos = await photosOf(api, page, media, photos);
		const body: IDataObject = {
			...{ message: message || undefined, published: false },
			...(media.length > 0 ? { attached_media: photos.map((id) => ({ media_fbid: id })) } : { link }),
		};
		try {
			const { id } = await api.send<{ id: string }>({ method: 'POST', url: `/${page}/feed`, body });
			return { photos, post: id };
		} catch (error) {
			const failure = failureOf(error);
			const again = failure.verdict === 'unknown' || failure.code === TAKEN;
			if (!again || attempt === ATTEMPTS) throw unpublished(failure);
			photos = [];
		}
	}
}

/**
 * A post is written unpublished first, which nobody sees, and published by its ID: a call that can be repeated. So an answer that gets
 * lost, or a process that is killed, leaves no doubt. https://developers.facebook.com/docs/graph-api/reference/page-post#updating
 */
export const draftStep = (post: Post): Step => {
	const shown = async (api: Api, id: string) => ({ id, permalink: (await readBack<{ permalink_url: string }>(api, id, 'permalink_url')).permalink_url });
	const isPublished = async (api: Api, id: string) => (await api.send<{ is_published?: boolean }>({ url: `/${id}`, qs: { fields: 'is_published' } })).is_published === true;
	return {
		name: 'post',
		prepare: async (api, memo) => {
			if (typeof memo.post === 'string') return { memo, ready: true };
			return { memo: await draft(api, post, Array.isArray(memo.photos) ? memo.photos : []), ready: true };
		},
		publish: async (api, { post: id }) => {
			await api.send({ method: 'POST', url: `/${String(id)}`, body: { is_published: true }, idempotent: true });
			return await shown(api, String(id));
		},
		find: async (api, { post: id }) => ((await isPublished(api, String(id))) ? await shown(api, String(id)) : 'absent'),
	};
};

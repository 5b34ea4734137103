import type { Api } from '../../core/api';
import type { Failure } from '../../core/errors';
import type { Request } from '../../core/request';
import type { Media } from './media';
import { post, postWritten, readBack, settled } from './posts';
import { release } from './schedule';
import type { Plan } from './schedule';

interface Created {
	id?: string;
	post_id?: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/page/photos#Creating: the address as JSON, the file as a multipart form. */
function photoRequest(page: string, photo: Media, parameters: Record<string, string | number | boolean | undefined>): Request {
	const request = { method: 'POST', url: `/${page}/photos` } as const;
	return typeof photo === 'string' ? { ...request, body: { url: photo, ...parameters } } : { ...request, form: { ...parameters, source: photo } };
}

/** Uploads a photo that nobody sees until a post or a story holds it. Answers its ID. */
export async function uploadPhoto(api: Api, page: string, photo: Media, parameters: { alt_text_custom?: string; temporary?: boolean } = {}): Promise<string> {
	const request = { ...photoRequest(page, photo, { published: false, ...parameters }), idempotent: true };
	return (await api.send<{ id: string }>(request)).id;
}

/** Publishes or schedules one photo. Meta tells the post it became, or only the photo when it is scheduled. */
export async function postPhoto(api: Api, page: string, photo: Media, { message, altText }: { message: string; altText?: string }, plan: Plan) {
	const parameters = { caption: message || undefined, alt_text_custom: altText || undefined, ...release(plan) };
	const found = postWritten(api, page, message, plan);
	const reconcile =
		found &&
		(async (doubt: Failure) => {
			const post = await found(doubt);
			return post && { result: { post_id: post.result.id } };
		});
	const { id: photoId, post_id: postId } = await api.send<Created>({ ...photoRequest(page, photo, parameters), reconcile });
	const id = postId ?? photoId ?? '';
	const { permalink_url, link } = await readBack<{ permalink_url: string; link: string }>(api, id, postId ? 'permalink_url' : 'link');
	return await settled(api, { id, photo_id: photoId, permalink_url: permalink_url ?? link }, id, plan);
}

/** Publishes or schedules several photos as one post. A scheduled post’s photos outlive the day after which unused ones go. */
export async function postPhotos(api: Api, page: string, photos: { photo: Media; alt?: string }[], message: string, plan: Plan) {
	const temporary = plan.at === undefined ? undefined : true;
	const attached: { media_fbid: string }[] = [];
	for (const { photo, alt } of photos) attached.push({ media_fbid: await uploadPhoto(api, page, photo, { alt_text_custom: alt, temporary }) });
	return { ...(await post(api, page, { message, attached_media: attached }, plan)), photo_ids: attached.map(({ media_fbid: id }) => id) };
}

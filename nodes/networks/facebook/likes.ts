import type { Api } from '../../core/api';

/** Likes as the page, or takes the like back; a repeat has no effect. https://developers.facebook.com/docs/graph-api/reference/object/likes */
export async function setLike(api: Api, id: string, liked: boolean): Promise<void> {
	await api.send({ method: liked ? 'POST' : 'DELETE', url: `/${id}/likes`, idempotent: true });
}

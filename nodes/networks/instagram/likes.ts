import type { Api } from '../../core/api';

/** Likes, or takes the like back, as the account. A repeat has no effect. https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/user-likes */
export async function setLike(api: Api, account: string, on: { media_id: string } | { comment_id: string }, liked: boolean): Promise<void> {
	const url = `/${account}/likes`;
	await api.send(liked ? { method: 'POST', url, body: on, idempotent: true } : { method: 'DELETE', url, qs: on, idempotent: true });
}

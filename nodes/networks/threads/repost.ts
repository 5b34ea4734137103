import type { Api } from '../../core/api';
import { SKEW } from './container';

interface Listed {
	id: string;
	timestamp: string;
	reposted_post?: { id: string };
}

/**
 * Shows somebody's post to the account's own followers. Without an answer the account's newest posts tell whether it is there.
 * https://developers.facebook.com/docs/threads/posts/reposts
 */
export async function repost(api: Api, id: string): Promise<{ id: string; reposted: string }> {
	const began = Date.now();
	const reconcile = async () => {
		const { data } = await api.send<{ data: Listed[] }>({ url: '/me/threads', qs: { fields: 'id,timestamp,reposted_post', limit: 25 } });
		const found = data.find(({ reposted_post: post, timestamp }) => post?.id === id && Date.parse(timestamp) >= began - SKEW);
		return found && { result: { id: found.id } };
	};
	const { id: own } = await api.send<{ id: string }>({ method: 'POST', url: `/${id}/repost`, reconcile });
	return { id: own, reposted: id };
}

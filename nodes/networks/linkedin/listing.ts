import type { Api } from '../../core/api';
import { linkedin } from '../../platforms/linkedin';
import { postsRequest, shownPost } from './posts';
import type { Listed } from './posts';

const { pageSize } = linkedin.limits;

/** Items to ask for at once: no more than are wanted, and no more than LinkedIn gives. */
export const pageOf = ({ returnAll, limit }: { returnAll: boolean; limit: number }) => ({ start: 0, count: returnAll ? pageSize : Math.min(limit, pageSize) });

/** Posts of an organization. */
export async function* listPosts(api: Api, author: string, { sortBy, ...many }: { returnAll: boolean; limit: number; sortBy: 'CREATED' | 'LAST_MODIFIED' }): AsyncGenerator<object> {
	for await (const post of api.pages<Listed>({ ...postsRequest(author, sortBy), qs: pageOf(many) })) yield shownPost(post);
}

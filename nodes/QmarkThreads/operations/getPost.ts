import { operation } from '../../core/operation';
import { postId, postShown } from '../fields';

/** https://developers.facebook.com/docs/threads/reference/media-retrieval */
export const getPost = operation({
	resource: 'post',
	operation: 'get',
	effect: 'read',
	scopes: ['threads_basic'],
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post or reply of the account',
	fields: [postId],
	run: async ({ postId: id }, api) => await api.send({ url: `/${id}`, qs: { fields: postShown } }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize, postShown } from '../fields';

/** https://developers.facebook.com/docs/threads/reference/media-retrieval */
export const getManyPosts = operation({
	resource: 'post',
	operation: 'getAll',
	effect: 'read',
	scopes: ['threads_basic'],
	name: 'Get Many',
	action: 'Get many posts',
	description: 'Get the posts of the account, newest first',
	fields: [...many],
	run: (wanted, api) => api.pages({ url: '/me/threads', qs: { fields: postShown, limit: pageSize(wanted) } }),
});

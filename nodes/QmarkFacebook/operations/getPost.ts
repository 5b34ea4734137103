import { operation } from '../../core/operation';
import { fieldNames, page, postId } from '../fields';
import { fullId, readable, usualFields } from '../../networks/facebook/posts';

/** https://developers.facebook.com/docs/graph-api/reference/page-post */
export const getPost = operation({
	resource: 'post',
	operation: 'get',
	effect: 'read',
	scopes: ['pages_read_engagement'],
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post of a page',
	fields: [page, postId, fieldNames],
	run: async ({ page: id, postId: post, fields }, api) => await api.send({ url: `/${fullId(id, post)}`, qs: { fields: readable(fields, usualFields) } }),
});

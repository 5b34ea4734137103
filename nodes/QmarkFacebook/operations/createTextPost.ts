import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { page } from '../fields';

/** https://developers.facebook.com/docs/pages-api/posts */
export const createTextPost = operation({
	resource: 'post',
	operation: 'createText',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Text Post',
	action: 'Create a text post',
	description: 'Publish a text on a page, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [page, { displayName: 'Message', name: 'message', type: 'string', typeOptions: { rows: 4 }, required: true, default: '' }],
	run: async ({ page: pageId, message }, api) =>
		await api.send({ method: 'POST', url: `/${pageId}/feed`, qs: { fields: 'id,permalink_url' }, body: { message } }),
});

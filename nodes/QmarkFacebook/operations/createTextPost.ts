import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, message, page, publishAt } from '../fields';
import { post } from '../../networks/facebook/posts';
import { planOf } from '../../networks/facebook/schedule';

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
	fields: [page, { ...message, required: true }, publishAt, additionalFields],
	run: async ({ page: id, message: text, publishAt: at, additionalFields: more }, api) => await post(api, id, { message: text }, planOf(at, more)),
});

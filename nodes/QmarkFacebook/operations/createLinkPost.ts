import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, message, page, publishAt } from '../fields';
import { webAddress } from '../../networks/facebook/media';
import { post } from '../../networks/facebook/posts';
import { planOf } from '../../networks/facebook/schedule';

/** https://developers.facebook.com/docs/pages-api/posts#publish-a-link */
export const createLinkPost = operation({
	resource: 'post',
	operation: 'createLink',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Link Post',
	action: 'Create a link post',
	description: 'Publish a link with its preview on a page, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [
		page,
		{ displayName: 'Link', name: 'link', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com/news', description: 'Any page but one of Facebook’s own' },
		message,
		publishAt,
		additionalFields,
	],
	run: async ({ page: id, link, message: text, publishAt: at, additionalFields: more }, api) =>
		await post(api, id, { link: webAddress('Link', link), message: text }, planOf(at, more)),
});

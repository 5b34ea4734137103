import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, firstComment, message, page, publishAt } from '../fields';
import { photoOf } from '../../networks/facebook/media';
import { altText, photo } from '../mediaFields';
import { postPhoto } from '../../networks/facebook/photos';
import { planOf } from '../../networks/facebook/schedule';

/** https://developers.facebook.com/docs/graph-api/reference/page/photos#Creating */
export const createPhotoPost = operation({
	resource: 'post',
	operation: 'createPhoto',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Photo Post',
	action: 'Create a photo post',
	description: 'Publish a photo on a page, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [page, ...photo, message, publishAt, { ...additionalFields, options: [altText, firstComment] }],
	run: async ({ page: id, message: text, publishAt: at, additionalFields: more, ...source }, api) => {
		const plan = planOf(at, more);
		return await postPhoto(api, id, await photoOf(api, source, facebook.limits.photo), { message: text, altText: more.altText }, plan);
	},
});

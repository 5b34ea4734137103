import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, message, page, publishAt } from '../fields';
import { albumOf } from '../../networks/facebook/media';
import { photos } from '../mediaFields';
import { postPhotos } from '../../networks/facebook/photos';
import { planOf } from '../../networks/facebook/schedule';

/** https://developers.facebook.com/docs/graph-api/reference/page/photos#multi */
export const createPhotosPost = operation({
	resource: 'post',
	operation: 'createPhotos',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Multi-Photo Post',
	action: 'Create a multi-photo post',
	description: 'Publish several photos as one post on a page, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [page, ...photos, message, publishAt, additionalFields],
	run: async ({ page: id, message: text, publishAt: at, additionalFields: more, ...album }, api) => {
		const plan = planOf(at, more);
		return await postPhotos(api, id, await albumOf(api, album, facebook.limits.photo), text, plan);
	},
});

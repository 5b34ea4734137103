import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, message, page, publishAt } from '../fields';
import { videoOf } from '../../networks/facebook/media';
import { processing, title, video } from '../mediaFields';
import { postVideo } from '../../networks/facebook/publish';
import { planOf } from '../../networks/facebook/schedule';
import { waitOf } from '../../networks/facebook/video';

/** https://developers.facebook.com/docs/graph-api/reference/page/videos#Creating */
export const createVideoPost = operation({
	resource: 'post',
	operation: 'createVideo',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Video Post',
	action: 'Create a video post',
	description: 'Publish a video on a page, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [page, ...video, title, message, publishAt, ...processing, additionalFields],
	run: async ({ page: id, title: name, message: description, publishAt: at, additionalFields: more, ...input }, api) => {
		const plan = planOf(at, more);
		return await postVideo(api, id, await videoOf(api, input), { title: name, description }, plan, waitOf(input));
	},
});

import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { additionalFields, message, page, publishAt } from '../fields';
import { videoOf } from '../../networks/facebook/media';
import { processing, title, video } from '../mediaFields';
import { postReel } from '../../networks/facebook/publish';
import { planOf } from '../../networks/facebook/schedule';
import { waitOf } from '../../networks/facebook/video';

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing */
export const createReel = operation({
	resource: 'post',
	operation: 'createReel',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Reel',
	action: 'Create a reel',
	description: 'Publish an upright video of 3 to 90 seconds as a reel, now or at a set time',
	limits: { message: facebook.limits.message },
	fields: [page, ...video, message, title, publishAt, ...processing, additionalFields],
	run: async ({ page: id, title: name, message: description, publishAt: at, additionalFields: more, ...input }, api) => {
		const plan = planOf(at, more);
		return await postReel(api, id, await videoOf(api, input), { title: name, description }, plan, waitOf(input));
	},
});

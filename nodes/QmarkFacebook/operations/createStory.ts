import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { page } from '../fields';
import { photoOf, videoOf } from '../../networks/facebook/media';
import { photoOrVideo, storyProcessing } from '../mediaFields';
import { postPhotoStory, postVideoStory } from '../../networks/facebook/publish';
import { waitOf } from '../../networks/facebook/video';

/** https://developers.facebook.com/docs/page-stories-api */
export const createStory = operation({
	resource: 'post',
	operation: 'createStory',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	name: 'Create Story',
	action: 'Create a story',
	description: 'Publish a photo, or a video of 3 to 60 seconds, for 24 hours; Meta schedules no stories',
	fields: [page, ...photoOrVideo, ...storyProcessing],
	run: async ({ page: id, mediaType, ...input }, api) =>
		mediaType === 'photo'
			? await postPhotoStory(api, id, await photoOf(api, input, facebook.limits.storyPhoto))
			: await postVideoStory(api, id, await videoOf(api, input), waitOf(input)),
});

import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';
import { mediaOf } from '../../networks/instagram/media';
import { additionalFields, anySource, binaryField, extra, sourceImageUrl, videoUrl } from '../mediaFields';
import { extras, handling } from '../../networks/instagram/parameters';
import { publish } from '../../networks/instagram/publish';

/** https://developers.facebook.com/docs/instagram-platform/content-publishing#story-posts */
export const publishStory = operation({
	resource: 'media',
	operation: 'publishStory',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	name: 'Publish Story',
	action: 'Publish a story',
	description: 'Publish a JPEG image, or a video of 3 to 60 seconds up to 100 MB, for 24 hours',
	fields: [account, anySource, sourceImageUrl, videoUrl, binaryField, additionalFields(extra.taggedUsers, extra.waitAtMost)],
	run: async ({ account: id, additionalFields: more, ...chosen }, api) => {
		const { parameters, video } = await mediaOf(chosen, instagram.limits.storyVideo, api);
		return await publish(api, { account: id, parameters: { media_type: 'STORIES', ...parameters, ...extras(more) }, video, ...handling(more) });
	},
});

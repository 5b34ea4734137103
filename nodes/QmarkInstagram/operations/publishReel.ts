import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';
import { mediaOf } from '../../networks/instagram/media';
import { additionalFields, binaryField, caption, extra, videoSource, videoUrl } from '../mediaFields';
import { captioned, extras, handling } from '../../networks/instagram/parameters';
import { publish } from '../../networks/instagram/publish';

const { audioName, collaborators, coverUrl, firstComment, locationId, shareToFeed, thumbOffset, taggedUsers, waitAtMost } = extra;

/** https://developers.facebook.com/docs/instagram-platform/content-publishing#reels-posts */
export const publishReel = operation({
	resource: 'media',
	operation: 'publishReel',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	name: 'Publish Reel',
	action: 'Publish a reel',
	description: 'Publish an MP4 or MOV video of 3 seconds to 15 minutes, up to 300 MB',
	limits: { caption: instagram.limits.caption },
	fields: [
		account,
		videoSource,
		videoUrl,
		binaryField,
		caption,
		additionalFields(audioName, collaborators, coverUrl, firstComment, locationId, shareToFeed, thumbOffset, taggedUsers, waitAtMost),
	],
	run: async ({ account: id, caption: text, additionalFields: more, ...chosen }, api) => {
		const { parameters, video } = await mediaOf(chosen, instagram.limits.reel, api);
		const all = { media_type: 'REELS', ...parameters, ...captioned(text), ...extras(more) };
		return await publish(api, { account: id, parameters: all, video, ...handling(more) });
	},
});

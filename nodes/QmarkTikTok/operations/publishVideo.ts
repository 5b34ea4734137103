import { operation } from '../../core/operation';
import { publishVideo as publish } from '../../networks/tiktok/publish';
import { tiktok } from '../../platforms/tiktok';
import { allowVideo, caption, privacyLevel, videoExtras, videoSource } from '../postFields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
export const publishVideo = operation({
	resource: 'video',
	operation: 'publish',
	effect: 'write',
	scopes: ['user.info.basic', 'video.publish'],
	name: 'Publish',
	action: 'Publish a video',
	description: 'Publish a video directly; while TikTok has not audited your app, it becomes a draft',
	limits: { caption: tiktok.limits.caption },
	fields: [...videoSource, caption, privacyLevel, allowVideo, videoExtras],
	run: async ({ privacyLevel: privacy, allow, additionalFields: { promotes, ifUnaudited, waitAtMost, ...more }, ...video }, api) =>
		await publish(api, { ...video, ...more }, { field: 'Privacy Level', privacy, allow, promotes }, { ifUnaudited, waitAtMost }),
});

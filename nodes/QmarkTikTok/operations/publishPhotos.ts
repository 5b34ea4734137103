import { operation } from '../../core/operation';
import { publishPhotos as publish } from '../../networks/tiktok/publish';
import { tiktok } from '../../platforms/tiktok';
import { allowPhotos, photoExtras, photoTexts, photoUrls, privacyLevel } from '../postFields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export const publishPhotos = operation({
	resource: 'photo',
	operation: 'publish',
	effect: 'write',
	scopes: ['user.info.basic', 'video.publish'],
	name: 'Publish',
	action: 'Publish photos',
	description: 'Publish 1 to 35 photos as one post; while TikTok has not audited your app, it becomes a draft',
	limits: { title: tiktok.limits.photo.title, description: tiktok.limits.photo.description },
	fields: [photoUrls, ...photoTexts, privacyLevel, allowPhotos, photoExtras],
	run: async ({ privacyLevel: privacy, allow, additionalFields: { promotes, ifUnaudited, waitAtMost, ...more }, ...photos }, api) =>
		await publish(api, { ...photos, ...more }, { field: 'Privacy Level', privacy, allow, promotes }, { ifUnaudited, waitAtMost }),
});

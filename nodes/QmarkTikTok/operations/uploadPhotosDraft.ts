import { operation } from '../../core/operation';
import { uploadPhotosDraft as uploadDraft } from '../../networks/tiktok/publish';
import { tiktok } from '../../platforms/tiktok';
import { photoDraftExtras, photoTexts, photoUrls } from '../postFields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export const uploadPhotosDraft = operation({
	resource: 'photo',
	operation: 'uploadDraft',
	effect: 'write',
	scopes: ['user.info.basic', 'video.upload'],
	name: 'Upload Draft',
	action: 'Upload photos as draft',
	description: 'Put 1 to 35 photos into the inbox of the TikTok app, where a person finishes the post within 24 hours',
	limits: { title: tiktok.limits.photo.title, description: tiktok.limits.photo.description },
	fields: [photoUrls, ...photoTexts, photoDraftExtras],
	run: async ({ additionalFields: { waitAtMost, coverIndex }, ...photos }, api) => await uploadDraft(api, { ...photos, coverIndex }, { waitAtMost }),
});

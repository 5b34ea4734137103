import { operation } from '../../core/operation';
import { uploadVideoDraft as uploadDraft } from '../../networks/tiktok/publish';
import { videoDraftExtras, videoSource } from '../postFields';

/** https://developers.tiktok.com/doc/content-posting-api-reference-upload-video */
export const uploadVideoDraft = operation({
	resource: 'video',
	operation: 'uploadDraft',
	effect: 'write',
	scopes: ['user.info.basic', 'video.upload'],
	name: 'Upload Draft',
	action: 'Upload a video as draft',
	description: 'Upload a video to the inbox of the TikTok app, where a person finishes it within 24 hours',
	fields: [...videoSource, videoDraftExtras],
	run: async ({ additionalFields, ...video }, api) => await uploadDraft(api, video, additionalFields),
});

import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { videoFile } from '../../networks/youtube/files';
import { metadataOf } from '../../networks/youtube/metadata';
import { uploadVideo as upload } from '../../networks/youtube/videos';
import { additional, binaryField, description, extra, madeForKids, privacy, source, title } from '../fields';

/** https://developers.google.com/youtube/v3/docs/videos/insert */
export const uploadVideo = operation({
	resource: 'video',
	operation: 'upload',
	effect: 'write',
	scopes: [youtube.scopes.upload, youtube.scopes.read],
	name: 'Upload',
	action: 'Upload a video',
	description: 'Upload a video of up to 256 GB, streamed, and gone on with where the connection breaks',
	fields: [
		source,
		binaryField,
		{ displayName: 'Video URL', name: 'videoUrl', type: 'string', required: true, default: '', displayOptions: { show: { source: ['url'] } }, placeholder: 'e.g. https://example.com/video.mp4', description: 'A public address that leads straight to the file' },
		{ ...title, required: true },
		description,
		privacy,
		madeForKids,
		additional(extra.audioLanguage, extra.category, extra.containsSyntheticMedia, extra.embeddable, extra.language, extra.license, extra.notifySubscribers, extra.publicStatsViewable, extra.publishAt, extra.tags),
	],
	run: async ({ source: from, binaryField: field, videoUrl: url, additionalFields: { notifySubscribers, ...more }, ...given }, api) => {
		const parts = metadataOf({ ...more, ...given });
		return await upload(api, await videoFile(api, { source: from, field: 'Video URL', url, binaryField: field }), parts, notifySubscribers);
	},
});

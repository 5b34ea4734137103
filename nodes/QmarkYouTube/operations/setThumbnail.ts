import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { thumbnailFile } from '../../networks/youtube/files';
import { videoIdIn } from '../../networks/youtube/find';
import { setThumbnail as set } from '../../networks/youtube/thumbnails';
import { binaryField, source, video } from '../fields';

/** https://developers.google.com/youtube/v3/docs/thumbnails/set */
export const setThumbnail = operation({
	resource: 'thumbnail',
	operation: 'set',
	effect: 'write',
	scopes: [youtube.scopes.upload],
	name: 'Set',
	action: 'Set a thumbnail',
	description: 'Give a video a picture of its own',
	fields: [
		video,
		source,
		binaryField,
		{ displayName: 'Image URL', name: 'imageUrl', type: 'string', required: true, default: '', displayOptions: { show: { source: ['url'] } }, placeholder: 'e.g. https://example.com/cover.jpg', description: 'A public address of a JPEG or PNG of up to 50 MB, best 1280 × 720 pixels' },
	],
	run: async ({ videoId, source: from, binaryField: field, imageUrl: url }, api) => {
		const id = videoIdIn('Video', videoId);
		return await set(api, id, await thumbnailFile(api, { source: from, field: 'Image URL', url, binaryField: field }));
	},
});

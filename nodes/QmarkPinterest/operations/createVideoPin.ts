import { operation } from '../../core/operation';
import { createPin, pinOf } from '../../networks/pinterest/pins';
import { coverOf, processedVideo, videoFile } from '../../networks/pinterest/video';
import { pinterest } from '../../platforms/pinterest';
import { adAccountId, additionalFields, board, section } from '../fields';
import { altText, cover, dominantColor, texts, video, waitAtMost } from '../pinFields';

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export const createVideoPin = operation({
	resource: 'pin',
	operation: 'createVideo',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Create From Video',
	action: 'Create a pin from a video',
	description: 'Upload a video, wait until Pinterest has processed it, and create a Pin with it',
	limits: { title: pinterest.limits.title, description: pinterest.limits.description, link: pinterest.limits.link },
	fields: [board, section, ...video, ...cover, ...texts, additionalFields(adAccountId, altText, dominantColor, waitAtMost)],
	run: async ({ source, videoUrl, binaryField, boardId, sectionId, title, description, link, additionalFields: more, ...picture }, api) => {
		const pin = { boardId, sectionId, title, description, link, additionalFields: more };
		// What is wrong with its fields is told before a video is uploaded.
		pinOf(pin);
		const covered = await coverOf(api, picture);
		const file = await videoFile(api, source === 'url' ? { url: videoUrl } : { binary: binaryField });
		const media = await processedVideo(api, file, more);
		return await createPin(api, pin, { source: { source_type: 'video_id', media_id: media, ...covered }, kind: 'video' });
	},
});

import { operation } from '../../core/operation';
import { imageSource } from '../../networks/pinterest/media';
import { createPin } from '../../networks/pinterest/pins';
import { pinterest } from '../../platforms/pinterest';
import { adAccountId, additionalFields, board, section } from '../fields';
import { altText, dominantColor, image, texts } from '../pinFields';

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export const createImagePin = operation({
	resource: 'pin',
	operation: 'createImage',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Create From Image',
	action: 'Create a pin from an image',
	description: 'Create a Pin with an image, from a URL or a file',
	limits: { title: pinterest.limits.title, description: pinterest.limits.description, link: pinterest.limits.link },
	fields: [board, section, ...image, ...texts, additionalFields(adAccountId, altText, dominantColor)],
	run: async ({ source, imageUrl, binaryField, ...pin }, api) => await createPin(api, pin, { source: await imageSource(api, { source, imageUrl, binaryField }), kind: 'image' }),
});

import { operation } from '../../core/operation';
import { carouselItems } from '../../networks/pinterest/carousel';
import { carouselSource as sourceOf } from '../../networks/pinterest/media';
import { createPin } from '../../networks/pinterest/pins';
import { pinterest } from '../../platforms/pinterest';
import { carouselImages, carouselSource, carouselUrls } from '../carouselFields';
import { adAccountId, additionalFields, board, section } from '../fields';
import { altText, coverImage, dominantColor, texts } from '../pinFields';

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export const createCarouselPin = operation({
	resource: 'pin',
	operation: 'createCarousel',
	effect: 'write',
	scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
	name: 'Create Carousel',
	action: 'Create a carousel pin',
	description: 'Create a Pin with two to five images of the same size',
	limits: { title: pinterest.limits.title, description: pinterest.limits.description, link: pinterest.limits.link },
	fields: [board, section, carouselSource, carouselImages, carouselUrls, ...texts, additionalFields(adAccountId, altText, coverImage, dominantColor)],
	run: async ({ imageSource, images, imageUrls, ...pin }, api) => {
		const { field, items } = carouselItems({ imageSource, images, imageUrls });
		const source = await sourceOf(api, items, { field, cover: pin.additionalFields.coverImage });
		return await createPin(api, pin, { source, kind: 'multiple_images' });
	},
});

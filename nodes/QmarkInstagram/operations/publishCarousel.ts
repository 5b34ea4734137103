import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';
import { carouselMedia } from '../../networks/instagram/media';
import { additionalFields, caption, carouselItems, carouselSource, carouselUrls, extra } from '../mediaFields';
import { captioned, extras, handling } from '../../networks/instagram/parameters';
import { publish } from '../../networks/instagram/publish';

/** https://developers.facebook.com/docs/instagram-platform/content-publishing#carousel-posts */
export const publishCarousel = operation({
	resource: 'media',
	operation: 'publishCarousel',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	name: 'Publish Carousel',
	action: 'Publish a carousel',
	description: 'Publish two to ten images and videos as one post',
	limits: { caption: instagram.limits.caption },
	fields: [
		account,
		carouselSource,
		carouselItems,
		carouselUrls,
		caption,
		additionalFields(extra.collaborators, extra.firstComment, extra.locationId, extra.waitAtMost),
	],
	run: async ({ account: id, caption: text, additionalFields: more, ...carousel }, api) => {
		const parameters = { media_type: 'CAROUSEL', ...captioned(text), ...extras(more) };
		return await publish(api, { account: id, parameters, items: await carouselMedia(carousel, api), ...handling(more) });
	},
});

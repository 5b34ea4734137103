import { operation } from '../../core/operation';
import { threads } from '../../platforms/threads';
import { carouselItems } from '../../networks/threads/media';
import { extras, handling, texted } from '../../networks/threads/parameters';
import { publish } from '../../networks/threads/publish';
import { additionalFields, carouselItemsField, carouselSource, carouselUrls, extra, text } from '../postFields';

/** https://developers.facebook.com/docs/threads/posts#carousel-posts */
export const publishCarousel = operation({
	resource: 'post',
	operation: 'publishCarousel',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Publish Carousel',
	action: 'Publish a carousel',
	description: 'Publish two to 20 images and videos as one post',
	limits: { text: threads.limits.text },
	fields: [
		carouselSource,
		carouselItemsField,
		carouselUrls,
		text,
		additionalFields(extra.quotePostId, extra.replyControl, extra.replyToId, extra.spoiler, extra.topicTag, extra.waitAtMost),
	],
	run: async ({ text: words, additionalFields: more, ...carousel }, api) => {
		const parameters = { ...texted(words), ...extras(more) };
		return await publish(api, { parameters, items: carouselItems(carousel) }, handling(more));
	},
});

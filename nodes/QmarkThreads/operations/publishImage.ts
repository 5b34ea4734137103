import { operation } from '../../core/operation';
import { threads } from '../../platforms/threads';
import { checkedUrl, mediaParameters } from '../../networks/threads/media';
import { extras, handling, texted } from '../../networks/threads/parameters';
import { publish } from '../../networks/threads/publish';
import { additionalFields, extra, imageUrl, text } from '../postFields';

/** https://developers.facebook.com/docs/threads/posts#single-thread-posts */
export const publishImage = operation({
	resource: 'post',
	operation: 'publishImage',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Publish Image',
	action: 'Publish an image',
	description: 'Publish a JPEG or PNG image, with a text if you like',
	limits: { text: threads.limits.text },
	fields: [
		imageUrl,
		text,
		additionalFields(extra.altText, extra.quotePostId, extra.replyControl, extra.replyToId, extra.spoiler, extra.topicTag, extra.waitAtMost),
	],
	run: async ({ imageUrl: url, text: words, additionalFields: more }, api) => {
		const parameters = { ...mediaParameters('image', checkedUrl('Image URL', url, 'image')), ...texted(words), ...extras(more) };
		return await publish(api, { parameters, items: [] }, handling(more));
	},
});

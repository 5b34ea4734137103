import { operation } from '../../core/operation';
import { threads } from '../../platforms/threads';
import { checkedUrl, mediaParameters } from '../../networks/threads/media';
import { extras, handling, texted } from '../../networks/threads/parameters';
import { publish } from '../../networks/threads/publish';
import { additionalFields, extra, text, videoUrl } from '../postFields';

/** https://developers.facebook.com/docs/threads/posts#single-thread-posts */
export const publishVideo = operation({
	resource: 'post',
	operation: 'publishVideo',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Publish Video',
	action: 'Publish a video',
	description: 'Publish an MP4 or MOV video of up to 5 minutes, with a text if you like',
	limits: { text: threads.limits.text },
	fields: [
		videoUrl,
		text,
		additionalFields(extra.altText, extra.quotePostId, extra.replyControl, extra.replyToId, extra.spoiler, extra.topicTag, extra.waitAtMost),
	],
	run: async ({ videoUrl: url, text: words, additionalFields: more }, api) => {
		const parameters = { ...mediaParameters('video', checkedUrl('Video URL', url, 'video')), ...texted(words), ...extras(more) };
		return await publish(api, { parameters, items: [] }, handling(more));
	},
});

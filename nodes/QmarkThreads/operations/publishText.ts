import { operation } from '../../core/operation';
import { threads } from '../../platforms/threads';
import { extras, texted } from '../../networks/threads/parameters';
import { publish } from '../../networks/threads/publish';
import { additionalFields, extra, requiredText } from '../postFields';

/** https://developers.facebook.com/docs/threads/posts#single-thread-posts */
export const publishText = operation({
	resource: 'post',
	operation: 'publishText',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Publish Text',
	action: 'Publish a text',
	description: 'Publish a text, with a link, a poll or a quoted post if you like',
	limits: { text: threads.limits.text },
	fields: [requiredText, additionalFields(extra.linkAttachment, extra.poll, extra.quotePostId, extra.replyControl, extra.replyToId, extra.topicTag)],
	run: async ({ text, additionalFields: more }, api) => await publish(api, { parameters: { media_type: 'TEXT', ...texted(text, more), ...extras(more) }, items: [] }),
});

import { operation } from '../../core/operation';
import { threads } from '../../platforms/threads';
import { extras, texted } from '../../networks/threads/parameters';
import { publish } from '../../networks/threads/publish';
import { additionalFields, extra, replyTo, requiredText } from '../postFields';

/** https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/create-replies */
export const publishReply = operation({
	resource: 'reply',
	operation: 'publish',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish', 'threads_manage_replies'],
	name: 'Publish',
	action: 'Publish a reply',
	description: 'Answer a post or reply with a text; images and videos are published as posts with “Reply to ID”',
	limits: { text: threads.limits.text },
	fields: [replyTo, requiredText, additionalFields(extra.linkAttachment, extra.quotePostId, extra.replyControl)],
	run: async ({ replyToId, text, additionalFields: more }, api) =>
		await publish(api, { parameters: { media_type: 'TEXT', ...texted(text, more), ...extras({ ...more, replyToId }) }, items: [] }),
});

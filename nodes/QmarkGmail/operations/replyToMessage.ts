import { operation } from '../../core/operation';
import { replyTo } from '../../networks/gmail/reply';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';
import { content, replyFields } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/guides/threads */
export const replyToMessage = operation({
	resource: 'message',
	operation: 'reply',
	effect: 'send',
	scopes: [gmail.scopes.modify],
	name: 'Reply',
	action: 'Reply to a message',
	description: 'Answer a message in its thread',
	fields: [messageId, ...content, replyFields],
	run: async ({ messageId: id, ...reply }, api) => await replyTo(api, id, reply),
});

import { operation } from '../../core/operation';
import { replyToThread as answer } from '../../networks/gmail/reply';
import { gmail } from '../../platforms/gmail';
import { threadId } from '../fields';
import { content, replyFields } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/guides/threads */
export const replyToThread = operation({
	resource: 'thread',
	operation: 'reply',
	effect: 'send',
	scopes: [gmail.scopes.modify],
	name: 'Reply',
	action: 'Reply to a thread',
	description: 'Answer the newest message of a thread',
	fields: [threadId, ...content, replyFields],
	run: async ({ threadId: id, ...reply }, api) => await answer(api, id, reply),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { messagesOf } from '../../networks/messenger/messages';
import { messenger } from '../../platforms/messenger';
import { channel, page, pageSize } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/conversations */
export const getManyMessages = operation({
	resource: 'message',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_messaging', 'instagram_manage_messages', 'instagram_basic'],
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the messages of a conversation, newest first; Meta shows the contents of the latest 20 only',
	fields: [
		page,
		channel,
		{ displayName: 'Person ID', name: 'user', type: 'string', default: '', placeholder: 'e.g. 24400000000000001', description: 'The person whose conversation is read. Not used where “Conversation ID” is filled in.' },
		{ displayName: 'Conversation ID', name: 'conversation', type: 'string', default: '', placeholder: 'e.g. t_122100000000000001', description: 'The ID that listing conversations gave' },
		...many,
	],
	run: ({ page: id, channel: on, user, conversation, ...wanted }, api) =>
		messagesOf(api, id, on, { user, conversation, limit: pageSize(wanted, messenger.limits.pageSize) }),
});

import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify */
export const markMessageAsUnread = operation({
	resource: 'message',
	operation: 'markAsUnread',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Mark as Unread',
	action: 'Mark a message as unread',
	description: 'Mark a message as not read yet',
	fields: [messageId],
	run: async ({ messageId: id }, api) => await relabel(api, 'messages', id, { add: ['UNREAD'] }),
});

import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify */
export const markMessageAsRead = operation({
	resource: 'message',
	operation: 'markAsRead',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Mark as Read',
	action: 'Mark a message as read',
	description: 'Take the mark of an unread message away',
	fields: [messageId],
	run: async ({ messageId: id }, api) => await relabel(api, 'messages', id, { remove: ['UNREAD'] }),
});

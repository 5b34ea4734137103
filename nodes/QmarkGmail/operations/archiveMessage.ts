import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify */
export const archiveMessage = operation({
	resource: 'message',
	operation: 'archive',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Archive',
	action: 'Archive a message',
	description: 'Take a message out of the inbox and keep it',
	fields: [messageId],
	run: async ({ messageId: id }, api) => await relabel(api, 'messages', id, { remove: ['INBOX'] }),
});

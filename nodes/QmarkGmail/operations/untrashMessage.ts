import { operation } from '../../core/operation';
import { moveTrash } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/untrash */
export const untrashMessage = operation({
	resource: 'message',
	operation: 'untrash',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Untrash',
	action: 'Untrash a message',
	description: 'Take a message out of the trash',
	fields: [messageId],
	run: async ({ messageId: id }, api) => await moveTrash(api, 'messages', id, 'untrash'),
});

import { operation } from '../../core/operation';
import { moveTrash } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/trash */
export const trashMessage = operation({
	resource: 'message',
	operation: 'trash',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Trash',
	action: 'Trash a message',
	description: 'Move a message to the trash, where Gmail deletes it after 30 days',
	fields: [messageId],
	run: async ({ messageId: id }, api) => await moveTrash(api, 'messages', id, 'trash'),
});

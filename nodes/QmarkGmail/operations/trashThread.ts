import { operation } from '../../core/operation';
import { moveTrash } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { threadId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/trash */
export const trashThread = operation({
	resource: 'thread',
	operation: 'trash',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Trash',
	action: 'Trash a thread',
	description: 'Move a thread to the trash, where Gmail deletes it after 30 days',
	fields: [threadId],
	run: async ({ threadId: id }, api) => await moveTrash(api, 'threads', id, 'trash'),
});

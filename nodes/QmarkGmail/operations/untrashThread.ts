import { operation } from '../../core/operation';
import { moveTrash } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { threadId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/untrash */
export const untrashThread = operation({
	resource: 'thread',
	operation: 'untrash',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Untrash',
	action: 'Untrash a thread',
	description: 'Take a thread out of the trash',
	fields: [threadId],
	run: async ({ threadId: id }, api) => await moveTrash(api, 'threads', id, 'untrash'),
});

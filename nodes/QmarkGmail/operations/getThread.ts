import { operation } from '../../core/operation';
import { getThread as fetchOne } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { simplify, threadId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/get */
export const getThread = operation({
	resource: 'thread',
	operation: 'get',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get',
	action: 'Get a thread',
	description: 'Get a thread with all its messages',
	fields: [threadId, simplify],
	run: async ({ threadId: id, simple }, api) => await fetchOne(api, id, simple),
});

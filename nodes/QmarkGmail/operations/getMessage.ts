import { operation } from '../../core/operation';
import { getMessage as fetchOne } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { messageId, simplify } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/get */
export const getMessage = operation({
	resource: 'message',
	operation: 'get',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get',
	action: 'Get a message',
	description: 'Get a message with its text; its files are named, not fetched',
	fields: [messageId, simplify],
	run: async ({ messageId: id, simple }, api) => await fetchOne(api, id, simple),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listMessages } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { mailFilters, simplify } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list */
export const getManyMessages = operation({
	resource: 'message',
	operation: 'getAll',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get many messages, the newest first',
	fields: [...many, simplify, mailFilters],
	run: (input, api) => listMessages(api, input),
});

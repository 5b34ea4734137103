import { operation } from '../../core/operation';
import { forward } from '../../networks/gmail/reply';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';
import { forwardFields, optionalContent, to } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send */
export const forwardMessage = operation({
	resource: 'message',
	operation: 'forward',
	effect: 'send',
	scopes: [gmail.scopes.modify],
	name: 'Forward',
	action: 'Forward a message',
	description: 'Pass a message on with its files, and a note above it if you like',
	fields: [messageId, to, ...optionalContent, forwardFields],
	run: async (input, api) => await forward(api, input),
});

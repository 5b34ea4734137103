import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { labelIds, messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify */
export const addLabelsToMessage = operation({
	resource: 'message',
	operation: 'addLabels',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Add Labels',
	action: 'Add labels to a message',
	description: 'Put labels on a message',
	fields: [messageId, labelIds],
	run: async ({ messageId: id, labelIds: add }, api) => await relabel(api, 'messages', id, { add }),
});

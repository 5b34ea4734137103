import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { labelIds, messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/modify */
export const removeLabelsFromMessage = operation({
	resource: 'message',
	operation: 'removeLabels',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Remove Labels',
	action: 'Remove labels from a message',
	description: 'Take labels off a message',
	fields: [messageId, labelIds],
	run: async ({ messageId: id, labelIds: remove }, api) => await relabel(api, 'messages', id, { remove }),
});

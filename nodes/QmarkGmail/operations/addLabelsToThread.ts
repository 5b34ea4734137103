import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { labelIds, threadId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/modify */
export const addLabelsToThread = operation({
	resource: 'thread',
	operation: 'addLabels',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Add Labels',
	action: 'Add labels to a thread',
	description: 'Put labels on a thread',
	fields: [threadId, labelIds],
	run: async ({ threadId: id, labelIds: add }, api) => await relabel(api, 'threads', id, { add }),
});

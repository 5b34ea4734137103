import { operation } from '../../core/operation';
import { relabel } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { labelIds, threadId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/modify */
export const removeLabelsFromThread = operation({
	resource: 'thread',
	operation: 'removeLabels',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Remove Labels',
	action: 'Remove labels from a thread',
	description: 'Take labels off a thread',
	fields: [threadId, labelIds],
	run: async ({ threadId: id, labelIds: remove }, api) => await relabel(api, 'threads', id, { remove }),
});

import { operation } from '../../core/operation';
import { remove } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { label } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/delete */
export const deleteLabel = operation({
	resource: 'label',
	operation: 'delete',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Delete',
	action: 'Delete a label',
	description: 'Delete a label; the messages that had it stay',
	fields: [label],
	run: async ({ labelId: id }, api) => await remove(api, 'labels', id),
});

import { operation } from '../../core/operation';
import { one } from '../../networks/gmail/paths';
import { gmail } from '../../platforms/gmail';
import { label } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/get */
export const getLabel = operation({
	resource: 'label',
	operation: 'get',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get',
	action: 'Get a label',
	description: 'Get a label with the number of its messages and threads',
	fields: [label],
	run: async ({ labelId }, api) => await api.send({ url: one('labels', labelId) }),
});

import { operation } from '../../core/operation';
import { createLabel as create } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { labelName, labelOptions } from '../labelFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/create */
export const createLabel = operation({
	resource: 'label',
	operation: 'create',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Create',
	action: 'Create a label',
	description: 'Create a label of one’s own',
	fields: [labelName, labelOptions],
	run: async ({ name, options }, api) => await create(api, name, options),
});

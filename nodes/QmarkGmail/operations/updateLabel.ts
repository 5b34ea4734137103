import { operation } from '../../core/operation';
import { updateLabel as update } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { label } from '../fields';
import { labelChanges } from '../labelFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/patch */
export const updateLabel = operation({
	resource: 'label',
	operation: 'update',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Update',
	action: 'Update a label',
	description: 'Change the name, colors or visibility of a label',
	fields: [label, labelChanges],
	run: async ({ labelId, updateFields }, api) => await update(api, labelId, updateFields),
});

import { operation } from '../../core/operation';
import { remove } from '../../networks/gmail/organise';
import { gmail } from '../../platforms/gmail';
import { draftId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/delete */
export const deleteDraft = operation({
	resource: 'draft',
	operation: 'delete',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Delete',
	action: 'Delete a draft',
	description: 'Delete a draft for good',
	fields: [draftId],
	run: async ({ draftId: id }, api) => await remove(api, 'drafts', id),
});

import { operation } from '../../core/operation';
import { updateDraft as update } from '../../networks/gmail/drafts';
import { gmail } from '../../platforms/gmail';
import { draftId } from '../fields';
import { draftFields, optionalContent, subject } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/update */
export const updateDraft = operation({
	resource: 'draft',
	operation: 'update',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Update',
	action: 'Update a draft',
	description: 'Write a draft anew: what was in it is replaced, its place in a thread stays',
	fields: [draftId, subject, ...optionalContent, draftFields],
	run: async ({ draftId: id, ...input }, api) => await update(api, id, input),
});

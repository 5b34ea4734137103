import { operation } from '../../core/operation';
import { getDraft as fetchOne } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { draftId, simplify } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/get */
export const getDraft = operation({
	resource: 'draft',
	operation: 'get',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get',
	action: 'Get a draft',
	description: 'Get a draft with its text',
	fields: [draftId, simplify],
	run: async ({ draftId: id, simple }, api) => await fetchOne(api, id, simple),
});

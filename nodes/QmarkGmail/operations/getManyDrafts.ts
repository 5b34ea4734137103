import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listDrafts } from '../../networks/gmail/listing';
import { gmail } from '../../platforms/gmail';
import { draftFilters, simplify } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/list */
export const getManyDrafts = operation({
	resource: 'draft',
	operation: 'getAll',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get Many',
	action: 'Get many drafts',
	description: 'Get many drafts, the newest first',
	fields: [...many, simplify, draftFilters],
	run: (input, api) => listDrafts(api, input),
});

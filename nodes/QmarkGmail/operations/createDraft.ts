import { operation } from '../../core/operation';
import { createDraft as create } from '../../networks/gmail/drafts';
import { gmail } from '../../platforms/gmail';
import { draftFields, optionalContent, subject } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/create */
export const createDraft = operation({
	resource: 'draft',
	operation: 'create',
	effect: 'write',
	scopes: [gmail.scopes.modify],
	name: 'Create',
	action: 'Create a draft',
	description: 'Write a message without sending it, also as an answer in a thread',
	fields: [subject, ...optionalContent, draftFields],
	run: async (input, api) => await create(api, input),
});

import { operation } from '../../core/operation';
import { sendDraft as send } from '../../networks/gmail/drafts';
import { gmail } from '../../platforms/gmail';
import { draftId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/send */
export const sendDraft = operation({
	resource: 'draft',
	operation: 'send',
	effect: 'send',
	scopes: [gmail.scopes.modify],
	name: 'Send',
	action: 'Send a draft',
	description: 'Send a draft as it is',
	fields: [draftId],
	run: async ({ draftId: id }, api) => await send(api, id),
});

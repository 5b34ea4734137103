import { operation } from '../../core/operation';
import { gmail } from '../../platforms/gmail';
import { campaign, content, journal, options, recipient } from '../campaign/fields';
import { sendCampaign as send } from '../campaign/send';

/** https://support.google.com/a/answer/81126 (what mail to many has to have) and https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send */
export const sendCampaign = operation({
	resource: 'campaign',
	operation: 'send',
	effect: 'send',
	scopes: [gmail.scopes.send],
	name: 'Send',
	action: 'Send a campaign',
	description: 'Send each recipient one message of a campaign, with a link to unsubscribe, and go on with the rest in the next run',
	fields: [campaign, recipient, ...content, ...journal, options],
	runTogether: send,
});

import { operation } from '../../core/operation';
import { sendMail } from '../../networks/gmail/send';
import { mailOf } from '../../networks/gmail/written';
import { gmail } from '../../platforms/gmail';
import { additionalFields, content, subject, to } from '../mailFields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send */
export const sendMessage = operation({
	resource: 'message',
	operation: 'send',
	effect: 'send',
	scopes: [gmail.scopes.send],
	name: 'Send',
	action: 'Send a message',
	description: 'Send a new message, with files if you like',
	fields: [to, subject, ...content, additionalFields],
	run: async (input, api) => await sendMail(api, await mailOf(api, input)),
});

import { operation } from '../../core/operation';
import { buttonsMessage } from '../../networks/messenger/content';
import { sendTo } from '../../networks/messenger/send';
import { buttons } from '../contentFields';
import { addressed, options, text } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages/template/button */
export const sendButtons = operation({
	resource: 'message',
	operation: 'sendButtons',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Buttons',
	action: 'Send a text with buttons',
	description: 'Answer a person with a text and up to three buttons',
	fields: [...addressed, { ...text, description: 'Up to 640 characters' }, buttons, options],
	run: async ({ text: content, buttons: { buttons: given = [] }, ...to }, api) => {
		const ready = buttonsMessage(to.channel, content, given);
		return await sendTo(api, to, async () => ready);
	},
});

import { operation } from '../../core/operation';
import { acknowledge } from '../../networks/whatsApp/send';
import { messageId, phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators */
export const sendTypingIndicator = operation({
	resource: 'message',
	operation: 'sendTypingIndicator',
	effect: 'send',
	idempotent: true,
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Typing Indicator',
	action: 'Send a typing indicator',
	description: 'Show for up to 25 seconds that an answer is being written; it also marks the message as read',
	fields: [phoneNumber, messageId],
	run: async ({ phoneNumber: number, messageId: id }, api) => await acknowledge(api, number, id, true),
});

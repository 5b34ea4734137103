import { operation } from '../../core/operation';
import { acknowledge } from '../../networks/whatsApp/send';
import { messageId, phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/guides/mark-message-as-read */
export const markAsRead = operation({
	resource: 'message',
	operation: 'markAsRead',
	effect: 'send',
	idempotent: true,
	scopes: ['whatsapp_business_messaging'],
	name: 'Mark as Read',
	action: 'Mark a message as read',
	description: 'Show the person that their message, and all before it, were read',
	fields: [phoneNumber, messageId],
	run: async ({ phoneNumber: number, messageId: id }, api) => await acknowledge(api, number, id, false),
});

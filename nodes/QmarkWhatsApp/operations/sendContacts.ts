import { operation } from '../../core/operation';
import { contactsDraft } from '../../networks/whatsApp/contacts';
import { answer } from '../../networks/whatsApp/send';
import { contacts } from '../contactFields';
import { addressed, answering } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages */
export const sendContacts = operation({
	resource: 'message',
	operation: 'sendContacts',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Contacts',
	action: 'Send contacts',
	description: 'Send the cards of one to five people',
	fields: [...addressed, ...contacts, ...answering],
	run: async (input, api) => await answer(api, input, () => contactsDraft(input)),
});

import { operation } from '../../core/operation';
import { locationDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering, place } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-messages */
export const sendLocation = operation({
	resource: 'message',
	operation: 'sendLocation',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place on the map',
	fields: [...addressed, ...place, ...answering],
	run: async (input, api) => await answer(api, input, () => locationDraft(input)),
});

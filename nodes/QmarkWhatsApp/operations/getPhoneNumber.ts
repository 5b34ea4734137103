import { operation } from '../../core/operation';
import { numberFields } from '../../networks/whatsApp/accounts';
import { phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status */
export const getPhoneNumber = operation({
	resource: 'phoneNumber',
	operation: 'get',
	effect: 'read',
	scopes: ['whatsapp_business_management'],
	name: 'Get',
	action: 'Get a phone number',
	description: 'Get the quality, state and throughput of a number',
	fields: [phoneNumber],
	run: async ({ phoneNumber: id }, api) => await api.send({ url: `/${id}`, qs: { fields: numberFields } }),
});

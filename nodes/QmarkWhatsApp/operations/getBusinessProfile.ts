import { operation } from '../../core/operation';
import { readProfile } from '../../networks/whatsApp/profile';
import { phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
export const getBusinessProfile = operation({
	resource: 'businessProfile',
	operation: 'get',
	effect: 'read',
	scopes: ['whatsapp_business_management'],
	name: 'Get',
	action: 'Get a business profile',
	description: 'Get what people see when they open the business in WhatsApp',
	fields: [phoneNumber],
	run: async ({ phoneNumber: id }, api) => await readProfile(api, id),
});

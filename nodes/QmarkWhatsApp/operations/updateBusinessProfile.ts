import { operation } from '../../core/operation';
import { updateProfile } from '../../networks/whatsApp/profile';
import { phoneNumber } from '../fields';
import { updateFields } from '../profileFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
export const updateBusinessProfile = operation({
	resource: 'businessProfile',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['whatsapp_business_management'],
	name: 'Update',
	action: 'Update a business profile',
	description: 'Change what people see when they open the business in WhatsApp',
	fields: [phoneNumber, updateFields],
	run: async ({ phoneNumber: id, updateFields: changes }, api) => await updateProfile(api, id, changes),
});

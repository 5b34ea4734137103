import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { numbersOf } from '../../networks/whatsApp/accounts';
import { businessAccount } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/phone_numbers */
export const getManyPhoneNumbers = operation({
	resource: 'phoneNumber',
	operation: 'getAll',
	effect: 'read',
	scopes: ['whatsapp_business_management'],
	name: 'Get Many',
	action: 'Get many phone numbers',
	description: 'Get many numbers of an account',
	fields: [businessAccount, ...many],
	run: ({ businessAccount: account }, api) => numbersOf(api, account),
});

import { operation } from '../../core/operation';
import { profileOf } from '../../networks/messenger/profile';
import { channel, page, recipient } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/identity/user-profile */
export const getProfile = operation({
	resource: 'profile',
	operation: 'get',
	effect: 'read',
	scopes: ['pages_messaging', 'instagram_manage_messages', 'instagram_basic'],
	name: 'Get',
	action: 'Get a profile',
	description: 'Get name and picture of a person who wrote to the page',
	fields: [
		page,
		channel,
		{ ...recipient, displayName: 'Person ID', name: 'person' },
		{ displayName: 'Fields', name: 'fields', type: 'string', default: '', placeholder: 'e.g. name,username', description: 'Comma-separated names of the fields to return, as in Meta’s reference, instead of the usual ones' },
	],
	run: async ({ channel: on, person, fields }, api) => await profileOf(api, on, person, fields),
});

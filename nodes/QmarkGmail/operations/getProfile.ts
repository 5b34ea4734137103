import { operation } from '../../core/operation';
import { profileOf } from '../../networks/gmail/profile';
import { gmail } from '../../platforms/gmail';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.getProfile */
export const getProfile = operation({
	resource: 'profile',
	operation: 'get',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Get',
	action: 'Get the profile',
	description: 'Get the address of the mailbox and how much is in it',
	fields: [{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options: [{ displayName: 'Senders', name: 'senders', type: 'boolean', default: false, description: 'Whether to add the addresses that the mailbox may send as' }] }],
	run: async ({ options: { senders = false } }, api) => await profileOf(api, senders),
});

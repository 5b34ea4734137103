import { operation } from '../../core/operation';
import { discoveredAccount } from '../../networks/instagram/discovery';
import { username } from '../discoveryFields';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery */
export const discoverAccount = operation({
	resource: 'discovery',
	operation: 'getAccount',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'],
	name: 'Get Account',
	action: 'Get the account of somebody else',
	description: 'Get the profile of another professional account and its number of followers and media',
	fields: [{ ...account, description: 'The Instagram professional account that asks' }, username],
	run: async ({ account: id, username: name }, api) => await discoveredAccount(api, id, name),
});

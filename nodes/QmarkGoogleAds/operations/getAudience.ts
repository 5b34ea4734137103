import { operation } from '../../core/operation';
import { userList } from '../../networks/googleAds/dataManager/userLists';
import { dataManager } from '../../platforms/dataManager';
import { oneAudience } from '../audienceFields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/get */
export const getAudience = operation({
	resource: 'audience',
	operation: 'get',
	effect: 'read',
	scopes: [dataManager.scope],
	name: 'Get',
	action: 'Get an audience',
	description: 'Get an audience with its size and state',
	fields: oneAudience,
	run: async ({ account, audience }, api) => await userList(api, account, audience),
});

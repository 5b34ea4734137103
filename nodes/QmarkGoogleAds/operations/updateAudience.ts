import { operation } from '../../core/operation';
import { updateUserList } from '../../networks/googleAds/dataManager/userLists';
import { dataManager } from '../../platforms/dataManager';
import { audienceChanges, oneAudience } from '../audienceFields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/patch */
export const updateAudience = operation({
	resource: 'audience',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: [dataManager.scope],
	name: 'Update',
	action: 'Update an audience',
	description: 'Change the name or terms of an audience',
	fields: [...oneAudience, audienceChanges],
	run: async ({ account, audience, updateFields }, api) => await updateUserList(api, account, audience, updateFields),
});

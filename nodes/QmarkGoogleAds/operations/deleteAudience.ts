import { operation } from '../../core/operation';
import { deleteUserList } from '../../networks/googleAds/dataManager/userLists';
import { dataManager } from '../../platforms/dataManager';
import { oneAudience } from '../audienceFields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/delete */
export const deleteAudience = operation({
	resource: 'audience',
	operation: 'delete',
	effect: 'write',
	scopes: [dataManager.scope],
	name: 'Delete',
	action: 'Delete an audience',
	description: 'Delete an audience and forget its people',
	fields: oneAudience,
	run: async ({ account, audience }, api) => await deleteUserList(api, account, audience),
});

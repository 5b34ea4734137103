import { operation } from '../../core/operation';
import { createUserList } from '../../networks/googleAds/dataManager/userLists';
import { dataManager } from '../../platforms/dataManager';
import { newAudience } from '../audienceFields';
import { account } from '../fields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/create */
export const createAudience = operation({
	resource: 'audience',
	operation: 'create',
	effect: 'write',
	scopes: [dataManager.scope],
	name: 'Create',
	action: 'Create an audience',
	description: 'Create an empty audience that people are then added to',
	fields: [account, ...newAudience],
	run: async ({ account: customer, name, membershipDays: days, additionalFields }, api) => await createUserList(api, customer, { name, days, ...additionalFields }),
});

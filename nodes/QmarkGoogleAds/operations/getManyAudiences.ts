import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { userLists } from '../../networks/googleAds/dataManager/userLists';
import { dataManager } from '../../platforms/dataManager';
import { filter } from '../audienceFields';
import { account } from '../fields';

/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/list */
export const getManyAudiences = operation({
	resource: 'audience',
	operation: 'getAll',
	effect: 'read',
	scopes: [dataManager.scope],
	name: 'Get Many',
	action: 'Get many audiences',
	description: 'Get many audiences of an account',
	fields: [account, ...many, filter],
	run: ({ account: customer, returnAll, limit, options }, api) => userLists(api, customer, { filter: options.filter, most: returnAll ? undefined : limit }),
});

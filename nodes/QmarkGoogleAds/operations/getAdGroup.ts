import { operation } from '../../core/operation';
import { getOne } from '../../networks/googleAds/mutate/read';
import { oneAdGroup } from '../targetFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group */
export const getAdGroup = operation({
	resource: 'adGroup',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get an ad group',
	description: 'Get an ad group, its amounts in the currency of the account',
	fields: oneAdGroup,
	run: async ({ account, adGroup: id }, api) => await getOne(api, account, 'adGroup', id),
});

import { operation } from '../../core/operation';
import { getOne } from '../../networks/pinterest/ads/read';
import { oneAdGroup } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ad_groups-get */
export const getAdGroup = operation({
	resource: 'adGroup',
	operation: 'get',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get',
	action: 'Get an ad group',
	description: 'Get an ad group, its amounts in the currency of the ad account',
	fields: oneAdGroup,
	run: async ({ adAccount, adGroup: id }, api) => await getOne(api, adAccount, 'adGroup', id),
});

import { operation } from '../../core/operation';
import { getOne } from '../../networks/pinterest/ads/read';
import { oneAd } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ads-get */
export const getAd = operation({
	resource: 'ad',
	operation: 'get',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get',
	action: 'Get an ad',
	description: 'Get an ad and how its review went',
	fields: oneAd,
	run: async ({ adAccount, ad: id }, api) => await getOne(api, adAccount, 'ad', id),
});

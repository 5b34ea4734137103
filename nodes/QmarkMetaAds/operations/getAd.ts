import { operation } from '../../core/operation';
import { getObject } from '../../networks/meta/ads/objects';
import { chosenFields, oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Reading */
export const getAd = operation({
	resource: 'ad',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get an ad',
	description: 'Get an ad, its amounts in the currency of the ad account',
	fields: [...oneAd, chosenFields],
	run: async ({ adAccount, ad: id, options: { fields } }, api) => await getObject(api, 'ad', adAccount, id, fields),
});

import { operation } from '../../core/operation';
import { getObject } from '../../networks/meta/ads/objects';
import { chosenFields, oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Reading */
export const getAdSet = operation({
	resource: 'adSet',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get an ad set',
	description: 'Get an ad set, its amounts in the currency of the ad account',
	fields: [...oneAdSet, chosenFields],
	run: async ({ adAccount, adSet: id, options: { fields } }, api) => await getObject(api, 'adSet', adAccount, id, fields),
});

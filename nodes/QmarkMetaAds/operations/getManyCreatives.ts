import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listObjects } from '../../networks/meta/ads/objects';
import { adAccount } from '../fields';
import { chosenFields, creativeFilters } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adcreatives */
export const getManyCreatives = operation({
	resource: 'creative',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many creatives',
	description: 'Get many creatives of an ad account, or those with given IDs',
	fields: [adAccount, ...many, creativeFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters, options: { fields } }, api) =>
		listObjects(api, 'creative', account, { ...filters, fields, most: returnAll ? Infinity : limit }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { secondsOf } from '../../networks/facebook/schedule';
import { listObjects, pathOf } from '../../networks/meta/ads/objects';
import { adAccount } from '../fields';
import { adSetFilters, chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adsets */
export const getManyAdSets = operation({
	resource: 'adSet',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many ad sets',
	description: 'Get many ad sets of an ad account, or those with given IDs',
	fields: [adAccount, ...many, adSetFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters: { campaignId, ...filters }, options: { fields } }, api) =>
		listObjects(api, 'adSet', account, { ...filters, fields, most: returnAll ? Infinity : limit, within: pathOf(campaignId), updatedSince: secondsOf('Updated Since', filters.updatedSince) }),
});

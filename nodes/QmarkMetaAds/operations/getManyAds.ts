import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { secondsOf } from '../../networks/facebook/schedule';
import { listObjects, pathOf } from '../../networks/meta/ads/objects';
import { adAccount } from '../fields';
import { adFilters, chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/ads */
export const getManyAds = operation({
	resource: 'ad',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many ads',
	description: 'Get many ads of an ad account, or those with given IDs',
	fields: [adAccount, ...many, adFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters: { adSetId, campaignId, ...filters }, options: { fields } }, api) =>
		listObjects(api, 'ad', account, { ...filters, fields, most: returnAll ? Infinity : limit, within: pathOf(adSetId || campaignId), updatedSince: secondsOf('Updated Since', filters.updatedSince) }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listObjects } from '../../networks/meta/ads/objects';
import { adAccount } from '../fields';
import { campaignFilters, chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns */
export const getManyCampaigns = operation({
	resource: 'campaign',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get many campaigns of an ad account, or those with given IDs',
	fields: [adAccount, ...many, campaignFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters, options: { fields } }, api) =>
		listObjects(api, 'campaign', account, { ...filters, fields, most: returnAll ? Infinity : limit }),
});

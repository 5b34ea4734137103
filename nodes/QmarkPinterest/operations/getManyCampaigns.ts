import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/pinterest/ads/read';
import { adAccount, campaignFilters } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/campaigns-list */
export const getManyCampaigns = operation({
	resource: 'campaign',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get many campaigns of an ad account, the active and paused ones unless chosen otherwise',
	fields: [adAccount, ...many, campaignFilters],
	run: ({ adAccount: account, returnAll, limit, filters }, api) => listAll(api, account, 'campaign', filters, returnAll ? Infinity : limit),
});

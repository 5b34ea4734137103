import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/pinterest/ads/read';
import { adAccount, adFilters } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ads-list */
export const getManyAds = operation({
	resource: 'ad',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get Many',
	action: 'Get many ads',
	description: 'Get many ads of an ad account, the active and paused ones unless chosen otherwise',
	fields: [adAccount, ...many, adFilters],
	run: ({ adAccount: account, returnAll, limit, filters }, api) => listAll(api, account, 'ad', filters, returnAll ? Infinity : limit),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/pinterest/ads/read';
import { adAccount, adGroupFilters } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ad_groups-list */
export const getManyAdGroups = operation({
	resource: 'adGroup',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get Many',
	action: 'Get many ad groups',
	description: 'Get many ad groups of an ad account, the active and paused ones unless chosen otherwise',
	fields: [adAccount, ...many, adGroupFilters],
	run: ({ adAccount: account, returnAll, limit, filters }, api) => listAll(api, account, 'adGroup', filters, returnAll ? Infinity : limit),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingAdGroup } from '../../networks/pinterest/ads/adGroup';
import { oneAdGroup } from '../adAccountFields';
import { confirm, largestIncrease, onlyIfAdGroup } from '../adChangeFields';
import { adGroupChanges } from '../adGroupFields';

/** https://developers.pinterest.com/docs/api/v5/ad_groups-update */
export const updateAdGroup = operation({
	resource: 'adGroup',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads:read', 'ads:write'],
	name: 'Update',
	action: 'Update an ad group',
	description: 'Change the name, the status, the budget, the bid, the dates or the targeting of an ad group; what is so already is not sent',
	fields: [...oneAdGroup, adGroupChanges, largestIncrease, onlyIfAdGroup, confirm],
	run: async (input, api) => await alone(updatingAdGroup, input, api),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingAd } from '../../networks/pinterest/ads/ad';
import { oneAd } from '../adAccountFields';
import { confirm, onlyIfStatus } from '../adChangeFields';
import { adChanges } from '../adFields';

/** https://developers.pinterest.com/docs/api/v5/ads-update */
export const updateAd = operation({
	resource: 'ad',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads:read', 'ads:write'],
	name: 'Update',
	action: 'Update an ad',
	description: 'Change the name, the status or the addresses of an ad; what is so already is not sent',
	fields: [...oneAd, adChanges, onlyIfStatus, confirm],
	run: async (input, api) => await alone(updatingAd, input, api),
});

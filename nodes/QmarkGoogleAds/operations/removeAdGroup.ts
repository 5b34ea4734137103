import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingAdGroup } from '../../networks/googleAds/mutate/adGroup';
import { checking, onlyIfBid } from '../changeFields';
import { oneAdGroup } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const removeAdGroup = operation({
	resource: 'adGroup',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove an ad group',
	description: 'Remove an ad group for good, with all that is in it; its numbers stay',
	fields: [...oneAdGroup, onlyIfBid, checking],
	run: async (input, api) => await alone(removingAdGroup, input, api),
});

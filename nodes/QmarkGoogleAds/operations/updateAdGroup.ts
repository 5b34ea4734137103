import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingAdGroup } from '../../networks/googleAds/mutate/adGroup';
import { adGroupChanges } from '../adFields';
import { checking, onlyIfBid } from '../changeFields';
import { oneAdGroup } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const updateAdGroup = operation({
	resource: 'adGroup',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Update',
	action: 'Update an ad group',
	description: 'Change name, status, bid or targets of an ad group; what is so already is not sent',
	fields: [...oneAdGroup, adGroupChanges, onlyIfBid, checking],
	run: async (input, api) => await alone(updatingAdGroup, input, api),
});

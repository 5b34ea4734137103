import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { pausingAdGroup } from '../../networks/googleAds/mutate/adGroup';
import { checking, onlyIfBid } from '../changeFields';
import { oneAdGroup } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const pauseAdGroup = operation({
	resource: 'adGroup',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Pause',
	action: 'Pause an ad group',
	description: 'Pause an ad group; one that is paused already is left alone',
	fields: [...oneAdGroup, onlyIfBid, checking],
	run: async (input, api) => await alone(pausingAdGroup, input, api),
});

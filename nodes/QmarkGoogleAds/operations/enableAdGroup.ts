import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { enablingAdGroup } from '../../networks/googleAds/mutate/adGroup';
import { checking, onlyIfBid } from '../changeFields';
import { oneAdGroup } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const enableAdGroup = operation({
	resource: 'adGroup',
	operation: 'enable',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Enable',
	action: 'Enable an ad group',
	description: 'Enable an ad group, which may spend from then on; one that is enabled already is left alone',
	fields: [...oneAdGroup, onlyIfBid, checking],
	run: async (input, api) => await alone(enablingAdGroup, input, api),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingAdGroup } from '../../networks/googleAds/mutate/adGroup';
import { newAdGroup } from '../adFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupService */
export const createAdGroup = operation({
	resource: 'adGroup',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create an ad group',
	description: 'Create an ad group in a search campaign',
	fields: [account, ...newAdGroup],
	run: async (input, api) => await alone(creatingAdGroup, input, api),
});

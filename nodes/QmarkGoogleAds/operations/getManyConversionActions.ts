import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { conversionActions } from '../../networks/googleAds/conversionActions';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/fields/v25/conversion_action */
export const getManyConversionActions = operation({
	resource: 'conversionAction',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many conversion actions',
	description: 'Get many conversion actions of an account, with their kind, state and values',
	fields: [account, ...many],
	run: ({ account: customer }, api) => conversionActions(api, customer),
});

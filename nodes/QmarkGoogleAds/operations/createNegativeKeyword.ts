import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingNegative } from '../../networks/googleAds/mutate/negative';
import { newNegative } from '../adFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/docs/targeting/criteria */
export const createNegativeKeyword = operation({
	resource: 'negativeKeyword',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create a negative keyword',
	description: 'Keep searches with a keyword out of an ad group, a campaign or all campaigns of a list; one that is there already is left alone',
	fields: [account, ...newNegative],
	run: async (input, api) => await alone(creatingNegative, input, api),
});

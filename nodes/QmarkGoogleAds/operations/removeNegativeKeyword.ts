import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingNegative } from '../../networks/googleAds/mutate/negative';
import { level, negativeKeyword } from '../adFields';
import { checking } from '../changeFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/docs/targeting/criteria */
export const removeNegativeKeyword = operation({
	resource: 'negativeKeyword',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove a negative keyword',
	description: 'Let searches with the keyword in again',
	fields: [account, level, negativeKeyword, checking],
	run: async (input, api) => await alone(removingNegative, input, api),
});

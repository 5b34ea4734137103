import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingKeyword } from '../../networks/googleAds/mutate/keyword';
import { checking, onlyIfBid } from '../changeFields';
import { oneKeyword } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const removeKeyword = operation({
	resource: 'keyword',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove a keyword',
	description: 'Remove a keyword for good; its numbers stay',
	fields: [...oneKeyword, onlyIfBid, checking],
	run: async (input, api) => await alone(removingKeyword, input, api),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { pausingKeyword } from '../../networks/googleAds/mutate/keyword';
import { checking, onlyIfBid } from '../changeFields';
import { oneKeyword } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const pauseKeyword = operation({
	resource: 'keyword',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Pause',
	action: 'Pause a keyword',
	description: 'Pause a keyword; one that is paused already is left alone',
	fields: [...oneKeyword, onlyIfBid, checking],
	run: async (input, api) => await alone(pausingKeyword, input, api),
});

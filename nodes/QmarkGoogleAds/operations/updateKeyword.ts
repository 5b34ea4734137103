import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingKeyword } from '../../networks/googleAds/mutate/keyword';
import { keywordChanges } from '../adFields';
import { checking, onlyIfBid } from '../changeFields';
import { oneKeyword } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const updateKeyword = operation({
	resource: 'keyword',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Update',
	action: 'Update a keyword',
	description: 'Change bid, status or page of a keyword; what is so already is not sent',
	fields: [...oneKeyword, keywordChanges, onlyIfBid, checking],
	run: async (input, api) => await alone(updatingKeyword, input, api),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { enablingKeyword } from '../../networks/googleAds/mutate/keyword';
import { checking, onlyIfBid } from '../changeFields';
import { oneKeyword } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const enableKeyword = operation({
	resource: 'keyword',
	operation: 'enable',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Enable',
	action: 'Enable a keyword',
	description: 'Enable a keyword, which may spend from then on; one that is enabled already is left alone',
	fields: [...oneKeyword, onlyIfBid, checking],
	run: async (input, api) => await alone(enablingKeyword, input, api),
});

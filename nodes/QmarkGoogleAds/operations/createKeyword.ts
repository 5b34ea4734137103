import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingKeyword } from '../../networks/googleAds/mutate/keyword';
import { newKeyword } from '../adFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupCriterionService */
export const createKeyword = operation({
	resource: 'keyword',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create a keyword',
	description: 'Add a keyword to an ad group; one that is there already is left alone',
	fields: [account, ...newKeyword],
	run: async (input, api) => await alone(creatingKeyword, input, api),
});

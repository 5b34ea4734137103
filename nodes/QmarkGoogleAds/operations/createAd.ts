import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingAd } from '../../networks/googleAds/mutate/ad';
import { newAd } from '../adFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupAdService */
export const createAd = operation({
	resource: 'ad',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create an ad',
	description: 'Create a responsive search ad, paused unless chosen otherwise',
	fields: [account, ...newAd],
	run: async (input, api) => await alone(creatingAd, input, api),
});

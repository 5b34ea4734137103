import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingAd } from '../../networks/googleAds/mutate/ad';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupAdService */
export const removeAd = operation({
	resource: 'ad',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove an ad',
	description: 'Remove an ad for good; its numbers stay',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async (input, api) => await alone(removingAd, input, api),
});

import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { pausingAd } from '../../networks/googleAds/mutate/ad';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupAdService */
export const pauseAd = operation({
	resource: 'ad',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Pause',
	action: 'Pause an ad',
	description: 'Pause an ad; one that is paused already is left alone',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async (input, api) => await alone(pausingAd, input, api),
});

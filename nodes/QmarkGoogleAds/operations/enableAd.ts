import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { enablingAd } from '../../networks/googleAds/mutate/ad';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroupAdService */
export const enableAd = operation({
	resource: 'ad',
	operation: 'enable',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Enable',
	action: 'Enable an ad',
	description: 'Enable an ad, which may spend from then on; one that is enabled already is left alone',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async (input, api) => await alone(enablingAd, input, api),
});

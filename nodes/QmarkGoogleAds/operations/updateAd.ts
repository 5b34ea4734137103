import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingAd } from '../../networks/googleAds/mutate/ad';
import { adChanges } from '../adFields';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdService */
export const updateAd = operation({
	resource: 'ad',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Update',
	action: 'Update an ad',
	description: 'Change status, page or texts of an ad; what is so already is not sent',
	fields: [...oneAd, adChanges, onlyIfStatus, checking],
	run: async (input, api) => await alone(updatingAd, input, api),
});

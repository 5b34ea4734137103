import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listNegatives } from '../../networks/googleAds/mutate/negative';
import { place } from '../adFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/docs/targeting/criteria */
export const getManyNegativeKeywords = operation({
	resource: 'negativeKeyword',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many negative keywords',
	description: 'Get many negative keywords of an ad group, a campaign or a list',
	fields: [account, ...place, ...many],
	run: ({ account: customer, returnAll, limit, ...where }, api) => listNegatives(api, customer, where, returnAll ? Infinity : limit),
});

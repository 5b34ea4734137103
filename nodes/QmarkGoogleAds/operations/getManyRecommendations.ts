import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listRecommendations } from '../../networks/googleAds/recommendations/read';
import { account } from '../fields';
import { filters } from '../recommendationFields';

/** https://developers.google.com/google-ads/api/docs/recommendations#retrieve-recommendations */
export const getManyRecommendations = operation({
	resource: 'recommendation',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many recommendations',
	description: 'Get many recommendations of Google’s for the account, with what they would change',
	fields: [account, ...filters, ...many],
	run: (input, api) => listRecommendations(api, input),
});

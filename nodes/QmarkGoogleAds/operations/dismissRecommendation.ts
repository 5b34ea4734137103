import { operation } from '../../core/operation';
import { dismissRecommendation as dismiss } from '../../networks/googleAds/recommendations/apply';
import { account } from '../fields';
import { recommendation } from '../recommendationFields';

/** https://developers.google.com/google-ads/api/docs/recommendations#dismiss-recommendations */
export const dismissRecommendation = operation({
	resource: 'recommendation',
	operation: 'dismiss',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Dismiss',
	action: 'Dismiss a recommendation',
	description: 'Hide a recommendation that is not wanted',
	fields: [account, recommendation],
	run: async ({ account: customer, recommendation: id }, api) => await dismiss(api, customer, id),
});

import { operation } from '../../core/operation';
import { applyRecommendation as apply } from '../../networks/googleAds/recommendations/apply';
import { account } from '../fields';
import { guarded } from '../recommendationFields';

/** https://developers.google.com/google-ads/api/docs/recommendations#apply-recommendations */
export const applyRecommendation = operation({
	resource: 'recommendation',
	operation: 'apply',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Apply',
	action: 'Apply a recommendation',
	description: 'Do what Google recommends; it takes effect at once',
	fields: [account, ...guarded],
	run: async (input, api) => await apply(api, input),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { readInsights } from '../../networks/meta/insights';
import { report } from '../insightFields';

/** https://developers.facebook.com/docs/marketing-api/insights */
export const getManyInsights = operation({
	resource: 'insight',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many insights',
	description: 'Get what ads were shown, clicked and cost, and what they brought',
	fields: [...report, ...many],
	run: (input, api) => readInsights(api, input),
});

import { operation } from '../../core/operation';
import { createRule as create, evaluationOf, executionOf, scheduleOf } from '../../networks/meta/ads/rules';
import { adAccount } from '../fields';
import { newRule } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adrules_library */
export const createRule = operation({
	resource: 'adRule',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create an ad rule',
	description: 'Create a rule by which Meta itself watches ads and acts, disabled unless chosen otherwise',
	fields: [adAccount, ...newRule],
	run: async ({ adAccount: account, name, evaluation, execution, schedule, times, status }, api) =>
		await create(api, account, { name, status, evaluation: evaluationOf(evaluation), execution: executionOf(execution), schedule: scheduleOf(schedule, times) }),
});

import { operation } from '../../core/operation';
import { changeRule, evaluationOf, executionOf, scheduleOf } from '../../networks/meta/ads/rules';
import { oneRule, ruleChanges } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/ad-rules/guides/api-calls#update-rule */
export const updateRule = operation({
	resource: 'adRule',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update an ad rule',
	description: 'Change the name of a rule, or what it watches and does',
	fields: [...oneRule, ruleChanges],
	run: async ({ rule: id, updateFields: { name, evaluation, execution, times, schedule = times === undefined ? 'none' : 'CUSTOM' } }, api) =>
		await changeRule(api, id, { name, evaluation: evaluationOf(evaluation), execution: executionOf(execution), schedule: scheduleOf(schedule, times) }),
});

import { operation } from '../../core/operation';
import { changeRule } from '../../networks/meta/ads/rules';
import { oneRule } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/ad-rules/guides/api-calls#update-rule */
export const resumeRule = operation({
	resource: 'adRule',
	operation: 'resume',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Resume',
	action: 'Resume an ad rule',
	description: 'Let a rule work, which may change ads and spend',
	fields: oneRule,
	run: async ({ rule: id }, api) => await changeRule(api, id, { status: 'ENABLED' }),
});

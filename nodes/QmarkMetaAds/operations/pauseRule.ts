import { operation } from '../../core/operation';
import { changeRule } from '../../networks/meta/ads/rules';
import { oneRule } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/ad-rules/guides/api-calls#update-rule */
export const pauseRule = operation({
	resource: 'adRule',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Pause',
	action: 'Pause an ad rule',
	description: 'Keep a rule from working until it is resumed',
	fields: oneRule,
	run: async ({ rule: id }, api) => await changeRule(api, id, { status: 'DISABLED' }),
});

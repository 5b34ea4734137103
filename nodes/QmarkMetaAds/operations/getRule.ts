import { operation } from '../../core/operation';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { ruleFields } from '../../networks/meta/ads/rules';
import { chosenFields } from '../readFields';
import { oneRule } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-rule */
export const getRule = operation({
	resource: 'adRule',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get an ad rule',
	description: 'Get a rule with what it watches and does',
	fields: [...oneRule, chosenFields],
	run: async ({ rule: id, options: { fields } }, api) => await api.send({ url: `/${id}`, qs: { fields: fieldsOf(fields, ruleFields) } }),
});

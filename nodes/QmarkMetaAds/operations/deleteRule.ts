import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { oneRule } from '../ruleFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-rule#Deleting */
export const deleteRule = operation({
	resource: 'adRule',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete an ad rule',
	description: 'Delete a rule; what it has done stays',
	fields: oneRule,
	run: async ({ rule: id }, api) => await remove(api, id),
});

import { operation } from '../../core/operation';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { formFields } from '../../networks/meta/leads/leads';
import { oneForm } from '../leadFields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/create */
export const getForm = operation({
	resource: 'leadForm',
	operation: 'get',
	effect: 'read',
	scopes: ['pages_manage_ads', 'leads_retrieval', 'pages_show_list', 'pages_read_engagement'],
	name: 'Get',
	action: 'Get a lead form',
	description: 'Get a lead form with its questions',
	fields: [...oneForm, chosenFields],
	run: async ({ form: id, options: { fields } }, api) => await api.send({ url: `/${id}`, qs: { fields: fieldsOf(fields, formFields) } }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { fieldsOf } from '../../networks/meta/ads/fieldList';
import { formFields } from '../../networks/meta/leads/leads';
import { metaAds } from '../../platforms/metaAds';
import { ofPage } from '../leadFields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/graph-api/reference/page/leadgen_forms */
export const getManyForms = operation({
	resource: 'leadForm',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_manage_ads', 'leads_retrieval', 'pages_show_list', 'pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many lead forms',
	description: 'Get many lead forms of a page',
	fields: [...ofPage, ...many, chosenFields],
	run: ({ leadsPage: page, returnAll, limit, options: { fields } }, api) =>
		api.pages({ url: `/${page}/leadgen_forms`, qs: { fields: fieldsOf(fields, formFields), limit: Math.min(returnAll ? Infinity : limit, metaAds.pageSize) } }),
});

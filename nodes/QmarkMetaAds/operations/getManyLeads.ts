import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listLeads } from '../../networks/meta/leads/leads';
import { metaAds } from '../../platforms/metaAds';
import { oneForm, span } from '../leadFields';

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving#bulk-read */
export const getManyLeads = operation({
	resource: 'lead',
	operation: 'getAll',
	effect: 'read',
	scopes: ['leads_retrieval', 'pages_manage_ads', 'pages_show_list', 'pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many leads',
	description: 'Get many leads of a form, newest first',
	fields: [...oneForm, ...many, span],
	run: ({ form, returnAll, limit, options }, api) => listLeads(api, form, Math.min(returnAll ? Infinity : limit, metaAds.pageSize), options),
});

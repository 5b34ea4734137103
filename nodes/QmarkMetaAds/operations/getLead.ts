import { operation } from '../../core/operation';
import { getLead as get } from '../../networks/meta/leads/leads';
import { oneLead } from '../leadFields';

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving */
export const getLead = operation({
	resource: 'lead',
	operation: 'get',
	effect: 'read',
	scopes: ['leads_retrieval', 'pages_manage_ads', 'pages_show_list', 'pages_read_engagement'],
	name: 'Get',
	action: 'Get a lead',
	description: 'Get a lead with its answers and the ad that it came by',
	fields: oneLead,
	run: async ({ leadId: id }, api) => await get(api, id),
});

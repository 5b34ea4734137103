import { operation } from '../../core/operation';
import { createTestLead as create } from '../../networks/meta/leads/leads';
import { answers, oneForm } from '../leadFields';

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/testing-troubleshooting */
export const createTestLead = operation({
	resource: 'lead',
	operation: 'createTest',
	effect: 'write',
	scopes: ['leads_retrieval', 'pages_manage_ads', 'pages_show_list', 'pages_read_engagement'],
	name: 'Create Test Lead',
	action: 'Create a test lead',
	description: 'Send a test lead through a form, in place of the last one; webhooks tell of it like of a real one',
	fields: [...oneForm, answers],
	run: async ({ form, answers: given }, api) => await create(api, form, given),
});

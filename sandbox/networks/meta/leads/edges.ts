import type { EdgeRule } from '../edges';
import { words } from '../words';

const retrieval = { scopes: ['leads_retrieval'] } as const;
/** Other than in the reference, these take a filter by time. */
const listed = words('filtering');

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving */
export const leadEdgeRules = {
	LeadgenForm: {
		GET: { params: [], scopes: ['pages_manage_ads'] },
		POST: { params: words('status'), scopes: ['pages_manage_ads'] },
		'GET leads': { params: listed, ...retrieval },
		'GET test_leads': { params: [], ...retrieval },
		'POST test_leads': { params: words('custom_disclaimer_responses field_data'), ...retrieval },
	},
	Lead: { GET: { params: [], ...retrieval }, DELETE: { params: [], ...retrieval } },
} satisfies Record<string, Record<string, EdgeRule>>;

export const pageLeadRules = { 'GET leadgen_forms': { params: [], token: 'page', scopes: ['pages_manage_ads', 'leads_retrieval'] } } satisfies Record<string, EdgeRule>;

export const adLeadRules = { 'GET leads': { params: listed, ...retrieval } } satisfies Record<string, EdgeRule>;

export const leadFields = {
	LeadgenForm: new Set(
		words(`
			allow_organic_lead block_display_for_non_targeted_viewer context_card created_time creator expired_leads_count
			follow_up_action_text follow_up_action_url id is_optimized_for_quality leads_count legal_content locale name
			organic_leads_count page page_id privacy_policy_url question_page_custom_headline questions status thank_you_page
			tracking_parameters
		`),
	),
	Lead: new Set(
		words(`
			ad_id ad_name adset_id adset_name campaign_id campaign_name created_time custom_disclaimer_responses field_data form_id
			home_listing id is_organic partner_name platform post post_submission_check_result retailer_item_id vehicle
		`),
	),
};

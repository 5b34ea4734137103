import type { EdgeRule } from '../edges';
import { words } from '../words';

const rule =
	(...scopes: string[]) =>
	(params = ''): EdgeRule => ({ params: words(params), scopes });

const read = rule('ads_read');
const write = rule('ads_management');
const rows = 'namespace payload session';

/** What an ad account has beside its ads. https://developers.facebook.com/docs/marketing-api/reference/ad-account */
export const accountAudienceRules = {
	'GET customaudiences': read('business_id fetch_primary_audience filtering pixel_id'),
	'POST customaudiences': write(`
		allowed_domains associated_audience_id claim_objective content_type countries creation_params customer_file_source dataset_id
		description enable_fetch_or_create event_source_group event_sources exclusions facebook_page_id inclusionOperator inclusions
		is_snapshot is_value_based list_of_accounts lookalike_spec marketing_message_channels name opt_out_link origin_audience_id
		parent_audience_id partner_reference_key pixel_id prefill product_set_id regulated_audience_spec retention_days
		rev_share_policy_id rule rule_aggregation subscription_info subtype usage_restriction use_for_products use_in_campaigns
		video_group_ids whats_app_business_phone_number_id
	`),
	'DELETE usersofanyaudience': write(rows),
	'GET adrules_library': read(),
	'POST adrules_library': write('account_id evaluation_spec execution_spec name schedule_spec status ui_creation_source'),
	'GET adspixels': read('sort_by'),
};

export const audienceEdgeRules = {
	CustomAudience: {
		GET: read('ad_account_id special_ad_categories special_ad_category_countries target_countries'),
		POST: write(`
			allowed_domains claim_objective content_type countries customer_file_source description enable_fetch_or_create
			event_source_group event_sources exclusions inclusionOperator inclusions lookalike_spec name opt_out_link parent_audience_id
			product_set_id retention_days rev_share_policy_id rule rule_aggregation tags use_for_products use_in_campaigns
		`),
		DELETE: write(),
		'POST users': write(rows),
		'DELETE users': write(rows),
	},
	AdRule: {
		GET: read(),
		POST: write('evaluation_spec execution_spec name schedule_spec status'),
		DELETE: write(),
	},
} satisfies Record<string, Record<string, EdgeRule>>;

const names = (text: string): ReadonlySet<string> => new Set(words(text));

export const audienceFields = {
	CustomAudience: names(`
		account_id approximate_count_lower_bound approximate_count_upper_bound customer_file_source data_source data_source_types
		datafile_custom_audience_uploading_status delete_time delivery_status description excluded_custom_audiences
		external_event_source fields_violating_integrity_policy household_audience id included_custom_audiences
		is_eligible_for_sac_campaigns is_household is_snapshot is_value_based lookalike_audience_ids lookalike_spec
		messenger_marketing_messages_page name operation_status opt_out_link owner_business page_deletion_marked_delete_time
		permission_for_actions pixel_id regulated_audience_spec retention_days rev_share_policy_id rule rule_aggregation rule_v2
		seed_audience sharing_status subtype time_content_updated time_created time_updated
	`),
	AdRule: names(`
		account_id created_by created_time disable_error_code evaluation_spec execution_spec id name schedule_spec status updated_time
	`),
};

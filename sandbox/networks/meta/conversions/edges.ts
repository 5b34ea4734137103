import type { EdgeRule } from '../edges';
import { words } from '../words';

/** https://developers.facebook.com/docs/marketing-api/conversions-api/parameters */
export const conversionEdges = {
	AdsPixel: {
		GET: { params: [], scopes: ['ads_read'] },
		'POST events': {
			params: words('data namespace_id partner_agent platforms progress test_event_code trace upload_id upload_source upload_tag'),
			scopes: ['ads_management'],
		},
	},
} satisfies Record<string, Record<string, EdgeRule>>;

export const conversionFields = {
	AdsPixel: new Set(
		words(`
			automatic_matching_fields can_proxy code config creation_time creator data_use_setting description duplicate_entries
			enable_auto_assign_to_accounts enable_automatic_matching event_stats event_time_max event_time_min first_party_cookie_status
			has_1p_pixel_event id is_consolidated_container is_created_by_business is_crm is_mta_use is_restricted_use is_unavailable
			last_fired_time last_upload_app last_upload_app_changed_time match_rate_approx matched_entries name owner_ad_account
			owner_business usage user_access_expire_time valid_entries
		`),
	),
};

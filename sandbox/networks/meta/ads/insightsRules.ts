import type { EdgeRule } from '../edges';
import { words } from '../words';

/** What a report may be asked with, beside what every call may. */
export const reportParams = words(`
	action_attribution_windows action_breakdowns action_report_time breakdowns date_preset default_summary export_columns export_format export_name
	filtering graph_cache level product_id_limit sort summary_action_breakdowns time_increment time_range time_ranges
	use_account_attribution_setting use_unified_attribution_setting
`);
const rule: EdgeRule = { params: reportParams, scopes: ['ads_read'] };

/** https://developers.facebook.com/docs/marketing-api/insights: the same of an account and of all that it holds. */
export const insightsRules = { 'GET insights': rule, 'POST insights': rule };
export const reportRules: Record<'GET' | 'GET insights', EdgeRule> = { GET: { params: [], scopes: ['ads_read'] }, 'GET insights': { params: [], scopes: ['ads_read'] } };

/** https://developers.google.com/google-ads/api/fields/v25/recommendation */
export const googleAdsRecommendations = {
	/** What is asked of each, with the details of those kinds that change a budget or a keyword. */
	fields: [
		...['resource_name', 'type', 'impact', 'campaign', 'campaign_budget', 'ad_group', 'dismissed'],
		...['campaign_budget_recommendation', 'forecasting_campaign_budget_recommendation', 'marginal_roi_campaign_budget_recommendation', 'move_unused_budget_recommendation'],
		...['keyword_recommendation', 'target_cpa_opt_in_recommendation', 'maximize_conversions_opt_in_recommendation', 'use_broad_match_keyword_recommendation'],
	],
	/** Their details name the budget that they would set. */
	budgets: ['CAMPAIGN_BUDGET', 'FORECASTING_CAMPAIGN_BUDGET', 'MARGINAL_ROI_CAMPAIGN_BUDGET', 'MOVE_UNUSED_BUDGET', 'TARGET_CPA_OPT_IN', 'MAXIMIZE_CONVERSIONS_OPT_IN', 'USE_BROAD_MATCH_KEYWORD'],
	/** They may set one that only their own details name, which are not read here, or that of a new campaign. */
	unseen: ['PERFORMANCE_MAX_OPT_IN', 'TARGET_ROAS_OPT_IN', 'MAXIMIZE_CLICKS_OPT_IN', 'FORECASTING_SET_TARGET_ROAS', 'FORECASTING_SET_TARGET_CPA', 'SET_TARGET_CPA', 'SET_TARGET_ROAS'],
	/** Kinds whose new budget goes under this name. */
	parameters: { CAMPAIGN_BUDGET: 'campaignBudget', FORECASTING_CAMPAIGN_BUDGET: 'campaignBudget', MARGINAL_ROI_CAMPAIGN_BUDGET: 'campaignBudget', USE_BROAD_MATCH_KEYWORD: 'useBroadMatchKeyword' },
} as const;

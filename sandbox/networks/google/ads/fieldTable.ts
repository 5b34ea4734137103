/**
 * What the sandbox knows of each resource, by the API's own names: `name:type`, where a type left out is a string, `[]` a list, `{}` a message;
 * `!` is told by Google only, `^` cannot change once made. test/contract/googleAds.test.ts holds every name and type against Google's protos.
 * https://developers.google.com/google-ads/api/fields/v25/overview
 */
export const fieldTable = {
	customer: `
		resource_name^ id:int64! descriptive_name currency_code^ time_zone^ tracking_url_template final_url_suffix auto_tagging_enabled:bool has_partners_badge:bool!
		manager:bool! test_account:bool! call_reporting_setting.call_reporting_enabled:bool call_reporting_setting.call_conversion_reporting_enabled:bool
		call_reporting_setting.call_conversion_action conversion_tracking_setting.conversion_tracking_id:int64!
		conversion_tracking_setting.cross_account_conversion_tracking_id:int64! conversion_tracking_setting.accepted_customer_data_terms:bool!
		conversion_tracking_setting.conversion_tracking_status:ConversionTrackingStatus! conversion_tracking_setting.enhanced_conversions_for_leads_enabled:bool!
		conversion_tracking_setting.google_ads_conversion_customer optimization_score:double! optimization_score_weight:double! status:CustomerStatus!
		contains_eu_political_advertising:EuPoliticalAdvertisingStatus!`,
	customer_client: `
		resource_name! client_customer! hidden:bool! level:int64! time_zone! test_account:bool! manager:bool! descriptive_name! currency_code! id:int64! applied_labels[]!
		status:CustomerStatus!`,
	campaign: `
		resource_name^ id:int64! name primary_status:CampaignPrimaryStatus! primary_status_reasons[]:CampaignPrimaryStatusReason! status:CampaignStatus
		serving_status:CampaignServingStatus! bidding_strategy_system_status:BiddingStrategySystemStatus! ad_serving_optimization_status:AdServingOptimizationStatus
		advertising_channel_type:AdvertisingChannelType^ advertising_channel_sub_type:AdvertisingChannelSubType^ tracking_url_template url_custom_parameters[]:{}
		network_settings.target_google_search:bool network_settings.target_search_network:bool network_settings.target_content_network:bool
		network_settings.target_partner_search_network:bool geo_target_type_setting.positive_geo_target_type:PositiveGeoTargetType
		geo_target_type_setting.negative_geo_target_type:NegativeGeoTargetType labels[]! experiment_type:CampaignExperimentType! base_campaign! campaign_budget
		bidding_strategy_type:BiddingStrategyType! campaign_group start_date_time:datetime end_date_time:datetime final_url_suffix payment_mode:PaymentMode
		optimization_score:double! contains_eu_political_advertising:EuPoliticalAdvertisingStatus missing_eu_political_advertising_declaration:bool! bidding_strategy
		manual_cpc.enhanced_cpc_enabled:bool maximize_conversions.cpc_bid_ceiling_micros:int64 maximize_conversions.cpc_bid_floor_micros:int64
		maximize_conversions.target_cpa_micros:int64 maximize_conversion_value.target_roas:double maximize_conversion_value.cpc_bid_ceiling_micros:int64
		maximize_conversion_value.cpc_bid_floor_micros:int64 maximize_conversion_value.target_roas_tolerance_percent_millis:int64 target_cpa.target_cpa_micros:int64
		target_cpa.cpc_bid_ceiling_micros:int64 target_cpa.cpc_bid_floor_micros:int64 target_impression_share.location:TargetImpressionShareLocation
		target_impression_share.location_fraction_micros:int64 target_impression_share.cpc_bid_ceiling_micros:int64 target_roas.target_roas:double
		target_roas.cpc_bid_ceiling_micros:int64 target_roas.cpc_bid_floor_micros:int64 target_roas.target_roas_tolerance_percent_millis:int64
		target_spend.target_spend_micros:int64 target_spend.cpc_bid_ceiling_micros:int64`,
	campaign_budget: `
		resource_name^ id:int64! name amount_micros:int64 total_amount_micros:int64 status:BudgetStatus! delivery_method:BudgetDeliveryMethod explicitly_shared:bool
		reference_count:int64! has_recommended_budget:bool! recommended_budget_amount_micros:int64! period:BudgetPeriod^ recommended_budget_estimated_change_weekly_clicks:int64!
		recommended_budget_estimated_change_weekly_cost_micros:int64! recommended_budget_estimated_change_weekly_interactions:int64!
		recommended_budget_estimated_change_weekly_views:int64! type:BudgetType^ aligned_bidding_strategy_id:int64`,
	ad_group: `
		resource_name^ id:int64! name status:AdGroupStatus type:AdGroupType^ ad_rotation_mode:AdGroupAdRotationMode base_ad_group! tracking_url_template
		url_custom_parameters[]:{} campaign^ cpc_bid_micros:int64 effective_cpc_bid_micros:int64! cpm_bid_micros:int64 target_cpa_micros:int64 cpv_bid_micros:int64
		target_cpm_micros:int64 target_roas:double percent_cpc_bid_micros:int64 fixed_cpm_micros:int64 target_cpv_micros:int64 target_cpc_micros:int64
		optimized_targeting_enabled:bool final_url_suffix effective_target_cpa_micros:int64! effective_target_cpa_source:BiddingSource! effective_target_roas:double!
		effective_target_roas_source:BiddingSource! labels[]! primary_status:AdGroupPrimaryStatus! primary_status_reasons[]:AdGroupPrimaryStatusReason!`,
	ad_group_ad: `
		resource_name^ status:AdGroupAdStatus ad_group^ ad.resource_name^ ad.id:int64! ad.final_urls[] ad.final_mobile_urls[] ad.tracking_url_template ad.final_url_suffix
		ad.url_custom_parameters[]:{} ad.display_url ad.type:AdType! ad.added_by_google_ads:bool! ad.name^ ad.responsive_search_ad.headlines[]:{}
		ad.responsive_search_ad.descriptions[]:{} ad.responsive_search_ad.path1 ad.responsive_search_ad.path2 policy_summary.policy_topic_entries[]:{}!
		policy_summary.review_status:PolicyReviewStatus! policy_summary.approval_status:PolicyApprovalStatus! ad_strength:AdStrength! action_items[]! labels[]!
		primary_status:AdGroupAdPrimaryStatus! primary_status_reasons[]:AdGroupAdPrimaryStatusReason!`,
	ad_group_criterion: `
		resource_name^ criterion_id:int64! display_name! status:AdGroupCriterionStatus quality_info.quality_score:int32! quality_info.creative_quality_score:QualityScoreBucket!
		quality_info.post_click_quality_score:QualityScoreBucket! quality_info.search_predicted_ctr:QualityScoreBucket! ad_group^ type:CriterionType! negative:bool^
		system_serving_status:CriterionSystemServingStatus! approval_status:AdGroupCriterionApprovalStatus! disapproval_reasons[]! labels[]! bid_modifier:double
		cpc_bid_micros:int64 effective_cpc_bid_micros:int64! effective_cpc_bid_source:BiddingSource! position_estimates.first_page_cpc_micros:int64!
		position_estimates.first_position_cpc_micros:int64! position_estimates.top_of_page_cpc_micros:int64! position_estimates.estimated_add_clicks_at_first_position_cpc:int64!
		position_estimates.estimated_add_cost_at_first_position_cpc:int64! final_urls[] final_mobile_urls[] final_url_suffix tracking_url_template
		primary_status:AdGroupCriterionPrimaryStatus! primary_status_reasons[]:AdGroupCriterionPrimaryStatusReason! keyword.text keyword.match_type:KeywordMatchType
		user_list.user_list location.geo_target_constant`,
	campaign_criterion: `
		resource_name^ campaign^ criterion_id:int64! display_name! bid_modifier:double negative:bool^ type:CriterionType! status:CampaignCriterionStatus keyword.text
		keyword.match_type:KeywordMatchType location.geo_target_constant device.type:Device user_list.user_list language.language_constant`,
	keyword_view: `
		resource_name!`,
	search_term_view: `
		resource_name! search_term! ad_group! status:SearchTermTargetingStatus!`,
	asset: `
		resource_name^ id:int64! name type:AssetType! final_urls[] source:AssetSource! policy_summary.review_status:PolicyReviewStatus!
		policy_summary.approval_status:PolicyApprovalStatus! youtube_video_asset.youtube_video_id youtube_video_asset.youtube_video_title image_asset.file_size:int64
		image_asset.mime_type:MimeType image_asset.full_size.height_pixels:int64 image_asset.full_size.width_pixels:int64 image_asset.full_size.url text_asset.text
		callout_asset.callout_text callout_asset.start_date callout_asset.end_date structured_snippet_asset.header structured_snippet_asset.values[] sitelink_asset.link_text
		sitelink_asset.description1 sitelink_asset.description2 sitelink_asset.start_date sitelink_asset.end_date call_asset.country_code call_asset.phone_number`,
	ad_group_ad_asset_view: `
		resource_name! ad_group_ad! asset! field_type:AssetFieldType! enabled:bool! policy_summary.policy_topic_entries[]:{}! policy_summary.review_status:PolicyReviewStatus!
		policy_summary.approval_status:PolicyApprovalStatus! performance_label:AssetPerformanceLabel! pinned_field:ServedAssetFieldType! source:AssetSource!`,
	recommendation: `
		resource_name^ type:RecommendationType! impact:{}! campaign_budget! campaign! ad_group! dismissed:bool! campaigns[]! campaign_budget_recommendation:{}!
		forecasting_campaign_budget_recommendation:{}! keyword_recommendation:{}! target_cpa_opt_in_recommendation:{}! maximize_conversions_opt_in_recommendation:{}!
		move_unused_budget_recommendation:{}! responsive_search_ad_recommendation:{}! marginal_roi_campaign_budget_recommendation:{}! use_broad_match_keyword_recommendation:{}!
		callout_asset_recommendation:{}! sitelink_asset_recommendation:{}!`,
	change_event: `
		resource_name! change_date_time:datetime! change_resource_type:ChangeEventResourceType! change_resource_name! client_type:ChangeClientType! user_email! old_resource:{}!
		new_resource:{}! resource_change_operation:ResourceChangeOperation! changed_fields:{}! campaign! ad_group! asset!`,
	conversion_action: `
		resource_name^ id:int64! name status:ConversionActionStatus type:ConversionActionType^ origin:ConversionOrigin! primary_for_goal:bool category:ConversionActionCategory
		owner_customer! include_in_conversions_metric:bool click_through_lookback_window_days:int64 view_through_lookback_window_days:int64 value_settings.default_value:double
		value_settings.default_currency_code value_settings.always_use_default_value:bool counting_type:ConversionActionCountingType
		attribution_model_settings.attribution_model:AttributionModel attribution_model_settings.data_driven_model_status:DataDrivenModelStatus! tag_snippets[]:{}!
		phone_call_duration_seconds:int64 app_id mobile_app_vendor:MobileAppVendor!`,
	user_list: `
		resource_name^ id:int64! read_only:bool! name description membership_status:UserListMembershipStatus integration_code membership_life_span:int64 size_for_display:int64!
		size_range_for_display:UserListSizeRange! size_for_search:int64! size_range_for_search:UserListSizeRange! type:UserListType! closing_reason:UserListClosingReason
		access_reason:AccessReason! account_user_list_status:UserListAccessStatus eligible_for_search:bool eligible_for_display:bool! match_rate_percentage:int32!
		crm_based_user_list.app_id crm_based_user_list.upload_key_type:CustomerMatchUploadKeyType crm_based_user_list.data_source_type:UserListCrmDataSourceType`,
	label: `
		resource_name^ id:int64! name status:LabelStatus! text_label.background_color text_label.description`,
	shared_set: `
		resource_name^ id:int64! type:SharedSetType^ name status:SharedSetStatus! member_count:int64! reference_count:int64!
		vertical_ads_item_vertical_type:VerticalAdsItemVerticalType^`,
	shared_criterion: `
		resource_name^ shared_set^ criterion_id:int64! type:CriterionType! negative:bool^ keyword.text keyword.match_type:KeywordMatchType placement.url`,
	campaign_shared_set: `
		resource_name^ campaign^ shared_set^ status:CampaignSharedSetStatus!`,
	customer_negative_criterion: `
		resource_name^ id:int64! type:CriterionType! content_label.type:ContentLabelType placement.url youtube_video.video_id youtube_channel.channel_id
		negative_keyword_list.shared_set`,
	segments: `
		ad_network_type:AdNetworkType conversion_action conversion_action_category:ConversionActionCategory conversion_action_name date:date
		day_of_week:DayOfWeek device:Device hour:int32 keyword.ad_group_criterion keyword.info.text keyword.info.match_type:KeywordMatchType
		month:date month_of_year:MonthOfYear quarter:date search_term_match_type:SearchTermMatchType week:date year:int32`,
	metrics: `
		all_conversions_from_interactions_rate:double all_conversions_value:double all_conversions:double average_cost:double average_cpc:double average_cpm:double
		trueview_average_cpv:double clicks:int64 conversions_from_interactions_rate:double conversions_value:double conversions_value_per_cost:double conversions:double
		cost_micros:int64 cost_per_all_conversions:double cost_per_conversion:double ctr:double engagements:int64 impressions:int64 interaction_rate:double interactions:int64
		phone_calls:int64 search_budget_lost_impression_share:double search_impression_share:double search_rank_lost_impression_share:double value_per_all_conversions:double
		value_per_conversion:double video_quartile_p100_rate:double video_quartile_p25_rate:double video_quartile_p50_rate:double video_quartile_p75_rate:double
		video_trueview_view_rate:double video_trueview_views:int64 view_through_conversions:int64`,
} as const;

import { words } from '../words';

/** Fields of a report that exist at Meta; the sandbox leaves those out that its florist has nothing to say of. https://developers.facebook.com/docs/marketing-api/reference/adgroup/insights */
export const insightFields = new Set(
	words(`
		account_currency account_id account_name action_values actions ad_click_actions ad_id ad_impression_actions ad_name adset_end adset_id
		adset_name adset_start attribution_setting auction_bid auction_competitiveness auction_max_competitor_bid
		average_purchases_conversion_value buying_type campaign_id campaign_name canvas_avg_view_percent canvas_avg_view_time
		catalog_segment_actions catalog_segment_value clicks conversion_rate_ranking conversion_values conversions cost_per_action_type
		cost_per_ad_click cost_per_conversion cost_per_inline_link_click cost_per_inline_post_engagement cost_per_outbound_click
		cost_per_result cost_per_thruplay cost_per_unique_action_type cost_per_unique_click cpc cpm cpp created_time creative_media_type ctr
		date_start date_stop engagement_rate_ranking estimated_ad_recall_rate estimated_ad_recallers frequency full_view_impressions
		full_view_reach gender_targeting inline_link_click_ctr inline_link_clicks inline_post_engagement instagram_profile_visits impressions
		labels landing_page_view_per_link_click location mobile_app_purchase_roas objective objective_results optimization_goal
		outbound_clicks outbound_clicks_ctr place_page_name product_views purchase_roas quality_ranking reach result_rate results
		shops_assisted_purchases social_spend spend unique_actions unique_clicks unique_ctr unique_inline_link_clicks updated_time
		video_30_sec_watched_actions video_avg_time_watched_actions video_p100_watched_actions video_p25_watched_actions
		video_p50_watched_actions video_p75_watched_actions video_p95_watched_actions video_play_actions video_thruplay_watched_actions
		website_ctr website_purchase_roas
	`),
);

/** Value → its share of what an ad delivers. */
type Shares = readonly (readonly [value: string, share: number])[];

const hours: Shares = Array.from({ length: 24 }, (_, hour) => {
	const two = String(hour).padStart(2, '0');
	return [`${two}:00:00 - ${two}:59:59`, 1 / 24] as const;
});

/** What rows may be divided by. */
export const breakdownShares: Readonly<Record<string, Shares>> = {
	age: [['18-24', 0.12], ['25-34', 0.31], ['35-44', 0.26], ['45-54', 0.17], ['55-64', 0.09], ['65+', 0.05]],
	gender: [['female', 0.68], ['male', 0.29], ['unknown', 0.03]],
	country: [['BE', 0.08], ['CH', 0.04], ['FR', 0.88]],
	region: [['Bretagne', 0.3], ['Pays de la Loire', 0.7]],
	publisher_platform: [['facebook', 0.45], ['instagram', 0.55]],
	platform_position: [['feed', 0.6], ['story', 0.4]],
	device_platform: [['desktop', 0.15], ['mobile', 0.85]],
	impression_device: [['android_smartphone', 0.45], ['desktop', 0.15], ['iphone', 0.4]],
	product_id: [['1001, Bouquet de saison', 0.75], ['1002, Bon cadeau', 0.25]],
	dma: [['unknown', 1]],
	hourly_stats_aggregated_by_advertiser_time_zone: hours,
	hourly_stats_aggregated_by_audience_time_zone: hours,
};

export const actionBreakdowns = words(`
	action_canvas_component_name action_carousel_card_id action_carousel_card_name action_destination action_device action_reaction
	action_target_id action_type action_video_sound action_video_type conversion_destination is_business_ai_assisted matched_persona_id
	matched_persona_name signal_source_bucket standard_event_content_type
`);

export const attributionWindows = ['1d_click', '7d_click', '28d_click', '1d_view', '1d_ev'] as const;
export type AttributionWindow = (typeof attributionWindows)[number];

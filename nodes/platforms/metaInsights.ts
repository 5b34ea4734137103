import type { Failure } from '../core/errors';

/**
 * What Meta’s ad reports take and how they answer, beside metaAds.ts.
 * https://developers.facebook.com/docs/marketing-api/insights
 */
export const metaInsights = {
	/** Rows of one page, as Meta’s guide takes them. */
	pageSize: 500,
	/** From the whole down to its parts. */
	levels: [
		{ name: 'Ad Account', value: 'account' },
		{ name: 'Campaign', value: 'campaign' },
		{ name: 'Ad Set', value: 'adset' },
		{ name: 'Ad', value: 'ad' },
	],
	/** In the account's time zone; those without “to Today” end yesterday, and “Maximum” begins where Meta has anything. */
	presets: [
		{ name: 'Last 14 Days', value: 'last_14d' },
		{ name: 'Last 28 Days', value: 'last_28d' },
		{ name: 'Last 3 Days', value: 'last_3d' },
		{ name: 'Last 30 Days', value: 'last_30d' },
		{ name: 'Last 7 Days', value: 'last_7d' },
		{ name: 'Last 90 Days', value: 'last_90d' },
		{ name: 'Last Month', value: 'last_month' },
		{ name: 'Last Quarter', value: 'last_quarter' },
		{ name: 'Last Week (Monday to Sunday)', value: 'last_week_mon_sun' },
		{ name: 'Last Week (Sunday to Saturday)', value: 'last_week_sun_sat' },
		{ name: 'Last Year', value: 'last_year' },
		{ name: 'Maximum', value: 'maximum' },
		{ name: 'This Month', value: 'this_month' },
		{ name: 'This Quarter', value: 'this_quarter' },
		{ name: 'This Week (Monday to Today)', value: 'this_week_mon_today' },
		{ name: 'This Week (Sunday to Today)', value: 'this_week_sun_today' },
		{ name: 'This Year', value: 'this_year' },
		{ name: 'Today', value: 'today' },
		{ name: 'Yesterday', value: 'yesterday' },
	],
	/** Days that one row may sum up, unless it is a month or the whole span. */
	increment: { least: 1, most: 90 },
	breakdowns: [
		{ name: 'Age', value: 'age' },
		{ name: 'Country', value: 'country' },
		{ name: 'Device Platform', value: 'device_platform' },
		{ name: 'Gender', value: 'gender' },
		{ name: 'Hour (Account Time Zone)', value: 'hourly_stats_aggregated_by_advertiser_time_zone' },
		{ name: 'Impression Device', value: 'impression_device' },
		{ name: 'Platform Position', value: 'platform_position' },
		{ name: 'Product ID', value: 'product_id' },
		{ name: 'Publisher Platform', value: 'publisher_platform' },
		{ name: 'Region', value: 'region' },
	],
	actionBreakdowns: [
		{ name: 'Carousel Card', value: 'action_carousel_card_id' },
		{ name: 'Conversion Destination', value: 'conversion_destination' },
		{ name: 'Destination', value: 'action_destination' },
		{ name: 'Device', value: 'action_device' },
		{ name: 'Reaction', value: 'action_reaction' },
		{ name: 'Target', value: 'action_target_id' },
		{ name: 'Video Sound', value: 'action_video_sound' },
		{ name: 'Video Type', value: 'action_video_type' },
	],
	/** Of one kind (click, view, engaged view), a longer window holds the shorter ones: the longest comes first. */
	windows: [
		{ name: '28 Days After a Click', value: '28d_click', kind: 'click' },
		{ name: '7 Days After a Click', value: '7d_click', kind: 'click' },
		{ name: '1 Day After a Click', value: '1d_click', kind: 'click' },
		{ name: '1 Day After a View', value: '1d_view', kind: 'view' },
		{ name: '1 Day After an Engaged View', value: '1d_ev', kind: 'engaged' },
	],
	/**
	 * Kinds of conversions, each with the action types that count it. The same purchase stands under several of them (the pixel's is
	 * also among all purchases), so the first that a row has counts, and never two. https://developers.facebook.com/docs/marketing-api/reference/ads-action-stats
	 */
	conversions: {
		purchase: ['omni_purchase', 'purchase', 'onsite_web_app_purchase', 'offsite_conversion.fb_pixel_purchase', 'onsite_web_purchase', 'app_custom_event.fb_mobile_purchase', 'onsite_conversion.purchase', 'web_in_store_purchase'],
		lead: ['lead', 'offsite_conversion.fb_pixel_lead', 'onsite_conversion.lead_grouped', 'leadgen_grouped', 'onsite_web_lead'],
		registration: ['omni_complete_registration', 'complete_registration', 'offsite_conversion.fb_pixel_complete_registration', 'app_custom_event.fb_mobile_complete_registration'],
		addToCart: ['omni_add_to_cart', 'add_to_cart', 'offsite_conversion.fb_pixel_add_to_cart', 'app_custom_event.fb_mobile_add_to_cart', 'onsite_conversion.add_to_cart'],
		checkout: ['omni_initiated_checkout', 'initiate_checkout', 'offsite_conversion.fb_pixel_initiate_checkout', 'app_custom_event.fb_mobile_initiated_checkout'],
		contact: ['contact_total', 'contact_website', 'offsite_conversion.fb_pixel_custom.contact'],
		conversation: ['onsite_conversion.messaging_conversation_started_7d'],
		landingPageView: ['landing_page_view', 'omni_landing_page_view'],
		linkClick: ['link_click'],
	},
	/** What rows may be left out by without reading them: the same for every day, so that a span may be read day by day. */
	constantFilters: /\.(id|name|effective_status|delivery_info|objective|buying_type)$/,
	/** https://developers.facebook.com/docs/marketing-api/insights/best-practices#asynchronous: its states, and milliseconds. */
	report: { done: 'Job Completed', ended: ['Job Failed', 'Job Skipped'], every: 2_000, atMost: 60 * 60_000 },
} as const;

/** More data, or more time, than Meta gives one call. https://developers.facebook.com/docs/marketing-api/insights/error-codes */
const TOO_MUCH = ['100/1487534', '100/1504018', '2/1504018', '2/1504038', '-3/1504045'];

/** Meta also says so under the code of an unknown error, in words only. */
export const isTooMuch = ({ code = '', message }: Failure) => TOO_MUCH.includes(code) || (/^1(\/99)?$/.test(code) && /reduce the amount of data/i.test(message));

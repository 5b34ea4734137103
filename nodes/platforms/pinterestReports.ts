/** Columns that tell what a row is about, by level, and how Pinterest calls the level in a report. */
const campaign = ['CAMPAIGN_ID', 'CAMPAIGN_NAME'] as const;
const adGroup = [...campaign, 'AD_GROUP_ID', 'AD_GROUP_NAME'] as const;

/** https://developers.pinterest.com/docs/api/v5/campaigns-analytics and https://developers.pinterest.com/docs/api/v5/analytics-create_report */
export const pinterestReports = {
	levels: {
		account: { path: '', level: 'ADVERTISER', id: 'AD_ACCOUNT_ID', columns: [], status: [] },
		campaign: { path: '/campaigns', level: 'CAMPAIGN', id: 'CAMPAIGN_ID', columns: campaign, status: ['CAMPAIGN_STATUS'] },
		adGroup: { path: '/ad_groups', level: 'AD_GROUP', id: 'AD_GROUP_ID', columns: adGroup, status: ['AD_GROUP_STATUS'] },
		ad: { path: '/ads', level: 'PIN_PROMOTION', id: 'AD_ID', columns: [...adGroup, 'AD_ID', 'AD_NAME'], status: ['AD_STATUS'] },
	},
	units: { day: 'DAY', week: 'WEEK', month: 'MONTH', whole: 'TOTAL' },
	/** What every row has. `_1` and PAID is what was paid for; what people passed on to others is in the totals. */
	measures: { spend: 'SPEND_IN_MICRO_DOLLAR', impressions: 'PAID_IMPRESSION', clicks: 'CLICKTHROUGH_1' },
	/** What a conversion is, and the column of its value where there is one. */
	conversions: [
		{ name: 'All', value: 'TOTAL_CONVERSIONS', worth: undefined },
		{ name: 'Checkouts', value: 'TOTAL_CHECKOUT', worth: 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR' },
		{ name: 'Custom Events', value: 'TOTAL_CUSTOM', worth: 'TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR' },
		{ name: 'Leads', value: 'TOTAL_LEAD', worth: undefined },
		{ name: 'Page Visits', value: 'TOTAL_PAGE_VISIT', worth: undefined },
		{ name: 'Sign-Ups', value: 'TOTAL_SIGNUP', worth: 'TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR' },
	],
	/** Beside those that every row has. */
	metrics: [
		{ name: 'All Conversions', value: 'TOTAL_CONVERSIONS' },
		{ name: 'Checkout Value', value: 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR' },
		{ name: 'Checkouts', value: 'TOTAL_CHECKOUT' },
		{ name: 'Checkouts After a Click', value: 'TOTAL_CLICK_CHECKOUT' },
		{ name: 'Checkouts After a View', value: 'TOTAL_VIEW_CHECKOUT' },
		{ name: 'Click-Through Rate', value: 'CTR' },
		{ name: 'Cost per Click', value: 'CPC_IN_MICRO_DOLLAR' },
		{ name: 'Cost per Mille', value: 'CPM_IN_MICRO_DOLLAR' },
		{ name: 'Engagement Rate', value: 'ENGAGEMENT_RATE' },
		{ name: 'Engagements', value: 'ENGAGEMENT_1' },
		{ name: 'Engagements in All', value: 'TOTAL_ENGAGEMENT' },
		{ name: 'Frequency', value: 'TOTAL_IMPRESSION_FREQUENCY' },
		{ name: 'Impressions in All', value: 'TOTAL_IMPRESSION' },
		{ name: 'Leads of Lead Forms', value: 'LEADS' },
		{ name: 'Outbound Clicks', value: 'OUTBOUND_CLICK_1' },
		{ name: 'Page Visits', value: 'TOTAL_PAGE_VISIT' },
		{ name: 'People Reached', value: 'TOTAL_IMPRESSION_USER' },
		{ name: 'Pin Clicks in All', value: 'TOTAL_CLICKTHROUGH' },
		{ name: 'Return on Ad Spend of Checkouts', value: 'CHECKOUT_ROAS' },
		{ name: 'Saves', value: 'REPIN_1' },
		{ name: 'Video Views', value: 'TOTAL_VIDEO_MRC_VIEWS' },
	],
	/** Amounts in millionths of the account's currency, whatever the currency. */
	micros: '_IN_MICRO_DOLLAR',
	/** Days in which a conversion still counts for an ad, and Pinterest's own choice. */
	windows: [0, 1, 7, 14, 30, 60],
	window: { click: 30, engagement: 30, view: 1 },
	/** Days back from today in UTC, and days of one call. */
	direct: { back: 90, range: 90 },
	prepared: { back: 914, range: 186 },
	/** All days are Pinterest's. */
	timeZone: 'UTC',
	/** How often to ask for a report, in ms. Its link is good for five minutes, the report itself for an hour. */
	every: 2_000,
	/** Bytes of the largest report: beyond, it would not fit in memory. */
	most: 256 * 1024 * 1024,
} as const;

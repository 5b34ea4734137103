/** What each row of a report may be about: the resource that is asked, and its fields. https://developers.google.com/google-ads/api/fields/v25/overview */
const campaign = ['campaign.id', 'campaign.name'] as const;
const adGroup = [...campaign, 'ad_group.id', 'ad_group.name'] as const;

export const googleAdsReports = {
	levels: {
		account: { resource: 'customer', status: 'customer.status', fields: [] },
		campaign: { resource: 'campaign', status: 'campaign.status', fields: campaign },
		adGroup: { resource: 'ad_group', status: 'ad_group.status', fields: adGroup },
		ad: { resource: 'ad_group_ad', status: 'ad_group_ad.status', fields: [...adGroup, 'ad_group_ad.ad.id', 'ad_group_ad.ad.name'] },
		keyword: { resource: 'keyword_view', status: 'ad_group_criterion.status', fields: [...adGroup, 'ad_group_criterion.criterion_id', 'ad_group_criterion.keyword.text', 'ad_group_criterion.keyword.match_type'] },
		searchTerm: { resource: 'search_term_view', status: 'search_term_view.status', fields: [...adGroup, 'search_term_view.search_term'] },
		asset: {
			resource: 'ad_group_ad_asset_view',
			status: 'ad_group_ad.status',
			fields: [...adGroup, 'ad_group_ad.ad.id', 'ad_group_ad.ad.name', 'asset.id', 'asset.name', 'asset.type', 'asset.text_asset.text', 'ad_group_ad_asset_view.field_type'],
		},
	},
	/** What every row has. */
	measures: ['metrics.cost_micros', 'metrics.impressions', 'metrics.clicks', 'metrics.conversions', 'metrics.conversions_value'],
	/** How much time a row may sum up. */
	units: { day: 'segments.date', week: 'segments.week', month: 'segments.month', quarter: 'segments.quarter' },
	/** `except`: levels that have no such segment. */
	breakdowns: [
		{ name: 'Day of the Week', value: 'day_of_week', except: [] },
		{ name: 'Device', value: 'device', except: [] },
		{ name: 'Hour', value: 'hour', except: ['ad', 'keyword', 'searchTerm', 'asset'] },
		{ name: 'Network', value: 'ad_network_type', except: [] },
		{ name: 'Search Term Match Type', value: 'search_term_match_type', except: ['account', 'campaign', 'adGroup', 'ad', 'keyword', 'asset'] },
	],
	/** Beside those that every row has. `micros`: they are amounts. */
	metrics: [
		{ name: 'All Conversions', value: 'all_conversions', micros: false, except: [] },
		{ name: 'All Conversions Value', value: 'all_conversions_value', micros: false, except: [] },
		{ name: 'Average CPC', value: 'average_cpc', micros: true, except: [] },
		{ name: 'Average CPM', value: 'average_cpm', micros: true, except: [] },
		{ name: 'Click-Through Rate', value: 'ctr', micros: false, except: [] },
		{ name: 'Conversion Rate', value: 'conversions_from_interactions_rate', micros: false, except: [] },
		{ name: 'Cost per Conversion', value: 'cost_per_conversion', micros: true, except: [] },
		{ name: 'Engagements', value: 'engagements', micros: false, except: [] },
		{ name: 'Impression Share Lost to Budget', value: 'search_budget_lost_impression_share', micros: false, except: ['adGroup', 'ad', 'keyword', 'searchTerm', 'asset'] },
		{ name: 'Impression Share Lost to Rank', value: 'search_rank_lost_impression_share', micros: false, except: ['ad', 'searchTerm', 'asset'] },
		{ name: 'Interactions', value: 'interactions', micros: false, except: [] },
		{ name: 'Search Impression Share', value: 'search_impression_share', micros: false, except: ['ad', 'searchTerm', 'asset'] },
		{ name: 'Value per Conversion', value: 'value_per_conversion', micros: false, except: [] },
		{ name: 'Video Views (TrueView)', value: 'video_trueview_views', micros: false, except: [] },
		{ name: 'View-Through Conversions', value: 'view_through_conversions', micros: false, except: [] },
	],
	/** Rows of a page. https://developers.google.com/google-ads/api/docs/reporting/paging */
	pageSize: 10_000,
	/** A report of more than `cutFrom` pages is cut into at most so many spans, which are read at the same time: each is one operation of the day's allowance. */
	spans: 16,
	cutFrom: 3,
	/** Queries of one account that are under way at the same time. Google does not publish how many it takes, and says so when it is too many. */
	atOnce: 16,
	/** How it says so. */
	crowded: 'quotaError.RESOURCE_TEMPORARILY_EXHAUSTED',
	/** Hours, days and weeks are kept so many months, others so many years. https://developers.google.com/google-ads/api/docs/sunset-dates */
	kept: { months: 37, years: 11 },
} as const;

/** What can stand after FROM: the resources whose fields may be selected with it, and how it is measured. */
export interface View {
	/** Beside itself. */
	joins: readonly string[];
	/** Not measured: neither metrics nor segments. */
	measured: boolean;
	/** Metrics that exist for it of those that not every measured resource has. */
	shares?: readonly ('search_impression_share' | 'search_rank_lost_impression_share' | 'search_budget_lost_impression_share')[];
	/** Segments that only some have. */
	segments?: readonly string[];
}

const rank = ['search_impression_share', 'search_rank_lost_impression_share'] as const;
const budgetToo = [...rank, 'search_budget_lost_impression_share'] as const;
const plain = (...joins: string[]): View => ({ joins, measured: false });
const keywordSegments = ['keyword.ad_group_criterion', 'keyword.info.text', 'keyword.info.match_type'];

/** https://developers.google.com/google-ads/api/fields/v25/overview */
export const views: Readonly<Record<string, View>> = {
	customer: { joins: [], measured: true, shares: budgetToo },
	customer_client: plain('customer'),
	campaign: { joins: ['customer', 'campaign_budget'], measured: true, shares: budgetToo },
	campaign_budget: { joins: ['customer'], measured: true },
	ad_group: { joins: ['customer', 'campaign'], measured: true, shares: rank },
	ad_group_ad: { joins: ['customer', 'campaign', 'ad_group'], measured: true },
	ad_group_criterion: plain('customer', 'campaign', 'ad_group'),
	keyword_view: { joins: ['customer', 'campaign', 'ad_group', 'ad_group_criterion'], measured: true, shares: rank },
	search_term_view: { joins: ['customer', 'campaign', 'ad_group'], measured: true, segments: ['search_term_match_type', ...keywordSegments] },
	ad_group_ad_asset_view: { joins: ['customer', 'campaign', 'ad_group', 'ad_group_ad', 'asset'], measured: true },
	campaign_criterion: plain('customer', 'campaign'),
	asset: plain('customer'),
	recommendation: plain('customer', 'campaign', 'campaign_budget', 'ad_group'),
	change_event: plain('customer', 'campaign', 'ad_group', 'asset'),
	conversion_action: plain('customer'),
	user_list: plain('customer'),
	label: plain('customer'),
	shared_set: plain('customer'),
	shared_criterion: plain('customer', 'shared_set'),
	campaign_shared_set: plain('customer', 'campaign', 'shared_set'),
	customer_negative_criterion: plain('customer'),
};

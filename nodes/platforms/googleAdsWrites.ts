/** What the Google Ads API takes when something is created or changed; its kinds of bidding, and where each keeps its target. */
export const googleAdsWrites = {
	/** Changes in one request. The API takes 10,000; fewer keep a request short. https://developers.google.com/google-ads/api/docs/best-practices/quotas */
	perCall: 1_000,
	/** https://developers.google.com/google-ads/api/reference/rpc/v25/KeywordInfo */
	keyword: { characters: 80, words: 10 },
	/** Those of budgets are counted in bytes of UTF-8. https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignBudget */
	name: { characters: 255, budgetBytes: 255 },
	/** https://support.google.com/google-ads/answer/7684791 */
	responsiveSearchAd: {
		headlines: { least: 3, most: 15, characters: 30 },
		descriptions: { least: 2, most: 4, characters: 90 },
		path: { characters: 15 },
		url: { characters: 2_048 },
	},
	/** https://developers.google.com/google-ads/api/reference/rpc/v25/TargetRoas */
	roas: { least: 0.01, most: 1_000 },
	/** Kinds of bidding under which the bids of ad groups and keywords count. https://developers.google.com/google-ads/api/docs/campaigns/bidding/assign-strategies */
	manualBidding: ['MANUAL_CPC', 'ENHANCED_CPC'],
	/** Where a campaign keeps its target, by its kind of bidding. https://developers.google.com/google-ads/api/reference/rpc/v25/Campaign */
	targets: {
		targetCpa: { MAXIMIZE_CONVERSIONS: 'maximizeConversions.targetCpaMicros', TARGET_CPA: 'targetCpa.targetCpaMicros' },
		targetRoas: { MAXIMIZE_CONVERSION_VALUE: 'maximizeConversionValue.targetRoas', TARGET_ROAS: 'targetRoas.targetRoas' },
		maximumCpc: { TARGET_SPEND: 'targetSpend.cpcBidCeilingMicros' },
	},
	/** The targets of an ad group count under these. https://developers.google.com/google-ads/api/reference/rpc/v25/AdGroup */
	adGroupTargets: {
		targetCpa: ['MAXIMIZE_CONVERSIONS', 'TARGET_CPA'],
		targetRoas: ['MAXIMIZE_CONVERSION_VALUE', 'TARGET_ROAS'],
	},
} as const;

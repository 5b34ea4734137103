import { refused } from '../../../core/errors';
import { customerIdOf } from '../customer';

const keyword = 'resource_name criterion_id type negative keyword.text keyword.match_type';

/** What is alike in the objects of an account, by kind. Fields are GAQL's, those of the object itself without its name before them. */
export const kinds = {
	campaign: {
		label: 'Campaign',
		collection: 'campaigns',
		table: 'campaign',
		operation: 'campaignOperation',
		fields: `resource_name id name status primary_status primary_status_reasons serving_status advertising_channel_type bidding_strategy_type bidding_strategy
			start_date_time end_date_time optimization_score contains_eu_political_advertising network_settings.target_search_network
			network_settings.target_content_network maximize_conversions.target_cpa_micros target_cpa.target_cpa_micros
			maximize_conversion_value.target_roas target_roas.target_roas target_spend.cpc_bid_ceiling_micros`,
		beside: 'campaign_budget.id campaign_budget.name campaign_budget.amount_micros campaign_budget.explicitly_shared',
	},
	budget: {
		label: 'Budget',
		collection: 'campaignBudgets',
		table: 'campaign_budget',
		operation: 'campaignBudgetOperation',
		fields: `resource_name id name status amount_micros total_amount_micros period delivery_method explicitly_shared reference_count
			has_recommended_budget recommended_budget_amount_micros`,
	},
	adGroup: {
		label: 'Ad Group',
		collection: 'adGroups',
		table: 'ad_group',
		operation: 'adGroupOperation',
		fields: 'resource_name id name status primary_status primary_status_reasons type cpc_bid_micros effective_cpc_bid_micros target_cpa_micros target_roas',
		beside: 'campaign.id campaign.name campaign.status campaign.bidding_strategy_type',
	},
	keyword: {
		label: 'Keyword',
		collection: 'adGroupCriteria',
		table: 'ad_group_criterion',
		operation: 'adGroupCriterionOperation',
		fields: `${keyword} status primary_status primary_status_reasons approval_status cpc_bid_micros effective_cpc_bid_micros final_urls
			quality_info.quality_score position_estimates.first_page_cpc_micros position_estimates.top_of_page_cpc_micros`,
		beside: 'ad_group.id ad_group.name ad_group.status campaign.id campaign.name campaign.bidding_strategy_type',
		only: "ad_group_criterion.type = 'KEYWORD' AND ad_group_criterion.negative = FALSE",
		within: 'ad group',
	},
	adGroupNegative: {
		label: 'Negative Keyword',
		collection: 'adGroupCriteria',
		table: 'ad_group_criterion',
		operation: 'adGroupCriterionOperation',
		fields: `${keyword} status`,
		beside: 'ad_group.id ad_group.name campaign.id campaign.name',
		only: "ad_group_criterion.type = 'KEYWORD' AND ad_group_criterion.negative = TRUE",
		within: 'ad group',
	},
	campaignNegative: {
		label: 'Negative Keyword',
		collection: 'campaignCriteria',
		table: 'campaign_criterion',
		operation: 'campaignCriterionOperation',
		fields: `${keyword} status`,
		beside: 'campaign.id campaign.name',
		only: "campaign_criterion.type = 'KEYWORD' AND campaign_criterion.negative = TRUE",
		within: 'campaign',
	},
	listNegative: {
		label: 'Negative Keyword',
		collection: 'sharedCriteria',
		table: 'shared_criterion',
		operation: 'sharedCriterionOperation',
		fields: 'resource_name criterion_id type keyword.text keyword.match_type',
		beside: 'shared_set.id shared_set.name',
		only: "shared_criterion.type = 'KEYWORD'",
		within: 'list',
	},
	ad: {
		label: 'Ad',
		collection: 'adGroupAds',
		table: 'ad_group_ad',
		operation: 'adGroupAdOperation',
		fields: `resource_name status primary_status primary_status_reasons ad.resource_name ad.id ad.type ad.final_urls ad.responsive_search_ad.headlines
			ad.responsive_search_ad.descriptions ad.responsive_search_ad.path1 ad.responsive_search_ad.path2 ad_strength policy_summary.approval_status
			policy_summary.review_status`,
		beside: 'ad_group.id ad_group.name campaign.id campaign.name',
		within: 'ad group',
	},
} as const satisfies Record<string, KindFacts>;

interface KindFacts {
	/** As the panel calls it. */
	label: string;
	/** In resource names and paths: `customers/1/campaigns/2`. */
	collection: string;
	/** In GAQL. */
	table: string;
	/** In a mutate of several kinds. */
	operation: string;
	fields: string;
	/** Fields of what it belongs to. */
	beside?: string;
	/** Others that share its table are left out. */
	only?: string;
	/** What its ID begins with, before a `~`. */
	within?: string;
}

export type Kind = keyof typeof kinds;

export const factsOf = (kind: Kind): KindFacts => kinds[kind];

/** Small, for sentences: `ad group`. */
export const nounOf = (kind: Kind): string => kinds[kind].label.toLowerCase();

/** `customers/1/adGroupCriteria/2~3` → `2~3` */
export const idIn = (resourceName: unknown): string => String(resourceName ?? '').split('/').pop() ?? '';

/** The resource name of what a person named by it or by its ID; refused where it is of another kind or account. */
export function nameOf(kind: Kind, customer: string, text: unknown, field = factsOf(kind).label): string {
	const { collection, within } = factsOf(kind);
	const account = customerIdOf(customer);
	const given = String(text ?? '').trim();
	const [, owner = account, found = collection, id = given] = /^customers\/(\d+)\/(\w+)\/(.+)$/.exec(given) ?? [];
	if (owner !== account) throw refused(field, `“${given}” is in account ${owner}, not in ${account}.`, 'Choose the account that it is in.');
	if (found !== collection) throw refused(field, `“${given}” is not the resource name of a ${nounOf(kind)}.`, `Give one that begins with customers/${account}/${collection}/.`);
	if ((within ? /^\d+~\d+$/ : /^\d+$/).test(id)) return `customers/${account}/${collection}/${id}`;
	const wanted = within ? `Give the IDs of its ${within} and its own with a ~ between them, such as 123~456, or its resource name.` : 'Give a number, or its resource name.';
	throw refused(field, given === '' ? 'is empty.' : `“${given}” is not the ID of a ${nounOf(kind)}.`, wanted);
}

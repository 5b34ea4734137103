import { Connection, Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import type { Meta } from '../state';
import { accountOf } from './accounts';
import { copiesOf, copyCampaign } from './copies';
import { insightsHandlers } from './insights';
import type { AdAccount, Campaign } from './model';
import { budgetClash, checkAmounts, readBudgets, refusal } from './money';
import { deliveredFields, isValidation, keptValues, listed, readStatus, setStatus } from './status';

const objectives = [
	...(['OUTCOME_AWARENESS', 'OUTCOME_TRAFFIC', 'OUTCOME_ENGAGEMENT', 'OUTCOME_LEADS', 'OUTCOME_APP_PROMOTION', 'OUTCOME_SALES'] as const),
];
const categories = ['NONE', 'EMPLOYMENT', 'HOUSING', 'CREDIT', 'FINANCIAL_PRODUCTS_SERVICES', 'ISSUES_ELECTIONS_POLITICS', 'ONLINE_GAMBLING_AND_GAMING'];
const strategies = ['LOWEST_COST_WITHOUT_CAP', 'LOWEST_COST_WITH_BID_CAP', 'COST_CAP', 'LOWEST_COST_WITH_MIN_ROAS'] as const;

const kept = [
	...['buying_type', 'bid_strategy', 'spend_cap', 'start_time', 'stop_time', 'special_ad_category_country', 'promoted_object'],
	...['is_adset_budget_sharing_enabled', 'adlabels', 'pacing_type', 'topline_id', 'is_skadnetwork_attribution', 'smart_promotion_type'],
];

export const hasBudget = ({ values }: Campaign): boolean => values.daily_budget !== undefined || values.lifetime_budget !== undefined;

function readCategories({ params }: Call): string[] | undefined {
	const given = params.texts('special_ad_categories');
	const unknown = given?.find((one) => !categories.includes(one));
	if (unknown !== undefined) throw invalid(`Param special_ad_categories[0] must be one of {${categories.join(', ')}} - got "${unknown}"`);
	const named = given?.filter((one) => one !== 'NONE');
	if (named?.length && !params.texts('special_ad_category_country')?.length)
		throw refusal('special_ad_category_country', 1885713, 'Country is missing', 'Choose the countries of the special ad category.');
	return named;
}

/** A new budget takes the place of one of the other kind only at the same kind of level. */
function changeBudgets(campaign: Campaign, given: Record<string, string>): void {
	if (Object.keys(given).length === 0) return;
	if (hasBudget(campaign) && !Object.keys(given).some((name) => name in campaign.values))
		throw refusal('daily_budget', 1885219, 'Budget type cannot change', 'A campaign keeps the kind of budget it was made with.');
	Object.assign(campaign.values, given);
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns#Creating */
export const createCampaign: Handler<AdAccount> = (account, call, meta) => {
	const { params } = call;
	const name = params.required('name');
	const objective = params.oneOf('objective', objectives);
	if (objective === undefined) throw invalid('The parameter objective is required');
	const special = readCategories(call);
	if (special === undefined) throw invalid('The parameter special_ad_categories is required');
	params.oneOf('bid_strategy', strategies);
	params.oneOf('buying_type', ['AUCTION', 'RESERVED']);
	checkAmounts(params);
	const budgets = readBudgets(params, account);
	if (Object.keys(budgets).length === 0 && params.flag('is_adset_budget_sharing_enabled') === undefined) {
		throw refusal(
			'is_adset_budget_sharing_enabled',
			4834011,
			'Must Specify True or False in is_adset_budget_sharing_enabled Field',
			'Must specify True or False in is_adset_budget_sharing_enabled field if you are not using campaign budget.',
		);
	}
	const status = readStatus(call) ?? 'ACTIVE';
	if (status === 'ARCHIVED' || status === 'DELETED') throw invalid('Param status must be one of {ACTIVE, PAUSED} for a new campaign');
	if (isValidation(call)) return { success: true };
	const values = { buying_type: 'AUCTION', ...keptValues(call, meta, kept), objective, special_ad_categories: special, ...budgets };
	const id = meta.newId('campaign');
	return new Created(meta.keep<Campaign>({ type: 'Campaign', id, accountId: account.accountId, name, status, values, createdAt: meta.now, updatedAt: meta.now }));
};

export const describeCampaign: Describe<Campaign> = (campaign, meta) => {
	const { values } = campaign;
	const budget = values.daily_budget ?? values.lifetime_budget;
	return {
		label: 'AdCampaignGroup',
		defaults: ['id'],
		fields: {
			...(hasBudget(campaign) && { daily_budget: () => '0', lifetime_budget: () => '0' }),
			...deliveredFields(campaign, meta),
			budget_remaining: () => budget ?? '0',
			is_adset_budget_sharing_enabled: () => values.is_adset_budget_sharing_enabled === true || values.is_adset_budget_sharing_enabled === 'true',
		},
	};
};

function updateCampaign(campaign: Campaign, call: Call, meta: Meta): { success: true } {
	const { params } = call;
	const account = accountOf(campaign, meta);
	const budgets = readBudgets(params, account);
	const children = meta.all('AdSet').filter(({ campaignId, status, values }) => campaignId === campaign.id && status !== 'DELETED' && ('daily_budget' in values || 'lifetime_budget' in values));
	if (Object.keys(budgets).length > 0 && !hasBudget(campaign) && children.length > 0)
		throw budgetClash('The ad sets of this campaign have budgets of their own.');
	params.oneOf('bid_strategy', strategies);
	params.oneOf('objective', objectives);
	checkAmounts(params);
	const special = readCategories(call);
	const status = readStatus(call);
	const trial = { ...campaign };
	if (status) setStatus(trial, status);
	else setStatus(trial, campaign.status === 'ARCHIVED' && params.names().every((name) => /^(name|access_token|appsecret_proof)$/.test(name)) ? 'ARCHIVED' : campaign.status);
	if (isValidation(call)) return { success: true };
	changeBudgets(campaign, budgets);
	if (status) campaign.status = status;
	campaign.name = params.text('name') ?? campaign.name;
	Object.assign(campaign.values, keptValues(call, meta, [...kept, 'objective']), special && { special_ad_categories: special });
	campaign.updatedAt = meta.now;
	return { success: true };
}

const below = (campaign: Campaign, meta: Meta) => meta.all('AdSet').filter(({ campaignId }) => campaignId === campaign.id);

export const campaignEdges: Edges<'Campaign', Handler<Campaign>> = {
	...insightsHandlers,
	GET: (campaign) => new Ref(campaign),
	POST: updateCampaign,
	DELETE: (campaign, _call, meta) => {
		setStatus(campaign, 'DELETED');
		campaign.updatedAt = meta.now;
		return { success: true };
	},
	'GET adsets': (campaign, call, meta) => new Connection(`${campaign.id}/adsets`, listed(below(campaign, meta), call, meta)),
	'GET ads': (campaign, call, meta) => {
		const sets = new Set(below(campaign, meta).map(({ id }) => id));
		const ads = meta.all('Ad').filter(({ adSetId }) => sets.has(adSetId));
		return new Connection(`${campaign.id}/ads`, listed(ads, call, meta));
	},
	'GET copies': copiesOf,
	'POST copies': copyCampaign,
};

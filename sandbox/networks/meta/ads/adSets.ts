import { Connection, Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import type { Meta } from '../state';
import { accountOf } from './accounts';
import { hasBudget } from './campaigns';
import { copiesOf, copyAdSet } from './copies';
import { insightsHandlers } from './insights';
import type { AdAccount, AdSet, Campaign } from './model';
import { budgetClash, checkAmounts, readBudgets, refusal } from './money';
import { deliveredFields, isValidation, keptValues, listed, readStatus, setStatus } from './status';
import { readTargeting } from './targeting';

const billings = ['APP_INSTALLS', 'CLICKS', 'IMPRESSIONS', 'LINK_CLICKS', 'LISTING_INTERACTION', 'NONE', 'OFFER_CLAIMS', 'PAGE_LIKES', 'POST_ENGAGEMENT', 'PURCHASE', 'THRUPLAY'] as const;
const goals = [
	...(['REACH', 'IMPRESSIONS', 'LINK_CLICKS', 'LANDING_PAGE_VIEWS', 'POST_ENGAGEMENT', 'THRUPLAY', 'LEAD_GENERATION', 'QUALITY_LEAD', 'OFFSITE_CONVERSIONS'] as const),
	...(['VALUE', 'CONVERSATIONS', 'APP_INSTALLS', 'AD_RECALL_LIFT', 'PAGE_LIKES', 'EVENT_RESPONSES', 'QUALITY_CALL', 'PROFILE_VISIT', 'VISIT_INSTAGRAM_PROFILE'] as const),
	...(['REMINDERS_SET', 'SUBSCRIBERS', 'ENGAGED_USERS', 'IN_APP_VALUE', 'MESSAGING_PURCHASE_CONVERSION', 'NONE'] as const),
];
const strategies = ['LOWEST_COST_WITHOUT_CAP', 'LOWEST_COST_WITH_BID_CAP', 'COST_CAP', 'LOWEST_COST_WITH_MIN_ROAS'] as const;
const capped: (string | undefined)[] = ['LOWEST_COST_WITH_BID_CAP', 'COST_CAP'];

const kept = [
	...['billing_event', 'optimization_goal', 'bid_amount', 'bid_strategy', 'start_time', 'end_time', 'destination_type', 'promoted_object', 'dsa_beneficiary', 'dsa_payor'],
	...['attribution_spec', 'frequency_control_specs', 'pacing_type', 'adset_schedule', 'daily_min_spend_target', 'daily_spend_cap', 'lifetime_min_spend_target', 'lifetime_spend_cap'],
	...['adlabels', 'bid_constraints', 'is_dynamic_creative', 'optimization_sub_event', 'value_rule_set_id', 'is_incremental_attribution_enabled'],
];

function checkBid({ params }: Call, strategy: unknown, known: unknown): void {
	if (capped.includes(typeof strategy === 'string' ? strategy : undefined) && !params.has('bid_amount') && known === undefined)
		throw refusal('bid_amount', 1815857, 'Bid Amount Required', 'Bid amount or bid constraints required for the bid strategy provided.');
}

/** What people get is counted by something: a page, a pixel, an app. */
function checkPromoted({ params }: Call, goal: string): void {
	const object = params.record('promoted_object');
	const wanted = ['OFFSITE_CONVERSIONS', 'VALUE'].includes(goal) ? 'pixel_id' : ['LEAD_GENERATION', 'QUALITY_LEAD', 'PAGE_LIKES'].includes(goal) ? 'page_id' : undefined;
	if (wanted && object?.[wanted] === undefined)
		throw refusal('promoted_object', 1885154, 'Promoted object is missing', `To optimise for ${goal}, promoted_object must name a ${wanted}.`);
}

function checkBudgetPlace(campaign: Campaign, budgets: Record<string, string>): void {
	const own = Object.keys(budgets).length > 0;
	if (own && hasBudget(campaign)) throw budgetClash('The campaign has a budget already; leave out that of the ad set.');
	if (!own && !hasBudget(campaign)) throw refusal('daily_budget', 1885316, 'Budget is missing', 'Set a budget on the ad set or on its campaign.');
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adsets#Creating */
export const createAdSet: Handler<AdAccount> = (account, call, meta) => {
	const { params } = call;
	const name = params.required('name');
	const campaign = meta.find('Campaign', params.required('campaign_id'));
	if (!campaign || campaign.accountId !== account.accountId || campaign.status === 'DELETED') throw invalid('Param campaign_id must be a campaign of this ad account', { subcode: 1885128 });
	const billing = params.oneOf('billing_event', billings);
	if (billing === undefined) throw invalid('The parameter billing_event is required');
	const goal = params.oneOf('optimization_goal', goals) ?? 'LINK_CLICKS';
	checkAmounts(params);
	const budgets = readBudgets(params, account);
	checkBudgetPlace(campaign, budgets);
	checkBid(call, params.oneOf('bid_strategy', strategies) ?? campaign.values.bid_strategy, undefined);
	if ((budgets.lifetime_budget ?? campaign.values.lifetime_budget) !== undefined && !params.has('end_time'))
		throw refusal('end_time', 1487060, 'End time is missing', 'A lifetime budget needs an end time.');
	checkPromoted(call, goal);
	const targeting = readTargeting(call, campaign);
	const status = readStatus(call) ?? 'ACTIVE';
	if (status === 'ARCHIVED' || status === 'DELETED') throw invalid('Param status must be one of {ACTIVE, PAUSED} for a new ad set');
	if (isValidation(call)) return { success: true };
	const values = { optimization_goal: goal, start_time: meta.now, ...keptValues(call, meta, kept), billing_event: billing, targeting, ...budgets };
	const id = meta.newId('adSet');
	const { accountId } = account;
	return new Created(meta.keep<AdSet>({ type: 'AdSet', id, accountId, campaignId: campaign.id, name, status, values, createdAt: meta.now, updatedAt: meta.now }));
};

const campaignOf = ({ campaignId }: AdSet, meta: Meta): Campaign => {
	const campaign = meta.find('Campaign', campaignId);
	if (!campaign) throw new Error(`The sandbox lost campaign ${campaignId}.`);
	return campaign;
};

export const describeAdSet: Describe<AdSet> = (adSet, meta) => {
	const { values } = adSet;
	return {
		label: 'AdCampaign',
		defaults: ['id'],
		fields: {
			...{ daily_budget: () => '0', lifetime_budget: () => '0' },
			...deliveredFields(adSet, meta),
			budget_remaining: () => values.daily_budget ?? values.lifetime_budget ?? '0',
			bid_amount: () => (values.bid_amount === undefined ? undefined : Number(values.bid_amount)),
			...{ campaign_id: () => adSet.campaignId, campaign: () => new Ref(campaignOf(adSet, meta)) },
			learning_stage_info: () => (adSet.status === 'ACTIVE' ? { status: 'LEARNING', conversions: 0 } : undefined),
		},
	};
};

function updateAdSet(adSet: AdSet, call: Call, meta: Meta): { success: true } {
	const { params } = call;
	const campaign = campaignOf(adSet, meta);
	const budgets = readBudgets(params, accountOf(adSet, meta));
	if (Object.keys(budgets).length > 0) {
		checkBudgetPlace(campaign, budgets);
		if (!Object.keys(budgets).some((name) => name in adSet.values))
			throw refusal('daily_budget', 1885219, 'Budget type cannot change', 'An ad set keeps the kind of budget it was made with.');
	}
	checkBid(call, params.oneOf('bid_strategy', strategies), adSet.values.bid_amount);
	params.oneOf('billing_event', billings);
	params.oneOf('optimization_goal', goals);
	checkAmounts(params);
	const targeting = params.has('targeting') ? readTargeting(call, campaign, adSet.values) : undefined;
	const status = readStatus(call);
	setStatus({ ...adSet }, status ?? adSet.status);
	if (isValidation(call)) return { success: true };
	if (status) adSet.status = status;
	adSet.name = params.text('name') ?? adSet.name;
	Object.assign(adSet.values, keptValues(call, meta, kept), targeting && { targeting }, budgets);
	adSet.updatedAt = meta.now;
	return { success: true };
}

export const adSetEdges: Edges<'AdSet', Handler<AdSet>> = {
	...insightsHandlers,
	GET: (adSet) => new Ref(adSet),
	POST: updateAdSet,
	DELETE: (adSet, _call, meta) => {
		setStatus(adSet, 'DELETED');
		adSet.updatedAt = meta.now;
		return { success: true };
	},
	'GET ads': (adSet, call, meta) =>
		new Connection(
			`${adSet.id}/ads`,
			listed(
				meta.all('Ad').filter(({ adSetId }) => adSetId === adSet.id),
				call,
				meta,
			),
		),
	'GET copies': copiesOf,
	'POST copies': copyAdSet,
};

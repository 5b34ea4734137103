import type { AdsStore, Resource } from './store';
import type { KeyOf } from './table';

/** What Google works out itself, added to a stored resource. Absent values are proto3's defaults. */
type Derive = (resource: Resource, store: AdsStore) => Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const customerOf = ({ resourceName }: Resource): string => resourceName.split('/')[1] ?? '';

const strategies = {
	manualCpc: 'MANUAL_CPC',
	maximizeConversions: 'MAXIMIZE_CONVERSIONS',
	maximizeConversionValue: 'MAXIMIZE_CONVERSION_VALUE',
	targetCpa: 'TARGET_CPA',
	targetRoas: 'TARGET_ROAS',
	targetSpend: 'TARGET_SPEND',
	targetImpressionShare: 'TARGET_IMPRESSION_SHARE',
} as const;
export const strategyFields = Object.keys(strategies);

export const strategyOf = (campaign: Resource): string => Object.entries(strategies).find(([field]) => campaign[field])?.[1] ?? 'MANUAL_CPC';

/** Why it does not serve: of itself first, then of what it belongs to. */
function stateOf(kind: string, status: unknown, parents: [kind: string, status: unknown][]): { primaryStatus: string; primaryStatusReasons: string[] } {
	const [found] = [[kind, status] as const, ...parents].filter(([, word]) => word !== 'ENABLED');
	if (!found) return { primaryStatus: 'ELIGIBLE', primaryStatusReasons: [] };
	const own = found[0] === kind;
	return { primaryStatus: own ? text(found[1]) : 'NOT_ELIGIBLE', primaryStatusReasons: [`${found[0]}_${text(found[1])}`] };
}

const campaignOf = (resource: Resource, store: AdsStore) => store.get(resource.campaign) ?? store.get(store.get(resource.adGroup)?.campaign);
const adGroupOf = (resource: Resource, store: AdsStore) => store.get(resource.adGroup);

const number = (seed: string): number => [...seed].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7);
const buckets = ['BELOW_AVERAGE', 'AVERAGE', 'ABOVE_AVERAGE'];

const criterion: Derive = (resource, store) => {
	const adGroup = adGroupOf(resource, store);
	const { keyword } = resource;
	const display = typeof keyword === 'object' && keyword !== null && 'text' in keyword ? { displayName: text(keyword.text) } : {};
	const state = stateOf('AD_GROUP_CRITERION', resource.status, [
		['AD_GROUP', adGroup?.status],
		['CAMPAIGN', campaignOf(resource, store)?.status],
	]);
	if (resource.negative) return { ...display, primaryStatus: 'NOT_ELIGIBLE', primaryStatusReasons: ['AD_GROUP_CRITERION_NEGATIVE'] };
	const seed = number(text(resource.criterionId));
	const bid = Number(resource.cpcBidMicros ?? adGroup?.cpcBidMicros ?? 0);
	const estimate = (share: number) => String(Math.round((bid * share) / 1_000_000 / 0.01) * 10_000 || 10_000);
	return {
		...display,
		...state,
		systemServingStatus: 'ELIGIBLE',
		approvalStatus: 'APPROVED',
		effectiveCpcBidMicros: String(bid),
		effectiveCpcBidSource: resource.cpcBidMicros === undefined ? 'AD_GROUP' : 'AD_GROUP_CRITERION',
		qualityInfo: { qualityScore: 4 + (seed % 6), creativeQualityScore: buckets[seed % 3], postClickQualityScore: buckets[(seed >> 2) % 3], searchPredictedCtr: buckets[(seed >> 4) % 3] },
		positionEstimates: { firstPageCpcMicros: estimate(0.6), topOfPageCpcMicros: estimate(1.1), firstPositionCpcMicros: estimate(1.7) },
	};
};

/** Campaigns that use a budget and are not removed. */
export const usersOf = (budget: Resource, store: AdsStore): Resource[] =>
	store.having(customerOf(budget), 'campaigns', byBudget, budget.resourceName).filter(({ status }) => status !== 'REMOVED');
const byBudget: KeyOf = ({ campaignBudget }) => String(campaignBudget);
const bySharedSet: KeyOf = ({ sharedSet }) => String(sharedSet);

/** Google's review of a new ad; most are done within one business day. */
const REVIEW = 3_600_000;
const reviewed: Derive = (resource, store) => (store.now() - store.bornAt(resource) < REVIEW ? {} : { policySummary: { reviewStatus: 'REVIEWED', approvalStatus: 'APPROVED' }, adStrength: 'GOOD' });

const derivations: Record<string, Derive> = {
	campaigns: (resource, store) => {
		const budget = store.get(resource.campaignBudget);
		const state = stateOf('CAMPAIGN', resource.status, []);
		const constrained = budget && recommendedAmount(budget, store) ? { primaryStatus: 'LIMITED', primaryStatusReasons: ['BUDGET_CONSTRAINED'] } : {};
		return {
			biddingStrategyType: strategyOf(resource),
			biddingStrategySystemStatus: resource.status === 'ENABLED' ? 'ENABLED' : undefined,
			servingStatus: resource.status === 'ENABLED' ? 'SERVING' : 'NONE',
			...state,
			...(state.primaryStatus === 'ELIGIBLE' && constrained),
		};
	},
	campaignBudgets: (resource, store) => {
		const amount = recommendedAmount(resource, store);
		const recommended = amount && { hasRecommendedBudget: true, recommendedBudgetAmountMicros: amount, recommendedBudgetEstimatedChangeWeeklyClicks: '31', recommendedBudgetEstimatedChangeWeeklyCostMicros: '17500000' };
		return { referenceCount: String(usersOf(resource, store).length), ...recommended };
	},
	adGroups: (resource, store) => ({ effectiveCpcBidMicros: resource.cpcBidMicros, ...stateOf('AD_GROUP', resource.status, [['CAMPAIGN', campaignOf(resource, store)?.status]]) }),
	adGroupAds: (resource, store) => ({ ...reviewed(resource, store), ...stateOf('AD_GROUP_AD', resource.status, [['AD_GROUP', adGroupOf(resource, store)?.status], ['CAMPAIGN', campaignOf(resource, store)?.status]]) }),
	adGroupCriteria: criterion,
	sharedSets: (resource, store) => ({
		memberCount: String(store.having(customerOf(resource), 'sharedCriteria', bySharedSet, resource.resourceName).length),
		referenceCount: String(store.having(customerOf(resource), 'campaignSharedSets', bySharedSet, resource.resourceName).filter(({ status }) => status === 'ENABLED').length),
	}),
};

/** Set on budgets that a recommendation wants raised. */
function recommendedAmount(budget: Resource, store: AdsStore): string | undefined {
	return store.recommendedBudget(budget.resourceName);
}

export function described(resource: Resource, store: AdsStore): Resource {
	const collection = resource.resourceName.split('/')[2] ?? '';
	return { ...resource, ...derivations[collection]?.(resource, store) };
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { googleAdsRecommendations } from '../../../platforms/googleAdsRecommendations';
import { accountOf } from '../account';
import { campaignIdIn, customerIdOf } from '../customer';
import { pageOf, pagesOf, quoted, quotedList } from '../gaql';
import { majorUnits } from '../micros';
import { inMajorUnits } from '../query/shape';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/Recommendation.RecommendationMetrics */
interface Metrics {
	impressions?: number;
	clicks?: number;
	costMicros?: string;
	conversions?: number;
	conversionsValue?: number;
}

export type Recommendation = IDataObject & {
	resourceName: string;
	type: string;
	campaign?: string;
	campaignBudget?: string;
	adGroup?: string;
	dismissed?: boolean;
	impact?: { baseMetrics?: Metrics; potentialMetrics?: Metrics };
};

export interface Row {
	recommendation: Recommendation;
	campaign?: { id?: string; name?: string };
	campaignBudget?: { id?: string; amountMicros?: string; referenceCount?: string; explicitlyShared?: boolean };
}

const fields = [...googleAdsRecommendations.fields.map((name) => `recommendation.${name}`), 'campaign.id', 'campaign.name', 'campaign_budget.id', 'campaign_budget.amount_micros', 'campaign_budget.reference_count', 'campaign_budget.explicitly_shared'].join(', ');

const idOf = (name = '') => name.split('/').at(-1) || undefined;
const exact = (difference: number) => Number(difference.toFixed(6));

const measured = ({ impressions = 0, clicks = 0, costMicros, conversions = 0, conversionsValue = 0 }: Metrics = {}) => ({ impressions, clicks, cost: majorUnits(costMicros), conversions, conversionsValue });

function impactOf({ impact: { baseMetrics, potentialMetrics } = {} }: Recommendation) {
	const [base, potential] = [measured(baseMetrics), measured(potentialMetrics)];
	const change = { impressions: exact(potential.impressions - base.impressions), clicks: exact(potential.clicks - base.clicks), cost: exact(potential.cost - base.cost), conversions: exact(potential.conversions - base.conversions), conversionsValue: exact(potential.conversionsValue - base.conversionsValue) };
	return { base, potential, change };
}

/** What the kind of recommendation itself says: the one entry named after it. */
export const detailsOf = (recommendation: Recommendation): IDataObject => {
	const found = Object.entries(recommendation).find(([name]) => name.endsWith('Recommendation'))?.[1];
	return typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : {};
};

const shown = ({ recommendation, campaign, campaignBudget }: Row, currency: string) => ({
	...{ id: idOf(recommendation.resourceName), resourceName: recommendation.resourceName, type: recommendation.type, dismissed: recommendation.dismissed ?? false },
	...{ campaignId: campaign?.id ?? idOf(recommendation.campaign), campaignName: campaign?.name, adGroupId: idOf(recommendation.adGroup), budgetId: campaignBudget?.id ?? idOf(recommendation.campaignBudget) },
	...{ budget: campaignBudget?.amountMicros === undefined ? undefined : majorUnits(campaignBudget.amountMicros), currency, impact: impactOf(recommendation), details: inMajorUnits(detailsOf(recommendation)) },
});

/** What the panel gives. */
export interface ListInput {
	account: string;
	campaign: string;
	types: readonly string[];
	dismissed: boolean;
}

/** https://developers.google.com/google-ads/api/docs/recommendations */
export async function* listRecommendations(api: Api, { account, campaign, types, dismissed }: ListInput): AsyncGenerator<object[]> {
	const { currency, id } = await accountOf(api, account);
	const named = campaignIdIn(campaign);
	const conditions = [
		...(types.length > 0 ? [`recommendation.type IN (${quotedList(types)})`] : []),
		...(named === '' ? [] : [`recommendation.campaign = 'customers/${id}/campaigns/${named}'`]),
	];
	const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
	for await (const rows of pagesOf<Row>(api, account, `SELECT ${fields} FROM recommendation${where}`)) {
		yield rows.filter(({ recommendation }) => dismissed || recommendation.dismissed !== true).map((row) => shown(row, currency));
	}
}

/** `customers/1234567890/recommendations/…`, of the whole name or the ID behind it. */
export function resourceNameOf(account: string, recommendation: string): string {
	const customer = customerIdOf(account);
	const [, owner = customer, id = ''] = /^(?:customers\/(\d+)\/recommendations\/)?([\w~.=-]+)$/.exec(recommendation.trim()) ?? [];
	if (id === '') throw refused('Recommendation ID', `“${recommendation}” is not the ID of a recommendation.`, 'Take “resourceName” from Get Many.');
	if (owner !== customer) throw refused('Recommendation ID', `the recommendation is for account ${owner}, not for ${customer}.`, 'Choose the account that it is for.');
	return `customers/${customer}/recommendations/${id}`;
}

/** The recommendation as it is now. */
export async function getRecommendation(api: Api, account: string, resourceName: string): Promise<Row> {
	const [row] = (await pageOf<Row>(api, account, `SELECT ${fields} FROM recommendation WHERE recommendation.resource_name = ${quoted(resourceName)}`)).results ?? [];
	if (row) return row;
	throw refused('Recommendation ID', 'Google does not make this recommendation any more.', 'Run Get Many of Recommendation again.');
}

import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { pinterestAds } from '../../../platforms/pinterestAds';
import type { AdAccount } from './account';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { Making } from './create';
import { called } from './kinds';
import type { Live } from './kinds';
import { microsOf } from './money';
import { nameIn, spanOf, trackingIn, wordIn } from './texts';
import type { Times } from './texts';

interface Input extends Making {
	name: string;
	objective: string;
	budgetType: 'adGroups' | 'daily' | 'lifetime';
	dailySpendCap: number;
	lifetimeSpendCap: number;
	additionalFields: Times & { budgetOptimization?: boolean; performancePlus?: boolean; trackingUrls?: unknown };
}

/** A campaign has a cap, which Pinterest spreads over its ad groups, or they have budgets of their own. */
function budgetOf({ budgetType, dailySpendCap, lifetimeSpendCap, additionalFields: { budgetOptimization = true } }: Input, { currency }: AdAccount): IDataObject {
	if (budgetType === 'adGroups') return {};
	const cap = budgetType === 'daily' ? { daily_spend_cap: microsOf('Daily Spend Cap', dailySpendCap, currency) } : { lifetime_spend_cap: microsOf('Lifetime Spend Cap', lifetimeSpendCap, currency) };
	return { ...cap, is_campaign_budget_optimization: budgetOptimization };
}

/** Pinterest would not know when to have spent it. */
function checkLifetime({ budgetType, additionalFields: { budgetOptimization = true, endTime } }: Input): void {
	if (budgetType === 'lifetime' && budgetOptimization && !endTime) throw refused('End Time', 'is empty, and a lifetime budget needs it.', 'Add “End Time” under “Additional Fields”.');
}

/** https://developers.pinterest.com/docs/api/v5/campaigns-create */
export const creatingCampaign = creating<Input>({
	kind: 'campaign',
	check: (input) => {
		checkLifetime(input);
		spanOf(input.additionalFields);
		trackingIn(input.additionalFields.trackingUrls);
	},
	named: ({ name }) => ({ name: nameIn(name) }),
	more: (input, account) => {
		const { objective, status, additionalFields: more } = input;
		const tracking = trackingIn(more.trackingUrls);
		return {
			...{ ad_account_id: account.id, objective_type: objective, status },
			...budgetOf(input, account),
			...spanOf(more),
			...(more.performancePlus && { is_performance_plus: true }),
			...(tracking && { tracking_urls: tracking }),
		};
	},
});

interface Update extends Changing {
	campaign: string;
	updateFields: Times & { dailySpendCap?: number; lifetimeSpendCap?: number; name?: string; status?: string; trackingUrls?: unknown };
}

/** A campaign has one cap or the other, and keeps its kind. */
function capsOf({ dailySpendCap, lifetimeSpendCap }: Update['updateFields'], live: Live, { currency }: AdAccount): IDataObject {
	if (dailySpendCap !== undefined && live.lifetime_spend_cap) throw refused('Daily Spend Cap', `the ${called('campaign', live)} has a lifetime spend cap.`, 'Change that one: Pinterest takes one of them.');
	if (lifetimeSpendCap !== undefined && live.daily_spend_cap) throw refused('Lifetime Spend Cap', `the ${called('campaign', live)} has a daily spend cap.`, 'Change that one: Pinterest takes one of them.');
	return {
		daily_spend_cap: dailySpendCap === undefined ? undefined : microsOf('Daily Spend Cap', dailySpendCap, currency),
		lifetime_spend_cap: lifetimeSpendCap === undefined ? undefined : microsOf('Lifetime Spend Cap', lifetimeSpendCap, currency),
	};
}

/** https://developers.pinterest.com/docs/api/v5/campaigns-update */
export const updatingCampaign = changing<Update>({
	kind: 'campaign',
	target: ({ campaign }) => campaign,
	check: ({ updateFields: { dailySpendCap, lifetimeSpendCap, trackingUrls, ...more } }) => {
		if ('status' in more) wordIn('Status', more.status, pinterestAds.statuses);
		if (dailySpendCap !== undefined && lifetimeSpendCap !== undefined) throw refused('Lifetime Spend Cap', 'there is a daily spend cap too.', 'Give one of them.');
		spanOf(more);
		trackingIn(trackingUrls);
	},
	wanted: ({ updateFields: { name, status, trackingUrls, ...more } }, live, account) => ({
		...{ name: name === undefined ? undefined : nameIn(name), status },
		...capsOf(more, live, account),
		...spanOf(more, live),
		tracking_urls: trackingIn(trackingUrls),
	}),
	beside: ({ id }) => ({ ad_account_id: id }),
});

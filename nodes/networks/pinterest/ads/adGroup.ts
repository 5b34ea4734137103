import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { objectOf } from '../../../core/json';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { idIn } from './account';
import type { AdAccount } from './account';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { Making } from './create';
import { called } from './kinds';
import { microsOf } from './money';
import { targetingOf } from './targeting';
import type { Targets } from './targeting';
import { nameIn, spanOf, trackingIn, wordIn } from './texts';
import type { Times } from './texts';

interface More extends Times {
	autoTargeting?: boolean;
	frequencyCap?: number;
	optimizationGoal?: unknown;
	pacing?: string;
	placement?: string;
	trackingUrls?: unknown;
}

interface Input extends Making {
	campaign: string;
	name: string;
	billableEvent: string;
	budgetType: 'CBO_ADGROUP' | 'DAILY' | 'LIFETIME';
	budget: number;
	bidStrategy: string;
	bid: number;
	targeting: Targets;
	additionalFields: More;
}

/** Without one people may see the ad as often as they like. */
function timesIn(value: unknown): number {
	if (Number.isInteger(value) && Number(value) > 0) return Number(value);
	throw refused('Frequency Cap', `“${String(value ?? '')}” is no number of times.`, 'Give a whole number from 1 on.');
}

const moreOf = (more: More): IDataObject => {
	const { autoTargeting, frequencyCap, optimizationGoal, pacing, placement, trackingUrls } = more;
	const goal = objectOf('Optimization Goal (JSON)', optimizationGoal);
	return {
		...{ auto_targeting_enabled: autoTargeting ?? undefined, pacing_delivery_type: pacing || undefined, placement_group: placement || undefined },
		...('frequencyCap' in more && { lifetime_frequency_cap: timesIn(frequencyCap) }),
		...(goal && Object.keys(goal).length > 0 && { optimization_goal_metadata: goal }),
		tracking_urls: trackingIn(trackingUrls),
	};
};

const given = (values: IDataObject): IDataObject => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const bids = (strategy: string) => strategy !== 'AUTOMATIC_BID';

function moneyOf({ budgetType, budget, bidStrategy, bid }: Input, { currency }: AdAccount): IDataObject {
	return {
		budget_type: budgetType,
		...(budgetType !== 'CBO_ADGROUP' && { budget_in_micro_currency: microsOf('Budget', budget, currency) }),
		bid_strategy_type: bidStrategy,
		...(bids(bidStrategy) && { bid_in_micro_currency: microsOf('Bid', bid, currency) }),
	};
}

function checkWords({ budgetType, bidStrategy }: Input): void {
	wordIn('Budget Type', budgetType, pinterestAds.budgetTypes);
	wordIn('Bid Strategy', bidStrategy, pinterestAds.bidStrategies);
}

function checkTime({ budgetType, additionalFields: { endTime, pacing } }: Input): void {
	if (budgetType === 'LIFETIME' && !endTime) throw refused('End Time', 'is empty, and a lifetime budget needs it.', 'Add “End Time” under “Additional Fields”.');
	if (budgetType === 'CBO_ADGROUP' && pacing === 'ACCELERATED') throw refused('Pacing', 'a budget of the campaign is spent evenly only.', 'Choose “Standard”, or another budget.');
}

/** https://developers.pinterest.com/docs/api/v5/ad_groups-create */
export const creatingAdGroup = creating<Input>({
	kind: 'adGroup',
	check: (input) => {
		checkWords(input);
		checkTime(input);
		spanOf(input.additionalFields);
		moreOf(input.additionalFields);
		targetingOf(input.targeting);
	},
	named: ({ campaign, name }) => ({ campaign_id: idIn('Campaign', campaign), name: nameIn(name) }),
	more: (input, account) => {
		const { billableEvent, status, additionalFields: more } = input;
		const targeting = targetingOf(input.targeting);
		return {
			...{ billable_event: billableEvent, status },
			...moneyOf(input, account),
			...spanOf(more),
			...given(moreOf(more)),
			...(targeting && { targeting_spec: targeting }),
		};
	},
});

interface Update extends Changing {
	adGroup: string;
	updateFields: More & { bid?: number; bidStrategy?: string; budget?: number; name?: string; status?: string; targeting?: { values?: Targets } };
}

/** https://developers.pinterest.com/docs/api/v5/ad_groups-update */
export const updatingAdGroup = changing<Update>({
	kind: 'adGroup',
	target: ({ adGroup }) => adGroup,
	check: ({ updateFields: { targeting, ...more } }) => {
		if ('status' in more) wordIn('Status', more.status, pinterestAds.statuses);
		if ('bidStrategy' in more) wordIn('Bid Strategy', more.bidStrategy, pinterestAds.bidStrategies);
		spanOf(more);
		moreOf(more);
		if (targeting) targetingOf(targeting.values ?? {});
	},
	wanted: ({ updateFields: { name, status, budget, bid, bidStrategy, targeting, ...more } }, live, { currency }) => {
		if (budget !== undefined && live.budget_type === 'CBO_ADGROUP') throw refused('Budget', `the ${called('adGroup', live)} spends the budget of its campaign.`, 'Change the spend cap of the campaign.');
		if (bid !== undefined && !bids(String(bidStrategy ?? live.bid_strategy_type ?? 'MAX_BID'))) throw refused('Bid', `has no effect: Pinterest bids for the ${called('adGroup', live)}.`, 'Leave the bid out, or change “Bid Strategy” too.');
		return {
			...{ name: name === undefined ? undefined : nameIn(name), status, bid_strategy_type: bidStrategy },
			budget_in_micro_currency: budget === undefined ? undefined : microsOf('Budget', budget, currency),
			bid_in_micro_currency: bid === undefined ? undefined : microsOf('Bid', bid, currency),
			...spanOf(more, live),
			...moreOf(more),
			targeting_spec: targeting && targetingOf(targeting.values ?? {}),
		};
	},
});

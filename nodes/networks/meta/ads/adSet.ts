import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { jsonOf, objectOf } from '../../../core/json';
import { accountOf, budgetOf } from './account';
import type { AdAccount } from './account';
import { changedBudgets, timeOf } from './campaign';
import { change } from './change';
import type { OnlyIf } from './change';
import { create } from './create';
import { minorUnits } from './money';
import { liveOf } from './objects';
import type { Live } from './objects';
import { checkSpecial, dsaCountryIn, targetingOf } from './targeting';
import type { TargetingInput } from './targeting';

export interface AdSetMore {
	attributionSpec?: unknown;
	beneficiary?: string;
	bidAmount?: number;
	bidStrategy?: string;
	conversionEvent?: string;
	dailySpendCap?: number;
	datasetId?: string;
	destinationType?: string;
	endTime?: string;
	lifetimeSpendCap?: number;
	minimumRoas?: number;
	pageId?: string;
	payor?: string;
	promotedObject?: unknown;
	startTime?: string;
}

interface AdSetInput {
	adAccount: string;
	campaign: string;
	name: string;
	optimizationGoal: string;
	billingEvent: string;
	budgetType: 'campaign' | 'daily' | 'lifetime';
	dailyBudget: number;
	lifetimeBudget: number;
	targeting: TargetingInput;
	status: string;
	additionalFields: AdSetMore;
	options: { validateOnly?: boolean };
}

/** Meta writes a return of 1.5 as 15000. */
const ROAS = 10_000;

function promotedOf({ pageId, datasetId, conversionEvent, promotedObject }: AdSetMore): IDataObject | undefined {
	const own = { page_id: pageId || undefined, pixel_id: datasetId || undefined, custom_event_type: conversionEvent };
	const object = { ...objectOf('Promoted Object (JSON)', promotedObject), ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
	return Object.keys(object).length > 0 ? object : undefined;
}

function moreOf(more: AdSetMore, { currency }: AdAccount): IDataObject {
	const amount = (field: string, value?: number) => (value === undefined ? undefined : minorUnits(field, value, currency));
	return {
		...{ bid_strategy: more.bidStrategy, bid_amount: amount('Bid Amount', more.bidAmount), destination_type: more.destinationType },
		bid_constraints: more.minimumRoas === undefined ? undefined : { roas_average_floor: Math.round(more.minimumRoas * ROAS) },
		...{ daily_spend_cap: amount('Daily Spend Cap', more.dailySpendCap), lifetime_spend_cap: amount('Lifetime Spend Cap', more.lifetimeSpendCap) },
		...{ dsa_beneficiary: more.beneficiary || undefined, dsa_payor: more.payor || undefined },
		...{ start_time: timeOf('Start Time', more.startTime), end_time: timeOf('End Time', more.endTime) },
		...{ promoted_object: promotedOf(more), attribution_spec: jsonOf('Attribution Spec (JSON)', more.attributionSpec, 'a list of windows') },
	};
}

const hasBudget = ({ daily_budget: daily, lifetime_budget: lifetime }: IDataObject) => Number(daily ?? 0) > 0 || Number(lifetime ?? 0) > 0;

const clash = (name: unknown) => refused('Budget', `campaign “${String(name)}” has a budget of its own, which its ad sets share.`, 'Set “Budget” to the campaign’s, or change the budget of the campaign.');

function budgetParameters({ budgetType, dailyBudget, lifetimeBudget }: AdSetInput, campaign: Live, account: AdAccount): IDataObject {
	if (budgetType === 'campaign') {
		if (hasBudget(campaign)) return {};
		throw refused('Budget', `campaign “${campaign.name ?? campaign.id}” has no budget of its own.`, 'Give the ad set a daily or a lifetime budget.');
	}
	if (hasBudget(campaign)) throw clash(campaign.name);
	return budgetType === 'daily' ? { daily_budget: budgetOf('Daily Budget', dailyBudget, account) } : { lifetime_budget: budgetOf('Lifetime Budget', lifetimeBudget, account) };
}

/** What goes together, as Meta would refuse the rest. */
function check(body: IDataObject, targeting: IDataObject, campaign: Live, account: AdAccount): void {
	const strategy = body.bid_strategy ?? campaign.bid_strategy;
	if (metaAds.cappedStrategies.some((one) => one === strategy) && body.bid_amount === undefined) throw refused('Bid Amount', `is empty; the bid strategy ${String(strategy)} needs one.`, 'Add it to “Additional Fields”.');
	if ((body.lifetime_budget ?? Number(campaign.lifetime_budget ?? 0)) && body.end_time === undefined) throw refused('End Time', 'is empty; a lifetime budget is spent until then.', 'Add it to “Additional Fields”.');
	const needed = Object.entries(metaAds.promoted).find(([goal]) => goal === body.optimization_goal)?.[1];
	const promoted: IDataObject = { ...(typeof body.promoted_object === 'object' ? body.promoted_object : {}) };
	if (needed && promoted[needed] === undefined) {
		const [field, what] = needed === 'page_id' ? ['Page ID', 'the page'] : ['Dataset ID', 'the dataset (pixel) that counts the conversions'];
		throw refused(field, `is empty; Meta cannot optimize for ${String(body.optimization_goal)} without it.`, `Add ${what} to “Additional Fields”.`);
	}
	const country = dsaCountryIn(targeting);
	for (const [field, given, usual] of [['Beneficiary', body.dsa_beneficiary, account.default_dsa_beneficiary], ['Payor', body.dsa_payor, account.default_dsa_payor]] as const) {
		if (country && !given && !usual) throw refused(field, `is empty; ads shown in ${country} must say who benefits from them and who pays.`, 'Add the name to “Additional Fields”, or set a default in the ad account.');
	}
	checkSpecial(targeting, campaign.special_ad_categories);
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adsets#Creating */
export async function createAdSet(api: Api, input: AdSetInput) {
	const { adAccount, campaign: campaignId, name, optimizationGoal, billingEvent, status, additionalFields: more, options } = input;
	const targeting = targetingOf(input.targeting);
	if (!targeting) throw refused('Targeting', 'is empty.', 'Add at least the countries.');
	const account = await accountOf(api, adAccount);
	const campaign = await liveOf(api, 'campaign', adAccount, campaignId, ['daily_budget', 'lifetime_budget', 'bid_strategy', 'special_ad_categories']);
	const goals = { optimization_goal: optimizationGoal, billing_event: billingEvent };
	const body = { name, campaign_id: campaignId, status, ...goals, ...budgetParameters(input, campaign, account), ...moreOf(more, account), targeting };
	check(body, targeting, campaign, account);
	return await create(api, 'adSet', adAccount, body, options);
}

interface AdSetChanges extends AdSetMore {
	name?: string;
	status?: string;
	dailyBudget?: number;
	lifetimeBudget?: number;
	targeting?: { values?: TargetingInput };
}

/** An ad set under a campaign with a budget has none to change. */
const ownBudget = {
	fields: ['campaign{id,name,daily_budget,lifetime_budget}'],
	check: ({ campaign }: Live) => {
		const above: IDataObject = { ...(typeof campaign === 'object' ? campaign : {}) };
		if (hasBudget(above)) throw clash(above.name);
	},
} as const;

export async function updateAdSet(api: Api, target: { adAccount: string; id: string }, changes: AdSetChanges, how: { onlyIf?: OnlyIf; validateOnly?: boolean }) {
	const wanted = (account: AdAccount): IDataObject => ({
		...{ name: changes.name || undefined, status: changes.status, targeting: changes.targeting && targetingOf(changes.targeting.values ?? {}) },
		...changedBudgets(changes, account),
		...moreOf(changes, account),
	});
	const touchesBudget = changes.dailyBudget !== undefined || changes.lifetimeBudget !== undefined;
	return await change(api, { kind: 'adSet', ...target }, wanted, { ...how, ...(touchesBudget && { needs: ownBudget }) });
}

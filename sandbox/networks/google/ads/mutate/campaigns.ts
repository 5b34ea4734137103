import { fault } from '../failure';
import { dayIn } from '../dates';
import { strategyFields, usersOf } from '../derived';
import type { Resource } from '../store';
import { at, byName, checkName, Complaints, referred, required, siblings, type Context, type Kind } from './kind';
import { at as valueAt } from './shape';

const duplicate = () => fault('campaignError', 'DUPLICATE_CAMPAIGN_NAME', 'The campaign name is used by another campaign.', at('name'));

function checkBudget(campaign: Resource, context: Context): void {
	const budget = referred(context, campaign, 'campaignBudget', 'campaign_budget');
	const others = usersOf(budget, context.store).filter(({ resourceName }) => resourceName !== campaign.resourceName);
	if (!budget.explicitlyShared && others.length)
		throw fault('campaignBudgetError', 'CANNOT_USE_IMPLICITLY_SHARED_CAMPAIGN_BUDGET_WITH_MULTIPLE_CAMPAIGNS', 'The budget belongs to another campaign and is not shared.', at('campaign_budget'));
}

function check(campaign: Resource, context: Context): void {
	checkName(campaign.name, 256);
	const search = valueAt(campaign, ['networkSettings', 'targetSearchNetwork']);
	const google = valueAt(campaign, ['networkSettings', 'targetGoogleSearch']);
	new Complaints()
		.if(siblings(context, 'campaigns', campaign, byName).length, duplicate)
		.if(search === true && google !== true, () => fault('campaignError', 'CANNOT_TARGET_SEARCH_NETWORK_WITHOUT_GOOGLE_SEARCH', 'Search partners need Google search.', at('network_settings', 'target_search_network')))
		.if(typeof campaign.endDateTime === 'string' && typeof campaign.startDateTime === 'string' && campaign.endDateTime < campaign.startDateTime, () =>
			fault('dateRangeError', 'START_DATE_AFTER_END_DATE', 'The start date is after the end date.', at('end_date_time')),
		)
		.end();
	checkBudget(campaign, context);
}

const past = (name: string) => fault('campaignError', 'CANNOT_SET_DATE_TO_PAST', 'The date is in the past.', at(name));
const isPast = (value: unknown, { store, account }: Context) => typeof value === 'string' && value.slice(0, 10) < dayIn(store.now(), account.timeZone);

/** https://developers.google.com/google-ads/api/docs/campaigns/create-campaigns */
export const campaigns: Kind = {
	resource: 'campaign',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		const { store, account } = context;
		const strategies = strategyFields.filter((name) => draft[name]);
		new Complaints()
			.if(draft.advertisingChannelType === undefined, () => required('advertising_channel_type'))
			.if(draft.containsEuPoliticalAdvertising === undefined, () => required('contains_eu_political_advertising'))
			.if(strategies.length === 0 && !draft.biddingStrategy, () => required('campaign_bidding_strategy'))
			.if(isPast(draft.startDateTime, context), () => past('start_date_time'))
			.if(isPast(draft.endDateTime, context), () => past('end_date_time'))
			.end();
		check(draft, context);
		return {
			status: 'ENABLED',
			adServingOptimizationStatus: 'OPTIMIZE',
			experimentType: 'BASE',
			paymentMode: 'CLICKS',
			networkSettings: { targetGoogleSearch: true, targetSearchNetwork: true, targetContentNetwork: true },
			startDateTime: `${dayIn(store.now(), account.timeZone)} 00:00:00`,
			...draft,
		};
	},
	update(after, before, paths, context) {
		new Complaints()
			.if(paths.includes('start_date_time') && isPast(before.startDateTime, context) && after.startDateTime !== before.startDateTime, () =>
				fault('campaignError', 'CANNOT_MODIFY_START_DATE_IF_ALREADY_STARTED', 'The campaign has started.', at('start_date_time')),
			)
			.if(paths.includes('end_date_time') && isPast(after.endDateTime, context), () => past('end_date_time'))
			.end();
		check(after, context);
		const chosen = strategyFields.find((name) => paths.some((path) => path.startsWith(`${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}.`)));
		if (!chosen) return after;
		const rest = Object.fromEntries(Object.entries(after).filter(([name]) => name === chosen || !strategyFields.includes(name)));
		return { ...rest, resourceName: after.resourceName };
	},
};

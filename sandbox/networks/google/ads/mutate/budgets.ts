import { fault } from '../failure';
import { usersOf } from '../derived';
import type { Resource } from '../store';
import type { KeyOf } from '../table';
import { at, checkName, required, siblings, type Context, type Kind } from './kind';

const error = (code: string, message: string, name: string) => fault('campaignBudgetError', code, message, at(name));

/** Google publishes no lowest budget; the sandbox's is one unit of the currency (100 of one without cents) a day. */
const lowest = ({ account }: Context): number => account.unit * 100;
const HIGHEST_UNITS = 10_000_000;

function checkAmount(value: unknown, name: string, context: Context): void {
	const { account } = context;
	const amount = Number(value);
	if (amount < 0) throw error('NEGATIVE_MONEY_AMOUNT', 'The money amount is negative.', name);
	if (amount % account.unit) throw error('NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', `The money amount is not a multiple of the minimum currency unit, which is ${account.unit} micros of ${account.currency}.`, name);
	if (amount > HIGHEST_UNITS * account.unit * 100) throw error('MONEY_AMOUNT_TOO_LARGE', 'The money amount is too large.', name);
	if (amount < lowest(context)) {
		const details = { budgetPerDayMinimumErrorDetails: { currencyCode: account.currency, budgetPerDayMinimumMicros: String(lowest(context)), minimumBudgetAmountMicros: String(lowest(context)), failedBudgetAmountMicros: String(amount) } };
		throw fault('campaignBudgetError', 'BUDGET_BELOW_PER_DAY_MINIMUM', 'The budget is below the minimum of a day.', { ...at(name), details });
	}
}

const bySharedName: KeyOf = ({ explicitlyShared, name: own }) => (explicitlyShared ? String(own) : undefined);

function check(budget: Resource, context: Context): void {
	const daily = budget.period !== 'CUSTOM_PERIOD';
	if (daily && budget.totalAmountMicros !== undefined) throw error('TOTAL_BUDGET_AMOUNT_MUST_BE_UNSET_FOR_BUDGET_PERIOD_DAILY', 'The total amount must not be set for a daily budget.', 'total_amount_micros');
	if (!daily && budget.amountMicros !== undefined) throw error('BUDGET_AMOUNT_MUST_BE_UNSET_FOR_CUSTOM_BUDGET_PERIOD', 'The daily amount must not be set for a budget of a custom period.', 'amount_micros');
	const [value, name] = daily ? [budget.amountMicros, 'amount_micros'] : [budget.totalAmountMicros, 'total_amount_micros'];
	if (value === undefined) throw required(name);
	checkAmount(value, name, context);
	if (budget.deliveryMethod === 'ACCELERATED') throw error('CANNOT_USE_ACCELERATED_DELIVERY_MODE', 'Accelerated delivery is not available.', 'delivery_method');
	if (!budget.explicitlyShared) return;
	checkName(budget.name, 255);
	if (siblings(context, 'campaignBudgets', budget, bySharedName).length) throw error('DUPLICATE_NAME', 'A shared budget of this name exists already.', 'name');
}

/** https://developers.google.com/google-ads/api/docs/campaigns/budgets/overview */
export const campaignBudgets: Kind = {
	resource: 'campaign_budget',
	id: 'id',
	leavesTrace: true,
	create(draft, context) {
		const budget = { deliveryMethod: 'STANDARD', explicitlyShared: true, period: 'DAILY', type: 'STANDARD', ...draft, status: 'ENABLED' };
		check(budget, context);
		return budget;
	},
	update(after, before, paths, context) {
		const shared = before.explicitlyShared === true;
		if (paths.includes('explicitly_shared') && after.explicitlyShared !== before.explicitlyShared) {
			if (shared) throw error('CANNOT_UPDATE_CAMPAIGN_BUDGET_TO_IMPLICITLY_SHARED', 'A shared budget cannot go back to one campaign.', 'explicitly_shared');
			if (!paths.includes('name')) throw error('CANNOT_UPDATE_CAMPAIGN_BUDGET_TO_EXPLICITLY_SHARED_WITHOUT_NAME', 'A budget that becomes shared needs a name.', 'explicitly_shared');
		} else if (!shared && paths.includes('name')) throw error('CANNOT_MODIFY_FIELD_OF_IMPLICITLY_SHARED_CAMPAIGN_BUDGET', 'The name of a budget that is not shared is that of its campaign.', 'name');
		check(after, context);
		return after;
	},
	remove(budget, { store }) {
		if (usersOf(budget, store).length) throw fault('campaignBudgetError', 'CAMPAIGN_BUDGET_IN_USE', 'The budget is used by a campaign.');
	},
};

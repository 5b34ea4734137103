import { GraphError } from '../errors';
import type { Params } from '../params';
import type { AdAccount } from './model';

/** Money is written in hundredths, but in these currencies whole: https://developers.facebook.com/docs/marketing-api/currencies */
const whole = ['CLP', 'COP', 'CRC', 'HUF', 'ISK', 'IDR', 'JPY', 'KRW', 'PYG', 'TWD', 'VND'];

const shown = (minor: number, currency: string): string => (whole.includes(currency) ? `${currency} ${minor}` : `${currency} ${(minor / 100).toFixed(2)}`);

const refuse = (name: string, subcode: number, title: string, sentence: string): GraphError =>
	new GraphError(100, 'Invalid parameter', { subcode, userTitle: title, userMessage: sentence, data: { blame_field_specs: [[name]] }, transient: false });

export const budgets = ['daily_budget', 'lifetime_budget'] as const;

/** The budgets of a call, as they may stand. */
export function readBudgets(params: Params, { currency, minDailyBudget }: AdAccount): Record<string, string> {
	const given = budgets.filter((name) => (params.integer(name) ?? 0) > 0);
	if (given.length > 1) {
		const sentence = 'You can set either a daily budget or a lifetime budget, not both.';
		throw refuse('daily_budget', 1885216, 'Only One Budget Type Allowed', sentence);
	}
	for (const name of given) {
		if (Number(params.integer(name)) >= minDailyBudget) continue;
		throw refuse(name, 1885272, 'Your budget is too low', `Your budget must be at least ${shown(minDailyBudget, currency)}.`);
	}
	return Object.fromEntries(given.map((name) => [name, String(params.integer(name))]));
}

/** The other amounts, which only have to be whole numbers. */
export function checkAmounts(params: Params): void {
	for (const name of ['bid_amount', 'spend_cap', 'daily_spend_cap', 'lifetime_spend_cap', 'daily_min_spend_target', 'lifetime_min_spend_target']) {
		if (params.has(name)) params.integer(name);
	}
}

/** A budget belongs to the campaign or to its ad sets, to exactly one of them. */
export const budgetClash = (sentence: string): GraphError => refuse('daily_budget', 1885621, 'Budget is set elsewhere', sentence);

export const refusal = refuse;

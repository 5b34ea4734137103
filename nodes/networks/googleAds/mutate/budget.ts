import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import type { Account } from './account';
import { changing } from './change';
import type { Changing } from './change';
import { creating } from './create';
import type { New } from './create';
import { micros, spoken } from './money';
import type { Base } from './mutating';
import { inUse, removing } from './remove';
import { among, byKey, called, readRows, valueAt } from './rows';
import type { Live } from './rows';
import { nameIn } from './texts';

interface Input extends Base {
	name: string;
	amount: number;
	shared: boolean;
}

interface NewBudget extends New {
	input: Input;
}

/** Google counts the bytes of a budget's name. */
function budgetName(text: unknown): string {
	const { characters, budgetBytes } = googleAdsWrites.name;
	const name = nameIn(text, characters);
	const bytes = Buffer.byteLength(name);
	if (bytes <= budgetBytes) return name;
	throw refused('Name', `takes ${bytes} bytes; Google allows ${budgetBytes} for a budget.`, 'Shorten it: letters with accents take two bytes, those of other scripts up to four.');
}

/** https://developers.google.com/google-ads/api/docs/campaigns/budgets/create-budgets */
export const creatingBudget = creating<Input, NewBudget>({
	entry: (input) => {
		const title = budgetName(input.name);
		return { kind: 'budget', key: title, title, input };
	},
	find: async (api, { id }, entries) => {
		const where = [`campaign_budget.name ${among(entries.map(({ title }) => title))}`, "campaign_budget.status != 'REMOVED'"];
		return await byKey(readRows(api, id, 'budget', where), ({ own }) => String(own.name));
	},
	object: ({ title, input }, { currency }) => ({ name: title, amountMicros: micros('Amount', input.amount, currency), deliveryMethod: 'STANDARD', explicitlyShared: input.shared }),
	// A budget that is not shared takes its campaign’s name.
	unique: ({ input: { shared } }) => shared,
	told: ({ title, input: { amount, shared } }) => ({ name: title, amount, shared }),
});

interface Target extends Changing {
	budget: string;
}

const target = ({ budget }: Target) => budget;

/** Names of the campaigns that use each of these budgets. */
async function usersOf(api: Api, { id }: Account, budgets: readonly Live[]): Promise<Map<string, string[]>> {
	const users = new Map<string, string[]>();
	const used = budgets.filter(({ own }) => Number(own.referenceCount ?? 0) > 0);
	if (used.length === 0) return users;
	const where = [`campaign.campaign_budget ${among(used.map(({ name }) => name))}`, "campaign.status != 'REMOVED'"];
	for await (const { own, beside } of readRows(api, id, 'campaign', where)) {
		const budget = String(valueAt(beside, 'campaignBudget.resourceName'));
		users.set(budget, [...(users.get(budget) ?? []), String(own.name)]);
	}
	return users;
}

interface Update extends Target {
	largestIncrease: number;
	updateFields: { amount?: number; name?: string };
	options: Base['options'] & { allowShared?: boolean };
}

const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

/** In percent; 0 allows no raise. What an expression left empty lifts no limit. */
function limitIn(value: unknown): number {
	const text = String(value ?? '').trim();
	const limit = Number(text);
	if (text !== '' && limit >= 0) return limit;
	throw refused('Largest Increase (%)', `“${text}” is not a percentage.`, 'Give a number such as 50; 0 allows no increase.');
}

/** A slip of the finger costs money: an increase beyond the limit is refused. */
function checkIncrease(live: Live, wanted: string, largest: number, currency: string): void {
	const was = Number(live.own.amountMicros ?? 0);
	if (was <= 0 || Number(wanted) <= was * (1 + largest / 100)) return;
	const percent = Math.round((Number(wanted) / was - 1) * 100);
	throw new PlatformError({
		verdict: 'fix-input',
		code: 'increase',
		message: `Amount: the ${called('budget', live)} would rise from ${spoken(was, currency)} to ${spoken(wanted, currency)} a day, by ${percent} %; “Largest Increase” allows ${largest} %. Nothing was changed.`,
		hint: 'Check the amount; if it is meant, raise “Largest Increase (%)”.',
	});
}

function checkShared(live: Live, users: readonly string[], allowed: boolean): void {
	if (allowed || users.length < 2) return;
	const message = `Budget: the ${called('budget', live)} is shared: ${users.length} campaigns would get another budget, ${named(users)}. Nothing was changed.`;
	throw new PlatformError({ verdict: 'fix-input', code: 'shared', message, hint: 'If that is meant, set “Change Shared Budgets” in the options.' });
}

/** https://developers.google.com/google-ads/api/docs/campaigns/budgets/share-budgets */
export const updatingBudget = changing<Update, Map<string, string[]>>({
	kind: 'budget',
	target,
	check: ({ largestIncrease }) => void limitIn(largestIncrease),
	more: async (api, account, live) => await usersOf(api, account, live),
	wanted: ({ updateFields: { amount, name }, largestIncrease, options }, live, { currency }, users) => {
		if (name !== undefined && !live.own.explicitlyShared) throw refused('Name', 'a budget that is not shared has its campaign’s.', 'Leave the name out.');
		if (amount === undefined) return { name: name === undefined ? undefined : budgetName(name) };
		if (live.own.period === 'CUSTOM_PERIOD') throw refused('Amount', `the ${called('budget', live)} is one for all its days together.`, 'Change it in Google Ads.');
		const amountMicros = micros('Amount', amount, currency);
		if (amountMicros !== live.own.amountMicros) {
			checkShared(live, users?.get(live.name) ?? [], options.allowShared === true);
			checkIncrease(live, amountMicros, limitIn(largestIncrease), currency);
		}
		return { name: name === undefined ? undefined : budgetName(name), amountMicros };
	},
	beside: (live, users) => ({ campaigns: users?.get(live.name) ?? [] }),
});

export const removingBudget = removing<Target>({
	kind: () => 'budget',
	target,
	against: async (api, account, live) => {
		const users = await usersOf(api, account, live);
		return (one) => {
			const by = users.get(one.name);
			if (by) throw inUse('budget', one, by);
		};
	},
});

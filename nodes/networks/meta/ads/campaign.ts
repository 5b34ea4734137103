import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { secondsOf } from '../../facebook/schedule';
import { accountOf, budgetOf } from './account';
import type { AdAccount } from './account';
import { change } from './change';
import type { OnlyIf } from './change';
import { create } from './create';
import { namesIn } from './fieldList';
import { minorUnits } from './money';

/** A time as Meta takes it; undefined where the field is empty. */
export function timeOf(field: string, value: unknown): string | undefined {
	const seconds = secondsOf(field, value);
	return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}

/** Two-letter codes of countries. */
export function countriesIn(field: string, text: unknown): string[] {
	const codes = namesIn(text).map((code) => code.toUpperCase());
	const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
	if (wrong === undefined) return codes;
	throw refused(field, `“${wrong}” is not the code of a country.`, 'Give two letters a country, such as FR, PT.');
}

export interface CampaignMore {
	bidStrategy?: string;
	shareBudgets?: boolean;
	specialAdCategoryCountries?: string;
	spendCap?: number;
	startTime?: string;
	stopTime?: string;
}

interface CampaignInput {
	adAccount: string;
	name: string;
	objective: string;
	specialAdCategories: readonly string[];
	budgetType: 'adSets' | 'daily' | 'lifetime';
	dailyBudget: number;
	lifetimeBudget: number;
	status: string;
	additionalFields: CampaignMore;
	options: { validateOnly?: boolean };
}

function specialOf(categories: readonly string[] | undefined, countries: unknown): IDataObject {
	const codes = countriesIn('Special Ad Category Countries', countries);
	if (categories?.length && codes.length === 0) {
		throw refused('Special Ad Category Countries', 'is empty.', 'Say in which countries the ads of this category will run, such as FR, PT.');
	}
	return { special_ad_categories: categories, special_ad_category_country: codes.length > 0 ? codes : undefined };
}

function moreOf({ bidStrategy, spendCap, startTime, stopTime }: CampaignMore, { currency }: AdAccount): IDataObject {
	return {
		bid_strategy: bidStrategy,
		spend_cap: spendCap === undefined ? undefined : minorUnits('Spend Cap', spendCap, currency),
		...{ start_time: timeOf('Start Time', startTime), stop_time: timeOf('Stop Time', stopTime) },
	};
}

/** A campaign has a budget, or says whether its ad sets share theirs. */
function budgetParameters({ budgetType, dailyBudget, lifetimeBudget, additionalFields }: CampaignInput, account: AdAccount): IDataObject {
	if (budgetType === 'adSets') return { is_adset_budget_sharing_enabled: additionalFields.shareBudgets ?? false };
	if (additionalFields.shareBudgets !== undefined) throw refused('Share Ad Set Budgets', 'a campaign with a budget of its own has none of its ad sets to share.', 'Leave it out, or set “Budget” to the ad sets.');
	return budgetType === 'daily' ? { daily_budget: budgetOf('Daily Budget', dailyBudget, account) } : { lifetime_budget: budgetOf('Lifetime Budget', lifetimeBudget, account) };
}

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns#Creating */
export async function createCampaign(api: Api, input: CampaignInput) {
	const { adAccount, name, objective, specialAdCategories, status, additionalFields: more, options } = input;
	const account = await accountOf(api, adAccount);
	const body = { name, objective, status, ...specialOf(specialAdCategories, more.specialAdCategoryCountries), ...budgetParameters(input, account), ...moreOf(more, account) };
	return await create(api, 'campaign', adAccount, body, options);
}

interface CampaignChanges extends CampaignMore {
	name?: string;
	status?: string;
	dailyBudget?: number;
	lifetimeBudget?: number;
	specialAdCategories?: readonly string[];
}

/** The budgets of an update: one of them. */
export function changedBudgets({ dailyBudget, lifetimeBudget }: { dailyBudget?: number; lifetimeBudget?: number }, account: AdAccount): IDataObject {
	if (dailyBudget !== undefined && lifetimeBudget !== undefined) throw refused('Lifetime Budget', 'there is a daily budget already.', 'Give one of them.');
	if (dailyBudget !== undefined) return { daily_budget: budgetOf('Daily Budget', dailyBudget, account) };
	return lifetimeBudget === undefined ? {} : { lifetime_budget: budgetOf('Lifetime Budget', lifetimeBudget, account) };
}

export async function updateCampaign(api: Api, target: { adAccount: string; id: string }, changes: CampaignChanges, how: { onlyIf?: OnlyIf; validateOnly?: boolean }) {
	const wanted = (account: AdAccount): IDataObject => ({
		...{ name: changes.name || undefined, status: changes.status, is_adset_budget_sharing_enabled: changes.shareBudgets },
		...changedBudgets(changes, account),
		...specialOf(changes.specialAdCategories, changes.specialAdCategoryCountries),
		...moreOf(changes, account),
	});
	return await change(api, { kind: 'campaign', ...target }, wanted, how);
}

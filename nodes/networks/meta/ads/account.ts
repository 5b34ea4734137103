import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { fieldsOf } from './fieldList';
import { minorUnits, spoken, withMoney } from './money';

const bare = (id: string) => id.trim().replace(/^act_/, '');

/** `act_…`, as paths name an ad account; people and outputs also leave the prefix out. */
export const accountPath = (id: string) => `/act_${bare(id)}`;

/** What is to be known of an ad account before money is spent in it. https://developers.facebook.com/docs/marketing-api/reference/ad-account */
export interface AdAccount {
	account_id: string;
	name: string;
	currency: string;
	/** IANA name: the days of its reports. */
	timezone_name: string;
	/** In minor units. */
	min_daily_budget?: number;
	default_dsa_beneficiary?: string;
	default_dsa_payor?: string;
}

/** Currency and minimum hardly ever change: they are kept so long, in ms, so that a thousand items ask once. */
const KEEP = 10 * 60_000;
const known = new Map<string, { account: Promise<AdAccount>; until: number }>();

const fields = 'account_id,name,currency,timezone_name,min_daily_budget,default_dsa_beneficiary,default_dsa_payor';

/** The account, asked for once by all items. */
export async function accountOf(api: Api, id: string): Promise<AdAccount> {
	const now = Date.now();
	for (const [key, { until }] of known) if (until < now) known.delete(key);
	const path = accountPath(id);
	const found = known.get(path) ?? { account: api.send<AdAccount>({ url: path, qs: { fields } }), until: now + KEEP };
	known.set(path, found);
	found.account.catch(() => known.delete(path));
	return await found.account;
}

/** Refuses an object of another account: its money would be counted in the wrong currency. */
export function checkOwner(label: string, object: { id: string; account_id?: string }, { account_id, name }: AdAccount): void {
	if (object.account_id === undefined || object.account_id === account_id) return;
	throw refused(label, `${object.id} is in ad account act_${object.account_id}, not in “${name}” (act_${account_id}).`, 'Choose the ad account that it is in.');
}

/** A budget in minor units; refuses one below what the account takes a day. A lifetime budget is for a day at least. */
export function budgetOf(field: string, amount: unknown, { currency, min_daily_budget: least = 0 }: AdAccount): number {
	const minor = minorUnits(field, amount, currency);
	if (minor >= Math.max(least, 1)) return minor;
	throw refused(field, `${spoken(minor, currency)} is below the minimum of this ad account, ${spoken(Math.max(least, 1), currency)} a day.`, 'Raise the budget.');
}

const usual = 'id,account_id,name,account_status,disable_reason,currency,timezone_name,amount_spent,balance,spend_cap,min_daily_budget,business,user_tasks';

/** The currency has to be known to read the amounts. */
const readable = (wanted: string | undefined) => fieldsOf(wanted, usual, ['currency']);

const shown = ({ currency, ...account }: IDataObject) => withMoney(account, String(currency));

export async function* listAdAccounts(api: Api, wanted: string | undefined, most: number): AsyncGenerator<object> {
	const qs = { fields: readable(wanted), limit: Math.min(most, metaAds.pageSize) };
	for await (const account of api.pages({ url: '/me/adaccounts', qs })) yield shown(account);
}

export async function getAdAccount(api: Api, id: string, wanted: string | undefined): Promise<object> {
	return shown(await api.send({ url: accountPath(id), qs: { fields: readable(wanted) } }));
}

interface Minimum {
	currency: string;
	min_daily_budget_imp?: number;
	min_daily_budget_low_freq?: number;
	min_daily_budget_high_freq?: number;
	min_daily_budget_video_views?: number;
}

/** The least that a day costs in this account, by what is paid for. */
export async function minimumBudgets(api: Api, id: string): Promise<object> {
	const { currency } = await accountOf(api, id);
	const { data } = await api.send<{ data: Minimum[] }>({ url: `${accountPath(id)}/minimum_budgets` });
	const row = data.find((one) => one.currency === currency);
	if (!row) throw new PlatformError({ verdict: 'stop', message: `Meta names no minimum budgets in ${currency}.`, hint: 'Look at the account in the Ads Manager.' });
	const amounts = Object.entries(row).filter(([name]) => name.startsWith('min_daily_budget'));
	return { ...Object.fromEntries(amounts.map(([name, minor]) => [name, Number(spoken(minor, currency).split(' ')[0])])), currency };
}

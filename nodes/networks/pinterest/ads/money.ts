import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { majorUnits } from '../../googleAds/micros';

/** A yen has no smaller coin, a euro has cents. */
const decimalsOf = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** With all its decimals and the currency, for sentences: `12.50 EUR`. */
export const spoken = (micros: unknown, currency: string): string => `${majorUnits(Number(micros ?? 0)).toFixed(decimalsOf(currency))} ${currency}`;

/** What a person gave, in millionths; refuses what the currency has no coins for. Computed on the digits, so that it is exact. */
export function microsOf(field: string, amount: unknown, currency: string): number {
	const text = String(amount ?? '').trim();
	const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
	if (whole === '') throw refused(field, `“${text}” is not an amount.`, 'Give a number such as 12.5, without the currency.');
	const decimals = decimalsOf(currency);
	if (fraction.length > decimals) {
		const taken = decimals === 0 ? 'whole amounts only' : `at most ${decimals} decimals`;
		throw refused(field, `“${text}” has too many decimals; ${currency} has ${taken}.`, 'Round the amount.');
	}
	const micros = Number(whole + fraction.padEnd(pinterestAds.places, '0'));
	if (micros === 0) throw refused(field, 'is 0.', 'Give an amount above 0, or leave the field out.');
	if (Number.isSafeInteger(micros)) return micros;
	throw refused(field, `“${text}” is too large.`, 'Check the amount: it is in whole units of the currency.');
}

/** Pinterest's name of an amount, and ours once it is in whole units. */
const amounts: Readonly<Record<string, string>> = {
	bid_in_micro_currency: 'bid',
	budget_in_micro_currency: 'budget',
	daily_spend_cap: 'daily_spend_cap',
	default_ad_group_budget_in_micro_currency: 'default_ad_group_budget',
	lifetime_spend_cap: 'lifetime_spend_cap',
};

export const isAmount = (name: string): boolean => name in amounts;

/** What Pinterest answered, its amounts in whole units: `{bid_in_micro_currency: 1500000}` becomes `{bid: 1.5}`. */
export const inUnits = (object: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [amounts[name] ?? name, isAmount(name) && typeof value === 'number' ? majorUnits(value) : value]));

/** The same with the currency beside it. */
export const withMoney = (object: IDataObject, currency: string): IDataObject => ({ ...inUnits(object), currency });

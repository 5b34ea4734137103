import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { majorUnits } from '../micros';

/** Google counts every currency in millionths. https://developers.google.com/google-ads/api/docs/concepts/entities */
const PLACES = 6;

/** A yen has no smaller coin, a euro has cents: the currency's own number of decimals. */
const decimalsOf = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** With all its decimals and the currency, for sentences: `12.50 EUR`. */
export const spoken = (micros: unknown, currency: string): string => `${majorUnits(String(micros)).toFixed(decimalsOf(currency))} ${currency}`;

/** What a person gave, in millionths; refuses what the currency has no coins for. Computed on the digits, so that it is exact. */
export function micros(field: string, amount: unknown, currency: string): string {
	const text = String(amount).trim();
	const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
	if (whole === '') throw refused(field, `“${text}” is not an amount.`, 'Give a number such as 12.5, without the currency.');
	const decimals = decimalsOf(currency);
	if (fraction.length > decimals) {
		const taken = decimals === 0 ? 'whole amounts only' : `at most ${decimals} decimals`;
		throw refused(field, `“${text}” has too many decimals; Google takes ${taken} in ${currency}.`, 'Round the amount.');
	}
	const digits = (whole + fraction.padEnd(PLACES, '0')).replace(/^0+/, '');
	if (digits === '') throw refused(field, 'is 0.', 'Give an amount above 0.');
	if (digits.length <= 18) return digits;
	throw refused(field, `“${text}” is too large.`, 'Check the amount: it is in whole units of the currency.');
}

/** Whether it is 0, which stands for none where an amount may be left out. What an expression left empty is refused: nobody said that there is no limit. */
export function isNone(field: string, amount: unknown): boolean {
	if (String(amount ?? '').trim() === '') throw refused(field, 'is empty.', 'Check the expression that gives it; 0 stands for none.');
	return Number(amount) === 0;
}

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Google answered, its amounts in whole units of the currency: `{cpcBidMicros: '1500000'}` becomes `{cpcBid: 1.5}`. */
export function inUnits(object: IDataObject): IDataObject {
	const entries = Object.entries(object).map(([name, value]): [string, unknown] => {
		if (name.endsWith('Micros') && !isRecord(value)) return [name.slice(0, -'Micros'.length), value === null ? null : majorUnits(String(value))];
		return [name, isRecord(value) ? inUnits(value) : value];
	});
	return Object.assign({}, ...entries.map(([name, value]) => ({ [name]: value })));
}

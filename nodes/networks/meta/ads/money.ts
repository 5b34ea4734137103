import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';

const { money } = metaAds;

const decimalsOf = (currency: string) => (money.whole.some((one) => one === currency) ? 0 : money.decimals);

/** An amount of minor units, as people write it: `12.5`. */
export const majorUnits = (minor: unknown, currency: string): number => Number(minor) / 10 ** decimalsOf(currency);

/** With all its decimals and the currency, for sentences: `12.50 EUR`. */
export const spoken = (minor: unknown, currency: string) => `${majorUnits(minor, currency).toFixed(decimalsOf(currency))} ${currency}`;

/** What a person gave, in the minor units that Meta counts in; refuses what the currency has no coins for. */
export function minorUnits(field: string, amount: unknown, currency: string): number {
	const text = String(amount).trim();
	const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
	if (whole === '') throw refused(field, `“${text}” is not an amount.`, 'Give a number such as 12.5, without the currency.');
	const decimals = decimalsOf(currency);
	if (fraction.length > decimals) {
		const taken = decimals === 0 ? 'whole amounts only' : `at most ${decimals} decimals`;
		throw refused(field, `“${text}” has too many decimals; Meta takes ${taken} in ${currency}.`, 'Round the amount.');
	}
	const minor = Number(whole + fraction.padEnd(decimals, '0'));
	if (Number.isSafeInteger(minor)) return minor;
	throw refused(field, `“${text}” is too large.`, 'Check the amount: it is in whole units of the currency, not in cents.');
}

export const isAmount = (name: string) => money.fields.some((one) => one === name);

/** What Meta answered, its amounts in major units. */
export function inMajorUnits<T extends object>(object: T, currency: string): T {
	const amounts = Object.entries(object).filter(([name, value]) => isAmount(name) && value !== null && value !== undefined);
	return { ...object, ...Object.fromEntries(amounts.map(([name, minor]) => [name, majorUnits(minor, currency)])) };
}

/** The same with the currency beside them. */
export const withMoney = <T extends object>(object: T, currency: string): T & { currency: string } => ({ ...inMajorUnits(object, currency), currency });

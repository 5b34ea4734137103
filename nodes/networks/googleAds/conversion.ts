import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { currencies } from '../../model/currencies';

/** Click IDs are letters of base64url; a shorter text is no click. */
const CLICK = /^[\w-]{10,512}$/;

export interface Click {
	gclid?: string;
	gbraid?: string;
	wbraid?: string;
}

const clickNames = ['gclid', 'gbraid', 'wbraid'] as const;
const labels = { gclid: 'GCLID', gbraid: 'GBRAID', wbraid: 'WBRAID' } as const;

/** The click that led to the conversion. https://support.google.com/google-ads/answer/9744275 */
export function clickOf(fields: IDataObject): Click {
	const click: Click = {};
	for (const key of clickNames) {
		const text = String(fields[key] ?? '').trim();
		if (text && !CLICK.test(text)) throw refused(labels[key], 'this does not look like a click ID.', 'Check the expression that gives it, or leave the field empty.');
		if (text) click[key] = text;
	}
	if (click.gbraid && click.wbraid) throw refused('WBRAID', 'a click has either a GBRAID or a WBRAID.', 'Give the one that the landing page got.');
	return click;
}

export const isClick = (click: Click): boolean => clickNames.some((key) => click[key] !== undefined);

/** A number, also one that an expression gave as text. Nothing is no number, and zero is one. */
export function numberOf(label: string, value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const number = Number(text);
	if (Number.isFinite(number) && number >= 0) return number;
	throw refused(label, `“${text}” is not a number that Google takes.`, 'Give it with a point and without a currency, such as 49.9.');
}

/** ISO 4217. */
export function currencyOf(value: unknown): string | undefined {
	const code = String(value ?? '').trim().toUpperCase();
	if (code === '' || currencies.has(code)) return code || undefined;
	throw refused('Currency', `“${code}” is no currency.`, 'Give its three letters, such as EUR.');
}

/** The number of an order. Google refuses one that says who the person is. */
export function orderOf(label: string, value: unknown): string | undefined {
	const id = String(value ?? '').trim();
	if (/@/.test(id)) throw refused(label, 'it holds an e-mail address, which Google does not take there.', 'Give a number of your own, such as the order’s.');
	if (id.length > 512) throw refused(label, `has ${id.length} characters; Google allows 512.`, 'Choose a shorter one.');
	return id || undefined;
}

import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import type { Request } from '../../core/request';
import type { Category } from '../../platforms/pinterest';
import { pinterest } from '../../platforms/pinterest';

const { limits } = pinterest;

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** What is given; empty fields of the panel are not, and neither is what an expression found empty. */
export const given = (values: IDataObject): IDataObject => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** An ID as Pinterest writes it: digits, too many for a number. `field` is its display name. */
export function idIn(field: string, value: unknown): string {
	const id = String(value ?? '').trim();
	if (/^\d+$/.test(id)) return id;
	throw refused(field, `“${shortened(id)}” is no ID.`, 'Give the number that creating and listing answer as “id”.');
}

/** The same where it may be missing. */
export const optionalId = (field: string, value: unknown): string | undefined => (String(value ?? '').trim() === '' ? undefined : idIn(field, value));

/** The ID of a Pin, or what people copy: its address. */
export function pinIdIn(text: string): string {
	const [, id] = /\/pin\/(?:[^/?#]*--)?(\d+)/.exec(text) ?? [];
	return idIn('Pin ID', id ?? text);
}

/** Whose boards and Pins these are, where another account has given access. https://developers.pinterest.com/docs/getting-started/using-business-access/ */
export const asOwner = ({ adAccountId }: { adAccountId?: string } = {}): { ad_account_id?: string } => ({ ad_account_id: optionalId('Ad Account ID', adAccountId) });

/** Reads something, on the allowance of its category. */
export const reads = (url: string, qs: IDataObject = {}, lane: Category = 'org_read'): Request => ({ url, qs: given(qs), lane });

/** Changes something. */
export const writes = (method: 'POST' | 'PATCH' | 'DELETE', url: string, owner: { ad_account_id?: string } = {}): Request => ({ method, url, qs: given(owner), lane: 'org_write' });

/** Items to ask for at once: no more than are wanted, and no more than Pinterest gives. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }, most: number = limits.pageSize) => ({ page_size: returnAll ? most : Math.min(limit, most) });

/** The same for the search of all of Pinterest, which calls it a limit. */
export const pageLimit = (wanted: Parameters<typeof pageSize>[0]) => ({ limit: pageSize(wanted, limits.publicPageSize).page_size });

/** What a listing of Pins leaves out and adds. */
export const listFilters = ({ creativeType, pinFilter, pinMetrics, protectedPins }: { creativeType?: string; pinFilter?: string; pinMetrics?: boolean; protectedPins?: boolean }): IDataObject => ({
	...{ creative_types: creativeType, pin_filter: pinFilter },
	...{ pin_metrics: pinMetrics || undefined, include_protected_pins: protectedPins || undefined },
});

/** An address that Pinterest can open; `field` is its display name. */
export function webAddress(field: string, value: unknown): string {
	const address = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw refused(field, `“${shortened(address)}” is no web address.`, 'Give a public address that starts with https://.');
	if (address.length > limits.link) throw refused(field, `has ${address.length} characters; Pinterest allows ${limits.link}.`, 'Give a shorter address.');
	return address;
}

/** A text of the additional fields, no longer than Pinterest takes; an expression may give a number. */
export function textIn(field: string, value: unknown, most = Infinity): string | undefined {
	const text = String(value ?? '');
	if (text.length <= most) return text || undefined;
	throw refused(field, `has ${text.length} characters; Pinterest allows ${most}.`, `Shorten it by ${text.length - most} characters.`);
}

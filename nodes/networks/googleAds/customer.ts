import { refused } from '../../core/errors';

/** Ten digits, as the API wants them; people copy them with hyphens. https://developers.google.com/google-ads/api/docs/concepts/call-structure#cid */
export function customerIdOf(text: string, field = 'Account'): string {
	const id = String(text).replace(/[\s-]/g, '');
	if (/^\d{10}$/.test(id)) return id;
	throw refused(field, `“${text}” is not the ID of a Google Ads account.`, 'Enter its ten digits, such as 123-456-7890.');
}

/** The digits of a campaign's ID, or nothing for all of them. */
export function campaignIdIn(text: unknown): string {
	const id = String(text ?? '').trim();
	if (/^\d*$/.test(id)) return id;
	throw refused('Campaign', `“${id}” is not the ID of a campaign.`, 'Choose it from the list, or enter its digits.');
}

/** Path of something in an account: `/customers/1234567890/campaigns/1`. Resource names are the same without the slash. */
export const inCustomer = (customer: string, path = ''): string => `/customers/${customerIdOf(customer)}${path}`;

import type { Call } from '../call';
import { invalid } from '../errors';
import type { Page } from '../model';
import { words } from '../words';

/** Texts of a page that may be changed. https://developers.facebook.com/docs/graph-api/reference/page#Updating */
const texts = words('about bio company_overview description general_info impressum mission phone price_range website');

export const pageUpdateParams = [...texts, 'emails'];

export function updatePage(page: Page, { params }: Call): { success: true } {
	const details: Record<string, unknown> = {};
	for (const name of texts) if (params.has(name)) details[name] = params.text(name);
	const emails = params.texts('emails');
	if (emails?.some((email) => !/^\S+@\S+$/.test(email))) throw invalid('Param emails must be an array of email addresses');
	if (emails) details.emails = emails;
	if (Object.keys(details).length === 0) throw invalid('Nothing to update was given.');
	page.details = { ...page.details, ...details };
	return { success: true };
}

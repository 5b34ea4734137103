import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { readBack } from './posts';

interface Details {
	about?: string;
	bio?: string;
	companyOverview?: string;
	description?: string;
	emails?: string;
	generalInfo?: string;
	impressum?: string;
	mission?: string;
	phone?: string;
	priceRange?: string;
	website?: string;
}

function emailsIn(text: string | undefined): string[] | undefined {
	if (text === undefined) return undefined;
	const emails = text.split(/[\s,]+/).filter(Boolean);
	const wrong = emails.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
	if (wrong) throw refused('Emails', `“${wrong}” is not an email address.`, 'Give addresses such as bonjour@example.com, separated by commas.');
	return emails;
}

/** Changes what a page says of itself to fixed values, which may be repeated. https://developers.facebook.com/docs/graph-api/reference/page#Updating */
export async function changePage(api: Api, page: string, { companyOverview, generalInfo, priceRange, emails, ...same }: Details) {
	const body = { ...same, company_overview: companyOverview, general_info: generalInfo, price_range: priceRange, emails: emailsIn(emails) };
	const changed = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
	if (changed.length === 0) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	await api.send({ method: 'POST', url: `/${page}`, body, idempotent: true });
	return { id: page, updated: true, ...(await readBack(api, page, ['id', ...changed].join(','))) };
}

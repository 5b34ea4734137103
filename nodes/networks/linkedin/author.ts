import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import { keeping } from '../../core/kept';
import { linkedin } from '../../platforms/linkedin';

/** The connected member, as the author locator names them. */
export const ME = 'me';

export const organizationUrn = (id: string): string => `urn:li:organization:${id}`;
export const isOrganization = (urn: string): boolean => urn.startsWith('urn:li:organization:');
export const isMember = (urn: string): boolean => urn.startsWith('urn:li:person:');

export interface Member {
	urn: string;
	name: string;
}

/** Who is connected to each connection, in memory only. */
const known = keeping<Member>();

async function ask(api: Api): Promise<Member> {
	const body = await api.send<{ sub?: string; id?: string }>(linkedin.identity.request);
	const id = body.sub ?? body.id;
	if (!id) throw new PlatformError({ verdict: 'stop', code: 'identity', message: 'LinkedIn does not say who is connected.', hint: 'Check “App Type” in the credential and connect again.' });
	return { urn: `urn:li:person:${id}`, name: linkedin.identity.nameOf({ ...body }) };
}

/** The connected member, asked for once by all items. */
export const memberOf = async (api: Api): Promise<Member> => await known(api.connection, async () => await ask(api));

/** An organization or member as people write it, as a URN: digits are an organization’s ID. What is none of these stays as it is. */
export function normalAuthor(text: string): string {
	const author = text.trim();
	if (/^\d+$/.test(author)) return organizationUrn(author);
	const [, id] = /^https:\/\/(?:www\.)?linkedin\.com\/company\/(\d+)(?:[/?#]|$)/.exec(author) ?? [];
	return id ? organizationUrn(id) : author;
}

/** The URN of whoever acts. `field` is its display name. */
export async function authorUrn(api: Api, text: string, field = 'Author'): Promise<string> {
	const author = normalAuthor(text);
	if (author === '' || author === ME) return (await memberOf(api)).urn;
	if (/^urn:li:(organization:\d+|person:[\w-]+)$/.test(author)) return author;
	throw refused(field, `“${author.slice(0, 80)}” is neither a member nor an organization.`, 'Choose from the list, or give an organization’s ID or a URN such as urn:li:organization:5500001.');
}

/** The same where only an organization will do. */
export function organizationOf(text: string, field = 'Organization'): string {
	const organization = normalAuthor(text);
	if (/^urn:li:organization:\d+$/.test(organization)) return organization;
	throw refused(field, `“${organization.slice(0, 80)}” is no organization.`, 'Choose from the list, or give the organization’s ID or its URN, such as urn:li:organization:5500001.');
}

import type { Api } from '../../core/api';
import { collect } from '../../core/paging';
import { listSearch } from '../../core/search';
import { linkedin } from '../../platforms/linkedin';
import { memberOf } from './author';
import type { Member } from './author';
import { seen } from './hidden';
import { organizationName, postingOrganizations } from './organizations';

async function* organizations(api: Api): AsyncGenerator<Member> {
	for await (const urn of postingOrganizations(api)) yield { urn, name: await organizationName(api, urn) };
}

/** The member first. An app for members may not ask for organizations, and has none to offer. */
async function* authors(api: Api): AsyncGenerator<Member> {
	const { urn, name } = await memberOf(api);
	yield { urn, name: `${name} (You)` };
	yield* await seen(collect(organizations(api), Infinity), () => []);
}

const entryOf = ({ urn, name }: Member) => ({ name, value: urn, url: urn.startsWith('urn:li:organization:') ? `https://www.linkedin.com/company/${urn.split(':').at(-1) ?? ''}` : undefined });

/** Whom the connection may publish as: the member, and the organizations they administer. */
export const searchAuthors = listSearch<Member>(linkedin, (_, api) => authors(api), entryOf);

export const searchOrganizations = listSearch<Member>(linkedin, (_, api) => organizations(api), entryOf);

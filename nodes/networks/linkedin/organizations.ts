import type { Api } from '../../core/api';
import { linkedin } from '../../platforms/linkedin';
import { encoded, withQuery } from './restli';

/** Roles that may publish as an organization, by both names that LinkedIn uses for the second one. */
const POSTING: readonly string[] = ['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN', 'DIRECT_SPONSORED_CONTENT_POSTER'];

interface Access {
	role: string;
	/** Its older name is the other one. */
	organization?: string;
	organizationalTarget?: string;
}

/** URNs of the organizations that the connected member may publish as. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role */
export async function* postingOrganizations(api: Api): AsyncGenerator<string> {
	const url = withQuery('/rest/organizationAcls', { q: 'roleAssignee', state: 'APPROVED' });
	const seen = new Set<string>();
	for await (const { role, organization, organizationalTarget: urn = organization } of api.pages<Access>({ url, qs: { start: 0, count: linkedin.limits.pageSize } })) {
		if (!urn || seen.has(urn) || !POSTING.includes(role)) continue;
		seen.add(urn);
		yield urn;
	}
}

/** The name of an organization where it may be seen, its URN otherwise. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export async function organizationName(api: Api, urn: string): Promise<string> {
	const { localizedName } = await api.send<{ localizedName?: string }>({ url: `/rest/organizations/${encoded(urn.split(':').at(-1) ?? '')}` }).catch(() => ({ localizedName: undefined }));
	return localizedName ?? urn;
}

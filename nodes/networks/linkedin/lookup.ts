import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { linkedin } from '../../platforms/linkedin';
import { organizationOf } from './author';
import { organizationName } from './organizations';
import { encoded, withQuery } from './restli';

/** One organization as LinkedIn describes it: to its administrators with all fields. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export async function organizationDetails(api: Api, text: string): Promise<object> {
	const urn = organizationOf(text);
	const details = await api.send({ url: `/rest/organizations/${encoded(urn.split(':').at(-1) ?? '')}` });
	return { urn, ...details };
}

interface Access {
	role: string;
	state: string;
	roleAssignee?: string;
	/** Its older name is the other one. */
	organization?: string;
	organizationalTarget?: string;
}

/** Organizations in which the connected member has a role, each with that role. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role */
export async function* administered(api: Api, role: string, named: boolean): AsyncGenerator<object> {
	const url = withQuery('/rest/organizationAcls', { q: 'roleAssignee', ...(role !== 'any' && { role }), state: 'APPROVED' });
	for await (const { organization, organizationalTarget: urn = organization, ...access } of api.pages<Access>({ url, qs: { start: 0, count: linkedin.limits.pageSize } })) {
		if (urn) yield { organization: urn, id: urn.split(':').at(-1), ...(named && { name: await organizationName(api, urn) }), role: access.role, state: access.state, roleAssignee: access.roleAssignee } satisfies IDataObject;
	}
}

/** How many follow an organization. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api#retrieve-organization-follower-count */
export async function followerCount(api: Api, text: string): Promise<object> {
	const organization = organizationOf(text);
	const { firstDegreeSize } = await api.send<{ firstDegreeSize?: number }>({ url: withQuery(`/rest/networkSizes/${encoded(organization)}`, { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' }) });
	return { organization, followers: firstDegreeSize };
}

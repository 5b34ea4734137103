import { operation } from '../../core/operation';
import { organizationDetails } from '../../networks/linkedin/lookup';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export const getOrganization = operation({
	resource: 'organization',
	operation: 'get',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get',
	action: 'Get an organization',
	description: 'Get the name, description, website and locations of an organization; of one that you do not administer, its public part',
	fields: [{ ...organization, description: 'Any organization; the list shows those that the connected member administers' }],
	run: async ({ organization: urn }, api) => await organizationDetails(api, urn),
});

import { operation } from '../../core/operation';
import { followerCount } from '../../networks/linkedin/lookup';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api#retrieve-organization-follower-count */
export const getFollowerCount = operation({
	resource: 'organization',
	operation: 'getFollowerCount',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get Follower Count',
	action: 'Get the follower count of an organization',
	description: 'Get how many people follow an organization now',
	fields: [{ ...organization, description: 'Any organization; the list shows those that the connected member administers' }],
	run: async ({ organization: urn }, api) => await followerCount(api, urn),
});

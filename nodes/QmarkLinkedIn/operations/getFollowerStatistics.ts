import { operation } from '../../core/operation';
import { followerStatistics } from '../../networks/linkedin/statistics/followers';
import { days, followerPeriod } from '../communityFields';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics */
export const getFollowerStatistics = operation({
	resource: 'statistic',
	operation: 'getFollowers',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get Followers',
	action: 'Get follower statistics',
	description: 'Get how many followers a page gained in each period of the last 12 months, or who they are; the last two days are not counted yet',
	fields: [organization, followerPeriod, ...days],
	run: async ({ organization: urn, ...time }, api) => await followerStatistics(api, urn, time),
});

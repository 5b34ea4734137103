import { operation } from '../../core/operation';
import { shareStatistics } from '../../networks/linkedin/statistics/shares';
import { days, period } from '../communityFields';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics */
export const getShareStatistics = operation({
	resource: 'statistic',
	operation: 'getShares',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get All Posts Together',
	action: 'Get statistics of all posts together',
	description: 'Get what all posts of a page counted together, without advertising, in each period of the last 12 months',
	fields: [organization, period, ...days],
	run: async ({ organization: urn, ...time }, api) => await shareStatistics(api, urn, time),
});

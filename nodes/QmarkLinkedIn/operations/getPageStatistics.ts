import { operation } from '../../core/operation';
import { pageStatistics } from '../../networks/linkedin/statistics/page';
import { days, pagePeriod } from '../communityFields';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/page-statistics */
export const getPageStatistics = operation({
	resource: 'statistic',
	operation: 'getPage',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get Page Views',
	action: 'Get page statistics',
	description: 'Get how often a page and its parts were seen in each period, or in all and by whom',
	fields: [organization, pagePeriod, ...days],
	run: async ({ organization: urn, ...time }, api) => await pageStatistics(api, urn, time),
});

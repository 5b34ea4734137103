import { operation } from '../../core/operation';
import { postStatistics } from '../../networks/linkedin/statistics/shares';
import { organization } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics#retrieve-statistics-for-specific-shares */
export const getPostStatistics = operation({
	resource: 'statistic',
	operation: 'getPosts',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get Posts',
	action: 'Get statistics of posts',
	description: 'Get what single posts of a page counted in all, without advertising; one that nobody saw comes without numbers',
	fields: [
		organization,
		{
			displayName: 'Posts',
			name: 'posts',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:share:7012345678901234567',
			description: 'URNs of posts, one a line or comma-separated; an expression may give a list',
		},
	],
	run: ({ organization: urn, posts }, api) => postStatistics(api, urn, posts),
});

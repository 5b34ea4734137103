import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { organizationOf } from '../../networks/linkedin/author';
import { listPosts } from '../../networks/linkedin/listing';
import { organization } from '../fields';
import { sortBy } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#find-posts-by-authors */
export const getManyPosts = operation({
	resource: 'post',
	operation: 'getAll',
	effect: 'read',
	scopes: ['r_organization_social'],
	name: 'Get Many',
	action: 'Get many posts',
	description: 'Get many posts of an organization; LinkedIn gives apps no list of a member’s posts',
	fields: [organization, ...many, sortBy],
	run: (input, api) => listPosts(api, organizationOf(input.organization), input),
});

import { operation } from '../../core/operation';
import { entityIn } from '../../networks/linkedin/entity';
import { countsOf } from '../../networks/linkedin/socialMetadata';
import { entityId } from '../communityFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api#get-a-summary-of-social-metadata */
export const getSocialMetadata = operation({
	resource: 'socialMetadata',
	operation: 'get',
	effect: 'read',
	scopes: ['r_organization_social_feed'],
	name: 'Get',
	action: 'Get social metadata',
	description: 'Get how many comments and reactions a post or comment has, and whether its comments are open',
	fields: [entityId],
	run: async ({ entityId: entity }, api) => await countsOf(api, entityIn(entity, entityId.displayName)),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { commentsUnder } from '../../networks/linkedin/comments';
import { entityIn } from '../../networks/linkedin/entity';
import { entityId } from '../communityFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api#get-comments-on-shares */
export const getManyComments = operation({
	resource: 'comment',
	operation: 'getAll',
	effect: 'read',
	scopes: ['r_organization_social_feed'],
	name: 'Get Many',
	action: 'Get many comments',
	description: 'Get many comments on a post of a page, or answers to a comment there',
	fields: [entityId, ...many],
	run: ({ entityId: entity }, api) => commentsUnder(api, entityIn(entity, entityId.displayName)),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { entityIn } from '../../networks/linkedin/entity';
import { reactionsTo } from '../../networks/linkedin/reactions';
import { entityId } from '../communityFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api#get-reactions-on-shares */
export const getManyReactions = operation({
	resource: 'reaction',
	operation: 'getAll',
	effect: 'read',
	scopes: ['r_organization_social_feed'],
	name: 'Get Many',
	action: 'Get many reactions',
	description: 'Get many reactions to a post of a page, or to a comment there, the newest first',
	fields: [entityId, ...many],
	run: ({ entityId: entity }, api) => reactionsTo(api, entityIn(entity, entityId.displayName)),
});

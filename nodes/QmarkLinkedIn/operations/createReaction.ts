import { operation } from '../../core/operation';
import { entityIn } from '../../networks/linkedin/entity';
import { react } from '../../networks/linkedin/reactions';
import { entityId, reactionType } from '../communityFields';
import { author } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api#create-a-reaction-on-a-share */
export const createReaction = operation({
	resource: 'reaction',
	operation: 'create',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Create',
	action: 'Create a reaction',
	description: 'React to a post or comment as yourself or as a page',
	fields: [author, entityId, reactionType],
	run: async ({ author: by, entityId: entity, reactionType: type }, api) => await react(api, entityIn(entity, entityId.displayName), by, type),
});

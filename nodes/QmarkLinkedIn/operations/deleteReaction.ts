import { operation } from '../../core/operation';
import { entityIn } from '../../networks/linkedin/entity';
import { unreact } from '../../networks/linkedin/reactions';
import { entityId } from '../communityFields';
import { author } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api#delete-a-reaction */
export const deleteReaction = operation({
	resource: 'reaction',
	operation: 'delete',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Delete',
	action: 'Delete a reaction',
	description: 'Take back your reaction, or that of your page',
	fields: [{ ...author, description: 'Whose reaction it is' }, entityId],
	run: async ({ author: by, entityId: entity }, api) => await unreact(api, entityIn(entity, entityId.displayName), by),
});

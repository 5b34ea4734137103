import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { businessConnection } from '../fields';
import { storyId, storyIdOf } from '../story';

/** https://core.telegram.org/bots/api#deletestory */
export const deleteStory = operation({
	resource: 'story',
	operation: 'delete',
	effect: 'write',
	name: 'Delete',
	action: 'Delete a story',
	description: 'Delete a story that the bot posted',
	fields: [businessConnection, storyId],
	run: async ({ businessConnectionId, storyId: given }, api) => {
		const place = { business_connection_id: businessConnectionId, story_id: storyIdOf(given) };
		await surely('deleteStory', place, telegram.words.storyGone, api);
		return { ...place, deleted: true };
	},
});

import type { TelegramStory } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { additionalFieldsOf } from '../message';
import { storyCall, storyContent, storyId, storyIdOf, videoOptions } from '../story';

/** https://core.telegram.org/bots/api#editstory */
export const editStory = operation({
	resource: 'story',
	operation: 'edit',
	effect: 'write',
	name: 'Edit',
	action: 'Edit a story',
	description: 'Replace the file and the caption of a story that the bot posted',
	limits: { caption: telegram.limits.storyCaption },
	fields: [storyId, ...storyContent, additionalFieldsOf(...videoOptions)],
	run: async ({ storyId: id, ...input }, api) => await api.send<TelegramStory>(await storyCall('editStory', { story_id: storyIdOf(id) }, input, api)),
});

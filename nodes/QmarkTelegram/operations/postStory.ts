import type { TelegramStory } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { additionalFieldsOf, protect } from '../message';
import { storyCall, storyContent, videoOptions } from '../story';

/** https://core.telegram.org/bots/api#poststory */
export const postStory = operation({
	resource: 'story',
	operation: 'post',
	effect: 'write',
	name: 'Post',
	action: 'Post a story',
	description: 'Post a photo or video as a story of a business account that lets the bot manage its stories',
	limits: { caption: telegram.limits.storyCaption },
	fields: [
		...storyContent,
		{
			displayName: 'Active Period',
			name: 'activePeriod',
			type: 'options',
			default: 86400,
			description: 'How long the story is shown',
			options: [{ name: '12 Hours', value: 43200 }, { name: '24 Hours', value: 86400 }, { name: '48 Hours', value: 172800 }, { name: '6 Hours', value: 21600 }],
		},
		additionalFieldsOf(...videoOptions, protect, { displayName: 'Keep on Page', name: 'post_to_chat_page', type: 'boolean', default: false, description: 'Whether the story stays on the account’s page afterwards' }),
	],
	run: async ({ activePeriod, ...input }, api) => await api.send<TelegramStory>(await storyCall('postStory', { active_period: activePeriod }, input, api)),
});

import type { INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import { chatIdOf } from '../networks/telegram/call';

export const topicId = {
	displayName: 'Topic ID',
	name: 'topicId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 42',
	description: 'The number of the topic: “message_thread_id” of any message in it',
} as const satisfies INodeProperties;

export const topicIcon = {
	displayName: 'Icon Emoji ID',
	name: 'icon_custom_emoji_id',
	type: 'string',
	default: '',
	description: 'One that “Get Icon Stickers” lists as “custom_emoji_id”',
} as const satisfies INodeProperties;

/** https://core.telegram.org/bots/api#createforumtopic */
export const topicColor = {
	displayName: 'Icon Color',
	name: 'icon_color',
	type: 'options',
	default: 7322096,
	options: [
		{ name: 'Blue', value: 7322096 },
		{ name: 'Green', value: 9367192 },
		{ name: 'Pink', value: 16749490 },
		{ name: 'Purple', value: 13338331 },
		{ name: 'Red', value: 16478047 },
		{ name: 'Yellow', value: 16766590 },
	],
} as const satisfies INodeProperties;

/** A topic of a forum group, as Telegram's parameters. */
export function topicOf({ chatId, topicId: given }: { chatId: string; topicId: string }) {
	const id = Number(given);
	if (Number.isInteger(id) && id > 0) return { chat_id: chatIdOf(chatId), message_thread_id: id };
	throw refused('Topic ID', `“${given}” is not the number of a topic.`, 'Use “message_thread_id” of any message in the topic.');
}

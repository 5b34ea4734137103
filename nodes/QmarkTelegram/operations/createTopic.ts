import type { TelegramForumTopic } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat } from '../fields';
import { additionalFieldsOf } from '../message';
import { topicColor, topicIcon } from '../topics';

/** https://core.telegram.org/bots/api#createforumtopic */
export const createTopic = operation({
	resource: 'topic',
	operation: 'create',
	effect: 'write',
	name: 'Create',
	action: 'Create a topic',
	description: 'Create a topic in a group that has topics',
	limits: { name: telegram.limits.topicName },
	fields: [chat, { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', placeholder: 'e.g. News' }, additionalFieldsOf(topicColor, topicIcon)],
	run: async ({ chatId, name, additionalFields }, api) => await api.send<TelegramForumTopic>(call('createForumTopic', { chat_id: chatIdOf(chatId), name, ...additionalFields })),
});

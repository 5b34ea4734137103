import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { chatIdOf } from '../../networks/telegram/call';
import { surely } from '../edit';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#hidegeneralforumtopic */
export const hideGeneralTopic = operation({
	resource: 'topic',
	operation: 'hideGeneral',
	effect: 'write',
	name: 'Hide General',
	action: 'Hide the general topic',
	description: 'Hide the topic “General” of a group; it is closed with it',
	fields: [chat],
	run: async ({ chatId }, api) => {
		await surely('hideGeneralForumTopic', { chat_id: chatIdOf(chatId) }, telegram.words.topicDone, api);
		return { chat_id: chatIdOf(chatId), hidden: true };
	},
});

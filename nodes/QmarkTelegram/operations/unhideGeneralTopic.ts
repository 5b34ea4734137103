import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { chatIdOf } from '../../networks/telegram/call';
import { surely } from '../edit';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#unhidegeneralforumtopic */
export const unhideGeneralTopic = operation({
	resource: 'topic',
	operation: 'unhideGeneral',
	effect: 'write',
	name: 'Show General',
	action: 'Show the general topic',
	description: 'Show the topic “General” of a group again',
	fields: [chat],
	run: async ({ chatId }, api) => {
		await surely('unhideGeneralForumTopic', { chat_id: chatIdOf(chatId) }, telegram.words.topicDone, api);
		return { chat_id: chatIdOf(chatId), hidden: false };
	},
});

import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat } from '../fields';
import { topicId, topicOf } from '../topics';

/** https://core.telegram.org/bots/api#reopenforumtopic */
export const reopenTopic = operation({
	resource: 'topic',
	operation: 'reopen',
	effect: 'write',
	name: 'Reopen',
	action: 'Reopen a topic',
	description: 'Let everybody write in a topic again',
	fields: [chat, topicId],
	run: async (input, api) => {
		await surely('reopenForumTopic', topicOf(input), telegram.words.topicDone, api);
		return { ...topicOf(input), closed: false };
	},
});

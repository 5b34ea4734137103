import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat } from '../fields';
import { topicId, topicOf } from '../topics';

/** https://core.telegram.org/bots/api#deleteforumtopic */
export const deleteTopic = operation({
	resource: 'topic',
	operation: 'delete',
	effect: 'write',
	name: 'Delete',
	action: 'Delete a topic',
	description: 'Delete a topic with all of its messages',
	fields: [chat, topicId],
	run: async (input, api) => {
		await surely('deleteForumTopic', topicOf(input), telegram.words.topicDone, api);
		return { ...topicOf(input), deleted: true };
	},
});

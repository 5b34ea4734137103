import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat } from '../fields';
import { topicId, topicOf } from '../topics';

/** https://core.telegram.org/bots/api#closeforumtopic */
export const closeTopic = operation({
	resource: 'topic',
	operation: 'close',
	effect: 'write',
	name: 'Close',
	action: 'Close a topic',
	description: 'Let only administrators write in a topic',
	fields: [chat, topicId],
	run: async (input, api) => {
		await surely('closeForumTopic', topicOf(input), telegram.words.topicDone, api);
		return { ...topicOf(input), closed: true };
	},
});

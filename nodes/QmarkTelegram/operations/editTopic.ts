import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat } from '../fields';
import { additionalFieldsOf } from '../message';
import { topicIcon, topicId, topicOf } from '../topics';

/** https://core.telegram.org/bots/api#editforumtopic */
export const editTopic = operation({
	resource: 'topic',
	operation: 'edit',
	effect: 'write',
	name: 'Edit',
	action: 'Edit a topic',
	description: 'Change the name and the icon of a topic; what is left empty stays as it is',
	limits: { name: telegram.limits.topicName },
	fields: [chat, topicId, { displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. News' }, additionalFieldsOf(topicIcon)],
	run: async ({ name, additionalFields, ...input }, api) => {
		await surely('editForumTopic', { ...topicOf(input), name, ...additionalFields }, telegram.words.topicDone, api);
		return { ...topicOf(input), ...(name && { name }), ...additionalFields, edited: true };
	},
});

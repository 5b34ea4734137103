import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';
import { additionalFieldsOf, addressed, topic } from '../message';

/** https://core.telegram.org/bots/api#sendchataction */
export const sendChatAction = operation({
	resource: 'message',
	operation: 'sendChatAction',
	effect: 'send',
	name: 'Send Chat Action',
	action: 'Send a chat action',
	description: 'Show for up to five seconds what the bot is doing',
	fields: [
		chat,
		{
			displayName: 'Chat Action',
			name: 'action',
			type: 'options',
			default: 'typing',
			options: [
				{ name: 'Choosing a Sticker', value: 'choose_sticker' },
				{ name: 'Finding a Location', value: 'find_location' },
				{ name: 'Recording a Video', value: 'record_video' },
				{ name: 'Recording a Voice Message', value: 'record_voice' },
				{ name: 'Typing', value: 'typing' },
				{ name: 'Uploading a Document', value: 'upload_document' },
				{ name: 'Uploading a Photo', value: 'upload_photo' },
				{ name: 'Uploading a Video', value: 'upload_video' },
				{ name: 'Uploading a Voice Message', value: 'upload_voice' },
			],
		},
		additionalFieldsOf(topic),
	],
	run: async ({ action, ...input }, api) => {
		await api.send(repeatable('sendChatAction', { ...addressed(input), action }));
		return { action, sent: true };
	},
});

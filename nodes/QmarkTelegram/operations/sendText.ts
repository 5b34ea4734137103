import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../call';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#sendmessage */
export const sendText = operation({
	resource: 'message',
	operation: 'sendText',
	effect: 'send',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a text to a person, group or channel',
	limits: { text: telegram.limits.text },
	fields: [chat, { displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, required: true, default: '' }],
	run: async ({ chatId, text }, api) => await api.send(call('sendMessage', { chat_id: chatId, text })),
});

import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { chat, format, text } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFields, addressed, linkPreview, textOf } from '../message';

/** https://core.telegram.org/bots/api#sendmessage */
export const sendText = operation({
	resource: 'message',
	operation: 'sendText',
	effect: 'send',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a text to a person, group or channel',
	limits: { text: telegram.limits.text },
	fields: [chat, text, ...format, inlineKeyboard, additionalFields(linkPreview)],
	run: async (input, api) => await api.send<TelegramMessage>(call('sendMessage', { ...addressed(input), ...textOf(input) })),
});

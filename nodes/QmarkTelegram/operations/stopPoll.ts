import type { TelegramPoll } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { placed } from '../edit';
import { chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFieldsOf, addressed, business } from '../message';

/** https://core.telegram.org/bots/api#stoppoll */
export const stopPoll = operation({
	resource: 'message',
	operation: 'stopPoll',
	effect: 'send',
	name: 'Stop Poll',
	action: 'Stop a poll',
	description: 'Close a poll that the bot sent, and get its result',
	fields: [chat, messageId, inlineKeyboard, additionalFieldsOf(business)],
	run: async (input, api) => await api.send<TelegramPoll>(call('stopPoll', { ...addressed(input), ...placed(input) })),
});

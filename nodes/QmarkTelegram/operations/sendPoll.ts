import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { addressed, pollAdditionalFields } from '../message';
import { answersOf, pollFields, pollOptions } from '../poll';

/** https://core.telegram.org/bots/api#sendpoll */
export const sendPoll = operation({
	resource: 'message',
	operation: 'sendPoll',
	effect: 'send',
	name: 'Send Poll',
	action: 'Send a poll',
	description: 'Send a poll or a quiz',
	limits: { question: telegram.limits.pollQuestion },
	fields: [chat, ...pollFields, inlineKeyboard, pollAdditionalFields(...pollOptions)],
	run: async ({ question, ...input }, api) =>
		await api.send<TelegramMessage>(call('sendPoll', { ...addressed(input), question, ...answersOf(input, input.additionalFields) })),
});

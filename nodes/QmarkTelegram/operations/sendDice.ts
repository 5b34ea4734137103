import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFields, addressed } from '../message';

/** https://core.telegram.org/bots/api#senddice */
export const sendDice = operation({
	resource: 'message',
	operation: 'sendDice',
	effect: 'send',
	name: 'Send Dice',
	action: 'Send a dice',
	description: 'Send an animated emoji that shows a random value',
	fields: [
		chat,
		{
			displayName: 'Game',
			name: 'emoji',
			type: 'options',
			default: '🎲',
			options: [
				{ name: 'Basketball', value: '🏀' },
				{ name: 'Bowling', value: '🎳' },
				{ name: 'Darts', value: '🎯' },
				{ name: 'Dice', value: '🎲' },
				{ name: 'Football', value: '⚽' },
				{ name: 'Slot Machine', value: '🎰' },
			],
		},
		inlineKeyboard,
		additionalFields(),
	],
	run: async ({ emoji, ...input }, api) => await api.send<TelegramMessage>(call('sendDice', { ...addressed(input), emoji })),
});

import type { TelegramBotCommand } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { audience, audienceOf } from '../commands';

/** https://core.telegram.org/bots/api#getmycommands */
export const getCommands = operation({
	resource: 'bot',
	operation: 'getCommands',
	effect: 'read',
	name: 'Get Commands',
	action: 'Get the commands of the bot',
	description: 'Get the command menu of the bot, one item for each command',
	fields: [...audience],
	run: async (input, api) => await api.send<TelegramBotCommand[]>(repeatable('getMyCommands', audienceOf(input))),
});

import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { audience, audienceOf, commandList, commandsOf } from '../commands';

/** https://core.telegram.org/bots/api#setmycommands */
export const setCommands = operation({
	resource: 'bot',
	operation: 'setCommands',
	effect: 'write',
	name: 'Set Commands',
	action: 'Set the commands of the bot',
	description: 'Replace the command menu of the bot',
	fields: [commandList, ...audience],
	run: async (input, api) => {
		const commands = commandsOf(input.commands);
		await api.send(repeatable('setMyCommands', { commands, ...audienceOf(input) }));
		return commands;
	},
});

import type { INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { telegram } from '../platforms/telegram';

/** https://core.telegram.org/bots/api#botcommand */
export const commandList = {
	displayName: 'Commands',
	name: 'commands',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Command',
	default: {},
	description: 'The whole menu: what is not listed here disappears from it',
	options: [
		{
			displayName: 'Command',
			name: 'command',
			values: [
				{ displayName: 'Command', name: 'command', type: 'string', default: '', placeholder: 'e.g. start', description: 'Up to 32 lower-case letters, digits and underscores' },
				{ displayName: 'Description', name: 'description', type: 'string', default: '', placeholder: 'e.g. See what the bot can do' },
			],
		},
	],
} as const satisfies INodeProperties;

/** For whom the menu is meant: https://core.telegram.org/bots/api#botcommandscope. */
export const audience = [
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		default: 'default',
		options: [
			{ name: 'All Chats', value: 'default' },
			{ name: 'Group Administrators', value: 'all_chat_administrators' },
			{ name: 'Groups', value: 'all_group_chats' },
			{ name: 'Private Chats', value: 'all_private_chats' },
		],
	},
	{
		displayName: 'Language Code',
		name: 'languageCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. fr',
		description: 'Two letters (ISO 639-1); empty for all people whose language has no menu of its own',
	},
] as const satisfies readonly INodeProperties[];

export const audienceOf = ({ scope, languageCode }: InputOf<typeof audience>) => ({ scope: { type: scope }, language_code: languageCode });

/** The menu as Telegram takes it; a leading slash is forgiven. */
export function commandsOf({ command: entries = [] }: InputOf<[typeof commandList]>['commands']) {
	const { commands: most, commandDescription: longest } = telegram.limits;
	if (entries.length > most) throw refused('Commands', `there are ${entries.length}; Telegram allows ${most}.`, 'Remove some.');
	return entries.map((entry) => {
		const [given, description] = [String(entry.command ?? ''), String(entry.description ?? '')];
		const command = given.replace(/^\//, '');
		if (!/^[a-z0-9_]{1,32}$/.test(command)) throw refused('Commands', `“${given}” is not a command.`, 'Use 1 to 32 lower-case letters, digits and underscores.');
		if (description === '' || description.length > longest) {
			throw refused('Commands', `the description of “${command}” has ${description.length} characters; Telegram takes 1 to ${longest}.`, 'Describe the command in a few words.');
		}
		return { command, description };
	});
}

import type { TelegramBotCommand } from '@gramio/types';
import { badRequest } from './errors';
import { objectOf, type Params } from './params';
import { bot } from './send';
import type { Handler } from './state';

const DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const getMe: Handler = () => ({
	...bot,
	can_join_groups: true,
	can_read_all_group_messages: false,
	supports_inline_queries: false,
	can_connect_to_business: false,
	has_main_web_app: false,
});

/** https://core.telegram.org/bots/api#getfile */
export const getFile: Handler = (params, state) => {
	const file = state.files.get(params.text('file_id'));
	if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
	if (file.media.size > DOWNLOAD_BYTES && !state.localServer) throw badRequest('file is too big');
	// A self-hosted server answers the path on its own disk.
	const path = state.localServer ? `/var/lib/telegram-bot-api/${bot.id}/${file.file_path}` : file.file_path;
	return { file_id: file.file_id, file_unique_id: file.file_unique_id, file_size: file.media.size, file_path: path };
};

const scopeOf = (params: Params) => `${JSON.stringify(params.json('scope') ?? { type: 'default' })} ${params.text('language_code')}`;

export const getMyCommands: Handler = (params, state) => state.commands.get(scopeOf(params)) ?? [];

/** https://core.telegram.org/bots/api#botcommand */
export const setMyCommands: Handler = (params, state) => {
	const commands = params.list('commands').map((value): TelegramBotCommand => {
		const { command, description } = objectOf(value, 'BotCommand');
		if (typeof command !== 'string' || !/^\/?[a-z\d_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
		if (typeof description !== 'string' || description.length < 1 || description.length > 256)
			throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
		return { command: command.replace(/^\//, ''), description };
	});
	if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
	state.commands.set(scopeOf(params), commands);
	return true;
};

export const deleteMyCommands: Handler = (params, state) => {
	state.commands.delete(scopeOf(params));
	return true;
};

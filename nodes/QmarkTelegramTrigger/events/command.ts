import type { TelegramMessage } from '@gramio/types';
import type { Bot } from '../bot';

export interface Command {
	/** `start`, without slash and bot. */
	command: string;
	/** What is behind it. */
	commandText: string;
	/** What a deep link of ours carried. */
	startPayload?: string;
}

/** https://core.telegram.org/bots/features#deep-linking */
const PAYLOAD = /^[\w-]{1,64}$/;

/** The command that a message begins with, in a group as `/start@bot`; one for another bot is none. */
export function commandOf({ text, entities, caption, caption_entities: captionEntities }: TelegramMessage, { username }: Bot): Command | undefined {
	const words = text ?? caption ?? '';
	const entity = (entities ?? captionEntities ?? []).find(({ type, offset }) => type === 'bot_command' && offset === 0);
	if (!entity) return undefined;
	const [command = '', addressee] = words.slice(1, entity.length).split('@');
	if (addressee !== undefined && username !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return undefined;
	const commandText = words.slice(entity.length).trim();
	return { command, commandText, ...(command.toLowerCase() === 'start' && PAYLOAD.test(commandText) && { startPayload: commandText }) };
}

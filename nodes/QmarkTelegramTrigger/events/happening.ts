import type { TelegramChat, TelegramChatInviteLink, TelegramMessage, TelegramReactionType, TelegramUser } from '@gramio/types';
import type { IDataObject } from 'n8n-workflow';
import type { Party } from '../../model/message';
import type { Bot } from '../bot';

/** What an update tells. */
export interface Happening {
	/** Where, as far as it belongs to a chat; a person's own doings belong to their chat with the bot. */
	chat?: Pick<TelegramChat, 'id' | 'username'> & { type?: TelegramChat['type'] };
	/** Done by the bot itself. */
	own?: boolean;
	/** The message with its content, where it is one. */
	message?: TelegramMessage;
	json: IDataObject;
}

/** Reads one kind of update. */
export type Reader<T> = (value: T, bot: Bot) => Happening;

/** Telegram counts seconds; some updates tell no time. */
export const isoOf = (seconds?: number): string => new Date(seconds === undefined || seconds === 0 ? Date.now() : seconds * 1000).toISOString();

const fullName = (first?: string, last?: string): string | undefined => [first, last].filter(Boolean).join(' ') || undefined;

export const personOf = ({ id, username, first_name: first, last_name: last }: TelegramUser): Party => ({ id: String(id), handle: username, name: fullName(first, last) });

export const partyOf = ({ id, username, title, first_name: first, last_name: last }: TelegramChat): Party => ({ id: String(id), handle: username, name: title ?? fullName(first, last) });

export const botParty = ({ id, username }: Bot): Party => ({ id, handle: username });

/** The chat as it is to be answered in. */
export const chatOf = (chat: TelegramChat): IDataObject => ({ ...partyOf(chat), type: chat.type });

/** What every item says of its place. */
export const placeOf = (chat: TelegramChat, bot: Bot): IDataObject => ({ provider: 'telegram', account: bot.id, conversationId: `telegram:${bot.id}:${chat.id}`, chat: chatOf(chat) });

/** The same of what a person does: their ID is that of their private chat with the bot. */
export const placeOfPerson = (user: TelegramUser, bot: Bot): IDataObject => ({ provider: 'telegram', account: bot.id, conversationId: `telegram:${bot.id}:${user.id}`, from: { ...personOf(user) } });

/** A link with a name of its own tells which campaign brought somebody. https://core.telegram.org/bots/api#chatinvitelink */
export const inviteOf = (link?: TelegramChatInviteLink): IDataObject => (link ? { inviteLink: { url: link.invite_link, name: link.name } } : {});

const emojiOf = (reaction: TelegramReactionType): string => (reaction.type === 'emoji' ? reaction.emoji : reaction.type === 'custom_emoji' ? `custom:${reaction.custom_emoji_id}` : '⭐');

export const emojisOf = (reactions: readonly TelegramReactionType[]): string[] => reactions.map(emojiOf);

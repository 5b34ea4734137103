import type { TelegramChat, TelegramUpdate } from '@gramio/types';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listSearch } from '../../core/search';
import { telegram } from '../../platforms/telegram';

/** The updates that name a chat, with what happened in it. */
const chatIn = ({ message, edited_message: edited, channel_post: post, edited_channel_post: editedPost, my_chat_member: membership }: TelegramUpdate): TelegramChat | undefined =>
	(message ?? edited ?? post ?? editedPost ?? membership)?.chat;

const nameOf = ({ title, first_name: first, last_name: last, username }: TelegramChat) => {
	const name = title ?? [first, last].filter(Boolean).join(' ');
	return username ? `${name} (@${username})` : name;
};

/** Without an offset nothing is confirmed: the updates stay for whoever receives them. https://core.telegram.org/bots/api#getupdates */
const updates = listSearch<TelegramUpdate>(telegram, { url: '/getUpdates', qs: { limit: 100 } }, (update) => {
	const chat = chatIn(update);
	return chat && { name: nameOf(chat), value: String(chat.id), ...(chat.username && { url: `https://t.me/${chat.username}` }) };
});

/** The chats of the bot's unread updates, each once, the latest first. Telegram has no call that lists a bot's chats. */
export async function searchChats(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const { results } = await updates.call(this, filter);
	return { results: [...new Map(results.toReversed().map((entry) => [entry.value, entry])).values()] };
}

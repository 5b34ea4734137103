import type { IWebhookFunctions } from 'n8n-workflow';
import type { Happening } from '../events/happening';
import { optionOf } from '../option';

/** IDs and names as people write them: `@shop`, `t.me/shop`, `-1001234567890`. */
const chatsIn = (text: unknown): string[] => (typeof text === 'string' || typeof text === 'number' ? String(text).split(/[\s,;]+/) : []).map((one) => one.replace(/^((https?:\/\/)?t\.me\/|@)/i, '').toLowerCase()).filter(Boolean);

function isOfChosenChat(context: IWebhookFunctions, { chat }: Happening): boolean {
	if (!chat) return true;
	const chats = chatsIn(optionOf(context, 'chats'));
	const types = optionOf(context, 'chatTypes');
	const isListed = chats.length === 0 || chats.includes(String(chat.id)) || chats.includes(chat.username?.toLowerCase() ?? '');
	return isListed && (!Array.isArray(types) || types.length === 0 || chat.type === undefined || types.includes(chat.type));
}

function isOfChosenMessages(context: IWebhookFunctions, { message, json }: Happening): boolean {
	const messages = optionOf(context, 'messages');
	if (!message || (messages !== 'commands' && messages !== 'deepLinks')) return true;
	return (messages === 'commands' ? json.command : json.startPayload) !== undefined;
}

/** Whether what happened is in a chat, and of a kind of message, that this node was set to start with. */
export const isWanted = (context: IWebhookFunctions, happening: Happening): boolean =>
	isOfChosenChat(context, happening) && isOfChosenMessages(context, happening) && !(happening.own && optionOf(context, 'ignoreOwn') !== false);

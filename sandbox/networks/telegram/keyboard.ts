import type { TelegramInlineKeyboardMarkup } from '@gramio/types';
import type { Chat } from './chats';
import { badRequest } from './errors';
import { objectOf, type Params } from './params';

const OTHER_KEYBOARDS = ['keyboard', 'remove_keyboard', 'force_reply'];
const ACTIONS = [
	'url',
	'callback_data',
	'web_app',
	'login_url',
	'switch_inline_query',
	'switch_inline_query_current_chat',
	'switch_inline_query_chosen_chat',
	'copy_text',
	'callback_game',
	'pay',
];
const CALLBACK_BYTES = 64;

/**
 * The inline keyboard of a call; the other kinds are accepted where Telegram accepts them and are not part of the message.
 * https://core.telegram.org/bots/api#inlinekeyboardmarkup
 */
export function replyMarkup(params: Params, chat: Chat): TelegramInlineKeyboardMarkup | undefined {
	const value = params.json('reply_markup');
	if (value === undefined || value === null) return undefined;
	const markup = objectOf(value, 'reply keyboard markup JSON object');
	if (!('inline_keyboard' in markup)) {
		if (!OTHER_KEYBOARDS.some((kind) => kind in markup))
			throw badRequest("can't parse reply keyboard markup JSON object: unknown keyboard");
		if (chat.info.type === 'channel') throw badRequest('inline keyboard expected: channels have no other keyboard');
		return undefined;
	}
	const rows = markup.inline_keyboard;
	if (!Array.isArray(rows)) throw badRequest('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array');
	for (const row of rows) {
		if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard: Expected an Array of Arrays of buttons");
		for (const button of row) checkButton(objectOf(button, 'inline keyboard button'));
	}
	const checked: TelegramInlineKeyboardMarkup = JSON.parse(JSON.stringify({ inline_keyboard: rows }));
	return checked;
}

function checkButton(button: Record<string, unknown>): void {
	const { text, url, callback_data: data } = button;
	if (typeof text !== 'string' || text === '')
		throw badRequest('can\'t parse inline keyboard button: Field "text" must be a non-empty String');
	const actions = ACTIONS.filter((name) => name in button);
	if (actions.length === 0) throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
	if (actions.length > 1) throw badRequest(`can't parse inline keyboard button: exactly one of ${actions.join(', ')} must be used`);
	if (url !== undefined && !isLink(url)) throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`);
	if (data !== undefined && (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > CALLBACK_BYTES))
		throw badRequest('BUTTON_DATA_INVALID');
}

function isLink(url: unknown): boolean {
	return typeof url === 'string' && /^(https?:\/\/|tg:\/\/)?[^\s]+\.[^\s]+|^tg:\/\//i.test(url);
}

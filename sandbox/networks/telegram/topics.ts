import type { Chat } from './chats';
import { badRequest } from './errors';
import type { Params } from './params';
import type { Handler, TelegramState } from './state';

const COLORS = [7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047];
const NAME_LENGTH = 128;
/** `General`, which every forum has. */
const GENERAL = 1;

/** https://core.telegram.org/bots/api#getforumtopiciconstickers */
const ICONS = ['📰', '💡', '⚡️', '🎙'].map((emoji, index) => ({
	...{ file_id: `SANDBOX-icon-${index}`, file_unique_id: `SBXI${index}`, type: 'custom_emoji', width: 100, height: 100 },
	...{ is_animated: false, is_video: false, emoji, custom_emoji_id: `53777000000000000${index}` },
}));

function forum(params: Params, state: TelegramState): Chat {
	const chat = state.chats.find(params.text('chat_id'));
	if (!chat.info.is_forum) throw badRequest('the chat is not a forum');
	return chat;
}

function topicIn(params: Params, state: TelegramState): { chat: Chat; id: number } {
	const chat = forum(params, state);
	const id = params.integer('message_thread_id') ?? 0;
	if (!chat.topics.has(id)) throw badRequest('TOPIC_ID_INVALID');
	return { chat, id };
}

function checkLook(params: Params, least: number): void {
	const { length } = params.text('name');
	if (length < least || length > NAME_LENGTH) throw badRequest('topic name length must be between 1 and 128');
	const icon = params.text('icon_custom_emoji_id');
	if (icon !== '' && !ICONS.some(({ custom_emoji_id: known }) => known === icon)) throw badRequest('DOCUMENT_INVALID');
}

export const createForumTopic: Handler = (params, state) => {
	const chat = forum(params, state);
	checkLook(params, 1);
	const color = params.integer('icon_color') ?? COLORS[0] ?? 0;
	if (!COLORS.includes(color)) throw badRequest('invalid icon color specified');
	// A topic has the number of the message that opened it.
	const id = ++chat.lastMessageId;
	chat.topics.add(id);
	chat.topicNames.set(id, params.text('name'));
	return { message_thread_id: id, name: params.text('name'), icon_color: color, ...(params.has('icon_custom_emoji_id') && { icon_custom_emoji_id: params.text('icon_custom_emoji_id') }) };
};

export const editForumTopic: Handler = (params, state) => {
	const { chat, id } = topicIn(params, state);
	checkLook(params, 0);
	const name = params.text('name');
	if ((name === '' || name === chat.topicNames.get(id)) && !params.has('icon_custom_emoji_id')) throw badRequest('TOPIC_NOT_MODIFIED');
	if (name !== '') chat.topicNames.set(id, name);
	return true;
};

/** To what is so already Telegram says so. */
const turn =
	(isClosed: boolean): Handler =>
	(params, state) => {
		const { chat, id } = topicIn(params, state);
		if (chat.closedTopics.has(id) === isClosed) throw badRequest('TOPIC_NOT_MODIFIED');
		if (isClosed) chat.closedTopics.add(id);
		else chat.closedTopics.delete(id);
		return true;
	};
export const closeForumTopic = turn(true);
export const reopenForumTopic = turn(false);

export const deleteForumTopic: Handler = (params, state) => {
	const { chat, id } = topicIn(params, state);
	chat.topics.delete(id);
	return true;
};

const show =
	(isShown: boolean): Handler =>
	(params, state) => {
		const chat = forum(params, state);
		if (chat.hiddenTopics.has(GENERAL) !== isShown) throw badRequest('TOPIC_NOT_MODIFIED');
		if (isShown) chat.hiddenTopics.delete(GENERAL);
		else chat.hiddenTopics.add(GENERAL);
		return true;
	};
export const hideGeneralForumTopic = show(false);
export const unhideGeneralForumTopic = show(true);

export const getForumTopicIconStickers: Handler = () => ICONS;

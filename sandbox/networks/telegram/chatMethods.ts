import type { TelegramReactionType } from '@gramio/types';
import { messageIn } from './chats';
import { badRequest } from './errors';
import { objectOf } from './params';
import type { Handler } from './state';

const ACTIONS = [
	'typing',
	'upload_photo',
	'record_video',
	'upload_video',
	'record_voice',
	'upload_voice',
	'upload_document',
	'choose_sticker',
	'find_location',
	'record_video_note',
	'upload_video_note',
];
/** https://core.telegram.org/bots/api#reactiontypeemoji */
const EMOJI = [
	...'👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡',
];
export const sendChatAction: Handler = (params, state) => {
	state.chats.find(params.text('chat_id'));
	if (!ACTIONS.includes(params.text('action'))) throw badRequest('wrong parameter action in request');
	return true;
};

export const pinChatMessage: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const { message } = messageIn(chat, params.integer('message_id'), 'pin');
	chat.pinned = [...chat.pinned.filter((id) => id !== message.message_id), message.message_id];
	return true;
};

export const unpinChatMessage: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const id = params.integer('message_id') ?? chat.pinned.at(-1);
	if (id === undefined || !chat.pinned.includes(id)) throw badRequest('message to unpin not found');
	chat.pinned = chat.pinned.filter((pinned) => pinned !== id);
	return true;
};

export const unpinAllChatMessages: Handler = (params, state) => {
	state.chats.find(params.text('chat_id')).pinned = [];
	return true;
};

/** A bot sets one reaction a message, and none that costs. https://core.telegram.org/bots/api#setmessagereaction */
export const setMessageReaction: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const stored = messageIn(chat, params.integer('message_id'), 'react');
	const reactions = params.list('reaction').map((reaction) => objectOf(reaction, 'ReactionType'));
	if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
	stored.reactions = reactions.map(({ type, emoji, custom_emoji_id: id }): TelegramReactionType => {
		if (type === 'custom_emoji' && typeof id === 'string') return { type, custom_emoji_id: id };
		const known = EMOJI.find((one) => typeof emoji === 'string' && one === emoji.replace('\ufe0f', ''));
		if (type !== 'emoji' || !known) throw badRequest('REACTION_INVALID');
		return JSON.parse(JSON.stringify({ type, emoji: known }));
	});
	return true;
};

export const getChat: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0)?.message;
	return {
		...chat.info,
		accent_color_id: 1,
		max_reaction_count: 11,
		accepted_gift_types: {
			unlimited_gifts: false,
			limited_gifts: false,
			unique_gifts: false,
			premium_subscription: false,
			gifts_from_channels: false,
		},
		...(chat.info.username && { active_usernames: [chat.info.username] }),
		...(chat.info.type !== 'private' && { invite_link: `https://t.me/+SANDBOX${Math.abs(chat.info.id)}` }),
		...(pinned && { pinned_message: pinned }),
	};
};

export const getChatMemberCount: Handler = (params, state) => state.chats.find(params.text('chat_id')).members;

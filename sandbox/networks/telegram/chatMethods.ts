import type { TelegramReactionType } from '@gramio/types';
import { seed } from '../seed';
import { messageIn, type Chat } from './chats';
import { badRequest } from './errors';
import { objectOf } from './params';
import { bot } from './send';
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
const owner = { id: 5_000_000_002, is_bot: false, first_name: 'Camille', username: 'camille_demo' };

const everyRight = {
	is_anonymous: false,
	can_manage_chat: true,
	can_delete_messages: true,
	can_manage_video_chats: true,
	can_restrict_members: true,
	can_promote_members: false,
	can_change_info: true,
	can_invite_users: true,
	can_post_stories: true,
	can_edit_stories: true,
	can_delete_stories: true,
};

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

/** The owner and the bot: what every channel and group of the sandbox has. */
function administratorsOf({ info }: Chat) {
	const channelRights = { ...everyRight, can_post_messages: true, can_edit_messages: true };
	const groupRights = { ...everyRight, can_pin_messages: true, can_manage_topics: true };
	return [
		{ status: 'creator', user: owner, is_anonymous: false },
		{ status: 'administrator', user: bot, can_be_edited: false, ...(info.type === 'channel' ? channelRights : groupRights) },
	];
}

export const getChatAdministrators: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	if (chat.info.type === 'private') throw badRequest('there are no administrators in the private chat');
	return administratorsOf(chat);
};

export const getChatMember: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const id = params.integer('user_id');
	const { id: customerId, first_name, username } = seed.telegram.customer;
	const members = [
		...(chat.info.type === 'private' ? [{ status: 'member', user: bot }] : administratorsOf(chat)),
		{ status: 'member', user: { id: customerId, is_bot: false, first_name, username } },
	];
	const found = members.find(({ user }) => user.id === id);
	if (!found) throw badRequest('member not found');
	return found;
};

export const createChatInviteLink: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	if (chat.info.type === 'private') throw badRequest("can't invite members to the private chat");
	const [name, limit, expires] = [params.text('name'), params.integer('member_limit'), params.integer('expire_date')];
	if (name.length > 32) throw badRequest('invite link name must be at most 32 characters long');
	if (limit !== undefined && (limit < 1 || limit > 99_999)) throw badRequest('member_limit must be from 1 to 99999');
	if (limit !== undefined && params.flag('creates_join_request'))
		throw badRequest("member limit can't be specified for links requiring administrator approval");
	if (expires !== undefined && expires <= state.now()) throw badRequest('EXPIRE_DATE_INVALID');
	return {
		invite_link: `https://t.me/+SANDBOX${Math.abs(chat.info.id)}x${++chat.inviteLinks}`,
		creator: bot,
		creates_join_request: params.flag('creates_join_request'),
		is_primary: false,
		is_revoked: false,
		...(name && { name }),
		...(expires !== undefined && { expire_date: expires }),
		...(limit !== undefined && { member_limit: limit }),
	};
};

export const exportChatInviteLink: Handler = (params, state) => {
	const { info } = state.chats.find(params.text('chat_id'));
	if (info.type === 'private') throw badRequest("can't invite members to the private chat");
	return `https://t.me/+SANDBOX${Math.abs(info.id)}`;
};

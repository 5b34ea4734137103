import type { TelegramChatMember, TelegramUser } from '@gramio/types';
import { seed } from '../seed';
import type { Chat } from './chats';
import { badRequest } from './errors';
import { objectOf, type Params } from './params';
import { bot } from './send';
import type { Handler, TelegramState } from './state';

const owner = { id: 5_000_000_002, is_bot: false, first_name: 'Camille', username: 'camille_demo' };

const everyRight = {
	...{ is_anonymous: false, can_manage_chat: true, can_delete_messages: true, can_manage_video_chats: true, can_restrict_members: true, can_promote_members: false },
	...{ can_change_info: true, can_invite_users: true, can_post_stories: true, can_edit_stories: true, can_delete_stories: true, can_send_welcome_messages: false },
};

/** The owner and the bot: what every channel and group of the sandbox has. */
function administratorsOf({ info }: Chat): TelegramChatMember[] {
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
	return [...administratorsOf(chat), ...[...chat.people.values()].filter(({ status }) => status === 'administrator')];
};

/** What the bot last did with the person; else administrators and the customer, who is in every chat. */
function memberIn(chat: Chat, id: number): TelegramChatMember | undefined {
	const { id: customerId, first_name, username } = seed.telegram.customer;
	const others: TelegramChatMember[] = [
		...(chat.info.type === 'private' ? [{ status: 'member' as const, user: bot }] : administratorsOf(chat)),
		{ status: 'member', user: { id: customerId, is_bot: false, first_name, username } },
	];
	return chat.people.get(id) ?? others.find(({ user }) => user.id === id);
}

export const getChatMember: Handler = (params, state) => {
	const found = memberIn(state.chats.find(params.text('chat_id')), params.integer('user_id') ?? 0);
	if (!found) throw badRequest('member not found');
	return found;
};

interface Named {
	chat: Chat;
	user: TelegramUser;
	member?: TelegramChatMember;
}

/** Somebody of whom the chat has heard, and whom a bot can do something about. */
function named(params: Params, state: TelegramState): Named {
	const chat = state.chats.find(params.text('chat_id'));
	if (chat.info.type === 'private') throw badRequest('method is available for supergroup and channel chats only');
	const id = params.integer('user_id') ?? 0;
	const member = memberIn(chat, id);
	if (member?.status === 'creator') throw badRequest("can't remove chat owner");
	if (id === bot.id) throw badRequest("can't restrict self");
	if (!member && !state.chats.isPerson(id)) throw badRequest('PARTICIPANT_ID_INVALID');
	return { chat, user: member?.user ?? { id, is_bot: false, first_name: `Person ${id}` }, member };
}

const put = ({ people }: Chat, member: TelegramChatMember): true => {
	people.set(member.user.id, member);
	return true;
};

export const banChatMember: Handler = (params, state) => {
	const { chat, user, member } = named(params, state);
	if (member?.status === 'administrator') throw badRequest('user is an administrator of the chat');
	return put(chat, { status: 'kicked', user, until_date: params.integer('until_date') ?? 0 });
};

export const unbanChatMember: Handler = (params, state) => {
	const { chat, user, member } = named(params, state);
	if (member?.status !== 'kicked' && params.flag('only_if_banned')) return true;
	return put(chat, { status: 'left', user });
};

const PERMISSIONS = [
	...['can_send_messages', 'can_send_audios', 'can_send_documents', 'can_send_photos', 'can_send_videos', 'can_send_video_notes', 'can_send_voice_notes', 'can_send_polls'],
	...['can_send_other_messages', 'can_add_web_page_previews', 'can_react_to_messages', 'can_edit_tag', 'can_change_info', 'can_invite_users', 'can_pin_messages', 'can_manage_topics'],
];

/** https://core.telegram.org/bots/api#restrictchatmember */
export const restrictChatMember: Handler = (params, state) => {
	const { chat, user, member } = named(params, state);
	if (chat.info.type !== 'supergroup') throw badRequest('method is available only for supergroups');
	if (member?.status === 'administrator') throw badRequest('user is an administrator of the chat');
	const given = objectOf(params.json('permissions'), 'ChatPermissions');
	const unknown = Object.keys(given).find((name) => !PERMISSIONS.includes(name));
	if (unknown) throw badRequest(`unknown ChatPermissions field "${unknown}" (the sandbox refuses what Telegram would ignore)`);
	if (PERMISSIONS.every((name) => given[name] === true)) return put(chat, { status: 'member', user });
	const all = Object.fromEntries(PERMISSIONS.map((name) => [name, given[name] === true]));
	const restricted: TelegramChatMember = JSON.parse(JSON.stringify({ status: 'restricted', user, is_member: true, until_date: params.integer('until_date') ?? 0, ...all }));
	return put(chat, restricted);
};

/** https://core.telegram.org/bots/api#promotechatmember: without a single right the person is a member again. */
export const promoteChatMember: Handler = (params, state) => {
	const { chat, user } = named(params, state);
	const names = Object.keys(everyRight).concat('can_post_messages', 'can_edit_messages', 'can_pin_messages', 'can_manage_topics');
	const given = Object.fromEntries(names.map((name) => [name, params.flag(name)]));
	if (!Object.values(given).includes(true)) return put(chat, { status: 'member', user });
	const promoted: TelegramChatMember = JSON.parse(JSON.stringify({ status: 'administrator', user, can_be_edited: true, ...given }));
	return put(chat, promoted);
};

/** Somebody asked to join before. */
function requester(params: Params, state: TelegramState): Named {
	const chat = state.chats.find(params.text('chat_id'));
	const id = params.integer('user_id') ?? 0;
	const member = memberIn(chat, id);
	if (!chat.requests.delete(id)) throw badRequest(member && ['member', 'administrator', 'creator'].includes(member.status) ? 'USER_ALREADY_PARTICIPANT' : 'HIDE_REQUESTER_MISSING');
	return { chat, user: member?.user ?? { id, is_bot: false, first_name: `Person ${id}` }, member };
}

export const approveChatJoinRequest: Handler = (params, state) => {
	const { chat, user } = requester(params, state);
	chat.members++;
	return put(chat, { status: 'member', user });
};

export const declineChatJoinRequest: Handler = (params, state) => {
	const { chat, user } = requester(params, state);
	return put(chat, { status: 'left', user });
};

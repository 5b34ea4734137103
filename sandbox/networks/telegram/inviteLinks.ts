import type { TelegramChatInviteLink } from '@gramio/types';
import type { Chat } from './chats';
import { badRequest } from './errors';
import type { Params } from './params';
import { bot } from './send';
import type { Handler, TelegramState } from './state';

const MONTH = 2_592_000;

function chatOf(params: Params, state: TelegramState): Chat {
	const chat = state.chats.find(params.text('chat_id'));
	if (chat.info.type === 'private') throw badRequest("can't invite members to the private chat");
	return chat;
}

/** What a link may be given when it is made and when it is changed. */
function terms(params: Params, state: TelegramState) {
	const [name, limit, expires] = [params.text('name'), params.integer('member_limit'), params.integer('expire_date')];
	if (name.length > 32) throw badRequest('invite link name must be at most 32 characters long');
	if (limit !== undefined && (limit < 1 || limit > 99_999)) throw badRequest('member_limit must be from 1 to 99999');
	if (limit !== undefined && params.flag('creates_join_request'))
		throw badRequest("member limit can't be specified for links requiring administrator approval");
	if (expires !== undefined && expires <= state.now()) throw badRequest('EXPIRE_DATE_INVALID');
	return {
		creates_join_request: params.flag('creates_join_request'),
		...(name && { name }),
		...(expires !== undefined && { expire_date: expires }),
		...(limit !== undefined && { member_limit: limit }),
	};
}

function made(chat: Chat, more: Partial<TelegramChatInviteLink>): TelegramChatInviteLink {
	const invite_link = `https://t.me/+SANDBOX${Math.abs(chat.info.id)}x${chat.links.size + 1}`;
	const link = { invite_link, creator: bot, creates_join_request: false, is_primary: false, is_revoked: false, ...more };
	chat.links.set(invite_link, link);
	return link;
}

export const createChatInviteLink: Handler = (params, state) => made(chatOf(params, state), terms(params, state));

function known(params: Params, state: TelegramState): { chat: Chat; link: TelegramChatInviteLink } {
	const chat = chatOf(params, state);
	const link = chat.links.get(params.text('invite_link'));
	if (!link) throw badRequest('INVITE_HASH_INVALID');
	if (link.is_revoked) throw badRequest('INVITE_HASH_EXPIRED');
	return { chat, link };
}

/** What is not named is taken away from the link. */
export const editChatInviteLink: Handler = (params, state) => {
	const { chat, link } = known(params, state);
	const { invite_link, creator, is_primary, is_revoked } = link;
	const changed = { invite_link, creator, is_primary, is_revoked, ...terms(params, state) };
	chat.links.set(invite_link, changed);
	return changed;
};

/** A link that is revoked already stays so. */
export const revokeChatInviteLink: Handler = (params, state) => {
	const link = chatOf(params, state).links.get(params.text('invite_link'));
	if (!link) throw badRequest('INVITE_HASH_INVALID');
	link.is_revoked = true;
	return link;
};

/** https://core.telegram.org/bots/api#createchatsubscriptioninvitelink */
export const createChatSubscriptionInviteLink: Handler = (params, state) => {
	const chat = chatOf(params, state);
	if (chat.info.type !== 'channel') throw badRequest('CHAT_INVALID');
	const [period, price] = [params.integer('subscription_period'), params.integer('subscription_price') ?? 0];
	if (period !== MONTH || price < 1 || price > 10_000) throw badRequest('SUBSCRIPTION_INVALID');
	return made(chat, { ...terms(params, state), subscription_period: period, subscription_price: price });
};

export const exportChatInviteLink: Handler = (params, state) => {
	const { info } = chatOf(params, state);
	return `https://t.me/+SANDBOX${Math.abs(info.id)}`;
};

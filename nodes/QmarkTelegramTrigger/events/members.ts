import type { TelegramChatJoinRequest, TelegramChatMember, TelegramChatMemberUpdated } from '@gramio/types';
import type { Reader } from './happening';
import { inviteOf, isoOf, personOf, placeOf } from './happening';

const isThere = (member: TelegramChatMember): boolean => (member.status === 'restricted' ? member.is_member : ['creator', 'administrator', 'member'].includes(member.status));

const leads = ({ status }: TelegramChatMember): boolean => status === 'creator' || status === 'administrator';

/** What changed, in one word. In a private chat only the person can change anything: they block the bot, or take it back. */
function changeOf({ chat, old_chat_member: before, new_chat_member: after }: TelegramChatMemberUpdated): string {
	if (chat.type === 'private') return after.status === 'kicked' ? 'blocked' : 'unblocked';
	if (after.status === 'kicked') return 'banned';
	if (!isThere(before) && isThere(after)) return 'joined';
	if (isThere(before) && !isThere(after)) return 'left';
	if (leads(before) !== leads(after)) return leads(after) ? 'promoted' : 'demoted';
	if (before.status === 'kicked') return 'unbanned';
	if (after.status === 'restricted' && before.status !== 'restricted') return 'restricted';
	return 'changed';
}

/** https://core.telegram.org/bots/api#chatmemberupdated */
export const memberReader: Reader<TelegramChatMemberUpdated> = (update, bot) => {
	const { chat, from, date, old_chat_member: before, new_chat_member: after, invite_link: link } = update;
	return {
		...{ chat, own: String(from.id) === bot.id },
		json: {
			...placeOf(chat, bot),
			...{ change: changeOf(update), from: { ...personOf(from) }, member: { ...personOf(after.user) }, oldStatus: before.status, newStatus: after.status },
			...{ ...inviteOf(link), viaJoinRequest: update.via_join_request, at: isoOf(date), language: from.language_code },
		},
	};
};

/** The bot may write to `userChatId` for some minutes, also to somebody who never started it. https://core.telegram.org/bots/api#chatjoinrequest */
export const joinRequestReader: Reader<TelegramChatJoinRequest> = ({ chat, from, user_chat_id: userChat, date, bio, invite_link: link, query_id: query }, bot) => ({
	chat,
	json: { ...placeOf(chat, bot), from: { ...personOf(from) }, userChatId: String(userChat), bio, ...inviteOf(link), queryId: query, at: isoOf(date), language: from.language_code },
});

import type { TelegramChatInviteLink } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';
import { invitation, invitationOf, inviteLink, linkName } from '../invitation';

/** https://core.telegram.org/bots/api#editchatinvitelink */
export const editInviteLink = operation({
	resource: 'chat',
	operation: 'editInviteLink',
	effect: 'write',
	name: 'Edit Invite Link',
	action: 'Edit an invite link of a chat',
	description: 'Change a link that the bot created; what is left empty here is taken away from it',
	limits: { name: telegram.limits.inviteLinkName },
	fields: [chat, inviteLink, linkName, invitation],
	run: async ({ chatId, inviteLink: link, name, options }, api) =>
		await api.send<TelegramChatInviteLink>(repeatable('editChatInviteLink', { chat_id: chatIdOf(chatId), invite_link: link, name, ...invitationOf(options) })),
});

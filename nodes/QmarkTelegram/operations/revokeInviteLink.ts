import type { TelegramChatInviteLink } from '@gramio/types';
import { operation } from '../../core/operation';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';
import { inviteLink } from '../invitation';

/** https://core.telegram.org/bots/api#revokechatinvitelink */
export const revokeInviteLink = operation({
	resource: 'chat',
	operation: 'revokeInviteLink',
	effect: 'write',
	name: 'Revoke Invite Link',
	action: 'Revoke an invite link of a chat',
	description: 'Make a link stop working; of the main link Telegram makes a new one at once',
	fields: [chat, inviteLink],
	run: async ({ chatId, inviteLink: link }, api) => await api.send<TelegramChatInviteLink>(repeatable('revokeChatInviteLink', { chat_id: chatIdOf(chatId), invite_link: link })),
});

import type { TelegramChatInviteLink } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat } from '../fields';
import { invitation, invitationOf, linkName } from '../invitation';

/** https://core.telegram.org/bots/api#createchatinvitelink */
export const createInviteLink = operation({
	resource: 'chat',
	operation: 'createInviteLink',
	effect: 'write',
	name: 'Create Invite Link',
	action: 'Create an invite link for a chat',
	description: 'Create a link that lets people join; its name tells later which link brought a member',
	limits: { name: telegram.limits.inviteLinkName },
	fields: [chat, linkName, invitation],
	run: async ({ chatId, name, options }, api) =>
		await api.send<TelegramChatInviteLink>(call('createChatInviteLink', { chat_id: chatIdOf(chatId), name, ...invitationOf(options) })),
});

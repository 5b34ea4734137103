import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { InputOf } from '../core/operation';
import { chatIdOf } from '../networks/telegram/call';
import { unixOf } from './invitation';
import { userIdOf } from './message';

/** A member of a chat, as Telegram's parameters. */
export const memberOf = ({ chatId, userId }: { chatId: string; userId: string }) => ({ chat_id: chatIdOf(chatId), user_id: userIdOf(userId) });

/** https://core.telegram.org/bots/api#restrictchatmember */
export const until = {
	displayName: 'Until',
	name: 'until_date',
	type: 'dateTime',
	default: '',
	description: 'When it ends; for ever where it is empty, less than 30 seconds or more than 366 days away',
} as const satisfies INodeProperties;

export const untilOf = (date: unknown): IDataObject => (date ? { until_date: unixOf('Until', date) } : {});

export const permissions = {
	displayName: 'Permissions',
	name: 'permissions',
	type: 'options',
	default: 'none',
	description: 'What the person may do from now on',
	options: [
		{ name: 'Everything', value: 'all', description: 'Lift all restrictions; what the group forbids everybody stays forbidden' },
		{ name: 'Nothing', value: 'none', description: 'Read only' },
		{ name: 'Text and Media', value: 'media', description: 'No polls, stickers, games or link previews' },
		{ name: 'Text Only', value: 'text' },
	],
} as const satisfies INodeProperties;

const media = ['audios', 'documents', 'photos', 'videos', 'video_notes', 'voice_notes'].map((kind) => `can_send_${kind}`);
const others = ['send_polls', 'send_other_messages', 'add_web_page_previews', 'react_to_messages', 'edit_tag', 'change_info', 'invite_users', 'pin_messages', 'manage_topics'].map((right) => `can_${right}`);

/** Each preset allows what the one before it does, and more. */
const presets: Readonly<Record<InputOf<[typeof permissions]>['permissions'], readonly string[]>> = {
	none: [],
	text: ['can_send_messages'],
	media: ['can_send_messages', ...media],
	all: ['can_send_messages', ...media, ...others],
};

/** https://core.telegram.org/bots/api#chatpermissions, each of them named. */
export const permissionsOf = (preset: keyof typeof presets): IDataObject => Object.fromEntries(presets.all.map((right) => [right, presets[preset].includes(right)]));

/** https://core.telegram.org/bots/api#promotechatmember */
export const rights = {
	displayName: 'Rights',
	name: 'rights',
	type: 'multiOptions',
	default: ['can_manage_chat'],
	description: 'What the administrator may do; none takes all rights away',
	options: [
		{ name: 'Add Administrators', value: 'can_promote_members' },
		{ name: 'Ban and Restrict Members', value: 'can_restrict_members' },
		{ name: 'Change Chat Info', value: 'can_change_info' },
		{ name: 'Delete Messages', value: 'can_delete_messages' },
		{ name: 'Edit Messages (Channels)', value: 'can_edit_messages' },
		{ name: 'Invite People', value: 'can_invite_users' },
		{ name: 'Manage Chat', value: 'can_manage_chat' },
		{ name: 'Manage Topics (Groups)', value: 'can_manage_topics' },
		{ name: 'Manage Video Chats', value: 'can_manage_video_chats' },
		{ name: 'Pin Messages (Groups)', value: 'can_pin_messages' },
		{ name: 'Post Messages (Channels)', value: 'can_post_messages' },
		{ name: 'Post Stories', value: 'can_post_stories' },
	],
} as const satisfies INodeProperties;

/** The chosen rights as Telegram's parameters. One that is not named is taken away. */
export const rightsOf = (chosen: readonly string[]): IDataObject => Object.fromEntries(chosen.map((right) => [right, true]));

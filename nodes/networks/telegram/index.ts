import type { TelegramChatMember, TelegramChat, TelegramMessage, TelegramUser } from '@gramio/types';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Request } from '../../core/request';
import type { Upload } from '../../core/upload';
import type { Media, MediaKind } from '../../model/content';
import { telegram } from '../../platforms/telegram';
import { standingOf } from '../standing';
import type { Choices, Done, Network, Post, Standing, Step } from '../network';
import { call, chatIdOf, repeatable } from './call';
import { readBack } from './readBack';

const kinds: Readonly<Record<MediaKind, 'photo' | 'video' | 'audio' | 'document'>> = { image: 'photo', video: 'video', audio: 'audio', document: 'document' };

/** Telegram shows a GIF as an animation, which stands alone. */
const methodKind = ({ kind, mime }: Media) => (mime === 'image/gif' ? 'animation' : kinds[kind]);

async function fileOf(api: Api, { kind, source }: Media): Promise<string | Upload> {
	if ('binary' in source) return await api.file(source.binary, kind === 'image' ? telegram.limits.photo : undefined);
	return 'url' in source ? source.url : source.id;
}

/** The permalink of a message: public ones by the chat's name, others for members. https://core.telegram.org/api/links#message-links */
export function permalinkOf({ chat, message_id: id }: TelegramMessage): string | undefined {
	if (chat.username) return `https://t.me/${chat.username}/${id}`;
	return chat.type === 'private' || chat.type === 'group' ? undefined : `https://t.me/c/${String(chat.id).replace(/^-100/, '')}/${id}`;
}

const once = (...asked: Parameters<typeof call>): Request => ({ ...call(...asked), once: true });

const doneOf = (message: TelegramMessage): Done => ({ id: String(message.message_id), permalink: permalinkOf(message) });

async function sendAlbum(api: Api, chat: string, media: readonly Media[], caption: string): Promise<Done> {
	const files: Record<string, Upload> = {};
	const items: IDataObject[] = [];
	for (const [index, one] of media.entries()) {
		const file = await fileOf(api, one);
		if (typeof file !== 'string') files[`file${index}`] = file;
		items.push({ type: kinds[one.kind], media: typeof file === 'string' ? file : `attach://file${index}`, ...(index === 0 && caption && { caption }) });
	}
	const [first, ...others] = await api.send<TelegramMessage[]>(once('sendMediaGroup', { chat_id: chat, media: items }, files));
	if (!first) throw new PlatformError({ verdict: 'unknown', message: 'Telegram named no message of the album.', hint: 'Look at the chat.' });
	// All of an album's messages go when it is deleted.
	return { id: [first, ...others].map(({ message_id: id }) => id).join(','), permalink: permalinkOf(first) };
}

async function send(api: Api, chat: string, media: readonly Media[], text: string): Promise<Done> {
	const [first, ...others] = media;
	if (!first) return doneOf(await api.send<TelegramMessage>(once('sendMessage', { chat_id: chat, text })));
	if (others.length > 0) return await sendAlbum(api, chat, media, text);
	const kind = methodKind(first);
	const file = await fileOf(api, first);
	const [parameters, files] = typeof file === 'string' ? [{ [kind]: file }, {}] : [{}, { [kind]: file }];
	const method = `send${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
	return doneOf(await api.send<TelegramMessage>(once(method, { chat_id: chat, caption: text, ...parameters }, files)));
}

/** A slow line may take its time over files of up to 50 MB. */
const UPLOAD = 15 * 60_000;

function steps({ account, texts, media }: Post, { controlChat }: Choices): Step[] {
	const chat = chatIdOf(account);
	return texts.map((text, index): Step => {
		const files = index === 0 ? media : [];
		return {
			name: index === 0 ? 'post' : `message ${index + 1}`,
			atMost: files.some(({ source }) => 'binary' in source) ? UPLOAD : telegram.timeout,
			publish: async (api) => await send(api, chat, files, text),
			// A bot does not see the history of its chats: without the control chat nothing tells what became of a call.
			...(controlChat && readBack({ chat, controlChat: chatIdOf(controlChat), text })),
		};
	});
}

/** Whether the bot may post there. A person's chat or a group needs no more than that it is there. */
async function standing(api: Api, account: string): Promise<Standing> {
	const chat = await api.send<TelegramChat & { id: number }>(repeatable('getChat', { chat_id: chatIdOf(account) }));
	const name = chat.title ?? chat.username ?? chat.first_name;
	if (chat.type !== 'channel') return { name };
	const { id } = await api.send<TelegramUser>(repeatable('getMe'));
	const member = await api.send<TelegramChatMember & { can_post_messages?: boolean }>(repeatable('getChatMember', { chat_id: chat.id, user_id: id }));
	if (member.status === 'creator' || (member.status === 'administrator' && member.can_post_messages !== false)) return { name };
	const fix = 'Open the channel in Telegram > Administrators, and give the bot the right to post messages.';
	return { name, problem: { rule: 'permission', message: `The bot may not post in ${name ?? account}.`, fix } };
}

/** https://core.telegram.org/bots/api#deletemessages skips what is gone already. */
async function remove(api: Api, account: string, done: readonly Done[]): Promise<void> {
	const ids = done.flatMap(({ id }) => id.split(',')).map(Number);
	await api.send({ ...call('deleteMessages', { chat_id: chatIdOf(account), message_ids: ids }), idempotent: true });
}

/** Telegram gives bots no numbers on what they sent. */
export const telegramNetwork: Network = {
	name: 'telegram',
	platform: telegram,
	facts: telegram.posts,
	scopes: [],
	// Usernames are the same in capitals and small letters.
	normal: (account) => chatIdOf(account).toLowerCase(),
	actAs: (account) => ({ chatId: account }),
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps,
	remove,
};

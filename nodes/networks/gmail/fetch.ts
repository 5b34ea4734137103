import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { at, one } from './paths';
import { heldBack, leavesOf, mediaOf } from './read/body';
import type { GmailMedia, Part } from './read/body';

type Message = gmail_v1.Schema$Message;

/** The bytes of a part that Gmail hands out by itself. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get */
async function bytesOf(api: Api, message: string, { attachmentId, data }: { attachmentId?: string | null; data?: string | null }): Promise<Buffer> {
	if (data || !attachmentId) return Buffer.from(data ?? '', 'base64url');
	const body = await api.send<gmail_v1.Schema$MessagePartBody>({ url: at('messages', message, 'attachments', attachmentId) });
	return Buffer.from(body.data ?? '', 'base64url');
}

/** Puts texts in their place that Gmail holds back for their size. */
export async function completed(api: Api, message: Message): Promise<Message> {
	for (const part of heldBack(message.payload ?? {})) {
		const bytes = await bytesOf(api, message.id ?? '', part.body ?? {});
		part.body = { ...part.body, data: bytes.toString('base64url') };
	}
	return message;
}

/** A message with all its texts; files stay where they are. */
export const fetchMessage = async (api: Api, id: string): Promise<Message> => await completed(api, await api.send<Message>({ url: one('messages', id), qs: { format: 'full' } }));

/** Headers and labels of a message, and nothing of what it says. */
export const fetchHeaders = async (api: Api, id: string): Promise<Message> => await api.send<Message>({ url: one('messages', id), qs: { format: 'metadata' } });

export interface Fetched extends GmailMedia {
	content: Buffer;
}

/** The files of a message, one after another: only one is in memory unless they are kept. */
export async function* filesOf(api: Api, { id, payload }: Message): AsyncGenerator<Fetched> {
	const parts = new Map([...leavesOf(payload ?? {})].map((part): [string, Part] => [part.partId ?? '', part]));
	for (const media of mediaOf(payload ?? {})) yield { ...media, content: await bytesOf(api, id ?? '', parts.get(media.partId)?.body ?? {}) };
}

/** The address of the connected mailbox. */
export async function ownAddress(api: Api): Promise<string> {
	const { emailAddress } = await api.send<gmail_v1.Schema$Profile>({ url: at('profile') });
	return emailAddress ?? '';
}

/** All addresses that the mailbox sends as, in small letters. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.sendAs/list */
export async function ownAddresses(api: Api): Promise<string[]> {
	const { sendAs = [] } = await api.send<gmail_v1.Schema$ListSendAsResponse>({ url: at('settings', 'sendAs') });
	return sendAs.flatMap(({ sendAsEmail }) => sendAsEmail?.toLowerCase() ?? []);
}

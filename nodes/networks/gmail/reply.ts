import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { madeUpload } from '../../core/upload';
import type { Party } from '../../model/message';
import { fetchHeaders, fetchMessage, filesOf, ownAddresses } from './fetch';
import { addressOf, addressesOf } from './mime/addresses';
import type { Address } from './mime/addresses';
import type { InlineImage, Mail } from './mime/compose';
import { originalOf, passingOn, prefixed, quoting, threaded } from './original';
import type { Original } from './original';
import { one } from './paths';
import { sendMail } from './send';
import { contentOf, extrasOf } from './written';
import type { Content, Extras } from './written';

export interface ReplyExtras extends Extras {
	quote?: boolean;
	replyAll?: boolean;
}

const others = (parties: readonly Party[], not: readonly string[]) => parties.filter(({ id }, index) => !not.includes(id) && parties.findIndex((party) => party.id === id) === index);

/** Who gets an answer. One to a message of one's own goes to those who got that. */
export function recipientsOf(original: Original, own: readonly string[], replyAll: boolean): { to: Party[]; cc: Party[] } {
	const author = original.replyTo.length > 0 ? original.replyTo : original.from;
	const first = original.isOwn && original.to.length > 0 ? original.to : author;
	if (!replyAll) return { to: first, cc: [] };
	const to = others([...first, ...original.to], own);
	return { to: to.length > 0 ? to : first, cc: others(original.cc, [...own, ...to.map(({ id }) => id)]) };
}

/** The message, with what it says only where that is quoted. */
export const fetchOriginal = async (api: Api, id: string, whole: boolean): Promise<Original> => originalOf(await (whole ? fetchMessage(api, id) : fetchHeaders(api, id)));

/** An answer to a message. `to` and `subject` come from there unless they are given. */
export async function answerTo(api: Api, original: Original, { additionalFields: { quote = false, replyAll = false, ...extras } = {}, ...content }: Content & { additionalFields?: ReplyExtras }): Promise<Mail> {
	const mail = await extrasOf(api, extras);
	const { to, cc } = recipientsOf(original, replyAll ? await ownAddresses(api) : [], replyAll);
	const words = contentOf(content);
	return {
		...mail,
		...(quote ? quoting(words, original) : words),
		...threaded(original),
		to: to.map((party) => addressOf(party, 'Reply')),
		cc: [...cc.map((party) => addressOf(party, 'Reply')), ...(mail.cc ?? [])],
		subject: prefixed('Re', original.subject),
	};
}

type Reply = Content & { additionalFields?: ReplyExtras };

/** Answers a message in its thread. */
export async function replyTo(api: Api, messageId: string, reply: Reply): Promise<gmail_v1.Schema$Message> {
	const original = await fetchOriginal(api, messageId, reply.additionalFields?.quote ?? false);
	return await sendMail(api, await answerTo(api, original, reply), { threadId: original.threadId });
}

const isReal = ({ labelIds }: gmail_v1.Schema$Message) => !labelIds?.includes('DRAFT') && !labelIds?.includes('TRASH');

/** Answers the newest message of a thread. */
export async function replyToThread(api: Api, threadId: string, reply: Reply): Promise<gmail_v1.Schema$Message> {
	const { messages = [] } = await api.send<gmail_v1.Schema$Thread>({ url: one('threads', threadId), qs: { format: 'minimal' } });
	const last = messages.findLast(isReal);
	if (!last?.id) throw refused('Thread ID', 'the thread has no message that could be answered.', 'Choose another thread, or send a new message.');
	return await replyTo(api, last.id, reply);
}

interface Carried {
	attachments: Upload[];
	inline: InlineImage[];
}

/** The files of a message to go on with another. All are fetched beforehand: one that fails while the rest is on its way would leave the sending in doubt. */
async function carriedOver(api: Api, message: gmail_v1.Schema$Message): Promise<Carried> {
	const carried: Carried = { attachments: [], inline: [] };
	for await (const { fileName: name = 'attachment', mime = 'application/octet-stream', content, contentId } of filesOf(api, message)) {
		const read = async function* () {
			yield content;
		};
		const file = madeUpload({ name, mime, size: content.length, read });
		if (contentId !== undefined && mime.startsWith('image/')) carried.inline.push({ file, contentId });
		else carried.attachments.push(file);
	}
	return carried;
}

export interface ForwardExtras extends Extras {
	leaveOutAttachments?: boolean;
}

/** Passes a message on, with its files. */
export async function forward(api: Api, { messageId, to, additionalFields: { leaveOutAttachments = false, ...extras } = {}, ...note }: Content & { messageId: string; to: string; additionalFields?: ForwardExtras }): Promise<gmail_v1.Schema$Message> {
	const recipients: Address[] = addressesOf(to, 'To');
	const mail = await extrasOf(api, extras);
	const message = await fetchMessage(api, messageId);
	const original = originalOf(message);
	const files = leaveOutAttachments ? undefined : await carriedOver(api, message);
	return await sendMail(api, {
		...mail,
		...passingOn(contentOf(note), original),
		to: recipients,
		subject: prefixed('Fwd', original.subject),
		attachments: [...(mail.attachments ?? []), ...(files?.attachments ?? [])],
		inline: [...(mail.inline ?? []), ...(files?.inline ?? [])],
	});
}

import { seed } from '../../seed';
import type { Meta } from '../state';
import { tell, tellRead, told } from './events';
import type { Channel, FileKind, MessageFile, MessagingPerson } from './model';
import { openThread, personOf, write } from './threads';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const mimes: Record<FileKind, string> = { image: 'image/jpeg', video: 'video/mp4', audio: 'audio/mpeg', file: 'application/pdf' };
const isKind = (kind: unknown): kind is FileKind => typeof kind === 'string' && kind in mimes;

function fileOf(value: unknown, meta: Meta): MessageFile | undefined {
	if (!isRecord(value) || !isKind(value.type) || !URL.canParse(String(value.url))) return undefined;
	const url = String(value.url);
	return { id: meta.newId('messageFile'), kind: value.type, url, mime: mimes[value.type], name: new URL(url).pathname.split('/').at(-1) ?? 'file', size: 1024 };
}

const isMissing = (file: MessageFile | undefined): file is undefined => file === undefined;

function writer(meta: Meta, channel: Channel, from: unknown): MessagingPerson {
	const { customer, page } = seed.meta;
	const { id = customer[channel], name = customer.name } = isRecord(from) ? from : {};
	const known = meta.find('MessagingPerson', String(id));
	return known ?? personOf(meta, meta.page(page.id), channel, { id: String(id), name: String(name), username: String(name).toLowerCase().replace(/\W+/g, '.') });
}

const usage = `meta setting "directMessage" needs {"channel": "messenger" or "instagram"} and what the customer does: "text", "attachments": [{"type": "image", "url": "…"}], "postback": {"title", "payload"}, "referral": {"ref", "source", "type", "ad_id"}, "reaction": {"mid", "emoji"} or "read": true; with a text also "quickReply": "<payload>" and "replyTo": "<mid>".`;

/** The customer writes to the page, taps a button, comes by a link, reacts or reads. Everything but reading opens the window. */
export function directMessage(meta: Meta, value: unknown): string | undefined {
	if (!isRecord(value) || (value.channel !== 'messenger' && value.channel !== 'instagram')) return usage;
	const { channel, text = '', attachments = [], postback, referral, reaction, read, quickReply, replyTo, from } = value;
	const given: unknown[] = Array.isArray(attachments) ? attachments : [attachments];
	const files = given.map((file) => fileOf(file, meta));
	if (typeof text !== 'string' || files.some(isMissing)) return usage;
	const writes = text !== '' || files.length > 0;
	if (!writes && !postback && !referral && !reaction && read !== true) return usage;
	const thread = openThread(meta, writer(meta, channel, from));
	tellRead(meta, thread);
	if (read === true && !writes) return undefined;
	thread.openedAt = meta.now;
	if (writes) {
		const message = write(meta, thread, { direction: 'in', text, files: files.filter((file) => !isMissing(file)), replyTo: typeof replyTo === 'string' ? replyTo : undefined });
		thread.unread += 1;
		tell(meta, thread, 'person', { message: { ...told(message), ...(typeof quickReply === 'string' && { quick_reply: { payload: quickReply } }), ...(isRecord(referral) && { referral }) } });
	} else if (isRecord(postback)) {
		const { id: mid } = write(meta, thread, { direction: 'in', text: String(postback.title) });
		thread.unread += 1;
		tell(meta, thread, 'person', { postback: { ...postback, mid, ...(isRecord(referral) && { referral }) } });
	} else if (isRecord(reaction)) {
		const message = meta.find('UnifiedMessage', String(reaction.mid));
		if (message) message.reactions.person = String(reaction.emoji);
		tell(meta, thread, 'person', { reaction: { action: 'react', reaction: 'other', ...reaction } });
	} else tell(meta, thread, 'person', { referral });
	return undefined;
}

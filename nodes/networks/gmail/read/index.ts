import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Message, Party } from '../../../model/message';
import type { GmailMedia, Part } from './body';
import { headerOf, mediaOf, textOf } from './body';
import { partiesOf } from './parties';

export type Resource = gmail_v1.Schema$Message;

/** Headers that workflows decide by. */
export interface GmailHeaders {
	/** `Message-ID`, in angle brackets: what an answer refers to. */
	messageId?: string;
	references?: string;
	replyTo?: string;
	listId?: string;
	listUnsubscribe?: string;
	autoSubmitted?: string;
	precedence?: string;
}

/** One email in the shape that all networks’ messages have, with what only mail has. */
export interface GmailMessage extends Message {
	provider: 'gmail';
	subject: string;
	threadId: string;
	labels: string[];
	/** Everybody in To and Cc. */
	recipients: { to: Party[]; cc: Party[] };
	/** No person wrote it to this address: an autoresponder, a bounce, a newsletter or a mailing list. */
	isAutomatic: boolean;
	headers: GmailHeaders;
	media: GmailMedia[];
}

const names = {
	messageId: 'Message-ID',
	references: 'References',
	replyTo: 'Reply-To',
	listId: 'List-ID',
	listUnsubscribe: 'List-Unsubscribe',
	autoSubmitted: 'Auto-Submitted',
	precedence: 'Precedence',
} as const satisfies Record<keyof GmailHeaders, string>;

const headersOf = (payload: Part): GmailHeaders =>
	Object.fromEntries(Object.entries(names).flatMap(([key, name]) => (headerOf(payload, name) === '' ? [] : [[key, headerOf(payload, name)]])));

/** https://www.rfc-editor.org/rfc/rfc3834#section-2: what nobody should answer automatically. */
function isAutomatic(payload: Part, { autoSubmitted = 'no', precedence = '', listId, listUnsubscribe }: GmailHeaders, from: Party): boolean {
	if (!/^no\b/i.test(autoSubmitted) || listId !== undefined || listUnsubscribe !== undefined) return true;
	if (/^(bulk|junk|list|auto_reply)\b/i.test(precedence) || /^mailer-daemon@/.test(from.id)) return true;
	return ['X-Autoreply', 'X-Autorespond', 'X-Auto-Response'].some((name) => headerOf(payload, name) !== '') || headerOf(payload, 'Return-Path') === '<>';
}

const nobody: Party = { id: '' };

/** When Gmail took the message in; a Date header says what the sender liked. */
const timeOf = ({ internalDate }: Resource) => new Date(Number(internalDate ?? 0)).toISOString();

/** A message as Gmail’s API gives it with `format=full`; `account` is the address of the mailbox that it lies in. */
export function messageOf(resource: Resource, account: string): GmailMessage {
	const { id, threadId, labelIds, payload } = resource;
	const part = payload ?? {};
	const headers = headersOf(part);
	const from = partiesOf(headerOf(part, 'From'))[0] ?? nobody;
	const recipients = { to: partiesOf(headerOf(part, 'To')), cc: partiesOf(headerOf(part, 'Cc')) };
	const own: Party = [...recipients.to, ...recipients.cc].find((party) => party.id === account.toLowerCase()) ?? { id: account, email: account };
	const labels = labelIds ?? [];
	const direction = labels.includes('SENT') && !labels.includes('INBOX') ? 'out' : 'in';
	const replyTo = /<[^<>\s]+>/.exec(headerOf(part, 'In-Reply-To'))?.[0];
	return {
		id: `gmail:${id ?? ''}`,
		provider: 'gmail',
		providerMessageId: id ?? '',
		account,
		conversationId: `gmail:${account}:${threadId ?? ''}`,
		direction,
		from,
		to: direction === 'out' ? (recipients.to[0] ?? nobody) : own,
		kind: 'text',
		subject: headerOf(part, 'Subject'),
		text: textOf(part).plain,
		media: mediaOf(part),
		...(replyTo !== undefined && { replyTo }),
		sentAt: timeOf(resource),
		threadId: threadId ?? '',
		labels,
		recipients,
		isAutomatic: isAutomatic(part, headers, from),
		headers,
	};
}

import type { Gmail } from './store';
import { invalid, missing, tooMuch } from './call';
import type { Mailbox, Stored } from './mailbox';
import { addressesOf, bodyOf, fieldsOf, sentValueOf, valueOf, type Field } from './mime';

const CRLF = '\r\n';
const DAY = 86_400_000;
/** https://support.google.com/a/answer/166852 */
const RECIPIENTS = 100;

/** Without `Re:` and `Fwd:`. */
export const baseSubject = (subject: string): string => subject.replace(/^(\s*(re|fwd?|aw|tr)\s*:)+/i, '').replace(/\s+/g, ' ').trim().toLowerCase();

const idsIn = (value: string): string[] => value.match(/<[^<>\s]+>/g) ?? [];

function recipientsOf(fields: readonly Field[], strict = true): string[] {
	const all = ['To', 'Cc', 'Bcc'].flatMap((name) => {
		const found = addressesOf(sentValueOf(fields, name));
		if (!found && strict) throw invalid(`Invalid ${name} header`);
		return found ?? [];
	});
	return [...new Set(all.map((address) => address.toLowerCase()))];
}

interface Placing {
	labels: string[];
	at?: number;
	/** Asked for by the caller. */
	threadId?: string;
	/** Who has it that the headers do not name. */
	extra?: string;
}

/** Puts a message into a mailbox, in the thread that it belongs to. */
export function place(gmail: Gmail, mailbox: Mailbox, raw: Buffer, { labels, at, threadId, extra }: Placing): Stored {
	const fields = fieldsOf(raw);
	const id = gmail.newId();
	const subject = valueOf(fields, 'Subject');
	const to = recipientsOf(fields, false);
	const message: Stored = {
		...{ id, labels, raw, subject, at: at ?? gmail.world.clock.now(), whole: true, historyId: 0, size: raw.length },
		threadId: threadOf(mailbox, fields, subject, threadId) ?? id,
		from: valueOf(fields, 'From'),
		to: extra !== undefined && !to.includes(extra) ? [...to, extra] : to,
		messageId: idsIn(valueOf(fields, 'Message-ID'))[0] ?? '',
	};
	mailbox.add(message);
	gmail.keep(message);
	return message;
}

/** References and an equal subject lead into a thread; an asked one must be the same. https://developers.google.com/workspace/gmail/api/guides/threads */
function threadOf(mailbox: Mailbox, fields: readonly Field[], subject: string, asked: string | undefined): string | undefined {
	const ids = [...idsIn(valueOf(fields, 'In-Reply-To')), ...idsIn(valueOf(fields, 'References')).reverse()];
	const parents = ids.flatMap((id) => mailbox.byMessageId.get(id) ?? []).filter((parent) => baseSubject(parent.subject) === baseSubject(subject));
	return parents.find(({ threadId }) => asked === undefined || threadId === asked)?.threadId;
}

/** The header fields anew, before the untouched body. */
const assembled = (fields: readonly Field[], raw: Buffer): Buffer =>
	Buffer.concat([Buffer.from(`${fields.map(({ name, value }) => `${name}: ${folded(value)}`).join(CRLF)}${CRLF}${CRLF}`), bodyOf(raw)]);

/** Lines of a header stay below 998 characters: https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const folded = (value: string): string => (value.length < 900 ? value : value.replace(/(.{60,70}?) /g, `$1${CRLF} `));

const without = (fields: readonly Field[], ...names: string[]): Field[] => fields.filter(({ name }) => !names.includes(name.toLowerCase()));

/** How Gmail's server hands on what a client has written. */
export function outgoing(gmail: Gmail, mailbox: Mailbox, raw: Buffer, id: string): Buffer {
	const given = fieldsOf(raw);
	const { keepsMessageId } = gmail.settings;
	const sender = addressesOf(sentValueOf(given, 'From'))?.[0];
	const messageId = valueOf(given, 'Message-ID');
	const own = `<CA${id}@mail.gmail.com>`;
	const fields = [...given];
	const set = (name: string, value: string) => {
		const at = fields.findIndex((field) => field.name.toLowerCase() === name.toLowerCase());
		if (at >= 0) fields[at] = { name, value };
		else fields.unshift({ name, value });
	};
	if (sender?.toLowerCase() !== mailbox.address) set('From', mailbox.address);
	if (valueOf(given, 'Date') === '') set('Date', new Date(gmail.world.clock.now()).toUTCString().replace('GMT', '+0000'));
	if (messageId === '' || !keepsMessageId) set('Message-ID', own);
	const kept = messageId === '' || keepsMessageId ? fields : [...fields, { name: 'X-Google-Original-Message-ID', value: messageId }];
	return assembled(kept, raw);
}

export interface Sending {
	raw: Buffer | undefined;
	threadId: string | undefined;
}

/** Checked like a sending, before anything is done. */
export function checkedSending(gmail: Gmail, mailbox: Mailbox, { raw, threadId }: Sending): { raw: Buffer; recipients: string[] } {
	if (!raw) throw invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
	const recipients = recipientsOf(fieldsOf(raw));
	if (recipients.length === 0) throw invalid('Recipient address required');
	if (recipients.length > RECIPIENTS) throw invalid(`Too many recipients: ${recipients.length} of at most ${RECIPIENTS}`);
	if (threadId !== undefined && !mailbox.threads.has(threadId)) throw missing();
	const { dailyMessages } = gmail.settings;
	const sent = mailbox.sentToday();
	const [first] = sent.slice(-dailyMessages || sent.length);
	if (dailyMessages > 0 && sent.length >= dailyMessages && first !== undefined) throw tooMuch(429, 'rateLimitExceeded', first + DAY);
	return { raw, recipients };
}

/** Sends: the copy in “Sent”, the copies of who has a mailbox here, the count of deliveries and the timeline. */
export function send(gmail: Gmail, mailbox: Mailbox, sending: Sending): Stored {
	const { raw, recipients } = checkedSending(gmail, mailbox, sending);
	const { world } = gmail;
	const mail = outgoing(gmail, mailbox, raw, gmail.newId());
	const toSelf = recipients.includes(mailbox.address);
	const labels = toSelf ? ['UNREAD', 'SENT', 'INBOX'] : ['SENT'];
	const stored = place(gmail, mailbox, mail, { labels, threadId: sending.threadId });
	mailbox.sendings.push(world.clock.now());
	for (const address of recipients) {
		gmail.deliveries.set(address, (gmail.deliveries.get(address) ?? 0) + 1);
		const other = address === mailbox.address ? undefined : gmail.mailbox(address);
		if (other) receive(gmail, other, assembled(without(fieldsOf(mail), 'bcc'), mail));
	}
	const url = `${world.origin}/mail.google.com/mail/u/0/#sent/${stored.id}`;
	const to = valueOf(fieldsOf(mail), 'To');
	world.timeline.add({ network: 'gmail', account: mailbox.address, kind: 'email', text: `${stored.subject}\nTo: ${to}`, media: [], url });
	return stored;
}

/** A mail from somebody else arrives. */
export function receive(gmail: Gmail, mailbox: Mailbox, raw: Buffer, labels: readonly string[] = ['INBOX']): Stored {
	const received = { name: 'Delivered-To', value: mailbox.address };
	const mail = assembled([received, ...fieldsOf(raw)], raw);
	return place(gmail, mailbox, mail, { labels: ['UNREAD', ...(labels.includes('SPAM') ? [] : ['CATEGORY_PERSONAL']), ...labels], extra: mailbox.address });
}

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Party } from '../../model/message';
import { headerOf, textOf } from './read/body';
import { partiesOf } from './read/parties';

/** A message that is answered or forwarded. */
export interface Original {
	id: string;
	threadId: string;
	/** Sent from this mailbox. */
	isOwn: boolean;
	from: Party[];
	replyTo: Party[];
	to: Party[];
	cc: Party[];
	subject: string;
	/** As its header says it. */
	date: string;
	messageId: string;
	references: string;
	/** Empty where only its headers were read. */
	text: string;
	html: string;
}

export function originalOf({ id, threadId, labelIds, payload = {} }: gmail_v1.Schema$Message): Original {
	const header = (name: string) => headerOf(payload, name);
	const { plain: text, html } = textOf(payload);
	return {
		...{ id: id ?? '', threadId: threadId ?? '', isOwn: labelIds?.includes('SENT') ?? false },
		...{ from: partiesOf(header('From')), replyTo: partiesOf(header('Reply-To')), to: partiesOf(header('To')), cc: partiesOf(header('Cc')) },
		...{ subject: header('Subject'), date: header('Date'), messageId: header('Message-ID'), references: header('References'), text, html },
	};
}

/** A subject with `Re:` or `Fwd:` before it, once. */
export const prefixed = (prefix: 'Re' | 'Fwd', subject: string): string => (new RegExp(`^\\s*${prefix === 'Re' ? 're' : 'fwd?'}\\s*:`, 'i').test(subject) ? subject : `${prefix}: ${subject}`.trim());

/** What ties an answer to its thread: https://developers.google.com/workspace/gmail/api/guides/threads */
export const threaded = ({ messageId, references }: Original) => ({ inReplyTo: messageId, references: `${references} ${messageId}` });

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const asHtml = (text: string) => escaped(text).replace(/\n/g, '<br>');

/** What stands inside the body, so that it can stand inside another. */
const inner = (html: string) => /<body\b[^>]*>([\s\S]*?)(<\/body\s*>|$)/i.exec(html)?.[1] ?? html.replace(/<!doctype[^>]*>|<\/?html\b[^>]*>|<head\b[\s\S]*?<\/head\s*>/gi, '');

const said = ({ text, html }: Original) => (html === '' ? asHtml(text) : inner(html));
const namesOf = (parties: readonly Party[]) => parties.map(({ name, id }) => (name ? `${name} <${id}>` : id)).join(', ');

const wrote = ({ date, from }: Original) => `On ${date}, ${namesOf(from)} wrote:`;

export interface Words {
	text?: string;
	html?: string;
}

/** An answer with the message it answers below, as mail programs show it. */
export const quoting = (answer: Words, original: Original): Words => ({
	...(answer.text !== undefined && { text: `${answer.text}\n\n${wrote(original)}\n\n${original.text.replace(/^/gm, '> ')}` }),
	...(answer.html !== undefined && {
		html: `${answer.html}<br><div class="gmail_quote"><div>${escaped(wrote(original))}</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${said(original)}</blockquote></div>`,
	}),
});

/** A note with the message that is passed on below. */
export function passingOn(note: Words, original: Original): Words {
	const { from, date, subject, to, cc } = original;
	const lines = ['---------- Forwarded message ---------', `From: ${namesOf(from)}`, `Date: ${date}`, `Subject: ${subject}`, `To: ${namesOf(to)}`, ...(cc.length > 0 ? [`Cc: ${namesOf(cc)}`] : [])];
	return {
		...(note.text !== undefined && { text: [...(note.text === '' ? [] : [note.text, '']), ...lines, '', original.text].join('\n') }),
		...(note.html !== undefined && { html: `${note.html}${note.html === '' ? '' : '<br>'}<div class="gmail_quote"><div>${lines.map(escaped).join('<br>')}</div><br>${said(original)}</div>` }),
	};
}

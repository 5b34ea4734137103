import { createHash } from 'node:crypto';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import { Api } from '../../core/api';
import { failureOf, refused } from '../../core/errors';
import type { InputOf, Together } from '../../core/operation';
import type { Mail } from '../../networks/gmail/mime/compose';
import { addressesOf } from '../../networks/gmail/mime/addresses';
import { sendMail } from '../../networks/gmail/send';
import { sentTo } from '../../networks/gmail/sentTo';
import { textOf } from '../../networks/gmail/written';
import { gmail } from '../../platforms/gmail';
import { oneAddress } from './address';
import type { Mailer } from './delivery';
import type { Entry } from './entry';
import { plainAddress } from './entry';
import type { campaign, content, journal, options, recipient } from './fields';
import { unsubscribeHeaders, unsubscribeUrl, withLink } from './unsubscribe';

export type Input = InputOf<[typeof campaign, typeof recipient, ...typeof content, ...typeof journal, typeof options]>;

/** One item and what it says. */
export interface Job {
	item: number;
	/** Of the line in the journal. */
	key: string;
	input: Input;
	address: string;
}

/** By which the message is known in “Sent”, and which tells nobody whom it is about. */
const keyHeaderOf = ({ key }: Pick<Entry, 'key'>) => createHash('sha256').update(key).digest('base64url');

const idsOf = ({ id, threadId }: gmail_v1.Schema$Message) => ({ id: id ?? '', threadId: threadId ?? '' });

function mailOf({ to, subject, html, text, unsubscribeUrl: base, options: more }: Input, token: string): Mail {
	const url = unsubscribeUrl(base, token);
	const from = textOf(more.from);
	return {
		...{ to: [oneAddress(to, 'To')], subject, from: from.trim() ? oneAddress(from, 'From') : undefined, replyTo: addressesOf(textOf(more.replyTo), 'Reply To') },
		...withLink({ html: textOf(html), text: textOf(text) }, url, more),
		headers: Object.entries(unsubscribeHeaders(url, more)).map(([name, value]) => ({ name, value })),
	};
}

/** The item's address, once all that can be checked without Gmail is right. Throws what is wrong. */
export function checked(input: Input): string {
	if (input.campaign.trim() === '') throw refused('Campaign', 'is empty.', 'Give the campaign a name.');
	mailOf(input, '');
	return plainAddress(oneAddress(input.to, 'To').address);
}

/** A connection that may only send cannot look into “Sent”. */
const mayNotLook = (error: unknown) => {
	const { status, verdict } = failureOf(error);
	if (status === 403 && verdict !== 'wait') return 'unclear' as const;
	throw error;
};

export const mailerFor =
	({ context, session }: Together<Input>) =>
	({ item, input, address }: Job): Mailer => {
		const api = new Api(session, 'send', {}, { context, index: item });
		const reading = new Api(session, 'read');
		return {
			send: async (entry, note) => idsOf(await sendMail(api, { ...mailOf(input, entry.token), key: keyHeaderOf(entry) }, { note })),
			find: async (entry) => {
				const found = await sentTo(reading, { key: keyHeaderOf(entry), address, since: entry.since }).catch(mayNotLook);
				return typeof found === 'object' ? idsOf(found) : (found ?? 'absent');
			},
		};
	};

/** The address of the connected mailbox, which a connection that may only send can ask for too. */
export async function mailboxOf({ session }: Together<Input>): Promise<string> {
	const { request, nameOf } = gmail.identity;
	return nameOf(await new Api(session, 'read').send(request));
}

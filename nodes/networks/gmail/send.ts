import { randomUUID } from 'node:crypto';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { carried } from './carried';
import { sentByKey } from './look';
import { composeMessage } from './mime/compose';
import type { Mail } from './mime/compose';
import { at } from './paths';

/** Sending has a limit of its own for a day, which holds up nothing else. */
export const SENDING = 'send';

function checkRecipients({ to = [], cc = [], bcc = [] }: Mail) {
	if (to.length + cc.length + bcc.length === 0) throw refused('To', 'nobody is to get the message.', 'Fill in “To”, “CC” or “BCC”, or check the expression that should.');
}

interface Sending {
	threadId?: string;
	/** Notes in a journal that the call goes out now. Whoever keeps one looks later for what is not found at once, and sends it only then. */
	note?: () => Promise<void>;
}

/**
 * Sends a message. One whose answer was lost is looked for by its key and never sent a second time while it cannot be told.
 * https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send
 */
export async function sendMail(api: Api, mail: Mail, { threadId, note }: Sending = {}): Promise<gmail_v1.Schema$Message> {
	checkRecipients(mail);
	const { key = randomUUID() } = mail;
	const message = await carried(composeMessage({ ...mail, key }), threadId);
	return await api.send({ method: 'POST', url: at('messages', 'send'), ...message, lane: SENDING, once: true, before: note, reconcile: sentByKey(api, key, note !== undefined) });
}

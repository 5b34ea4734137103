import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { arrived, claim } from './arrived';
import type { Known } from './arrived';
import { checkCommented, checkWindow } from './window';
import type { Addressed, WindowOptions } from './window';

interface Sent {
	recipient_id: string;
	message_id: string;
}

/** A message ready to go, and by what it is known again. */
export interface Ready {
	message: IDataObject;
	known: Known;
	/** In ms, where Meta takes its time. */
	timeout?: number;
}

export interface To extends Addressed {
	options: WindowOptions & { replyTo?: string };
}

/** People have IDs of their own for each page and channel; names and phone numbers are none. */
function personId(id: string): string {
	if (/^\d+$/.test(id.trim())) return id.trim();
	throw refused('Recipient ID', `“${id}” is not the ID of a person.`, 'Use “from.id” of a message that the person wrote to the page on this channel.');
}

/**
 * Sends once the window is known to be open, as far as it can be known; `prepare` uploads what the message needs.
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api
 */
export async function sendTo(api: Api, to: To, prepare: () => Promise<Ready>): Promise<IDataObject> {
	const { page, channel, options } = to;
	const recipient = personId(to.recipient);
	await checkWindow(api, { page, channel, recipient }, options);
	const { message, known, timeout } = await prepare();
	const type = options.humanAgent ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
	const body = { recipient: { id: recipient }, ...type, message, ...(options.replyTo && { reply_to: { mid: options.replyTo } }) };
	const reconcile = arrived(api, page, channel, async () => recipient, known);
	const sent = await api.send<Sent>({ method: 'POST', url: `/${page}/messages`, body, timeout, reconcile });
	claim(sent.message_id);
	return { channel, ...sent };
}

interface PrivateReply {
	page: string;
	channel: Channel;
	comment: string;
	text: string;
	commentedAt?: string;
}

/** Answers a comment by a message. https://developers.facebook.com/docs/messenger-platform/discovery/private-replies */
export async function replyPrivately(api: Api, { page, channel, comment, text, commentedAt }: PrivateReply): Promise<IDataObject> {
	checkCommented(commentedAt);
	const commenter = async () => {
		const { from } = await api.send<{ from?: { id: string } }>({ url: `/${comment}`, qs: { fields: 'from' } });
		if (from) return from.id;
		throw new PlatformError({ verdict: 'unknown', message: 'Meta does not say who commented.', hint: 'Look at the inbox.' });
	};
	const reconcile = arrived(api, page, channel, commenter, { text });
	const sent = await api.send<Sent>({ method: 'POST', url: `/${page}/messages`, body: { recipient: { comment_id: comment }, message: { text } }, reconcile });
	claim(sent.message_id);
	return { channel, comment_id: comment, ...sent };
}

/** What the page is doing, as the person sees it. A repeat shows the same. https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions */
export async function act(api: Api, { page, channel, recipient }: Addressed, action: string, payload?: IDataObject): Promise<IDataObject> {
	const id = personId(recipient);
	await api.send({ method: 'POST', url: `/${page}/messages`, body: { recipient: { id }, sender_action: action, payload }, idempotent: true });
	return { channel, recipient_id: id, sender_action: action, ...payload };
}

interface Reaction {
	message: string;
	reaction: string;
	remove: boolean;
}

export const reactTo = async (api: Api, to: Addressed, { message: message_id, reaction, remove }: Reaction) =>
	remove ? await act(api, to, 'unreact', { message_id }) : await act(api, to, 'react', { message_id, reaction: reaction || messenger.channels[to.channel].heart });

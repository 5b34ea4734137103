import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Message, MessageKind, MessageMedia } from '../../model/message';
import { whatsApp } from '../../platforms/whatsApp';
import { lengthWithin, trimmed } from './lengths';
import { recipientOf } from './recipient';
import type { Recipient } from './recipient';
import { checkWindow, closedWindow } from './window';

/** What all messages have in common: who writes to whom, and how. */
export interface Envelope {
	phoneNumber: string;
	recipient: string;
	windowClosesAt?: string;
	businessAccount?: string;
	options?: { callbackData?: string; defaultCountryCode?: string; replyTo?: string };
}

/** One message as Meta takes it, and as it stands in a conversation. */
export interface Draft {
	type: string;
	content: IDataObject | IDataObject[];
	kind: MessageKind;
	text?: string;
	media?: MessageMedia[];
	/** The message that is reacted to. */
	on?: string;
}

interface Answer {
	contacts?: { input?: string; wa_id?: string; user_id?: string }[];
	messages?: { id: string; message_status?: string }[];
}

/** A message that is out, with the key by which its receiver is known everywhere. `raw` is Meta's answer. */
export type Sent = Message & { status: string; contactKey: string; raw: Answer };

function sentOf({ phoneNumber, options = {} }: Envelope, recipient: Recipient, { kind, text = '', media = [], on }: Draft, raw: Answer): Sent {
	const [{ wa_id: phone, user_id: userId } = { wa_id: undefined, user_id: undefined }] = raw.contacts ?? [];
	const [{ id, message_status: status = 'accepted' } = { id: '' }] = raw.messages ?? [];
	const [known, number] = 'to' in recipient ? [userId, phone ?? recipient.to] : [userId ?? recipient.recipient, phone];
	const contactKey = known ?? number ?? '';
	const replyTo = on ?? trimmed(options.replyTo);
	return {
		...{ id: `whatsapp:${id}`, provider: 'whatsapp', providerMessageId: id, account: phoneNumber, conversationId: `whatsapp:${phoneNumber}:${contactKey}` },
		...{ direction: 'out', from: { id: phoneNumber }, to: { id: contactKey, ...(number && { phone: number }) } },
		...{ kind, text, media, ...(replyTo && { replyTo }), sentAt: new Date().toISOString() },
		...{ status, contactKey, raw },
	};
}

const isClosed = (error: unknown): error is PlatformError => error instanceof PlatformError && error.code === whatsApp.windowClosed;

/**
 * Sends one message. Without an answer it may have arrived, and Meta has no key that would make a repeat harmless: it is not sent
 * again. `draft` is made only once the rest is known to be right, because it may upload a file.
 */
export async function send(api: Api, envelope: Envelope, draft: () => Promise<Draft> | Draft): Promise<Sent> {
	const { phoneNumber, options = {} } = envelope;
	const recipient = recipientOf(envelope.recipient, options.defaultCountryCode);
	const callbackData = lengthWithin('Callback Data', options.callbackData, whatsApp.limits.callbackData);
	const made = await draft();
	const replyTo = made.on ? '' : trimmed(options.replyTo);
	const body = {
		...{ messaging_product: 'whatsapp', recipient_type: 'individual', ...recipient, type: made.type, [made.type]: made.content },
		...(replyTo && { context: { message_id: replyTo } }),
		...(callbackData && { biz_opaque_callback_data: callbackData }),
	};
	try {
		return sentOf(envelope, recipient, made, await api.send<Answer>({ method: 'POST', url: `/${phoneNumber}/messages`, body }));
	} catch (error) {
		throw isClosed(error) ? await closedWindow(api, envelope, error.message) : error;
	}
}

/** A free-form message: only within 24 hours after the person's last one. */
export async function answer(api: Api, envelope: Envelope, draft: () => Promise<Draft> | Draft): Promise<Sent> {
	return await send(api, envelope, async () => {
		await checkWindow(api, envelope);
		return await draft();
	});
}

/** The person sees that the message was read, and with `typing` that an answer is being written. Twice does no harm. */
export async function acknowledge(api: Api, phoneNumber: string, messageId: string, typing: boolean): Promise<IDataObject> {
	const body = { messaging_product: 'whatsapp', status: 'read', message_id: messageId.trim(), ...(typing && { typing_indicator: { type: 'text' } }) };
	return { messageId: body.message_id, ...(await api.send({ method: 'POST', url: `/${phoneNumber}/messages`, body, idempotent: true })) };
}

import type { IDataObject } from 'n8n-workflow';
import type { Message, MessageKind, MessageMedia, Party, Referral } from '../../model/message';
import type { MetaEvent } from './event';
import { digestOf, isoOf, optional, recordIn, recordsIn, textIn, timeIn } from './event';

/** A free-form answer is allowed for so long after a person's message: https://developers.facebook.com/docs/whatsapp/pricing#customer-service-windows */
const WINDOW = 24 * 60 * 60_000;

const mediaKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;

const isMedia = (type: string): type is (typeof mediaKinds)[number] => mediaKinds.some((kind) => kind === type);

const kinds: Readonly<Record<string, MessageKind>> = { text: 'text', location: 'location', contacts: 'contacts', reaction: 'reaction', button: 'button', interactive: 'button', order: 'order', system: 'system' };

const kindOf = (type: string): MessageKind => (isMedia(type) ? type : (kinds[type] ?? 'unsupported'));

function mediaOf(type: string, { id, mime_type: mime, sha256, caption, filename, url }: IDataObject): MessageMedia[] {
	if (!isMedia(type)) return [];
	return [{ kind: type, id: optional(id), url: optional(url), mime: optional(mime), fileName: optional(filename), caption: optional(caption), sha256: optional(sha256) }];
}

/** What a person tapped: a button, a row of a list, or the end of a flow. */
function tapped(message: IDataObject): { text: string; payload?: string } | undefined {
	const { type, button, interactive } = message;
	if (type === 'button') return { text: textIn(recordIn(button).text), payload: optional(recordIn(button).payload) };
	if (type !== 'interactive') return undefined;
	const { type: kind, ...replies } = recordIn(interactive);
	const reply = recordIn(replies[textIn(kind)]);
	return { text: textIn(reply.title) || textIn(reply.body), payload: optional(reply.id) ?? optional(reply.response_json) };
}

const addressed = ({ name, address, latitude, longitude }: IDataObject) => [name, address, `${textIn(latitude)},${textIn(longitude)}`].map(textIn).filter(Boolean).join(', ');

function textOf(message: IDataObject): string {
	const type = textIn(message.type);
	const content = recordIn(message[type]);
	if (type === 'text') return textIn(content.body);
	if (type === 'reaction') return textIn(content.emoji);
	if (type === 'location') return addressed(content);
	if (type === 'order') return textIn(content.text);
	if (type === 'system') return textIn(content.body);
	if (type === 'contacts') return recordsIn(message.contacts).map(({ name }) => textIn(recordIn(name).formatted_name)).join(', ');
	return tapped(message)?.text ?? textIn(content.caption);
}

function referralOf({ source_id: adId, ctwa_clid: ctwaClid, source_url: url, headline }: IDataObject): Referral {
	return { adId: optional(adId), ctwaClid: optional(ctwaClid), url: optional(url), headline: optional(headline) };
}

/**
 * The person: by the business-scoped user ID where there is one, as phone numbers change and may be hidden behind a username.
 * https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids
 */
function partyOf(message: IDataObject, contacts: readonly IDataObject[]): Party {
	const [phone, userId] = [optional(message.from), optional(message.from_user_id)];
	const same = (contact: IDataObject) => (phone !== undefined && contact.wa_id === phone) || (userId !== undefined && contact.user_id === userId);
	const contact = contacts.find(same) ?? (contacts.length === 1 ? recordIn(contacts[0]) : {});
	const profile = recordIn(contact.profile);
	const id = userId ?? optional(contact.user_id) ?? phone ?? textIn(contact.wa_id);
	return { id, handle: optional(profile.username) ?? optional(contact.username), name: optional(profile.name), phone: phone ?? optional(contact.wa_id) };
}

interface Number {
	id: string;
	phone?: string;
}

function messageOf(message: IDataObject, from: Party, number: Number): Message {
	const type = textIn(message.type);
	const sent = timeIn(message.timestamp) ?? Date.now();
	const id = textIn(message.id);
	const replyTo = optional(recordIn(message.context).id) ?? optional(recordIn(message.reaction).message_id);
	return {
		...{ id: `whatsapp:${id}`, provider: 'whatsapp', providerMessageId: id, account: number.id, conversationId: `whatsapp:${number.id}:${from.id}` },
		...{ direction: 'in', from, to: { id: number.id, phone: number.phone }, kind: kindOf(type), text: textOf(message), media: mediaOf(type, recordIn(message[type])) },
		...{ replyTo, payload: tapped(message)?.payload, sentAt: isoOf(sent) },
		...(message.referral !== undefined && { referral: referralOf(recordIn(message.referral)) }),
		// A notice of the network's is nothing that a person wrote.
		...(kindOf(type) !== 'system' && { windowClosesAt: isoOf(sent + WINDOW) }),
	};
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples#message-status-updates */
function statusOf(status: IDataObject, number: Number): IDataObject {
	const [error] = recordsIn(status.errors);
	return {
		...{ provider: 'whatsapp', providerMessageId: textIn(status.id), account: number.id, status: textIn(status.status), at: isoOf(timeIn(status.timestamp)) },
		...{ recipient: { id: optional(status.recipient_user_id) ?? textIn(status.recipient_id), phone: optional(status.recipient_id) } },
		...(status.biz_opaque_callback_data !== undefined && { callbackData: textIn(status.biz_opaque_callback_data) }),
		...(error && { error: { code: textIn(error.code), message: textIn(error.title) || textIn(error.message), details: optional(recordIn(error.error_data).details) } }),
	};
}

/** What happened to one WhatsApp Business account. */
export function whatsAppEvents(wabaId: string, field: string, value: IDataObject, time: number | undefined): MetaEvent[] {
	if (field !== 'messages') {
		const json = { provider: 'whatsapp', whatsAppBusinessAccountId: wabaId, field, at: isoOf(time), ...value, raw: value };
		return [{ event: 'whatsAppAccount', key: digestOf(wabaId, field, value, time), account: wabaId, owner: wabaId, at: time, json }];
	}
	const { phone_number_id: id, display_phone_number: display } = recordIn(value.metadata);
	const number: Number = { id: textIn(id), phone: optional(textIn(display).replace(/\D/g, '')) };
	const contacts = recordsIn(value.contacts);
	const messages = recordsIn(value.messages).map((message): MetaEvent => {
		const json = { ...messageOf(message, partyOf(message, contacts), number), raw: message };
		return { event: 'whatsAppMessage', key: textIn(message.id), account: number.id, owner: wabaId, at: timeIn(message.timestamp), json };
	});
	const statuses = recordsIn(value.statuses).map((status): MetaEvent => {
		const key = `${textIn(status.id)}:${textIn(status.status)}:${textIn(status.recipient_participant_id)}`;
		return { event: 'whatsAppMessageStatus', key, account: number.id, owner: wabaId, at: timeIn(status.timestamp), json: { ...statusOf(status, number), raw: status } };
	});
	return [...messages, ...statuses];
}

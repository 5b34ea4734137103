import { randomBytes } from 'node:crypto';
import type { Call } from '../call';
import { invalid } from '../errors';
import type { WhatsAppNumber } from '../model';
import type { Params } from '../params';
import type { Meta } from '../state';
import { shownOf, type Content } from './content';
import { invalidMessage, refusal } from './errors';
import type { Person } from './model';
import { isKind, kinds, shapes } from './shapes';
import type { Kind } from './shapes';
import { object, oneOf, text } from './shape';
import { announceFailure, announceProgress } from './statuses';

export const newMessageId = (): string => `wamid.${randomBytes(36).toString('base64')}`;

interface Recipient {
	input: string;
	person: Person;
	byUserId: boolean;
}

/** `to` wins over `recipient`. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
function recipientOf(params: Params, meta: Meta): Recipient {
	const to = params.text('to');
	if (to === undefined && params.has('recipient')) {
		const input = params.required('recipient');
		if (!/^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/.test(input)) throw invalidMessage(`Param recipient: ${input} is no business-scoped user ID.`);
		const person = meta.whatsapp.byUserId(input);
		if (!person) throw refusal(131026, 'Message Undeliverable.');
		return { input, person, byUserId: true };
	}
	const input = params.required('to');
	const phone = input.replace(/\D/g, '');
	if (phone.length < 7 || phone.length > 15 || phone.startsWith('0')) throw invalidMessage(`Param to: ${input} is no phone number with a country code.`);
	return { input, person: meta.whatsapp.byPhone(phone), byUserId: false };
}

/** The one kind of content that the message names, checked to the last key. */
function contentOf(params: Params): { kind: Kind; value: unknown } {
	const kind = params.text('type') ?? 'text';
	if (!isKind(kind)) throw invalid(`Param type must be one of {${kinds.join(', ').toUpperCase()}} - got "${kind}".`);
	const foreign = kinds.find((other) => other !== kind && params.has(other));
	if (foreign !== undefined) throw invalidMessage(`Unexpected key "${foreign}" on a message of type ${kind}.`);
	const value = kind === 'contacts' ? params.records(kind) : params.record(kind);
	if (value === undefined) throw invalidMessage(`The parameter ${kind} is required.`);
	shapes[kind](value, kind);
	return { kind, value };
}

function checkContext(params: Params): void {
	if (params.has('context')) object({ message_id: text() })(params.record('context'), 'context');
	const data = params.text('biz_opaque_callback_data');
	if (data !== undefined) text(512)(data, 'biz_opaque_callback_data');
}

interface Failing {
	code: number;
	details: string;
}

/** Why this person will not get it; undefined when it arrives. */
function failureOf(number: WhatsAppNumber, { person, byUserId }: Recipient, content: Content, { whatsapp }: Meta): Failing | undefined {
	const { refuse, optedOut } = whatsapp.settings;
	const code = refuse[person.userId] ?? refuse[person.phone ?? ''];
	if (code !== undefined) return { code, details: 'The sandbox was told to refuse this person.' };
	if (person.phone === number.number.replace(/\D/g, '')) return { code: 131021, details: "Recipient can't be the sender." };
	if (content.category === 'AUTHENTICATION' && byUserId) return { code: 131062, details: 'Send authentication templates to the phone number.' };
	if (content.category === 'MARKETING' && whatsapp.names(optedOut, person)) return { code: 131050, details: 'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages.' };
	if (content.category === undefined && !whatsapp.isWindowOpen(number.id, person)) {
		return { code: 131047, details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.' };
	}
	return content.failure;
}

const limitTexts = {
	130429: 'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
	131056: 'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
};

/** `{"status": "read", "message_id": …}`: what a person wrote is seen, and perhaps answered soon. */
function markRead(params: Params): Record<string, unknown> {
	oneOf('read')(params.text('status'), 'status');
	const foreign = ['to', 'recipient', 'type', ...kinds].find((name) => params.has(name));
	if (foreign !== undefined) throw invalidMessage(`Unexpected key "${foreign}" on a read receipt.`);
	const id = params.required('message_id');
	if (!id.startsWith('wamid.')) throw invalidMessage(`Param message_id: ${id} is no message ID.`);
	if (params.has('typing_indicator')) object({ type: oneOf('text') })(params.record('typing_indicator'), 'typing_indicator');
	return { success: true };
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export async function sendMessage(number: WhatsAppNumber, { params }: Call, meta: Meta): Promise<Record<string, unknown>> {
	if (params.required('messaging_product') !== 'whatsapp') throw invalid('Param messaging_product must be one of {WHATSAPP}');
	if (params.has('status')) return markRead(params);
	for (const foreign of ['message_id', 'typing_indicator']) if (params.has(foreign)) throw invalidMessage(`Unexpected key "${foreign}" on a message.`);
	params.oneOf('recipient_type', ['individual']);
	const recipient = recipientOf(params, meta);
	const { kind, value } = contentOf(params);
	checkContext(params);
	const content = await shownOf(kind, value, number, meta);
	const limit = meta.whatsapp.count(number.id, recipient.person);
	if (limit) throw refusal(limit, limitTexts[limit]);
	const failure = failureOf(number, recipient, content, meta);
	if (failure && meta.whatsapp.settings.refusals === 'error') throw refusal(failure.code, failure.details);
	const id = newMessageId();
	const sent = { id, person: recipient.person, byUserId: recipient.byUserId, callbackData: params.text('biz_opaque_callback_data'), category: content.category };
	if (failure) announceFailure(meta, number, sent, failure);
	else {
		show(number, recipient.person, id, content, meta);
		announceProgress(meta, number, sent);
	}
	const contact = recipient.byUserId ? { user_id: recipient.input } : { wa_id: recipient.person.phone };
	return { messaging_product: 'whatsapp', contacts: [{ input: recipient.input, ...contact }], messages: [{ id, message_status: 'accepted' }] };
}

/** The chat and the timeline now have it. */
function show(number: WhatsAppNumber, { phone, userId }: Person, id: string, { kind, text: shown, media, buttons }: Content, meta: Meta): void {
	const to = phone ?? userId;
	meta.messages.push({ id, to, text: shown, createdAt: meta.now });
	meta.world.timeline.add({ network: 'whatsapp', account: number.name, kind, text: shown, media, buttons, url: meta.url('wa.me', `/${to}`) });
}

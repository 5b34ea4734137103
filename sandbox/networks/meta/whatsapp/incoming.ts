import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { seed } from '../../seed';
import { sniff } from '../../sniff';
import { isTexts } from '../../oauth/grantSettings';
import type { WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { keepMedia, sha256 } from './media';
import { newMessageId } from './messages';
import type { Person, WhatsAppMedia } from './model';
import { isRecord, type Fields } from './shape';
import { tell, unixSeconds } from './statuses';

const files = ['image', 'video', 'audio', 'document', 'sticker'];
/** What people can send, by Meta's names. */
const kinds = ['text', ...files, 'location', 'contacts', 'reaction', 'button', 'interactive', 'order', 'system', 'unsupported'];
const known = ['from', 'to', 'name', 'username', 'id', 'type', 'context', 'referral', 'hidePhone', ...kinds];

const samples = path.join(__dirname, '../../media');

class Refused extends Error {}

/** `{"sample": "bouquet-camelia.jpg", …}`: a file of sandbox/networks/media that the person sends. */
function sampleOf(kind: string, sample: unknown, number: WhatsAppNumber, meta: Meta): WhatsAppMedia {
	const name = path.basename(String(sample));
	const file = path.join(samples, name);
	if (typeof sample !== 'string' || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
		throw new Refused(`"${kind}" needs {"sample": "<file of sandbox/networks/media>"}.`);
	}
	const head = readFileSync(file);
	const mime = sniff(head)?.mime ?? 'application/octet-stream';
	return keepMedia(meta, number.id, meta.world.media.put({ name, mime, head, size: head.length }), true);
}

/** The content as the webhook tells it. A file comes as an ID, with a checksum that is base64 here. */
function contentOf(kind: string, value: unknown, number: WhatsAppNumber, meta: Meta): unknown {
	if (kind === 'text' && typeof value === 'string') return { body: value };
	if (!files.includes(kind)) return value;
	const { sample, ...more } = isRecord(value) ? value : {};
	const media = sampleOf(kind, sample, number, meta);
	const own: Fields = kind === 'audio' ? { voice: true } : kind === 'document' ? { filename: media.file.name } : kind === 'sticker' ? { animated: false } : {};
	return { ...own, ...more, mime_type: kind === 'audio' ? 'audio/ogg; codecs=opus' : media.file.mime, sha256: sha256(media.file, 'base64'), id: media.id };
}

function personOf({ from = seed.meta.customer.phone, name, username }: Fields, meta: Meta): Person {
	const id = String(from);
	const person = /^[A-Z]{2}\./.test(id) ? (meta.whatsapp.byUserId(id) ?? { userId: id, name: id }) : meta.whatsapp.byPhone(id.replace(/\D/g, ''));
	return { ...person, ...(typeof name === 'string' && { name }), ...(typeof username === 'string' && { username }) };
}

const numberOf = (to: unknown, meta: Meta): WhatsAppNumber => {
	const number = meta.find('WhatsAppBusinessPhoneNumber', typeof to === 'string' ? to : seed.meta.whatsapp.phoneNumberId);
	if (!number) throw new Refused(`"to" must be the ID of a phone number such as ${seed.meta.whatsapp.phoneNumberId}.`);
	return number;
};

function checked(value: Fields): string {
	const stranger = Object.keys(value).find((name) => !known.includes(name));
	if (stranger !== undefined) throw new Refused(`"${stranger}" is not known; use ${known.join(', ')}.`);
	const kind = typeof value.type === 'string' ? value.type : kinds.find((one) => value[one] !== undefined);
	if (kind === undefined || !kinds.includes(kind)) throw new Refused(`it needs one of ${kinds.join(', ')}, as in {"text": "Bonjour"}.`);
	if (kind !== 'unsupported' && value[kind] === undefined) throw new Refused(`it needs "${kind}".`);
	return kind;
}

/**
 * What happens when a person writes: the app is told, and for 24 hours the business may answer. With `hidePhone` the person has a
 * username, and neither `wa_id` nor `from` is told.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
function receive(meta: Meta, value: Fields): void {
	const kind = checked(value);
	const number = numberOf(value.to, meta);
	const person = personOf(value, meta);
	const { userId, name, username, phone } = person;
	const shownPhone = value.hidePhone === true ? undefined : phone;
	const message = {
		...(shownPhone !== undefined && { from: shownPhone }),
		...{ from_user_id: userId, id: typeof value.id === 'string' ? value.id : newMessageId(), timestamp: unixSeconds(meta.now), type: kind },
		...(kind === 'unsupported'
			? { errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown', error_data: { details: 'Message type is currently not supported.' } }] }
			: { [kind]: contentOf(kind, value[kind], number, meta) }),
		...(isRecord(value.context) && { context: { from: number.number.replace(/\D/g, ''), ...value.context } }),
		...(isRecord(value.referral) && { referral: value.referral }),
	};
	if (kind !== 'system') meta.whatsapp.written(number.id, person);
	const contact = { profile: { name, ...(username !== undefined && { username }) }, ...(shownPhone !== undefined && { wa_id: shownPhone }), user_id: userId };
	tell(meta, number, { ...(kind !== 'system' && { contacts: [contact] }), messages: [message] });
}

/** `{from, text …}`, or a list of such: people write to the business. Answers a sentence when it cannot be. */
export function whatsAppMessage(meta: Meta, value: unknown): string | undefined {
	try {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (!isRecord(one)) throw new Refused('it is an object, as in {"from": "351912000001", "text": "Bonjour"}.');
			receive(meta, one);
		}
		return undefined;
	} catch (error) {
		if (error instanceof Refused) return `meta setting "whatsappMessage": ${error.message}`;
		throw error;
	}
}

/** `{name, language, status}`: Meta has reviewed a template, or stops it. */
export function whatsAppTemplate(meta: Meta, value: unknown): string | undefined {
	const { name, language, status } = isRecord(value) ? value : {};
	if (!isTexts([name, language, status])) return 'meta setting "whatsappTemplate" needs {"name", "language", "status"}.';
	const template = meta.all('WhatsAppMessageTemplate').find((one) => one.name === name && one.language === language);
	if (!template) return `meta setting "whatsappTemplate": there is no template ${String(name)} in ${String(language)}.`;
	template.status = String(status);
	const told = { event: status, message_template_id: template.id, message_template_name: name, message_template_language: language, reason: 'NONE' };
	meta.webhooks.send('whatsapp_business_account', { id: template.businessId, changes: [{ field: 'message_template_status_update', value: told }] });
	return undefined;
}

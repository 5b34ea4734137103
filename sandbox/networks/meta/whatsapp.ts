import { randomBytes } from 'node:crypto';
import { Connection, Ref, type Call, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import { GraphError, invalid } from './errors';
import type { WhatsAppBusiness, WhatsAppNumber } from './model';
import type { Meta } from './state';

const longestText = 4096;

export const describeWhatsAppBusiness: Describe<WhatsAppBusiness> = (business) => ({
	label: 'WhatsAppBusinessAccount',
	defaults: ['id', 'name'],
	fields: { id: () => business.id, name: () => business.name },
});

export const describeWhatsAppNumber: Describe<WhatsAppNumber> = (number) => ({
	label: 'WhatsAppBusinessPhoneNumber',
	defaults: ['verified_name', 'display_phone_number', 'quality_rating', 'id'],
	fields: {
		id: () => number.id,
		verified_name: () => number.name,
		display_phone_number: () => number.number,
		quality_rating: () => 'GREEN',
	},
});

/** WhatsApp says what is wrong in `error_data`. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const invalidMessage = (details: string): GraphError =>
	new GraphError(100, '(#100) Invalid parameter', { data: { messaging_product: 'whatsapp', details } });

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
function sendMessage(number: WhatsAppNumber, { params }: Call, meta: Meta): Record<string, unknown> {
	if (params.required('messaging_product') !== 'whatsapp') throw invalid('Param messaging_product must be one of {WHATSAPP}');
	params.oneOf('recipient_type', ['individual']);
	params.oneOf('type', ['text']);
	const input = params.required('to');
	const to = input.replace(/\D/g, '');
	if (to.length < 7 || to.length > 15) throw invalidMessage(`Param to: ${input} is no phone number with a country code.`);
	const body: unknown = params.records('text')?.[0]?.body;
	if (typeof body !== 'string' || body === '') throw invalidMessage("The parameter text['body'] is required.");
	if ([...body].length > longestText) throw invalidMessage(`Param text['body'] must be at most ${longestText} characters long.`);
	const id = `wamid.${randomBytes(36).toString('base64')}`;
	meta.messages.push({ id, to, text: body, createdAt: meta.now });
	meta.world.timeline.add({ network: 'whatsapp', account: number.name, kind: 'text', text: body, media: [], url: meta.url('wa.me', `/${to}`) });
	return { messaging_product: 'whatsapp', contacts: [{ input, wa_id: to }], messages: [{ id, message_status: 'accepted' }] };
}

export const whatsAppBusinessEdges: Edges<'WhatsAppBusinessAccount', Handler<WhatsAppBusiness>> = {
	GET: (business) => new Ref(business, ['id', 'name']),
	'GET phone_numbers': (business, _call, meta) =>
		new Connection(
			`${business.id}/phone_numbers`,
			meta.all('WhatsAppBusinessPhoneNumber').filter(({ businessId }) => businessId === business.id),
		),
};

export const whatsAppNumberEdges: Edges<'WhatsAppBusinessPhoneNumber', Handler<WhatsAppNumber>> = {
	GET: (number) => new Ref(number, ['verified_name', 'display_phone_number', 'quality_rating', 'id']),
	'POST messages': sendMessage,
};

import { Connection, Ref, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import type { WhatsAppBusiness, WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { uploadMedia } from './media';
import { sendMessage } from './messages';
import { getProfile, updateProfile } from './profile';
import { numberSubscriptions, whatsAppSubscriptions } from '../webhooks/handlers';
import { createTemplate, deleteTemplates, listTemplates } from './templates';

const numberFields = ['verified_name', 'display_phone_number', 'quality_rating', 'id'];

const numbersOf = (business: WhatsAppBusiness, meta: Meta): Connection =>
	new Connection(
		`${business.id}/phone_numbers`,
		meta.all('WhatsAppBusinessPhoneNumber').filter(({ businessId }) => businessId === business.id),
	);

export const describeWhatsAppBusiness: Describe<WhatsAppBusiness> = (business, meta) => ({
	label: 'WhatsAppBusinessAccount',
	defaults: ['id', 'name'],
	fields: { id: () => business.id, name: () => business.name, phone_numbers: () => numbersOf(business, meta), currency: () => 'EUR', account_review_status: () => 'APPROVED' },
});

export const describeWhatsAppNumber: Describe<WhatsAppNumber> = (number, meta) => ({
	label: 'WhatsAppBusinessPhoneNumber',
	defaults: numberFields,
	fields: {
		id: () => number.id,
		verified_name: () => number.name,
		display_phone_number: () => number.number,
		quality_rating: () => 'GREEN',
		code_verification_status: () => 'VERIFIED',
		name_status: () => 'APPROVED',
		status: () => 'CONNECTED',
		platform_type: () => 'CLOUD_API',
		throughput: () => ({ level: 'STANDARD' }),
		webhook_configuration: () => ({ application: meta.webhooks.subscription('whatsapp_business_account')?.callback, whatsapp_business_account: meta.webhooks.overrideOf(number.businessId), phone_number: meta.webhooks.overrideOf(number.id) }),
	},
});

export const whatsAppBusinessEdges: Edges<'WhatsAppBusinessAccount', Handler<WhatsAppBusiness>> = {
	GET: (business) => new Ref(business, ['id', 'name']),
	'GET phone_numbers': (business, _call, meta) => numbersOf(business, meta),
	'GET message_templates': listTemplates,
	'POST message_templates': createTemplate,
	'DELETE message_templates': deleteTemplates,
	...whatsAppSubscriptions,
};

export const whatsAppNumberEdges: Edges<'WhatsAppBusinessPhoneNumber', Handler<WhatsAppNumber>> = {
	GET: (number) => new Ref(number, numberFields),
	...numberSubscriptions,
	'POST messages': sendMessage,
	'POST media': uploadMedia,
	'GET whatsapp_business_profile': getProfile,
	'POST whatsapp_business_profile': updateProfile,
};

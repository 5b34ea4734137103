import type { WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { titles } from './errors';
import type { Person } from './model';

/** A message on its way. */
export interface Sent {
	id: string;
	person: Person;
	byUserId: boolean;
	callbackData?: string;
	/** Of its template. */
	category?: string;
}

/** What every webhook of a number's field `messages` begins with. */
export const envelopeOf = ({ id, number }: WhatsAppNumber) => ({
	messaging_product: 'whatsapp',
	metadata: { display_phone_number: number.replace(/\D/g, ''), phone_number_id: id },
});

export const unixSeconds = (ms: number): string => String(Math.floor(ms / 1000));

export function tell(meta: Meta, number: WhatsAppNumber, value: object): void {
	meta.webhooks.send('whatsapp_business_account', { id: number.businessId, changes: [{ field: 'messages', value: { ...envelopeOf(number), ...value } }] });
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
function statusOf(meta: Meta, { id, person: { phone, userId }, byUserId, callbackData }: Sent, status: string, more: object): object {
	return {
		...{ id, status, timestamp: unixSeconds(meta.now) },
		...(!byUserId && { recipient_id: phone }),
		...{ recipient_user_id: userId, recipient_type: 'individual' },
		...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
		...more,
	};
}

const pricingOf = (category = 'service') => ({
	pricing: { billable: category !== 'service', pricing_model: 'PMP', type: category === 'service' ? 'free_customer_service' : 'regular', category: category.toLowerCase() },
});

/** `sent`, `delivered` and, unless read receipts are off, `read`, a fifth of a second apart. From v24.0 on without `conversation`. */
export function announceProgress(meta: Meta, number: WhatsAppNumber, sent: Sent): void {
	const { person: { phone, userId }, byUserId } = sent;
	const contacts = [{ ...(!byUserId && { wa_id: phone }), user_id: userId }];
	const steps = meta.whatsapp.settings.readReceipts ? ['sent', 'delivered', 'read'] : ['sent', 'delivered'];
	for (const [index, step] of steps.entries()) {
		meta.agenda.plan(`${sent.id} ${step}`, meta.now + index * 200, () =>
			tell(meta, number, { contacts, statuses: [statusOf(meta, sent, step, step === 'read' ? {} : pricingOf(sent.category))] }),
		);
	}
}

export function announceFailure(meta: Meta, number: WhatsAppNumber, sent: Sent, { code, details }: { code: number; details: string }): void {
	const title = titles[code] ?? 'Message failed to send';
	const errors = [{ code, title, message: title, error_data: { details }, href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/' }];
	meta.agenda.plan(`${sent.id} failed`, meta.now, () => tell(meta, number, { statuses: [statusOf(meta, sent, 'failed', { errors })] }));
}

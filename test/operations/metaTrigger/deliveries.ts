import { createHmac, randomUUID } from 'node:crypto';
import axios from 'axios';
import { QmarkMetaTrigger } from '../../../nodes/QmarkMetaTrigger/QmarkMetaTrigger.node';
import { seed } from '../../../sandbox/networks/seed';
import { openInstance } from '../../support/webhooks';
import type { WebhookNode } from '../../support/webhooks';

const { appId, appSecret, page, instagram, whatsapp, customer } = seed.meta;

/** What Meta sends is JSON with letters beyond ASCII escaped, and signed over exactly that. */
export const escaped = (payload: unknown): string => JSON.stringify(payload).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
export const signatureOf = (body: string, secret: string = appSecret): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const http = axios.create({ validateStatus: () => true, transformRequest: (body: string) => body });

export const post = async (url: string, body: string, signature: string | undefined = signatureOf(body)) =>
	await http.post(`${url}/events`, body, { headers: { 'content-type': 'application/json', ...(signature && { 'x-hub-signature-256': signature }) } });

export const deliver = async ({ url }: { url: string }, payload: unknown) => await post(url, escaped(payload));

export const now = () => Math.floor(Date.now() / 1000);

export const whatsAppDelivery = (...values: object[]) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: whatsapp.businessAccountId,
			changes: values.map((value) => ({ field: 'messages', value: { messaging_product: 'whatsapp', metadata: { display_phone_number: '33240000001', phone_number_id: whatsapp.phoneNumberId }, ...value } })),
		},
	],
});

export const textMessage = (id: string, body = 'Bonjour, des tulipes ?', at = now()) => ({
	contacts: [{ profile: { name: customer.name }, wa_id: customer.phone, user_id: customer.userId }],
	messages: [{ from: customer.phone, from_user_id: customer.userId, id, timestamp: String(at), type: 'text', text: { body } }],
});

export const pageDelivery = (entry: object) => ({ object: 'page', entry: [{ id: page.id, time: now(), ...entry }] });
export const instagramDelivery = (entry: object) => ({ object: 'instagram', entry: [{ id: instagram.id, time: now(), ...entry }] });

/** An n8n with room for several triggers on the same app. */
export async function openTriggers() {
	const instance = await openInstance();
	return {
		...instance,
		trigger: (events: string[], { parameters, ...more }: Partial<WebhookNode> = {}) =>
			instance.add({
				node: new QmarkMetaTrigger(),
				parameters: { app: 'qmarkMetaOAuth2Api', events, ...parameters },
				credentials: { qmarkMetaOAuth2Api: { clientId: appId, clientSecret: appSecret } },
				webhookId: randomUUID(),
				...more,
			}),
	};
}

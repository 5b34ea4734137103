import type { Api } from '../../core/api';
import type { Holder } from '../../core/webhook/holder';
import { fieldsOfAll } from '../../core/webhook/listeners';
import type { WebhookObject } from '../events/catalogue';

interface Listed {
	object: string;
	callback_url?: string;
	active?: boolean;
	fields?: (string | { name: string })[];
}

const nameOf = (field: string | { name: string }) => (typeof field === 'string' ? field : field.name);

const taken = (name: string) => (callback: string) => ({
	message: `Meta already sends the events of the ${name} to ${URL.canParse(callback) ? new URL(callback).origin : callback}, and an app has one callback URL for each object.`,
	description: 'Switch off what listens there, use another Meta app, or turn on “Take Over the Callback URL” under Event Options: the other one then hears nothing any more.',
});

/** What an app is subscribed to. https://developers.facebook.com/docs/graph-api/reference/app/subscriptions */
export const objectHolder = (object: WebhookObject, { id, api, verifyToken: verify_token }: { id: string; api: Api; verifyToken: string }): Holder => ({
	taken: taken(`object “${object}” of the app ${id}`),
	read: async () => {
		const { data } = await api.send<{ data: Listed[] }>({ url: `/${id}/subscriptions` });
		const found = data.find((one) => one.object === object);
		return found?.callback_url ? { callback: found.callback_url, fields: (found.fields ?? []).map(nameOf) } : undefined;
	},
	write: async (callback_url, fields) =>
		void (await api.send({ method: 'POST', url: `/${id}/subscriptions`, idempotent: true, body: { object, callback_url, verify_token, fields: fields.join(','), include_values: true } })),
	remove: async (fields) => void (await api.send({ method: 'DELETE', url: `/${id}/subscriptions`, idempotent: true, qs: { object, fields: fields.join(',') } })),
});

interface SubscribedApp {
	whatsapp_business_api_data?: { id: string };
	override_callback_uri?: string;
}

/** A WhatsApp Business account may have a callback URL of its own. https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks/override */
export const accountHolder = (waba: string, { id, api, verifyToken: verify_token }: { id: string; api: Api; verifyToken: string }): Holder => ({
	taken: taken(`WhatsApp Business account ${waba}`),
	read: async () => {
		const { data } = await api.send<{ data: SubscribedApp[] }>({ url: `/${waba}/subscribed_apps` });
		const override = data.find((one) => one.whatsapp_business_api_data?.id === id)?.override_callback_uri;
		// The fields are those of the app: an override has none of its own.
		return override ? { callback: override, fields: fieldsOfAll(override) } : undefined;
	},
	write: async (override_callback_uri) => void (await api.send({ method: 'POST', url: `/${waba}/subscribed_apps`, idempotent: true, body: { override_callback_uri, verify_token } })),
	// Subscribed without an override, the account’s events go to the app’s own callback URL again: not while others listen behind it.
	remove: async (_, all) => void (all && (await api.send({ method: 'POST', url: `/${waba}/subscribed_apps`, idempotent: true, body: {} }))),
});

/** A phone number may have one too. https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks/override#set-phone-number-alternate-callback-url */
export const numberHolder = (number: string, { api, verifyToken: verify_token }: { api: Api; verifyToken: string }): Holder => ({
	taken: taken(`WhatsApp phone number ${number}`),
	read: async () => {
		const { webhook_configuration: found } = await api.send<{ webhook_configuration?: { phone_number?: string } }>({ url: `/${number}`, qs: { fields: 'webhook_configuration' } });
		return found?.phone_number ? { callback: found.phone_number, fields: fieldsOfAll(found.phone_number) } : undefined;
	},
	write: async (override_callback_uri) => void (await api.send({ method: 'POST', url: `/${number}`, idempotent: true, body: { webhook_configuration: { override_callback_uri, verify_token } } })),
	remove: async (_, all) => void (all && (await api.send({ method: 'POST', url: `/${number}`, idempotent: true, body: { webhook_configuration: { override_callback_uri: '' } } }))),
});

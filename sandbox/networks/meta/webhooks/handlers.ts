import { seed } from '../../seed';
import { Told } from '../call';
import type { Call, Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid } from '../errors';
import type { App, IgUser, Page, WhatsAppBusiness, WhatsAppNumber } from '../model';
import type { webhookRules } from './edges';
import type { WebhookObject } from './webhooks';

type Handlers<T extends keyof typeof webhookRules, N> = Pick<Edges<T, Handler<N>>, keyof (typeof webhookRules)[T] & keyof Edges<T, Handler<N>>>;

/** Whole: `fields` of these calls are what is subscribed to, and not a selection of the answer. */
const success = new Told({ success: true });
const objects = ['page', 'instagram', 'whatsapp_business_account'] as const;

function asApp({ token }: Call): void {
	if (token.kind !== 'APP') throw new GraphError(15, '(#15) This method must be called with an app access_token.');
}

const objectIn = ({ params }: Call): WebhookObject => {
	const object = params.oneOf('object', objects);
	if (object === undefined) throw invalid('The parameter object is required');
	return object;
};

export const appSubscriptions: Handlers<'Application', App> = {
	'GET subscriptions': (_, call, { webhooks }) => {
		asApp(call);
		return { data: webhooks.objectNames().map((object) => ({ object, active: true, callback_url: webhooks.subscription(object)?.callback, fields: webhooks.subscription(object)?.fields.map((name) => ({ name, version: call.version })) })) };
	},
	'POST subscriptions': async (_, call, { webhooks }) => {
		asApp(call);
		const { params } = call;
		await webhooks.subscribe(objectIn(call), params.required('callback_url'), params.required('verify_token'), params.texts('fields') ?? []);
		return success;
	},
	'DELETE subscriptions': (_, call, { webhooks }) => {
		asApp(call);
		webhooks.unsubscribe(objectIn(call), call.params.texts('fields') ?? []);
		return success;
	},
};

const subscribed = (fields: string[] | undefined, name: string) => ({ data: fields ? [{ id: seed.meta.appId, name, link: 'https://qmark.example', subscribed_fields: fields }] : [] });
const appName = 'QMARK sandbox app';

export const pageSubscriptions: Handlers<'Page', Page> = {
	'GET subscribed_apps': ({ id }, _, { webhooks }) => subscribed(webhooks.pageFields(id), appName),
	'POST subscribed_apps': ({ id }, { params }, { webhooks }) => {
		webhooks.openPage(id, params.texts('subscribed_fields') ?? []);
		return success;
	},
	'DELETE subscribed_apps': ({ id }, _, { webhooks }) => {
		webhooks.closePage(id);
		return success;
	},
};

export const instagramSubscriptions: Handlers<'IGUser', IgUser> = {
	'GET subscribed_apps': ({ id }, _, { webhooks }) => subscribed(webhooks.accountFields(id), appName),
	'POST subscribed_apps': ({ id }, { params }, { webhooks }) => {
		webhooks.openAccount(id, params.texts('subscribed_fields') ?? []);
		return success;
	},
	'DELETE subscribed_apps': ({ id }, _, { webhooks }) => {
		webhooks.closeAccount(id);
		return success;
	},
};

export const whatsAppSubscriptions: Handlers<'WhatsAppBusinessAccount', WhatsAppBusiness> = {
	'GET subscribed_apps': ({ id }, _, { webhooks }) => {
		const override = webhooks.overrideOf(id);
		const app = { whatsapp_business_api_data: { id: seed.meta.appId, link: 'https://qmark.example', name: appName }, ...(override !== undefined && { override_callback_uri: override }) };
		return { data: webhooks.isSubscribed(id) ? [app] : [] };
	},
	'POST subscribed_apps': async ({ id }, { params }, { webhooks }) => {
		await webhooks.override(id, params.text('override_callback_uri'), params.text('verify_token') ?? '');
		return success;
	},
	'DELETE subscribed_apps': ({ id }, _, { webhooks }) => {
		webhooks.forget(id);
		return success;
	},
};

export const numberSubscriptions: Handlers<'WhatsAppBusinessPhoneNumber', WhatsAppNumber> = {
	POST: async ({ id }, { params }, { webhooks }) => {
		const { override_callback_uri: callback, verify_token: token }: { override_callback_uri?: unknown; verify_token?: unknown } = { ...params.record('webhook_configuration') };
		if (callback === '') webhooks.forget(id);
		else await webhooks.override(id, String(callback ?? ''), String(token ?? ''));
		return success;
	},
};

import type { EdgeRule } from '../edges';
import { words } from '../words';

const edge = (params = '', rule: Omit<EdgeRule, 'params'> = {}): EdgeRule => ({ params: words(params), ...rule });
const ofPage = { token: 'page', scopes: ['pages_manage_metadata'] } as const;
const ofInstagram = { scopes: ['instagram_basic'] } as const;
const ofWhatsApp = { scopes: ['whatsapp_business_management'] } as const;

/** What is subscribed, and by whom. https://developers.facebook.com/docs/graph-api/reference/app/subscriptions */
export const webhookRules = {
	Application: {
		'GET subscriptions': edge(),
		'POST subscriptions': edge('object callback_url verify_token fields include_values'),
		'DELETE subscriptions': edge('object fields'),
	},
	Page: {
		'GET subscribed_apps': edge('', ofPage),
		'POST subscribed_apps': edge('subscribed_fields', ofPage),
		'DELETE subscribed_apps': edge('', ofPage),
	},
	IGUser: {
		'GET subscribed_apps': edge('', ofInstagram),
		'POST subscribed_apps': edge('subscribed_fields', ofInstagram),
		'DELETE subscribed_apps': edge('', ofInstagram),
	},
	WhatsAppBusinessAccount: {
		'GET subscribed_apps': edge('', ofWhatsApp),
		'POST subscribed_apps': edge('override_callback_uri verify_token', ofWhatsApp),
		'DELETE subscribed_apps': edge('', ofWhatsApp),
	},
	WhatsAppBusinessPhoneNumber: { POST: edge('webhook_configuration', ofWhatsApp) },
} satisfies Record<string, Record<string, EdgeRule>>;

/** Objects that an app subscribes to. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export type WebhookObject = 'page' | 'instagram' | 'whatsapp_business_account';

/** What happened to one page, Instagram account or WhatsApp Business account. */
export interface WebhookEntry {
	/** Of the page, the Instagram account or the WhatsApp Business account. */
	id: string;
	changes?: { field: string; value: unknown }[];
	messaging?: Record<string, unknown>[];
}

/** Calls the app's server about what it has subscribed to. */
export class Webhooks {
	/** Delivers in the background. Nothing happens where nobody has subscribed. */
	send(_object: WebhookObject, _entry: WebhookEntry): void {}
}

import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Objects that an app subscribes to, one callback URL each. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export type WebhookObject = 'page' | 'instagram' | 'whatsapp_business_account';

interface EventFacts {
	object: WebhookObject;
	/** What the app subscribes to. */
	fields: readonly string[];
	/** What the page has to let the app see of it; the same as `fields` for pages. */
	pageFields?: readonly string[];
}

/** Every event the trigger can start with, and what has to be subscribed for it. https://developers.facebook.com/docs/graph-api/webhooks/reference */
export const catalogue = {
	facebookComment: { object: 'page', fields: ['feed'] },
	facebookMention: { object: 'page', fields: ['mention'] },
	facebookPost: { object: 'page', fields: ['feed'] },
	instagramComment: { object: 'instagram', fields: ['comments', 'live_comments'], pageFields: ['feed'] },
	instagramMention: { object: 'instagram', fields: ['mentions'], pageFields: ['feed'] },
	instagramMessage: {
		object: 'instagram',
		fields: ['messages', 'messaging_postbacks', 'messaging_referral', 'message_reactions'],
		pageFields: ['messages', 'messaging_postbacks', 'messaging_referrals', 'message_reactions'],
	},
	instagramMessageStatus: { object: 'instagram', fields: ['messaging_seen'], pageFields: ['message_reads'] },
	instagramStoryInsights: { object: 'instagram', fields: ['story_insights'], pageFields: ['feed'] },
	lead: { object: 'page', fields: ['leadgen'] },
	messengerMessage: { object: 'page', fields: ['messages', 'messaging_postbacks', 'messaging_optins', 'messaging_referrals', 'message_reactions'] },
	messengerMessageStatus: { object: 'page', fields: ['message_deliveries', 'message_reads'] },
	whatsAppAccount: {
		object: 'whatsapp_business_account',
		fields: ['account_alerts', 'account_update', 'message_template_quality_update', 'message_template_status_update', 'phone_number_quality_update', 'template_category_update', 'user_preferences'],
	},
	whatsAppMessage: { object: 'whatsapp_business_account', fields: ['messages'] },
	whatsAppMessageStatus: { object: 'whatsapp_business_account', fields: ['messages'] },
} as const satisfies Record<string, EventFacts>;

export type EventName = keyof typeof catalogue;

const facts: Readonly<Record<string, EventFacts>> = catalogue;

const isEvent = (name: unknown): name is EventName => typeof name === 'string' && Object.hasOwn(catalogue, name);

/** What a node was set to start with, as far as Meta has to be subscribed to for it. */
export function chosenEvents(context: IWebhookFunctions | IHookFunctions): EventName[] {
	const chosen = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? chosen.filter(isEvent) : [];
}

const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();

/** Objects that the chosen events need, each with the fields to subscribe to. */
export function fieldsByObject(events: readonly EventName[]): Map<WebhookObject, string[]> {
	const needed = new Map<WebhookObject, string[]>();
	for (const name of events) {
		const { object, fields } = catalogue[name];
		needed.set(object, unique([...(needed.get(object) ?? []), ...fields]));
	}
	return needed;
}

/** What a page has to let the app see, for these fields of an object. */
export function pageFieldsOf(object: WebhookObject, fields: readonly string[]): string[] {
	if (object === 'whatsapp_business_account') return [];
	if (object === 'page') return unique(fields);
	const events = Object.values(facts).filter((one) => one.object === object && one.fields.some((field) => fields.includes(field)));
	return unique(events.flatMap(({ pageFields = [] }) => pageFields));
}

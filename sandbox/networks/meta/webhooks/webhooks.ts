import { createHmac } from 'node:crypto';
import { LOOPBACK } from '../../fetched';
import type { Remembered, World } from '../../world';
import { GraphError, invalid } from '../errors';
import { words } from '../words';

/** Objects that an app subscribes to. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export type WebhookObject = 'page' | 'instagram' | 'whatsapp_business_account';

/** What happened to one page, Instagram account or WhatsApp Business account. */
export interface WebhookEntry {
	/** Of the page, the Instagram account or the WhatsApp Business account. */
	id: string;
	changes?: { field: string; value: unknown }[];
	messaging?: Record<string, unknown>[];
}

export interface Subscription {
	callback: string;
	fields: string[];
}

/** One notification and what became of it. */
export interface Delivery {
	url: string;
	body: string;
	/** HTTP status of each try; 0 for no answer. */
	tries: number[];
	done: boolean;
}

interface Saved {
	objects: Map<WebhookObject, Subscription>;
	pages: Map<string, string[]>;
	accounts: Map<string, string[]>;
	overrides: Map<string, string | undefined>;
}

/** Fields that exist, by object. https://developers.facebook.com/docs/graph-api/webhooks/reference */
const known: Record<WebhookObject, readonly string[]> = {
	page: words(`
		feed mention leadgen leadgen_update ratings videos live_videos name picture messages message_echoes message_deliveries message_reads
		message_reactions message_edits messaging_postbacks messaging_optins messaging_optouts messaging_referrals messaging_handovers
		messaging_feedback messaging_policy_enforcement standby
	`),
	instagram: words(`
		comments live_comments mentions story_insights messages message_echoes message_edit message_reactions messaging_handover messaging_optins
		messaging_postbacks messaging_referral messaging_seen standby
	`),
	whatsapp_business_account: words(`
		messages message_template_status_update message_template_quality_update message_template_components_update template_category_update
		phone_number_quality_update phone_number_name_update account_update account_alerts account_review_update business_capability_update
		user_preferences security history smb_message_echoes smb_app_state_sync flows calls
	`),
};

/** The phone number that a change of a WhatsApp Business account is about. */
function numberIn(value: unknown): string {
	const metadata = typeof value === 'object' && value !== null && 'metadata' in value ? value.metadata : undefined;
	return typeof metadata === 'object' && metadata !== null && 'phone_number_id' in metadata ? String(metadata.phone_number_id) : '';
}

/** In which field a happening of a conversation is told, by object. */
const messagingFields: Record<string, Readonly<Record<string, string>>> = {
	page: { message: 'messages', postback: 'messaging_postbacks', delivery: 'message_deliveries', read: 'message_reads', reaction: 'message_reactions', referral: 'messaging_referrals', optin: 'messaging_optins' },
	instagram: { message: 'messages', postback: 'messaging_postbacks', read: 'messaging_seen', reaction: 'message_reactions', referral: 'messaging_referral' },
};

const fieldOf = (object: WebhookObject, happening: Record<string, unknown>): string => {
	const name = Object.keys(messagingFields[object] ?? {}).find((key) => key in happening) ?? '';
	const message = happening.message;
	const isEcho = typeof message === 'object' && message !== null && 'is_echo' in message && message.is_echo === true;
	return isEcho ? 'message_echoes' : (messagingFields[object]?.[name] ?? '');
};

/** Meta signs what it sends, and it sends other letters than ASCII escaped. https://developers.facebook.com/docs/messenger-platform/webhooks#validate-payloads */
export const escaped = (value: unknown): string =>
	JSON.stringify(value).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('/', '\\/');

export const signatureOf = (body: string, secret: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Calls the app's server about what it has subscribed to, again and again until it says that it has taken it. */
export class Webhooks implements Remembered {
	/** Oldest first. */
	deliveries: Delivery[] = [];
	/** Milliseconds before each further try; real ones spread over 36 hours, and a week for WhatsApp. */
	pauses: number[] = [200, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
	private objects = new Map<WebhookObject, Subscription>();
	/** Fields that the app sees, by page and by account of Instagram Login. */
	private pages = new Map<string, string[]>();
	private accounts = new Map<string, string[]>();
	/** WhatsApp Business accounts and numbers that the app is subscribed to, each with its own callback where it has one. */
	private overrides = new Map<string, string | undefined>();
	private generation = 0;

	constructor(
		private readonly world: World,
		private readonly secret: string,
	) {}

	subscription = (object: WebhookObject): Subscription | undefined => this.objects.get(object);
	objectNames = (): WebhookObject[] => [...this.objects.keys()];

	/** Verifies the address first, as Meta does: nothing is changed where it does not answer with the challenge. */
	async subscribe(object: WebhookObject, callback: string, token: string, fields: readonly string[]): Promise<void> {
		const unknown = fields.find((field) => !known[object].includes(field));
		if (unknown !== undefined) throw invalid(`Param fields[0] must be one of the fields of ${object}, not ${unknown}.`);
		await this.verify(callback, token);
		this.objects.set(object, { callback, fields: [...fields] });
	}

	/** Without fields everything of the object goes. */
	unsubscribe(object: WebhookObject, fields: readonly string[]): void {
		const found = this.objects.get(object);
		const rest = fields.length === 0 ? [] : (found?.fields ?? []).filter((field) => !fields.includes(field));
		if (found && rest.length > 0) this.objects.set(object, { ...found, fields: rest });
		else this.objects.delete(object);
	}

	pageFields = (page: string): string[] | undefined => this.pages.get(page);
	openPage(page: string, fields: readonly string[]): void {
		const unknown = fields.find((field) => !known.page.includes(field));
		if (fields.length === 0 || unknown !== undefined) throw invalid(`Param subscribed_fields[0] must be one of the fields of a page, not ${unknown ?? 'empty'}.`);
		this.pages.set(page, [...fields]);
	}
	closePage = (page: string): void => void this.pages.delete(page);

	accountFields = (account: string): string[] | undefined => this.accounts.get(account);
	openAccount(account: string, fields: readonly string[]): void {
		const unknown = fields.find((field) => !known.instagram.includes(field) || field === 'story_insights');
		if (fields.length === 0 || unknown !== undefined) throw invalid(`Param subscribed_fields[0] must be one of the fields of an Instagram account, not ${unknown ?? 'empty'}.`);
		this.accounts.set(account, [...fields]);
	}
	closeAccount = (account: string): void => void this.accounts.delete(account);

	isSubscribed = (id: string): boolean => this.overrides.has(id);
	overrideOf = (id: string): string | undefined => this.overrides.get(id);
	async override(id: string, callback: string | undefined, token: string): Promise<void> {
		if (callback) await this.verify(callback, token);
		this.overrides.set(id, callback || undefined);
	}
	forget = (id: string): void => void this.overrides.delete(id);

	/** Delivers in the background. Nothing happens where nobody has subscribed. */
	send(object: WebhookObject, entry: WebhookEntry): void {
		const time = this.world.clock.now();
		const changes = (entry.changes ?? []).filter(({ field }) => this.isWanted(object, entry.id, field));
		const messaging = (entry.messaging ?? []).filter((happening) => this.isWanted(object, entry.id, fieldOf(object, happening)));
		for (const change of changes) this.post(this.callbackFor(object, entry.id, change.value), { object, entry: [{ id: entry.id, time: Math.floor(time / 1000), changes: [change] }] });
		if (messaging.length > 0) this.post(this.callbackFor(object, entry.id), { object, entry: [{ id: entry.id, time, messaging }] });
	}

	private isWanted(object: WebhookObject, id: string, field: string): boolean {
		if (!this.objects.get(object)?.fields.includes(field)) return false;
		if (object === 'page') return this.pages.get(id)?.includes(field) ?? false;
		if (object === 'instagram') return this.pages.size > 0 || (this.accounts.get(id)?.includes(field) ?? false);
		return this.overrides.has(id);
	}

	private callbackFor(object: WebhookObject, id: string, value?: unknown): string | undefined {
		return this.overrides.get(numberIn(value)) ?? this.overrides.get(id) ?? this.objects.get(object)?.callback;
	}

	private post(url: string | undefined, payload: object): void {
		if (url === undefined) return;
		const delivery: Delivery = { url, body: escaped(payload), tries: [], done: false };
		this.deliveries.push(delivery);
		void this.deliver(delivery, this.generation);
	}

	private async deliver(delivery: Delivery, generation: number): Promise<void> {
		const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(delivery.body, this.secret), 'user-agent': 'facebookexternalua' };
		for (const pause of [0, ...this.pauses]) {
			await new Promise((resolve) => setTimeout(resolve, pause));
			if (generation !== this.generation) return;
			const status = await fetch(delivery.url, { method: 'POST', headers, body: delivery.body, redirect: 'error', signal: AbortSignal.timeout(30_000) }).then((response) => response.status, () => 0);
			delivery.tries.push(status);
			delivery.done = status >= 200 && status < 300;
			if (delivery.done) return;
		}
	}

	private async verify(callback: string, token: string): Promise<void> {
		const failed = (why: string) => new GraphError(2200, `(#2200) Callback verification failed with the following errors: ${why}`);
		if (!URL.canParse(callback) || !LOOPBACK.test(new URL(callback).hostname)) throw failed('the sandbox calls only addresses of this machine.');
		if (token === '') throw invalid('The parameter verify_token is required');
		const challenge = String(1_000_000_000 + Math.floor(Math.random() * 1e9));
		const url = new URL(callback);
		for (const [name, value] of Object.entries({ 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': token })) url.searchParams.append(name, value);
		const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) }).then(async (response) => ({ status: response.status, text: await response.text() }), () => undefined);
		if (!answer) throw failed('the address does not answer.');
		if (answer.status !== 200) throw failed(`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.text.slice(0, 80)}`);
		if (answer.text !== challenge) throw failed('curl_errno = 0; HTTP response does not match challenge.');
	}

	reset(): void {
		this.generation += 1;
		this.deliveries = [];
		for (const map of [this.objects, this.pages, this.accounts, this.overrides]) map.clear();
	}

	save(): Saved {
		return { objects: this.objects, pages: this.pages, accounts: this.accounts, overrides: this.overrides };
	}

	load(saved: Saved): void {
		Object.assign(this, saved);
	}
}

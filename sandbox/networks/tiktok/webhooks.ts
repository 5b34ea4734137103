import { createHmac } from 'node:crypto';
import { LOOPBACK } from '../fetched';
import type { Setter } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';

/** What the app is told. https://developers.tiktok.com/doc/webhooks-events */
const kinds = [
	'authorization.removed',
	'portability.download.ready',
	'post.publish.complete',
	'post.publish.failed',
	'post.publish.inbox_delivered',
	'post.publish.no_longer_publicaly_available',
	'post.publish.publicly_available',
	'video.publish.completed',
	'video.upload.failed',
] as const;

export type EventKind = (typeof kinds)[number];

/** One event and what became of it. */
export interface Delivery {
	body: string;
	/** HTTP status of each try; 0 for no answer. */
	tries: number[];
	done: boolean;
}

const { clientKey, clientSecret } = seed.tiktok;

/** `TikTok-Signature`. https://developers.tiktok.com/doc/webhooks-verification */
export const signatureOf = (body: string, seconds: number, secret: string = clientSecret): string =>
	`t=${seconds},s=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** `content` is JSON within JSON. */
export const eventBody = (event: EventKind, content: object, account: string | undefined, seconds: number): string =>
	JSON.stringify({ client_key: clientKey, event, create_time: seconds, ...(account !== undefined && { user_openid: account }), content: JSON.stringify(content) });

/** Calls the one address that the app has given in the portal, again and again until it is answered with success. */
export class Webhooks {
	/** As set in the portal; nothing is sent without it. */
	callback: string | undefined;
	/** Each event is delivered once more although it was taken: TikTok promises to deliver at least once. */
	twice = false;
	/** Oldest first. */
	deliveries: Delivery[] = [];
	/** Milliseconds before each further try; real ones spread over 72 hours. */
	pauses: number[] = [200, 500, 1_000, 2_000, 4_000];
	private generation = 0;

	constructor(private readonly world: World) {}

	/** Delivers in the background. Events of the portability API name no account. */
	send(event: EventKind, content: object, account?: string): void {
		if (this.callback === undefined) return;
		const delivery = { body: eventBody(event, content, account, Math.floor(this.world.clock.now() / 1000)), tries: [], done: false };
		this.deliveries.push(delivery);
		void this.deliver(this.callback, delivery, this.generation);
	}

	private async deliver(url: string, delivery: Delivery, generation: number): Promise<void> {
		for (const pause of [0, ...this.pauses]) {
			await new Promise((resolve) => setTimeout(resolve, pause));
			if (generation !== this.generation) return;
			const status = await this.post(url, delivery.body);
			delivery.tries.push(status);
			if (status !== 200) continue;
			if (this.twice) delivery.tries.push(await this.post(url, delivery.body));
			delivery.done = true;
			return;
		}
	}

	private async post(url: string, body: string): Promise<number> {
		// By the real time, as the app's clock goes by it.
		const headers = { 'content-type': 'application/json', 'tiktok-signature': signatureOf(body, Math.floor(Date.now() / 1000)) };
		return await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(30_000) }).then((response) => response.status, () => 0);
	}

	/** What tests set. */
	readonly setters: Record<string, Setter> = {
		webhook: (value) => {
			if (value !== '' && (typeof value !== 'string' || !URL.canParse(value) || !LOOPBACK.test(new URL(value).hostname))) return 'the URL of a callback on this computer, or empty';
			this.callback = value || undefined;
			return undefined;
		},
		webhookTwice: (value) => {
			if (typeof value !== 'boolean') return 'true or false';
			this.twice = value;
			return undefined;
		},
		event: (value) => {
			const { event, content = {}, account = seed.tiktok.accounts[0].id }: { event?: unknown; content?: unknown; account?: unknown } = typeof value === 'object' && value !== null ? value : {};
			const kind = kinds.find((known) => known === event);
			if (kind === undefined || typeof content !== 'object' || content === null || typeof account !== 'string') return `{"event", "content", "account"} with one of ${kinds.join(', ')}`;
			this.send(kind, content, account || undefined);
			return undefined;
		},
	};

	reset(): void {
		this.generation += 1;
		this.callback = undefined;
		this.twice = false;
		this.deliveries = [];
	}
}

import { createHmac } from 'node:crypto';
import { LOOPBACK } from '../fetched';
import type { Remembered, World } from '../world';

const PATIENCE = 10_000;

/** One call of the app's own server, and what it answered. */
export interface Callback {
	kind: 'deauthorize' | 'dataDeletion';
	url: string;
	user_id: string;
	/** ISO 8601 UTC by the sandbox's clock. */
	at: string;
	/** HTTP status; null until there is an answer, and when there is none. */
	status: number | null;
	/** JSON where it is JSON, else text. */
	answer?: unknown;
	/** What Meta would not accept, as one sentence. */
	problem?: string;
}

const encoded = (value: string | Buffer): string => Buffer.from(value).toString('base64url');

/** `<signature>.<payload>`. https://developers.facebook.com/docs/facebook-login/guides/advanced/parse-signed-request */
export function signedRequest(secret: string, payload: object): string {
	const text = encoded(JSON.stringify({ algorithm: 'HMAC-SHA256', ...payload }));
	return `${encoded(createHmac('sha256', secret).update(text).digest())}.${text}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * What Meta calls when a person removes an app, or asks for their data to be deleted.
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
 */
export class Callbacks implements Remembered {
	/** Oldest first. */
	list: Callback[] = [];

	constructor(
		private readonly world: World,
		private readonly appSecret: string,
	) {}

	/** Sends in the background; answers a sentence when the address is not of this machine. */
	send(kind: Callback['kind'], url: string, userId: string): string | undefined {
		if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || !LOOPBACK.test(new URL(url).hostname))
			return `the url of "${kind}" must be a http(s) address of 127.0.0.1, not "${url}".`;
		const now = this.world.clock.now();
		const sent: Callback = { kind, url, user_id: userId, at: new Date(now).toISOString(), status: null };
		this.list.push(sent);
		const issued = Math.floor(now / 1000);
		const request = signedRequest(this.appSecret, {
			user_id: userId,
			issued_at: issued,
			...(kind === 'dataDeletion' && { expires: issued + 3600 }),
		});
		void this.post(sent, request);
		return undefined;
	}

	private async post(sent: Callback, request: string): Promise<void> {
		try {
			const body = new URLSearchParams({ signed_request: request });
			const response = await fetch(sent.url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
			sent.answer = parsed(await response.text());
			sent.status = response.status;
			if (!response.ok) sent.problem = `The address answered HTTP ${response.status}; Meta expects 200.`;
			else if (sent.kind === 'dataDeletion' && !isConfirmation(sent.answer))
				sent.problem = 'Meta expects JSON with a "url" and a "confirmation_code".';
		} catch (error) {
			sent.problem = `No answer: ${error instanceof Error ? error.message : String(error)}.`;
		}
		this.world.changed();
	}

	save(): Callback[] {
		return this.list;
	}

	load(saved: Callback[]): void {
		this.list = saved;
	}
}

const isConfirmation = (answer: unknown): boolean =>
	isRecord(answer) && typeof answer.url === 'string' && URL.canParse(answer.url) && typeof answer.confirmation_code === 'string';

import type { IWebhookFunctions } from 'n8n-workflow';
import { exactJson } from '../../core/json';
import { bytesOf } from '../../core/webhook/call';
import type { Refusal } from '../../core/webhook/call';
import { equal, hmac } from '../../core/webhook/proof';
import { webhook } from '../../platforms/tiktokEvents';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that bytes spell in UTF-8; undefined where they are anything else. */
function objectIn(bytes: Buffer): Record<string, unknown> | undefined {
	try {
		const value = exactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** One event as TikTok tells it. */
export interface Told {
	event: string;
	/** Seconds since 1970. */
	time: number;
	/** `open_id` of the account; empty where the event names none. */
	account: string;
	/** What differs between kinds of events. IDs are texts. */
	content: Record<string, unknown>;
	/** The same whenever it is delivered again. TikTok gives events no ID. */
	key: string;
	raw: Record<string, unknown>;
}

/** `content` is JSON within JSON; an event that has nothing to add may leave it out. */
function toldIn(bytes: Buffer): Told | undefined {
	const body = objectIn(bytes);
	const { event, create_time: time } = body ?? {};
	const account = body?.user_openid ?? '';
	const text = body?.content ?? '';
	const content = typeof text === 'string' ? objectIn(Buffer.from(text || '{}')) : undefined;
	if (typeof event !== 'string' || !Number.isSafeInteger(time) || typeof account !== 'string' || !content) return undefined;
	return { event, time: Number(time), account, content, key: [event, account, time, text].join('/'), raw: { ...body, content } };
}

/**
 * The event that a call carries, proven by the app's secret, with the bytes that were signed; or why it is turned away.
 * `oldest` is the age in seconds from which on a signature counts as a replay.
 * https://developers.tiktok.com/doc/webhooks-verification
 */
export async function signedEvent(request: Request, secret: string, oldest: number): Promise<{ bytes: Buffer; told: Told } | Refusal> {
	const bytes = await bytesOf(request);
	const header = request.headers[webhook.header];
	const [, time, hex] = /^t=(\d{1,12}),\s*s=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header.trim() : '') ?? [];
	if (time === undefined || hex === undefined) return { status: 401, message: 'The header TikTok-Signature is missing or is not t=<seconds>,s=<64 hexadecimal digits>.' };
	const message = Buffer.concat([Buffer.from(`${time}.`), bytes]);
	if (!equal(hmac(secret, message), Buffer.from(hex, 'hex'))) return { status: 401, message: 'The signature was not made over this body with this app’s client secret.' };
	if (Math.abs(Date.now() / 1000 - Number(time)) > oldest) return { status: 401, message: `The signature is more than ${oldest} seconds away from this machine’s time.` };
	const told = toldIn(bytes);
	return told ? { bytes, told } : { status: 400, message: 'The body is no event of TikTok’s.' };
}

import type { IWebhookFunctions } from 'n8n-workflow';
import { causesOf } from '../errors';
import { EVENTS, listenersIn, placeIn, withPlace } from './listeners';
import type { Listener } from './listeners';

/** Milliseconds for a workflow to take a delivery; no network waits longer before it comes again. */
const PATIENCE = 60_000;

/** What differs between networks. */
export interface Door {
	/** The header that proves who sends, in lower case; it goes with the bytes. */
	proof: string;
	/** Answers of a listener that tell that it does not belong here any more: it takes nothing, and holds nobody up. */
	gone: readonly number[];
}

/** Behind the front door: every workflow that listens, this one among them. */
export const listenersBehind = (context: IWebhookFunctions): Listener[] => listenersIn(context.getRequestObject().originalUrl);

/** This very n8n, reached without the way around through its public address. */
function localUrl(context: IWebhookFunctions, place: string): string {
	const { socket, originalUrl, protocol } = context.getRequestObject();
	const address = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
	const host = address.includes(':') ? `[${address}]` : address;
	return `${'encrypted' in socket ? 'https' : protocol === 'https' ? 'http' : protocol}://${host}:${socket.localPort}${withPlace(originalUrl.split('?')[0] ?? '', place)}`;
}

/** The way around, for an n8n that may not call itself: its request filter keeps it from addresses of its own machine. */
const publicUrl = (context: IWebhookFunctions, place: string): string => {
	const { origin, pathname } = new URL(EVENTS, context.getNodeWebhookUrl('default'));
	return origin + withPlace(pathname, place);
};

const forwarded = async (context: IWebhookFunctions, door: Door, { place }: Listener, bytes: Buffer): Promise<number> =>
	(await posted(context, door, localUrl(context, place), bytes, true)) ?? (await posted(context, door, publicUrl(context, place), bytes)) ?? 503;

/** What a connection that stood ends with: what was sent on it may be being worked on. */
const LOST: readonly unknown[] = ['ECONNABORTED', 'ECONNRESET', 'ETIMEDOUT'];

const mayHaveArrived = (error: unknown): boolean => [...causesOf(error)].some(({ code }) => LOST.includes(code));

/** The status that was answered; undefined where nobody was reached. No certificate is made out to an address of this machine. */
async function posted(context: IWebhookFunctions, { proof }: Door, url: string, bytes: Buffer, isLocal = false): Promise<number | undefined> {
	try {
		const { statusCode }: { statusCode: number } = await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { 'content-type': 'application/json', [proof]: String(context.getHeaderData()[proof]) },
			body: bytes,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			skipSslCertificateValidation: isLocal,
			timeout: PATIENCE,
		});
		return statusCode;
	} catch (error) {
		// Sent the other way as well, it might reach another process of this n8n's, which would start it a second time.
		return mayHaveArrived(error) ? 503 : undefined;
	}
}

/** A test that nobody listens to any more takes nothing either. */
const isTaken = ({ gone }: Door, { until }: Listener, status: number): boolean => status < 300 || gone.includes(status) || until !== undefined;

/** Hands the same proven bytes to every listener. False where one of them wants them again. */
export async function handOn(context: IWebhookFunctions, door: Door, listeners: readonly Listener[], bytes: Buffer): Promise<boolean> {
	const taken = await Promise.all(listeners.map(async (listener) => isTaken(door, listener, await forwarded(context, door, listener, bytes))));
	return taken.every(Boolean);
}

/** Whether somebody else listens too. */
export const isShared = (context: IWebhookFunctions, listeners: readonly Listener[]): boolean =>
	listeners.some(({ place }) => place !== placeIn(context.getRequestObject().originalUrl));

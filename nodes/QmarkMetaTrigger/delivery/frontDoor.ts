import type { IWebhookFunctions } from 'n8n-workflow';
import { EVENTS, listenersIn, placeIn, withPlace } from '../subscription/callbackUrl';
import type { Listener } from '../subscription/callbackUrl';

/** Milliseconds for a workflow to take a delivery; Meta itself waits shorter and comes again. */
const PATIENCE = 60_000;

/** Behind the front door: every workflow that listens to the app, this one among them. */
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

const forwarded = async (context: IWebhookFunctions, { place }: Listener, bytes: Buffer): Promise<number> =>
	(await posted(context, localUrl(context, place), bytes, true)) ?? (await posted(context, publicUrl(context, place), bytes)) ?? 503;

/** The status that was answered; undefined where nothing was. No certificate is made out to an address of this machine. */
async function posted(context: IWebhookFunctions, url: string, bytes: Buffer, isLocal = false): Promise<number | undefined> {
	try {
		const { statusCode }: { statusCode: number } = await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { 'content-type': 'application/json', 'x-hub-signature-256': String(context.getHeaderData()['x-hub-signature-256']) },
			body: bytes,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			skipSslCertificateValidation: isLocal,
			timeout: PATIENCE,
		});
		return statusCode;
	} catch {
		return undefined;
	}
}

/** A workflow that is gone takes nothing any more; a test that nobody listens to neither. */
const isTaken = ({ until }: Listener, status: number): boolean => status < 300 || status === 404 || until !== undefined;

/** Hands the same signed bytes to every listener. False where one of them wants them again. */
export async function handOn(context: IWebhookFunctions, listeners: readonly Listener[], bytes: Buffer): Promise<boolean> {
	const taken = await Promise.all(listeners.map(async (listener) => isTaken(listener, await forwarded(context, listener, bytes))));
	return taken.every(Boolean);
}

/** Whether somebody else listens too. */
export const isShared = (context: IWebhookFunctions, listeners: readonly Listener[]): boolean =>
	listeners.some(({ place }) => place !== placeIn(context.getRequestObject().originalUrl));

import { jsonParse } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { bytesOf, refuse } from '../core/webhook/call';
import type { Refusal } from '../core/webhook/call';
import { hmac } from '../core/webhook/proof';
import type { SignedRequest } from './signedRequest';
import { isObject, readSignedRequest } from './signedRequest';
import { appSecrets } from './appSecrets';
import { ledgerOf } from './ledger';
import type { Entry } from './ledger';

/** Answers one kind of call to the node. */
export type Endpoint = (context: IWebhookFunctions) => Promise<IWebhookResponseData>;

/** The fields of the call's body, none where it has none or is neither a form nor JSON. n8n reads no bodies for this node: see fields.ts. */
export async function bodyOf(context: IWebhookFunctions): Promise<IDataObject> {
	const request = context.getRequestObject();
	const text = (await bytesOf(request)).toString('utf8');
	if (request.contentType === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
	const body: unknown = jsonParse(text || '{}', { fallbackValue: {} });
	return isObject(body) ? body : {};
}

const isRefusal = (read: SignedRequest | Refusal): read is Refusal => 'status' in read;

/** What a proven call starts: the item and the answer to Meta. */
interface Outcome {
	item: IDataObject;
	answer: IDataObject;
}

/**
 * An endpoint for one of Meta's signed callbacks. The key under which it is remembered cannot be guessed without the
 * app secret and is the same whenever Meta sends the call again, which then gets the same answer but no second execution.
 */
export const signedCallback =
	(event: Entry['event'], respond: (context: IWebhookFunctions, request: SignedRequest, key: string) => Outcome): Endpoint =>
	async (context) => {
		const events = context.getNodeParameter('events', []);
		if (!Array.isArray(events) || !events.some((one) => one === event)) {
			return refuse(context, { status: 404, message: 'This workflow does not listen for this event: choose it under Events in the trigger.' });
		}
		const request = readSignedRequest((await bodyOf(context)).signed_request, await appSecrets(context));
		if (isRefusal(request)) return refuse(context, request);
		const key = hmac(request.secret, `${event}:${request.encoded}`).toString('hex').slice(0, 32);
		const ledger = ledgerOf(context);
		const isRepeated = ledger.find(key) !== undefined;
		if (!isRepeated) ledger.put(key, { event, requestedAt: new Date().toISOString(), state: 'received' });
		const { item, answer } = respond(context, request, key);
		// Somebody who listens for a test event sends the same call as often as it takes.
		const starts = !isRepeated || context.getMode() === 'manual';
		return { webhookResponse: answer, ...(starts && { workflowData: [context.helpers.returnJsonArray(item)] }) };
	};

/** Public URL of another endpoint of this node; all of them stand side by side. */
export const siblingUrl = (context: IWebhookFunctions, path: string, query: Record<string, string>): string =>
	new URL(`${path}?${new URLSearchParams(query).toString()}`, context.getNodeWebhookUrl('default')).href;

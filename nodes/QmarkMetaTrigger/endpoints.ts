import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refuse } from '../core/webhook/call';
import { EVENTS } from '../core/webhook/listeners';
import { dataDeletion, reportEnd, showStatus } from './dataDeletion';
import { deauthorize } from './deauthorize';
import { receive } from './delivery/receive';
import { verify } from './delivery/verify';
import type { Endpoint } from './endpoint';

/** By method and path, as in the node's `webhooks`: n8n has but two names for a webhook, too few to tell these apart. */
const endpoints: Readonly<Record<string, Endpoint>> = {
	[`GET ${EVENTS}`]: verify,
	[`POST ${EVENTS}`]: receive,
	'POST deauthorize': deauthorize,
	'POST data-deletion': dataDeletion,
	'GET data-deletion-status': showStatus,
	'POST data-deletion-status': reportEnd,
};

/** Answers a call to any of the node's URLs. */
export async function answerCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { method, path } = context.getRequestObject();
	const endpoint = endpoints[`${method} ${path.split('/').filter(Boolean).at(-1) ?? ''}`];
	return endpoint ? await endpoint(context) : refuse(context, { status: 404, message: 'Nothing answers at this URL.' });
}

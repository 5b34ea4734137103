import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refuse } from '../../core/webhook/call';
import { claim } from '../../core/webhook/claims';
import { handOn, isShared } from '../../core/webhook/frontDoor';
import type { Door } from '../../core/webhook/frontDoor';
import { placeIn } from '../../core/webhook/listeners';
import { webhook } from '../../platforms/tiktokEvents';
import { appOf, chosenEvents, optionOf, wantedAccount } from '../app';
import type { App } from '../app';
import { itemOf } from '../events/item';
import { CALLBACK, othersIn } from '../others';
import type { Told } from './signed';
import { signedEvent } from './signed';

/** Who answers 401 belongs to another app: it is not to hold up those who do not. */
const door: Door = { proof: webhook.header, gone: [401, 404] };

const received = { webhookResponse: { received: true } };

/** Events that name no account belong to the app. */
function isWanted(context: IWebhookFunctions, app: App, told: Told): boolean {
	if (!chosenEvents(context).some((kind) => kind === told.event)) return false;
	if (told.account === '') return true;
	const account = wantedAccount(context, app);
	return account === undefined || told.account === account;
}

/** Everybody who listens, where this is the address that TikTok calls. */
function listenersBehind(context: IWebhookFunctions) {
	const { originalUrl, path } = context.getRequestObject();
	if (path.split('/').filter(Boolean).at(-1) !== CALLBACK) return [];
	const own = placeIn(originalUrl);
	return [{ place: own, fields: [] }, ...othersIn(context).filter(({ place }) => place !== own)];
}

/**
 * Takes one event: proven by its signature, handed on to every workflow that shares the callback URL, and started once, however often TikTok
 * delivers it. n8n answers at once, as TikTok wants it. https://developers.tiktok.com/doc/webhooks-overview
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const app = await appOf(context);
	const signed = await signedEvent(context.getRequestObject(), app.secret, Number(optionOf(context, 'oldest') ?? webhook.oldest));
	if ('status' in signed) return refuse(context, signed);
	const listeners = listenersBehind(context);
	if (isShared(context, listeners)) {
		if (await handOn(context, door, listeners, signed.bytes)) return received;
		return refuse(context, { status: 503, message: 'A workflow that listens could not take this: deliver it again.' });
	}
	const { told } = signed;
	if (!isWanted(context, app, told)) return received;
	// Somebody who listens for a test event sees whatever comes.
	const fresh = context.getMode() === 'manual' || (await claim(context, [told.key]));
	if (!fresh) return refuse(context, { status: 503, message: 'This is still being worked on: deliver it again.' });
	if (fresh !== true && fresh.size === 0) return received;
	return { ...received, workflowData: [context.helpers.returnJsonArray(itemOf(told))] };
}

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { refuse } from '../../core/webhook/call';
import { claim } from '../../core/webhook/claims';
import { handOn, isShared, listenersBehind } from '../../core/webhook/frontDoor';
import type { Door } from '../../core/webhook/frontDoor';
import { KEEP_DAYS } from '../../core/webhook/seen';
import { appSecrets } from '../appSecrets';
import type { Endpoint } from '../endpoint';
import { chosenEvents } from '../events/catalogue';
import type { MetaEvent } from '../events/event';
import { eventsOf } from '../events/read';
import { listensTo } from '../subscription/accounts';
import { signedPayload } from './payload';

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads */
const door: Door = { proof: 'x-hub-signature-256', gone: [404] };

const DAY = 24 * 60 * 60_000;

/** Nothing comes so late by itself: only a call that somebody has kept and sends again. */
const isStale = ({ at }: MetaEvent): boolean => at !== undefined && at < Date.now() - KEEP_DAYS * DAY;

function wantedOf(context: IWebhookFunctions, events: readonly MetaEvent[]): MetaEvent[] {
	const chosen = chosenEvents(context);
	const isListened = listensTo(context);
	const ignoresOwn = context.getNodeParameter('eventOptions.ignoreOwn', true) !== false;
	return events.filter((one) => chosen.includes(one.event) && isListened(one) && !(one.own && ignoresOwn));
}

const keyOf = ({ event, owner, key }: MetaEvent): string => `${event}/${owner}/${key}`;

/** Meta has an `event` of its own in changes of an account. */
const itemOf = ({ event, json }: MetaEvent): IDataObject => Object.assign({ event }, json, { event });

/**
 * Takes one delivery: proven by its signature, handed on to every workflow that listens to the app, and started once for each thing that
 * happened, however often Meta delivers it. It is answered when the workflow has done with it, so that Meta comes again where n8n was killed.
 */
export const receive: Endpoint = async (context) => {
	const signed = await signedPayload(context.getRequestObject(), await appSecrets(context));
	if ('status' in signed) return refuse(context, signed);
	const events = eventsOf(signed.payload);
	if (!events) return refuse(context, { status: 400, message: 'The body is no notification of a page, an Instagram account or a WhatsApp Business account.' });
	if (events.length > 0 && events.every(isStale)) return refuse(context, { status: 400, message: `Everything in this notification is older than ${KEEP_DAYS} days: Meta does not deliver so late.` });
	const listeners = listenersBehind(context);
	if (isShared(context, listeners)) {
		if (await handOn(context, door, listeners, signed.bytes)) return { webhookResponse: { received: true } };
		return refuse(context, { status: 503, message: 'A workflow that listens could not take this: deliver it again.' });
	}
	const wanted = wantedOf(context, events);
	// Somebody who listens for a test event sends the same call as often as it takes.
	if (context.getMode() === 'manual') return started(context, wanted);
	const fresh = await claim(context, wanted.map(keyOf));
	if (!fresh) return refuse(context, { status: 503, message: 'This is still being worked on: deliver it again.' });
	// Twice in one notification is once too.
	return started(context, wanted.filter((event) => fresh.delete(keyOf(event))));
};

const started = (context: IWebhookFunctions, events: readonly MetaEvent[]) => ({
	webhookResponse: { received: true },
	...(events.length > 0 && { workflowData: [context.helpers.returnJsonArray(events.map(itemOf))] }),
});

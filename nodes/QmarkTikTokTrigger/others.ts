import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { refused } from '../core/errors';
import { EVENTS, placeIn } from '../core/webhook/listeners';
import type { Listener } from '../core/webhook/listeners';
import { optionOf } from './app';

/**
 * Last segment of the address that TikTok calls. It hands on to the `events` address of every workflow that listens, its own among them, and no
 * `events` address hands on: two triggers that name each other go round in no circle.
 */
export const CALLBACK = 'callback';

const isAddress = (text: string): boolean => URL.canParse(text) && [CALLBACK, EVENTS].some((end) => new RegExp(`/[^/]+/[^/]+/${end}/?$`).test(new URL(text).pathname));

/** Places of the other workflows that share the callback URL. Only the place counts: nothing is sent to another host. */
export function othersIn(context: IHookFunctions | IWebhookFunctions): Listener[] {
	const urls = String(optionOf(context, 'otherWorkflows') ?? '').split(/[\s,;]+/).filter(Boolean);
	const wrong = urls.find((url) => !isAddress(url));
	if (wrong !== undefined) throw refused('Other Workflows', `“${wrong}” is not the URL of a QMARK TikTok Trigger.`, `Copy the URL that the other trigger shows; it ends in /${CALLBACK}.`);
	return [...new Set(urls.map(placeIn))].map((place) => ({ place, fields: [] }));
}

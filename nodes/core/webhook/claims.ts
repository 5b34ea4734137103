import type { IWebhookFunctions } from 'n8n-workflow';
import { wait, within } from '../wait';
import { Seen } from './seen';

/** Milliseconds for which a repeated delivery waits for the first one's end, before the network is asked to come again. */
const PATIENCE = 25_000;
/** Milliseconds for which a run holds its messages back at most, once its caller has hung up. */
const LONGEST = 60 * 60_000;
/** Milliseconds between two looks whether n8n has answered a caller who has hung up. */
const LOOK = 250;

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

interface Place {
	seen: Seen;
	/** What an execution is working on, until n8n has told its end. */
	busy: Map<string, Promise<unknown>>;
}

const places = new Map<string, Place>();

function placeOf(context: IWebhookFunctions): Place {
	const key = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const place = places.get(key) ?? { seen: new Seen(), busy: new Map<string, Promise<unknown>>() };
	places.set(key, place);
	place.seen.exchange(context.getWorkflowStaticData('node'));
	return place;
}

/** Whether n8n has answered with success. One who has hung up is answered all the same, but that makes no sound. */
async function succeeded(response: Response): Promise<boolean> {
	await new Promise<void>((resolve) => {
		// Whoever has hung up while another delivery was waited for makes no sound any more.
		if (response.closed) resolve();
		response.once('finish', () => resolve());
		response.once('close', () => resolve());
	});
	for (const end = Date.now() + LONGEST; !response.writableEnded && Date.now() < end; ) await wait(LOOK);
	return response.writableEnded && response.statusCode < 300;
}

/**
 * Those of `keys` that are neither done nor being worked on: they are this delivery's from now on, and done once n8n has answered it with
 * success. What another delivery works on is waited for, as nobody may tell the network that it is done before it is; `undefined` where that takes
 * too long. Looking and reserving happen at once, so that of any number of equal deliveries one starts an execution.
 */
export async function claim(context: IWebhookFunctions, keys: readonly string[]): Promise<Set<string> | undefined> {
	const { seen, busy } = placeOf(context);
	const until = Date.now() + PATIENCE;
	for (let others = keys.flatMap((key) => busy.get(key) ?? []); others.length > 0; others = keys.flatMap((key) => busy.get(key) ?? [])) {
		if (!(await within(until - Date.now(), Promise.all(others).then(() => true)))) return undefined;
	}
	const fresh = new Set(keys.filter((key) => !seen.has(key)));
	if (fresh.size === 0) return fresh;
	const mine = [...fresh];
	const end = succeeded(context.getResponseObject()).then((done) => {
		for (const key of mine) {
			if (done) seen.add(key);
			busy.delete(key);
		}
	});
	for (const key of mine) busy.set(key, end);
	return fresh;
}

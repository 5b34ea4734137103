import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { PlatformError } from '../errors';
import { EVENTS, callbackUrl, isOurs, isTest, listenersIn, placeIn } from './listeners';
import type { Listener } from './listeners';

/** What the network keeps of one subscription. */
export interface Subscription {
	callback: string;
	fields: string[];
}

/** A place at the network that holds a callback URL: an object of an app, an account, a bot. */
export interface Holder {
	/** What is said, and advised, where the callback is somebody else's. */
	taken(callback: string): { message: string; description: string };
	read(): Promise<Subscription | undefined>;
	/** A network that calls the address at once to verify it refuses where it does not answer. */
	write(callback: string, fields: readonly string[]): Promise<void>;
	/** Gives these fields up, and nothing else; with `all` nobody is left behind the callback. */
	remove(fields: readonly string[], all: boolean): Promise<void>;
}

/** Who joins: its own address and itself. */
export interface Member {
	context: IHookFunctions;
	url: string;
	listener: Listener;
	/** Replaces a callback that is somebody else's. */
	takesOver: boolean;
}

/** n8n waits two minutes for a test event. */
const TEST = 5 * 60_000;

/** The node's own address for deliveries; the test address while somebody listens in the editor. */
export const ownUrl = (context: IHookFunctions): string => new URL(EVENTS, context.getNodeWebhookUrl('default')).href;

/** This node as a listener to `fields`, for a while where it is a test. */
export function memberOf(context: IHookFunctions, fields: string[], takesOver: boolean): Member {
	const url = ownUrl(context);
	return { context, url, listener: { place: placeIn(url), fields, ...(isTest(url) && { until: Date.now() + TEST }) }, takesOver };
}

const union = (...all: readonly string[][]): string[] => [...new Set(all.flat())].sort();

const isAlive = ({ until }: Listener) => until === undefined || until > Date.now();

const others = (callback: string, { place }: Listener) => listenersIn(callback).filter((one) => one.place !== place && isAlive(one));

/** Whether this listener is there with these fields, and the network sends them. */
export async function isMember(holder: Holder, { url, listener }: Member): Promise<boolean> {
	const found = await holder.read();
	if (!found || !isOurs(found.callback, url)) return false;
	const me = listenersIn(found.callback).find(({ place }) => place === listener.place);
	return me !== undefined && isAlive(me) && listener.fields.every((field) => me.fields.includes(field) && found.fields.includes(field));
}

/** Adds the listener to those that are there. A front door that does not answer any more is replaced by it. */
export async function join(holder: Holder, member: Member): Promise<void> {
	const { context, url, listener, takesOver } = member;
	const found = await holder.read();
	const ours = found !== undefined && isOurs(found.callback, url);
	if (found && !ours && !takesOver) {
		const { message, description } = holder.taken(found.callback);
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const rest = ours ? others(found.callback, listener) : [];
	const fields = union(found?.fields ?? [], listener.fields);
	const replaced = async (error: unknown) => await (rest.length > 0 && error instanceof PlatformError ? holder.write(callbackUrl(url, [listener, ...rest]), fields) : Promise.reject(error));
	await holder.write(callbackUrl(url, [...rest, listener]), fields).catch(replaced);
}

/** Takes the listener away. What others listen to, and what was subscribed by hand, stays. */
export async function leave(holder: Holder, { url, listener }: Member): Promise<void> {
	const found = await holder.read();
	if (!found || !isOurs(found.callback, url)) return;
	const me = listenersIn(found.callback).find(({ place }) => place === listener.place);
	if (!me) return;
	const rest = others(found.callback, listener);
	const needed = rest.flatMap(({ fields }) => fields);
	const given = me.fields.filter((field) => !needed.includes(field));
	if (rest.length > 0) await holder.write(callbackUrl(url, rest), found.fields.filter((field) => !given.includes(field)));
	if (given.length > 0) await holder.remove(given, rest.length === 0);
}

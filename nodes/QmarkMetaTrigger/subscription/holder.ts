import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { PlatformError } from '../../core/errors';
import { callbackUrl, isOurs, listenersIn } from './callbackUrl';
import type { Listener } from './callbackUrl';

/** What Meta keeps of one subscription. */
export interface Subscription {
	callback: string;
	fields: string[];
}

/** A place at Meta that holds a callback URL: an object of the app, a WhatsApp Business account, a phone number. */
export interface Holder {
	/** As a sentence names it: `page of the app 900000000000001`. */
	name: string;
	read(): Promise<Subscription | undefined>;
	/** Meta calls the address at once to verify it, and refuses where it does not answer. */
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

const union = (...all: readonly string[][]): string[] => [...new Set(all.flat())].sort();

const isAlive = ({ until }: Listener) => until === undefined || until > Date.now();

const others = (callback: string, { place }: Listener) => listenersIn(callback).filter((one) => one.place !== place && isAlive(one));

/** Whether this listener is there with these fields, and Meta sends them. */
export async function isMember(holder: Holder, { url, listener }: Member): Promise<boolean> {
	const found = await holder.read();
	if (!found || !isOurs(found.callback, url)) return false;
	const me = listenersIn(found.callback).find(({ place }) => place === listener.place);
	return me !== undefined && isAlive(me) && listener.fields.every((field) => me.fields.includes(field) && found.fields.includes(field));
}

function taken({ context }: Member, { name }: Holder, { callback }: Subscription): NodeOperationError {
	const { origin } = URL.canParse(callback) ? new URL(callback) : { origin: callback };
	return new NodeOperationError(context.getNode(), `Meta already sends the events of the ${name} to ${origin}, and an app has one callback URL for each object.`, {
		description: 'Switch off what listens there, use another Meta app, or turn on “Take Over the Callback URL” under Event Options: the other one then hears nothing any more.',
	});
}

/** Adds the listener to those that are there. A front door that does not answer any more is replaced by it. */
export async function join(holder: Holder, member: Member): Promise<void> {
	const { url, listener, takesOver } = member;
	const found = await holder.read();
	const ours = found !== undefined && isOurs(found.callback, url);
	if (found && !ours && !takesOver) throw taken(member, holder, found);
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

import type { IExecuteFunctions } from 'n8n-workflow';
import { Api } from '../core/api';
import { PlatformError, failureOf } from '../core/errors';
import type { Effect } from '../core/operation';
import { redact } from '../core/redact';
import { openSession } from '../core/session';
import type { Session } from '../core/session';
import type { Network } from '../networks/network';

/** n8n's own words for a credential that is not chosen, deleted or not shared, with what to do. */
const unconnected = (name: string) => async (error: unknown): Promise<Session> => {
	const failure = failureOf(error);
	return await Promise.reject(error instanceof PlatformError ? error : new PlatformError({ verdict: 'reconnect', message: failure.message, hint: `Choose the credential of ${name} in the node.` }));
};

/** The node's connections, each opened once, when it is first needed. */
export class Sessions {
	private readonly opened = new Map<string, Promise<Session>>();

	/** `switchedOn`: the networks that the node is set to. */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly switchedOn: readonly string[],
	) {}

	async of({ name, platform }: Network): Promise<Session> {
		if (!this.switchedOn.includes(name)) {
			throw new PlatformError({ verdict: 'stop', code: 'network-off', message: `${platform.name} is not among the node’s networks.`, hint: `Tick ${platform.name} under “Networks”, and choose its credential.` });
		}
		// Facebook and Instagram share a credential, but not an account and its pace.
		const session = this.opened.get(name) ?? openSession(this.context, platform).catch(unconnected(platform.name));
		this.opened.set(name, session);
		return await session;
	}

	/** Calls the network as one of its accounts, with the files of an item. */
	async api(network: Network, account: string, effect: Effect, index: number): Promise<Api> {
		return new Api(await this.of(network), effect, network.actAs(account), { context: this.context, index });
	}

	/** Takes every secret of the connections out of what leaves the node. */
	async clean<T extends object>(value: T): Promise<T> {
		const sessions = await Promise.allSettled(this.opened.values());
		return redact(value, sessions.flatMap((one) => (one.status === 'fulfilled' ? one.value.secrets : [])));
	}
}

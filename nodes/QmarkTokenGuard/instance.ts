import type { IExecuteFunctions } from 'n8n-workflow';
import { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import { collect } from '../core/paging';
import { openSession } from '../core/session';
import { n8n } from '../platforms/n8n';
import { connections } from './connections';
import type { Workflow } from './workflow';

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** What this n8n’s public API tells of it. */
export interface Instance {
	/** QMARK’s connections, whoever owns them. */
	credentials(): Promise<StoredCredential[]>;
	workflows(): Promise<Workflow[]>;
	workflow(id: string): Promise<Workflow>;
}

/** @throws PlatformError where the node has no API key. */
export async function openInstance(context: IExecuteFunctions): Promise<Instance> {
	if (!context.getNode().credentials?.[n8n.credential]) {
		const hint = 'Choose a “QMARK N8n API” credential in this node: it holds an API key of this n8n.';
		throw new PlatformError({ verdict: 'fix-input', code: 'input', message: 'This needs n8n’s own API, and the node has no key for it.', hint });
	}
	const api = new Api(await openSession(context, n8n), 'read');
	return {
		credentials: async () => (await collect(api.pages<StoredCredential>({ url: '/credentials', qs: { limit: 250 } }), Infinity)).filter(({ type }) => connections.has(type)),
		workflows: async () => await collect(api.pages<Workflow>({ url: '/workflows', qs: { limit: 250, excludePinnedData: true } }), Infinity),
		workflow: async (id) => await api.send<Workflow>({ url: `/workflows/${encodeURIComponent(id)}` }),
	};
}

import type { ICredentialType } from 'n8n-workflow';
import { accountsAt } from '../../sandbox/accounts';
import { importWorkflows } from '../../sandbox/demo';
import type { Credential, Operator } from '../../sandbox/n8n/operator';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { networksAt } from '../../test/e2e/networks';
import { root } from '../../test/support/stage';
import type { Stage } from '../../test/support/stage';

export interface Furniture {
	/** Credentials by their type. */
	credentials: ReadonlyMap<string, Credential>;
	/** Shipped workflows and `guard`, by name. */
	workflows: ReadonlyMap<string, StoredWorkflow>;
}

const DAY = 24 * 60 * 60;

/** One workflow of two nodes: a click, and Token Guard over all connections. */
const guard = ({ id, name }: Credential): WorkflowFile => ({
	name: 'All connections',
	nodes: [
		{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			...{ id: 'guard', name: 'Token Guard', type: 'n8n-nodes-qmark.qmarkTokenGuard', typeVersion: 1, position: [240, 0] },
			parameters: { operation: 'renew', connections: 'all' },
			credentials: { qmarkN8nApi: { id, name } },
		},
		{
			...{ id: 'overview', name: 'Overview', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [480, 0] },
			parameters: { mode: 'raw', jsonOutput: '={{ { platform: $json.platform, account: $json.account ?? "–", state: $json.state, daysLeft: $json.daysLeft ?? "–", renewal: $json.renewal, reason: $json.reason ?? "–" } }}', options: {} },
		},
	],
	connections: { Start: { main: [[{ node: 'Token Guard', type: 'main', index: 0 }]] }, 'Token Guard': { main: [[{ node: 'Overview', type: 'main', index: 0 }]] } },
});

/** The editor stores the fields that nobody has touched too, n8n's API does not; without them their controls look empty. */
async function defaultsOf({ rest }: Operator): Promise<ReadonlyMap<string, Record<string, unknown>>> {
	const { data } = await rest.client.get<ICredentialType[]>('/types/credentials.json');
	const own = ({ properties }: ICredentialType) => properties.filter(({ type }) => type !== 'hidden' && type !== 'notice');
	return new Map(data.map((type) => [type.name, Object.fromEntries(own(type).map((field) => [field.name, field.default]))]));
}

/** An n8n with every account of the sandbox: most connections are well, one ends soon, one was taken back, one lacks a permission. */
export async function furnish({ operator, networks, n8n }: Stage): Promise<Furniture> {
	const { settings } = networksAt(networks.origin);
	await settings({ linkedin: { accessSeconds: 6.5 * DAY }, tiktok: { declinedScopes: ['video.list'] } });
	const defaults = await defaultsOf(operator);
	const credentials = new Map<string, Credential>();
	for (const { name, type, data, consent } of accountsAt(networks.origin)) {
		const credential = await operator.ensureCredential(name.replace(' (sandbox)', ''), type, { ...defaults.get(type), ...data });
		if (consent) await operator.connect(credential);
		credentials.set(type, credential);
	}
	await settings({ threads: { revoke: true } });
	const scopes = ['credential:list', 'workflow:list', 'workflow:read'];
	const { rawApiKey: apiKey } = await operator.rest.send<{ rawApiKey: string }>('POST', '/api-keys', { label: 'Token Guard', scopes, expiresAt: null });
	const key = await operator.ensureCredential('This n8n', 'qmarkN8nApi', { apiKey, baseUrl: n8n.url });
	credentials.set('qmarkN8nApi', key);
	const workflows = [...(await importWorkflows(operator, root)), await operator.workflows.import(guard(key))];
	return { credentials, workflows: new Map(workflows.map((workflow) => [workflow.name, workflow])) };
}

import { PollContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData, INodeParameters, WorkflowExecuteMode } from 'n8n-workflow';
import { QmarkGmailTrigger } from '../../../nodes/QmarkGmailTrigger/QmarkGmailTrigger.node';
import { seed } from '../../../sandbox/networks/seed';
import { connect, newConnection, storeOf } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { additionalDataFor } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';

const { clientId, clientSecret, accounts } = seed.google;
export const [camille, bruno] = accounts;

const type = 'qmarkGmailOAuth2Api';

/** A mailbox of the sandbox, and the trigger that n8n polls for it; `staticData` is what n8n would keep of it. */
export class Watcher {
	sandbox!: Sandbox;
	parameters: INodeParameters = {};
	staticData: IDataObject = {};
	private connection!: Connection;

	async open() {
		this.sandbox = await openSandbox();
	}

	async close() {
		await this.sandbox.close();
	}

	/** A fresh mailbox with the trigger activated in it. */
	async begin(parameters: INodeParameters = {}) {
		await this.sandbox.reset();
		await this.settings({ accessSeconds: 30 * 86_400, unitsPerMinute: 0, dailyMessages: 0 });
		await this.connect(camille.id);
		this.parameters = { events: ['newMessage'], labelIds: ['INBOX'], addedLabelIds: [], filters: {}, options: {}, ...parameters };
		this.staticData = {};
		return this;
	}

	async connect(account: string, access = 'full') {
		this.connection = newConnection(type, { clientId, clientSecret, gateway: this.sandbox.origin, access, quotaUnitsPerMinute: 10_000_000 });
		await connect(this.connection, { account });
	}

	settings = async (google: object) => await this.sandbox.settings({ google });

	/** Somebody writes from outside. */
	arrive = async (mail: object = {}) => await this.settings({ mail: { to: camille.name, ...mail } });

	/** Calls Gmail as the account’s owner would use the mailbox. */
	async call<T = IDataObject>(method: string, path: string, body?: object): Promise<T> {
		const answer = await fetch(`${this.sandbox.origin}/gmail.googleapis.com/gmail/v1/users/me${path}`, {
			method,
			headers: { authorization: `Bearer ${String(storeOf(this.connection).access_token)}`, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
		return (answer.status === 204 ? {} : await answer.json()) as T;
	}

	newest = async () => (await this.call<{ messages: { id: string }[] }>('GET', '/messages?includeSpamTrash=true')).messages[0]?.id ?? '';

	/** One poll, as n8n makes it; what the node remembers goes through JSON, as through a restart. */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<INodeExecutionData[]> {
		const node = new QmarkGmailTrigger();
		const credentials = { [type]: this.connection.data };
		const self: INode = { id: 'trigger', name: node.description.displayName, type: node.description.name, typeVersion: 1, position: [0, 0], parameters: this.parameters, credentials: { [type]: { id: type, name: type } } };
		const nodeTypes = { getByName: () => node, getByNameAndVersion: () => node, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ id: 'watch', nodes: [self], connections: {}, active: true, nodeTypes, staticData: structuredClone(this.staticData) });
		const context = new PollContext(workflow, self, additionalDataFor({ node, parameters: this.parameters, credentials }), mode, 'init');
		const outputs = await node.poll.call(context);
		this.staticData = JSON.parse(JSON.stringify(workflow.staticData));
		return outputs?.[0] ?? [];
	}

	/** Subjects of what a poll gave, in order. */
	subjects = async () => (await this.poll()).map(({ json }) => json.subject);

	/** Gmail’s calls since the last reset of the list, as `GET history`. */
	async calls() {
		const requests = await this.sandbox.requests('google');
		return requests.filter(({ path }) => path.includes('/users/me/')).map(({ method, path }) => `${method} ${path.replace(/.*\/users\/me\//, '').replace(/\/[\da-f]{16}\b/, '/ID')}`);
	}

	forgetCalls = async () => void (await fetch(`${this.sandbox.origin}/_sandbox/requests`, { method: 'DELETE' }));
}

import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { tableRows } from '../simulation/messageStore';
import type { Stage } from '../support/stage';
import { withSettings } from './approval';
import { until } from './approver';
import { networksAt } from './networks';

const http = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true });

/** n8n takes no pause of less than a minute, but many of a minute each: every three seconds, so that nobody waits. */
const often: INodeParameters = { item: Array.from({ length: 20 }, (_, index) => ({ mode: 'custom', cronExpression: `${index * 3} * * * * *` })) };

const impatient = (node: INode): INode => (node.parameters.pollTimes ? { ...node, parameters: { ...node.parameters, pollTimes: often } } : node);

let copies = 0;

/** Shipped workflows and what they leave behind, in the n8n of `stage`. */
export function shippedIn(stage: () => Stage) {
	const networks = () => networksAt(stage().networks.origin);
	const rows = async (table: string, wanted: (row: IDataObject) => boolean = () => true) => (await tableRows(stage().operator, table)).filter(wanted);
	const imported = async (path: string, settings: Record<string, string> = {}): Promise<StoredWorkflow> => {
		const file = withSettings(path, `E2E ${path} ${++copies}`, settings);
		return await stage().operator.importWorkflow({ ...file, nodes: file.nodes.map(impatient), settings: { executionOrder: 'v1' } });
	};
	/** Runs a few nodes one after the other, and answers the items of the last. */
	const run = async (...nodes: Pick<INode, 'type' | 'typeVersion' | 'parameters'>[]): Promise<IDataObject[]> => {
		const { operator } = stage();
		const all: INode[] = nodes.map((node, index) => ({ id: `n${index}`, name: `N${index}`, position: [200 * index, 0], ...node }));
		const start: INode = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [-200, 0], parameters: {} };
		const connections = Object.fromEntries(all.map(({ name }, index) => [index === 0 ? 'Start' : `N${index - 1}`, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }]));
		const workflow: WorkflowFile = { name: `E2E nodes ${++copies}`, nodes: [start, ...all], connections, settings: { executionOrder: 'v1' } };
		const stored = await operator.importWorkflow(workflow);
		const execution = await operator.workflows.run(stored);
		await operator.workflows.remove(stored);
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success', error: undefined });
		return execution.items(`N${all.length - 1}`).map(({ json }) => json);
	};
	return {
		networks,
		rows,
		imported,
		run,
		/** Once there are as many such rows. */
		arrived: async (table: string, wanted: (row: IDataObject) => boolean, count = 1) => await until(async () => await rows(table, wanted), (found) => found.length >= count, 30),
		/** Imported as shipped, but for executions that stay to be counted; its tables made by hand, as its guide says. */
		begun: async (path: string, settings?: Record<string, string>): Promise<StoredWorkflow> => {
			const workflow = await imported(path, settings);
			for (let time = 1; time <= 2; time++) expect((await stage().operator.workflows.run(workflow)).error).toBeUndefined();
			return await stage().operator.workflows.publish(workflow);
		},
		put: async (table: string, ...items: Record<string, string | undefined>[]) => {
			const code = { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` } };
			const columns = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
			await run(code, { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, parameters: { resource: 'row', operation: 'insert', dataTableId: { __rl: true, mode: 'name', value: table }, columns, options: {} } });
		},
		/** Executions that a trigger began, each with its end. */
		executions: async (workflow: StoredWorkflow) => (await stage().operator.workflows.executions(workflow)).filter(({ mode }) => mode === 'webhook' || mode === 'trigger'),
		/** Publishes what polls a mailbox, and waits until it knows what is there: n8n says that it is published before it has looked. */
		watching: async (publish: () => Promise<StoredWorkflow>): Promise<StoredWorkflow> => {
			const looks = async () => (await http.get<{ path: string }[]>(`${stage().networks.origin}/_sandbox/requests?network=google`)).data.filter(({ path }) => path.endsWith('/users/me/messages')).length;
			const before = await looks();
			const workflow = await publish();
			await until(looks, (count) => count > before, 30);
			return workflow;
		},
		/** What the bot said. */
		said: async (text: RegExp) => (await networks().timeline()).filter((entry) => entry.network === 'telegram' && text.test(entry.text)),
		/** How many mails went to each address, in all. */
		delivered: async () => (await http.get<Record<string, number>>(`${stage().networks.origin}/mail.google.com/_deliveries`)).data,
		http,
	};
}


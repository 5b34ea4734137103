import { parse } from 'flatted';
import type { IConnections, INode, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '../problem';
import type { RestClient } from './http';

/** A workflow as it is exported from n8n's editor. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	meta?: Record<string, unknown>;
}

export interface StoredWorkflow {
	id: string;
	name: string;
	versionId: string;
	/** The published version, null while the workflow is a draft. */
	activeVersionId: string | null;
	nodes: INode[];
}

export type ExecutionStatus = 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	/** `manual` from the editor, `trigger` or `webhook` from a published workflow. */
	mode: string;
	status: ExecutionStatus;
}

interface ExecutionAnswer extends ExecutionSummary {
	/** In the `flatted` format. */
	data: string;
}

/** A finished execution and what its nodes answered. */
export class Execution {
	readonly id: string;
	readonly status: ExecutionStatus;
	readonly data: IRunExecutionData;

	constructor(answer: ExecutionAnswer) {
		this.id = answer.id;
		this.status = answer.status;
		this.data = parse(answer.data);
	}

	/** Items of one node's output in its latest run; empty when it did not run. */
	items(node: string, output = 0): INodeExecutionData[] {
		return this.data.resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
	}

	/** Message of the error that stopped the execution, or undefined. */
	get error(): string | undefined {
		return this.data.resultData.error?.message;
	}
}

const finished: ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed'];
const manualTriggers = /\.(manualTrigger|executeWorkflowTrigger|errorTrigger)$/;
const isTrigger = ({ type, disabled }: INode): boolean => !disabled && (/trigger$/i.test(type) || /\.webhook$/.test(type));

/** True when the workflow starts by itself once published: it has a trigger other than a click, a caller or an error. */
export const startsByItself = ({ nodes }: { nodes: INode[] }): boolean =>
	nodes.some((node) => isTrigger(node) && !manualTriggers.test(node.type));

/** True when another workflow can name it as its error workflow; n8n starts it only while it is published. */
export const startsOnError = ({ nodes }: { nodes: INode[] }): boolean => nodes.some(({ type, disabled }) => !disabled && type === 'n8n-nodes-base.errorTrigger');

export interface BindableCredential {
	id: string;
	name: string;
	type: string;
}

/**
 * Binds every node to the known credentials of the types that it names; one that names none, to those that its node type accepts.
 * `accepted` maps a node type's full name to credential types, from n8n's own list of node types.
 */
export const bindCredentials = (workflow: WorkflowFile, known: BindableCredential[], accepted: Map<string, string[]>): WorkflowFile => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const types = node.credentials ? Object.keys(node.credentials) : (accepted.get(node.type) ?? []);
		const bound = known.filter(({ type }) => types.includes(type)).map(({ id, name, type }) => [type, { id, name }]);
		return bound.length ? { ...node, credentials: { ...node.credentials, ...Object.fromEntries(bound) } } : node;
	}),
});

/** The part of n8n's REST API that concerns workflows and their executions. */
export class Workflows {
	constructor(private readonly rest: RestClient) {}

	async list(): Promise<StoredWorkflow[]> {
		return await this.rest.send<StoredWorkflow[]>('GET', '/workflows');
	}

	async find(name: string): Promise<StoredWorkflow | undefined> {
		const found = (await this.list()).find((workflow) => workflow.name === name);
		return found && (await this.rest.send<StoredWorkflow>('GET', `/workflows/${found.id}`));
	}

	/** Imports a workflow unless one of its name is there already, which may hold the owner's own changes. */
	async import(workflow: WorkflowFile): Promise<StoredWorkflow> {
		const { name, nodes, connections, settings = {}, pinData, meta } = workflow;
		return (
			(await this.find(name)) ??
			(await this.rest.send<StoredWorkflow>('POST', '/workflows', { name, nodes, connections, settings, pinData, meta }))
		);
	}

	/** Publishes the current version, so that its triggers fire; n8n 2 calls this "activate" on the wire. */
	async publish({ id, versionId }: StoredWorkflow): Promise<StoredWorkflow> {
		return await this.rest.send<StoredWorkflow>('POST', `/workflows/${id}/activate`, { versionId });
	}

	async unpublish({ id }: StoredWorkflow): Promise<StoredWorkflow> {
		return await this.rest.send<StoredWorkflow>('POST', `/workflows/${id}/deactivate`, {});
	}

	async remove({ id }: StoredWorkflow): Promise<void> {
		await this.rest.send('POST', `/workflows/${id}/archive`, {});
		await this.rest.send('DELETE', `/workflows/${id}`);
	}

	/** Runs a workflow as the editor's Execute button does, from the named trigger or the first one, and waits for its end. */
	async run({ id, name, nodes }: StoredWorkflow, options: { trigger?: string; timeoutMs?: number } = {}): Promise<Execution> {
		const clickable = nodes.find((node) => isTrigger(node) && /\.manualTrigger$/.test(node.type)) ?? nodes.find(isTrigger);
		const trigger = options.trigger ?? clickable?.name;
		if (!trigger) throw new Problem(`The workflow "${name}" has no trigger to start from: add a Manual Trigger in n8n.`);
		const started = await this.rest.send<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		if (!started.executionId)
			throw new Problem(
				`The workflow "${name}" waits for a call of its trigger "${trigger}" instead of running: send that call, or start it from a Manual Trigger.`,
			);
		return await this.wait(started.executionId, options.timeoutMs);
	}

	/** Waits until an execution is finished and answers it with its data. */
	async wait(executionId: string, timeoutMs = 300_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const answer = await this.rest.send<ExecutionAnswer>('GET', `/executions/${executionId}`);
			if (finished.includes(answer.status)) return new Execution(answer);
			if (Date.now() > deadline)
				throw new Problem(
					`Execution ${executionId} is still "${answer.status}" after ${timeoutMs / 1000} seconds: look at it in n8n under Executions.`,
				);
			await delay(250);
		}
	}

	/** The latest executions of a workflow, newest first, without data: read one with `wait`. */
	async executions({ id }: StoredWorkflow): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await this.rest.send<{ results: ExecutionSummary[] }>('GET', `/executions?filter=${filter}&limit=100`);
		return results;
	}
}

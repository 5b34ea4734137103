import type { IDataObject } from 'n8n-workflow';

/** A workflow as n8n’s public API gives it, as far as it is read here. https://docs.n8n.io/api/api-reference/#tag/workflow */
export interface Workflow {
	id: string;
	name: string;
	active: boolean;
	isArchived?: boolean;
	nodes: WorkflowNode[];
	/** Source node → kind → outputs → targets. */
	connections: Record<string, Record<string, ({ node: string }[] | null)[]>>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	disabled?: boolean;
	parameters: IDataObject;
	credentials?: Record<string, { id?: string | null; name?: string }>;
}

/** Nodes that run. */
export const enabledNodes = ({ nodes }: Workflow) => nodes.filter(({ disabled }) => !disabled);

/** Whether a node starts executions by itself; a click or a caller is not itself. */
export const isTrigger = ({ type }: WorkflowNode) => (/trigger$/i.test(type) || type === 'n8n-nodes-base.webhook') && !/\.(manual|executeWorkflow)Trigger$/.test(type);

const isCalled = ({ type }: WorkflowNode) => /\.(execute|tool)Workflow$/.test(type);
const valueIn = (value: unknown) => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

/** Workflows that this one calls by their fixed ID, through nodes that run. */
export const calledBy = (workflow: Workflow) => enabledNodes(workflow).filter(isCalled).map(({ parameters }) => String(valueIn(parameters.workflowId) ?? ''));

/** Names of the nodes an execution that starts at `from` can reach. A tool or model runs for the node it is plugged into. */
export function reachedFrom(workflow: Workflow, from: string): Set<string> {
	const enabled = new Set(enabledNodes(workflow).map(({ name }) => name));
	const next = new Map<string, string[]>();
	const link = (source: string, target: string) => next.set(source, [...(next.get(source) ?? []), target]);
	for (const [source, kinds] of Object.entries(workflow.connections)) {
		for (const [kind, outputs] of Object.entries(kinds)) {
			for (const { node } of outputs.flatMap((targets) => targets ?? [])) {
				if (kind === 'main') link(source, node);
				else if (enabled.has(node)) link(node, source);
			}
		}
	}
	const reached = new Set([from]);
	for (const name of reached) for (const target of next.get(name) ?? []) if (enabled.has(target) || next.has(target)) reached.add(target);
	return reached;
}

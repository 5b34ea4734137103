import type { IExecuteFunctions } from 'n8n-workflow';
import type { Finding } from '../core/platform';
import { connections } from './connections';
import type { Instance } from './instance';
import { scopesOf } from './permissions';
import type { Report } from './report';
import { examineStored } from './walk';
import { enabledNodes } from './workflow';
import type { WorkflowNode } from './workflow';

/** What stands in the way of one node, before the workflow runs. */
export interface NodeFinding extends Finding {
	node: string;
	/** Name of the credential in question; absent where the node has none. */
	credential?: string;
}

export interface Diagnosis {
	workflowId: string;
	name: string;
	/** Nothing stands in the way, as far as can be known without publishing. */
	ready: boolean;
	/** Nodes that were looked at. */
	checked: string[];
	findings: NodeFinding[];
}

const connect = 'Open the credential and click Connect.';

function findingsIn({ state, reason = '', hint = connect, missingPermissions, findings, platform }: Report): Finding[] {
	const missing = missingPermissions.map((scope): Finding => ({ problem: 'missing-permission', message: `${platform} has not granted ${scope}.`, fix: hint }));
	if (missing.length > 0) return [...missing, ...findings];
	if (state === 'reconnect') return [{ problem: 'not-connected', message: reason, fix: hint }];
	if (state === 'unreachable') return [{ problem: 'unreachable', message: reason, fix: hint }];
	return findings;
}

async function examineNode(context: IExecuteFunctions, node: WorkflowNode): Promise<NodeFinding[]> {
	const slots = Object.entries(node.credentials ?? {}).filter(([type]) => connections.has(type));
	const required = scopesOf(node);
	if (slots.length === 0 && required) {
		return [{ node: node.name, problem: 'not-connected', message: 'The node has no credential.', fix: 'Open the node and choose one.' }];
	}
	const examinations = slots.map(([type, { id, name = '' }]) => ({ credential: { id: id ?? '', name, type }, operation: 'check' as const, required: required ?? [], parameters: node.parameters }));
	const reports = await examineStored(context, examinations);
	return reports.flatMap((report) => findingsIn(report).map((finding) => ({ node: node.name, credential: report.name, ...finding })));
}

/** Looks at every enabled node of a workflow that uses a connection of QMARK’s. */
export async function diagnose(context: IExecuteFunctions, instance: Instance, workflowId: string): Promise<Diagnosis> {
	const workflow = await instance.workflow(workflowId);
	const nodes = enabledNodes(workflow).filter((node) => scopesOf(node) || Object.keys(node.credentials ?? {}).some((type) => connections.has(type)));
	const findings: NodeFinding[] = [];
	for (const node of nodes) findings.push(...(await examineNode(context, node)));
	return { workflowId: workflow.id, name: workflow.name, ready: findings.length === 0, checked: nodes.map(({ name }) => name), findings };
}

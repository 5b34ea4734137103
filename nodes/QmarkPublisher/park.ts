import type { INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import type { Run } from './run';

/** n8n's Wait node keeps shorter waits in memory, and longer ones in the database. In seconds. */
const LEAST = 66;

/**
 * Waits in the database until a network has processed its media, then publishes what is left: n8n does not run a node again that
 * parks itself, but it does wait for a sub-workflow that is parked, and goes on with what that answers. No slot is taken meanwhile, and a
 * restart changes nothing. https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.wait/
 */
export async function park(run: Run, until: number): Promise<INodeExecutionData[]> {
	const { context } = run;
	const { type, typeVersion, credentials } = context.getNode();
	const id = String(context.getWorkflow().id);
	const seconds = Math.max(LEAST, Math.ceil((until - Date.now()) / 1000));
	const nodes: INode[] = [
		{ id: 'start', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: { inputSource: 'passthrough' } },
		{ id: 'wait', name: 'Wait', type: 'n8n-nodes-base.wait', typeVersion: 1.1, position: [200, 0], parameters: { resume: 'timeInterval', amount: seconds, unit: 'seconds' } },
		{ id: 'publish', name: 'Publish', type, typeVersion, position: [400, 0], parameters: run.resolved(), credentials },
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	const now = new Date();
	const code: IWorkflowBase = {
		...{ id, name: 'Publishing goes on', active: false, activeVersionId: null, isArchived: false, createdAt: now, updatedAt: now, nodes },
		connections: { Start: to('Wait'), Wait: to('Publish') },
		settings: { executionOrder: 'v1' },
	};
	const { data } = await context.executeWorkflow({ code }, context.getInputData(), undefined, { parentExecution: { executionId: context.getExecutionId(), workflowId: id, shouldResume: true } });
	return data[0] ?? [];
}

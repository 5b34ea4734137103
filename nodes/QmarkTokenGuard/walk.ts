import type { IDataObject, IExecuteFunctions, IWorkflowBase } from 'n8n-workflow';
import { PlatformError } from '../core/errors';
import { connections } from './connections';
import type { Task } from './examine';
import type { StoredCredential } from './instance';
import type { Report } from './report';

/**
 * A workflow of two nodes that examines one credential. n8n lets a node use only the credentials in its own slots; an inline
 * sub-workflow, as its Execute Workflow node runs them too, has a slot for any, and n8n itself checks whether this workflow’s
 * owner may use it. https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.executeworkflow/
 */
function examination(context: IExecuteFunctions, { id, name, type }: StoredCredential, { operation, required, parameters }: Task): IWorkflowBase {
	const { type: guard, typeVersion } = context.getNode();
	const now = new Date();
	return {
		...{ id: String(context.getWorkflow().id), name: `Token Guard: ${name}`, active: false, activeVersionId: null, isArchived: false, createdAt: now, updatedAt: now },
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: { inputSource: 'passthrough' } },
			{
				...{ id: 'examine', name: 'Examine', type: guard, typeVersion, position: [200, 0] },
				parameters: {
					...{ operation, connections: 'one', platform: type, affectedWorkflows: false },
					options: { requiredPermissions: required.join(','), ...(parameters && { nodeParameters: JSON.stringify(parameters) }) },
				},
				credentials: { [type]: { id, name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Examine', type: 'main', index: 0 }]] } },
		// What it did is in the report; a stored execution for every look at every credential is of no use.
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveManualExecutions: false },
	};
}

const isReport = (json: IDataObject | undefined): json is IDataObject & Report => typeof json?.credentialId === 'string' && typeof json.state === 'string';

/** Examines any of this instance’s credentials. A credential that n8n does not let this workflow use is reported as unreachable. */
export async function examineStored(context: IExecuteFunctions, credential: StoredCredential, task: Task): Promise<Report> {
	try {
		const { data } = await context.executeWorkflow({ code: examination(context, credential, task) }, [{ json: {} }]);
		const json = data[0]?.[0]?.json;
		if (isReport(json)) return json;
		throw new PlatformError({ verdict: 'stop', message: 'The examination gave no report.', hint: 'Run the node again; if it stays so, report this message to QMARK.' });
	} catch (error) {
		const { id: credentialId, name, type } = credential;
		const reason = error instanceof Error ? error.message : String(error);
		return {
			...{ credentialId, name, type, platform: connections.get(type)?.name ?? type, state: 'unreachable', reason },
			hint: 'Share the credential with the project of this workflow, or give the workflow to the owner of this n8n.',
			...{ renewal: 'not needed', missingPermissions: [], findings: [] },
			reconnectUrl: `${context.getInstanceBaseUrl().replace(/\/+$/, '')}/home/credentials/${credentialId}`,
		};
	}
}

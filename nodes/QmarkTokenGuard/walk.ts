import type { IDataObject, IExecuteFunctions, INode, IWorkflowBase } from 'n8n-workflow';
import { PlatformError } from '../core/errors';
import { orderedPool } from '../core/pool';
import { alertOf } from './alert';
import { connections } from './connections';
import type { Task } from './examine';
import type { StoredCredential } from './instance';
import { reconnectUrlOf } from './report';
import type { Report } from './report';

/** One credential and what is to be found out about it. */
export interface Examination extends Task {
	credential: StoredCredential;
}

/** Credentials that one sub-workflow examines in a row: an execution for each would cost n8n three times as much, and one for all would wait for the slowest. */
const GROUP = 8;
/** Sub-workflows side by side. */
const WIDTH = 4;

/**
 * A workflow that examines credentials one after another. n8n lets a node use only the credentials in its own slots; an inline
 * sub-workflow, as its Execute Workflow node runs them too, has a slot for any, and n8n itself checks whether this workflow’s
 * owner may use it. https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.executeworkflow/
 */
function inlineWorkflow(context: IExecuteFunctions, examinations: readonly Examination[]): IWorkflowBase {
	const { type: guard, typeVersion } = context.getNode();
	const now = new Date();
	const start: INode = { id: 'start', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: { inputSource: 'passthrough' } };
	const examiners = examinations.map(({ operation, required, parameters, credential: { id, name, type } }, index): INode => ({
		...{ id: `examine-${index}`, name: `Examine ${index + 1}`, type: guard, typeVersion, position: [200 * (index + 1), 0] },
		parameters: {
			...{ operation, connections: type, affectedWorkflows: false },
			options: { append: true, requiredPermissions: required.join(','), ...(parameters && { nodeParameters: JSON.stringify(parameters) }) },
		},
		credentials: { [type]: { id, name } },
	}));
	const nodes = [start, ...examiners];
	return {
		...{ id: String(context.getWorkflow().id), name: 'Token Guard', active: false, activeVersionId: null, isArchived: false, createdAt: now, updatedAt: now, nodes },
		connections: Object.fromEntries(examiners.map(({ name }, index) => [nodes[index]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }])),
		// What it did is in the report; a stored execution for every look at every credential is of no use.
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveManualExecutions: false },
	};
}

const isReport = (json: IDataObject): json is IDataObject & Report => typeof json.credentialId === 'string' && typeof json.state === 'string';

/** Why this credential could not be looked at. */
function unexamined(context: IExecuteFunctions, { id: credentialId, name, type }: StoredCredential, reason: string): Report {
	const report: Report = {
		...{ credentialId, name, type, platform: connections.get(type)?.name ?? type, state: 'unreachable', reason },
		hint: 'Share the credential with the project of this workflow, or give the workflow to the owner of this n8n.',
		...{ renewal: 'not needed', missingPermissions: [], findings: [] },
		reconnectUrl: reconnectUrlOf(context, credentialId),
	};
	return { ...report, alert: alertOf(report, '') };
}

async function examineGroup(context: IExecuteFunctions, group: readonly Examination[]): Promise<Report[]> {
	try {
		const { data } = await context.executeWorkflow({ code: inlineWorkflow(context, group) }, [{ json: {} }]);
		const reports = (data[0] ?? []).map(({ json }) => json).filter(isReport);
		if (reports.length !== group.length) throw new PlatformError({ verdict: 'stop', message: 'The examination gave no report.', hint: 'Run the node again; if it stays so, report this message to QMARK.' });
		return reports;
	} catch (error) {
		const [first, ...others] = group;
		if (!first) return [];
		if (others.length === 0) return [unexamined(context, first.credential, error instanceof Error ? error.message : String(error))];
		// One credential that this workflow may not use keeps n8n from running any of them.
		return (await Promise.all(group.map(async (one) => await examineGroup(context, [one])))).flat();
	}
}

/** Examines any of this instance’s credentials, in their order. One that n8n does not let this workflow use is reported as unreachable. */
export async function examineStored(context: IExecuteFunctions, examinations: readonly Examination[]): Promise<Report[]> {
	const starts = [...examinations.keys()].filter((index) => index % GROUP === 0);
	const work = async (index: number) => await examineGroup(context, examinations.slice(index * GROUP, (index + 1) * GROUP));
	return (await orderedPool([...starts.keys()], WIDTH, work, context.getExecutionCancelSignal())).flat();
}

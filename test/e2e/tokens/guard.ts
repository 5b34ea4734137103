import type { IDataObject, INode } from 'n8n-workflow';
import type { Report } from '../../../nodes/QmarkTokenGuard/report';
import type { Diagnosis } from '../../../nodes/QmarkTokenGuard/doctor';
import type { Credential, Operator } from '../../../sandbox/n8n/operator';

export async function credentialOf(operator: Operator, type: string, name?: string): Promise<Credential> {
	const found = (await operator.credentials()).find((one) => one.type === type && (name === undefined || one.name === name));
	if (!found) throw new Error(`n8n holds no credential ${name ?? ''} of type ${type}.`);
	return found;
}

/** Runs QMARK Token Guard by hand and answers its items. */
async function ask(operator: Operator, parameters: INode['parameters'], label: string): Promise<IDataObject[]> {
	const { id, name } = await credentialOf(operator, 'qmarkN8nApi');
	const workflow = await operator.workflows.import({
		name: `Guard: ${label}`,
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'guard', name: 'Guard', type: 'n8n-nodes-qmark.qmarkTokenGuard', typeVersion: 1, position: [220, 0], parameters, credentials: { qmarkN8nApi: { id, name } } },
		],
		connections: { Start: { main: [[{ node: 'Guard', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const execution = await operator.workflows.run(workflow);
	if (execution.status !== 'success') throw new Error(execution.error ?? execution.status);
	return execution.items('Guard').map(({ json }) => json);
}

const isReport = (json: IDataObject): json is IDataObject & Report => typeof json.credentialId === 'string' && typeof json.state === 'string';
const isDiagnosis = (json: IDataObject): json is IDataObject & Diagnosis => typeof json.ready === 'boolean';

/** What it says of every connection of the instance. */
export const reports = async (operator: Operator): Promise<Report[]> => (await ask(operator, { operation: 'renew', connections: 'all' }, 'all')).filter(isReport);

/** What it says of one workflow before it is published. */
export async function diagnosed(operator: Operator, workflowId: string): Promise<Diagnosis> {
	const [found] = (await ask(operator, { operation: 'diagnose', workflowId }, workflowId)).filter(isDiagnosis);
	if (!found) throw new Error('Token Guard gave no diagnosis.');
	return found;
}

/**
 * A process of its own that publishes, to be killed in the middle of it: takes one order from its parent, runs the Publisher in n8n-core's real
 * context on a journal in a file, and answers what came out.
 */
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type * as publisher from '../../nodes/QmarkPublisher/QmarkPublisher.node';
import { executeNode } from '../support/context';
import { DataTables } from '../support/dataTables';
import { metaCredential, telegramCredential, threadsCredential } from '../support/sandbox';
import { passTime } from '../support/time';
import { hasten } from './haste';

// Without its full name, Node.js takes “.node” for a native module.
const { QmarkPublisher }: typeof publisher = module.require(join(__dirname, '..', '..', 'nodes', 'QmarkPublisher', 'QmarkPublisher.node.ts'));

export interface Order {
	origin: string;
	file: string;
	items: INodeExecutionData[];
	/** Beside those that are always there. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	parameters: INodeParameters;
	executionId: string;
	/** The parent's time, in ms since 1970. */
	now: number;
}

export interface Report {
	answers: IDataObject[];
	waitTill?: number;
	error?: string;
}

async function carryOut({ origin, file, items, credentials, parameters, executionId, now }: Order): Promise<Report> {
	passTime(now - Date.now());
	hasten();
	const tables = new DataTables(file);
	try {
		const { outputs, waitTill } = await executeNode({
			...{ node: new QmarkPublisher(), parameters, items, executionId },
			credentials: { ...metaCredential(origin), ...telegramCredential(origin), ...threadsCredential(origin), ...credentials },
			services: { executeWorkflow: tables.executeWorkflow },
		});
		return { answers: (outputs[0] ?? []).map(({ json }) => json), waitTill: waitTill?.getTime() };
	} finally {
		tables.close();
	}
}

const failed = (error: unknown): Report => ({ answers: [], error: error instanceof Error ? error.message : String(error) });

process.once('message', (order: Order) => {
	void carryOut(order).catch(failed).then((report) => process.send?.(report, () => process.exit(0)));
});
process.send?.('ready');

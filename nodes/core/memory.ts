import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from './errors';

/**
 * n8n's *Retry On Fail* runs a node again with all its items, in the same process, execution and run. What an earlier
 * try settled is remembered here, so that a retry sends only what is missing and never repeats what is in doubt.
 */
type Settled = { input: string } & ({ output: INodeExecutionData[] } | { doubt: Failure });

interface Run {
	settled: Map<number, Settled>;
	touched: number;
}

const runs = new Map<string, Run>();

/** Longer than n8n ever waits between two tries. */
const KEEP = 15 * 60_000;

function keyOf(context: IExecuteFunctions): string {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return [context.getExecutionId(), context.getNode().id, $runIndex].join('/');
}

export interface Memory {
	/** What became of this item in an earlier try, provided that its input is still the same. */
	recall(index: number, input: string): Settled | undefined;
	settle(index: number, input: string, output: INodeExecutionData[]): void;
	doubt(index: number, input: string, failure: Failure): void;
	/** Whether an earlier try left this item in doubt. */
	isDoubtful(index: number): boolean;
	/** All items are through: nothing is left to retry. */
	forget(): void;
}

/** The memory of this execution's run of this node. */
export function memoryOf(context: IExecuteFunctions): Memory {
	const now = Date.now();
	for (const [key, { touched }] of runs) if (now - touched > KEEP) runs.delete(key);
	const key = keyOf(context);
	const run = runs.get(key) ?? { settled: new Map<number, Settled>(), touched: now };
	run.touched = now;
	runs.set(key, run);
	return {
		recall: (index, input) => {
			const settled = run.settled.get(index);
			return settled?.input === input ? settled : undefined;
		},
		settle: (index, input, output) => void run.settled.set(index, { input, output }),
		doubt: (index, input, failure) => void run.settled.set(index, { input, doubt: failure }),
		isDoubtful: (index) => {
			const settled = run.settled.get(index);
			return settled !== undefined && 'doubt' in settled;
		},
		forget: () => void runs.delete(key),
	};
}

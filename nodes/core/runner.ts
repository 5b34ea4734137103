import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Api } from './api';
import { PlatformError, asNodeError, failureOf, refused, toNodeError } from './errors';
import type { Failure } from './errors';
import { memoryOf } from './memory';
import type { Memory } from './memory';
import type { Answer, JointOperation, Operation, Result, SingleOperation } from './operation';
import { collect } from './paging';
import { inputReader } from './parameters';
import { orderedPool } from './pool';
import { redact, redactText } from './redact';
import { openSession, platformFor } from './session';
import type { Platforms, Session } from './session';

const isListing = (result: Result): result is AsyncIterable<object> => Symbol.asyncIterator in result;
const isItem = (result: object): result is INodeExecutionData => 'json' in result && 'binary' in result;

/** The operation that the panel names. Both menus take no expressions, so it is the same for every item. */
function chosen(context: IExecuteFunctions, operations: readonly Operation[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const found = operations.find((one) => one.resource === resource && one.operation === name);
	if (found) return found;
	const message = `The node has no operation “${name}” on “${resource}”.`;
	throw new PlatformError({ verdict: 'fix-input', message, hint: 'Open the node and choose an operation.' });
}

async function outputOf(result: Result, input: IDataObject, item: number, { secrets }: Session): Promise<INodeExecutionData[]> {
	const limit = input.returnAll === false && 'limit' in input ? input.limit : Infinity;
	if (typeof limit !== 'number') throw refused('Limit', limit ? `“${String(limit).slice(0, 80)}” is no number.` : 'is empty.', 'Give a number, or switch “Return All” on.');
	const results = isListing(result) ? await collect(result, limit) : Array.isArray(result) ? result : [result];
	const pairedItem = { item };
	return results.map((one: object): INodeExecutionData => (isItem(one) ? { ...one, pairedItem } : { json: { ...redact(one, secrets) }, pairedItem }));
}

const redactFailure = ({ message, hint, verdict, code, status, retryAfter }: Failure, { secrets }: Session): Failure => ({
	message: redactText(message, secrets),
	hint: redactText(hint, secrets),
	...{ verdict, code, status, retryAfter },
});

/**
 * A failed item under *Continue On Fail*. n8n takes an item of just these keys for an error, also for its error output;
 * with an `error` beside `json` it would throw the details away.
 */
export function failedItem({ message: error, code, verdict, hint }: Failure, item: number): INodeExecutionData {
	return { json: { error, details: { code, verdict, hint } }, pairedItem: { item } };
}

/** What all items share. A failure here came before anything was sent. */
export async function opened(context: IExecuteFunctions, platforms: Platforms, operations: readonly Operation[]) {
	try {
		const operation = chosen(context, operations);
		const session = await openSession(context, platformFor(context, platforms));
		const message = session.platform.notice?.();
		if (message) context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
		return { operation, session };
	} catch (error) {
		// Thrown, n8n would pass the input on as this node's output, and the next node would take it for a success.
		if (context.continueOnFail()) return failureOf(error);
		throw asNodeError(context.getNode(), error);
	}
}

/** Runs the chosen operation over all input items, by its effect: see `Effect`. The only place that loops, catches and pairs. */
export async function runOperations(context: IExecuteFunctions, platforms: Platforms, operations: readonly Operation[]): Promise<INodeExecutionData[][]> {
	try {
		const ready = await opened(context, platforms, operations);
		if ('verdict' in ready) return [context.getInputData().map((_, item) => failedItem(ready, item))];
		const { operation, session } = ready;
		if ('runTogether' in operation) return [await together(context, operation, session)];
		const memory = operation.effect === 'read' ? undefined : memoryOf(context);
		const width = { ...session.platform.concurrency, write: 1 }[operation.effect];
		const outputs = await orderedPool(orderOf(context, operation, memory), width, performer(context, operation, session, memory), session.signal);
		memory?.forget();
		return [outputs.flat()];
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

/** All items at once; those that can be done are, whatever becomes of the others. */
async function together(context: IExecuteFunctions, operation: JointOperation, session: Session): Promise<INodeExecutionData[]> {
	const failureIn = (error: unknown) => redactFailure(failureOf(error), session);
	// Without “Continue On Fail” the caller tells it as it is.
	const allFailed = async (error: unknown): Promise<Answer[]> => (context.continueOnFail() ? context.getInputData().map((_, item) => ({ item, error })) : await Promise.reject(error));
	const answers = await operation.runTogether({ context, session, inputOf: inputReader(context, session.platform, operation) }).catch(allFailed);
	return answers.map((answer): INodeExecutionData => {
		const { item } = answer;
		if ('json' in answer) return { json: { ...redact(answer.json, session.secrets) }, pairedItem: { item } };
		if (context.continueOnFail()) return failedItem(failureIn(answer.error), item);
		throw toNodeError(context.getNode(), failureIn(answer.error), item);
	});
}

/** The items' order, but what is in doubt comes last: it fails again, and the other recipients are still to be served. */
function orderOf(context: IExecuteFunctions, { effect }: Operation, memory?: Memory): number[] {
	const order = [...context.getInputData().keys()];
	if (effect !== 'send') return order;
	return order.sort((a, b) => Number(memory?.isDoubtful(a)) - Number(memory?.isDoubtful(b)) || a - b);
}

/** Performs one item: what an earlier try settled is not done again, and a failure is turned into n8n's own. */
function performer(context: IExecuteFunctions, operation: SingleOperation, session: Session, memory?: Memory) {
	const inputOf = inputReader(context, session.platform, operation);
	const node = context.getNode();
	return async (item: number): Promise<INodeExecutionData[]> => {
		let fingerprint = '';
		try {
			const input = inputOf(item);
			fingerprint = JSON.stringify(input);
			const settled = memory?.recall(item, fingerprint);
			if (settled && 'output' in settled) return settled.output;
			if (settled) throw new PlatformError(settled.doubt);
			const result = await operation.run(input, new Api(session, operation.effect, input, { context, index: item }));
			const output = await outputOf(result, input, item, session);
			memory?.settle(item, fingerprint, output);
			return output;
		} catch (error) {
			const failure = redactFailure(failureOf(error), session);
			if (failure.verdict === 'unknown') memory?.doubt(item, fingerprint, failure);
			if (context.continueOnFail()) return [failedItem(failure, item)];
			throw toNodeError(node, failure, item);
		}
	};
}

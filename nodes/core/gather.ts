import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Api } from './api';
import { callsOf, groupsOf } from './calls';
import type { Member } from './calls';
import { asNodeError, failureOf, toNodeError } from './errors';
import type { Failure } from './errors';
import { outcomesOf } from './gathering';
import type { AnyGathering, Outcome } from './gathering';
import { memoryOf } from './memory';
import type { Memory } from './memory';
import type { Operation } from './operation';
import { inputReader } from './parameters';
import { redact, redactText } from './redact';
import { failedItem, opened, runOperations } from './runner';
import type { Platforms, Session } from './session';

/** One run of the node: what becomes of each item. */
class Gathered {
	private readonly outcomes: (Outcome | undefined)[] = [];
	private readonly fingerprints: string[] = [];
	private readonly memory: Memory;
	private triedBefore = false;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly session: Session,
		private readonly operation: Operation,
		private readonly one: AnyGathering,
	) {
		this.memory = memoryOf(context);
	}

	async run(): Promise<INodeExecutionData[]> {
		for (const group of groupsOf(this.read(), this.one)) {
			let number = 1;
			for (const call of callsOf(group, this.one)) {
				this.session.signal?.throwIfAborted();
				const first = call.members[0];
				const api = new Api(this.session, this.operation.effect, first?.input, first && { context: this.context, index: first.item });
				const outcomes = await outcomesOf(this.one, { ...call, number }, api);
				for (const [item, outcome] of outcomes) this.settle(item, outcome);
				const done = [...outcomes.values()].filter((outcome) => 'answer' in outcome).length;
				this.stopAtFailure(done > 0 ? ` The call was about several items, and ${done} of them went through.` : '');
				// What was refused does not count.
				if (done > 0) number++;
			}
		}
		this.memory.forget();
		return this.outcomes.flatMap((outcome, item) => (outcome ? this.output(outcome, item) : []));
	}

	/** Reads and checks all items. Where the node stops on an error, nothing is sent unless all are right. */
	private read(): Member<IDataObject, unknown>[] {
		const inputOf = inputReader(this.context, this.session.platform, this.operation);
		const members = this.context.getInputData().flatMap((_, item): Member<IDataObject, unknown>[] => {
			try {
				const input = inputOf(item);
				const fingerprint = (this.fingerprints[item] = JSON.stringify(input));
				const settled = this.memory.recall(item, fingerprint);
				if (settled) {
					this.triedBefore = true;
					this.outcomes[item] = 'output' in settled ? settled : { failure: settled.doubt };
					return [];
				}
				const ready = this.one.ready(input);
				if ('entry' in ready) {
					const { entry } = ready;
					// What has no place among the others is wrong by itself.
					this.one.group(input, entry);
					return [{ item, input, entry }];
				}
				this.settle(item, ready);
			} catch (error) {
				this.settle(item, { failure: failureOf(error) });
			}
			return [];
		});
		this.stopAtFailure(this.triedBefore ? '' : ' Nothing was sent. Set “On Error” to continue, and the items that are right go all the same.');
		return members;
	}

	/** What is out is remembered, and so is what is in doubt: a retry sends only the rest. */
	private settle(item: number, outcome: Outcome): void {
		this.outcomes[item] = outcome;
		const fingerprint = this.fingerprints[item];
		if (fingerprint === undefined) return;
		if ('answer' in outcome) this.memory.settle(item, fingerprint, this.output(outcome, item));
		else if ('failure' in outcome && outcome.failure.verdict === 'unknown') this.memory.doubt(item, fingerprint, outcome.failure);
	}

	private stopAtFailure(note: string): void {
		if (this.context.continueOnFail()) return;
		const item = this.outcomes.findIndex((outcome) => outcome && 'failure' in outcome);
		const outcome = this.outcomes[item];
		if (outcome && 'failure' in outcome) throw toNodeError(this.context.getNode(), this.clean(outcome.failure, note), item);
	}

	private clean({ message, hint, verdict, code, status, retryAfter }: Failure, note = ''): Failure {
		const { secrets } = this.session;
		return { ...{ verdict, code, status, retryAfter }, message: redactText(message, secrets), hint: redactText(hint, secrets) + note };
	}

	private output(outcome: Outcome, item: number): INodeExecutionData[] {
		if ('output' in outcome) return outcome.output;
		if ('answer' in outcome) return [{ json: { ...redact(outcome.answer, this.session.secrets) }, pairedItem: { item } }];
		return [failedItem(this.clean(outcome.failure), item)];
	}
}

/** Runs the chosen operation: with its items together where they can travel so, else one by one. */
export async function runGathered(context: IExecuteFunctions, platforms: Platforms, operations: readonly Operation[], gatherings: ReadonlyMap<Operation, AnyGathering>): Promise<INodeExecutionData[][]> {
	const [resource, name] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const chosen = operations.find((one) => one.resource === resource && one.operation === name);
	const one = chosen && gatherings.get(chosen);
	if (!one) return await runOperations(context, platforms, operations);
	try {
		const ready = await opened(context, platforms, operations);
		if ('verdict' in ready) return [context.getInputData().map((_, item) => failedItem(ready, item))];
		return [await new Gathered(context, ready.session, ready.operation, one).run()];
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

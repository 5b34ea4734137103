import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Api } from '../../core/api';
import { PlatformError, asNodeError, failureOf, toNodeError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import type { Operation } from '../../core/operation';
import { memoryOf } from '../../core/memory';
import type { Memory } from '../../core/memory';
import { inputReader } from '../../core/parameters';
import { redact, redactText } from '../../core/redact';
import { runOperations } from '../../core/runner';
import { openSession, platformFor } from '../../core/session';
import type { Platforms, Session } from '../../core/session';
import { callsOf, groupsOf } from './chunks';
import type { Call, Member } from './chunks';

/** What an item becomes: its part of a call, or its own answer without one. */
export type Ready<Entry> = { entry: Entry } | { answer: object };

/** How the items of an operation travel together: Meta takes many in one call. */
export interface Gathering<Input, Entry> {
	/** Entries in one call, as `weight` counts them. */
	most: number;
	/** Places that an entry takes; 1 unless given. */
	weight?(entry: Entry): number;
	/** Checks one item, before anything is sent. Throws what is wrong with it. */
	ready(input: Input): Ready<Entry>;
	/** Items of the same group may share a call. */
	group(input: Input, entry: Entry): string;
	/** One call. Answers for each entry, in order. */
	send(call: Call<Input, Entry>, api: Api): Promise<object[]>;
	/** Whether a refusal of the whole call may be about a single entry, which is then looked for by halves. */
	splits?(failure: Failure): boolean;
}

/** A gathering of whatever operation. Its input is what that operation's fields give. */
export type AnyGathering = Gathering<IDataObject, unknown>;

export function gathering<Input, Entry>(definition: Gathering<Input, Entry>): AnyGathering;
export function gathering(definition: AnyGathering): AnyGathering {
	return definition;
}

/** `output`: an earlier try of n8n's *Retry On Fail* has settled it. */
type Outcome = { answer: object } | { failure: Failure } | { output: INodeExecutionData[] };

/** Further calls in which a refused one is taken apart; beyond them what is left fails together. */
const FURTHER_CALLS = 100;

/** An item by itself, as the operation table runs it. */
export async function alone(one: AnyGathering, input: IDataObject, api: Api): Promise<object> {
	const ready = one.ready(input);
	if ('answer' in ready) return ready.answer;
	const [call] = callsOf([{ item: 0, input, entry: ready.entry }], one);
	const [answer = {}] = call ? await one.send(call, api) : [];
	return answer;
}

/** Makes a call, and tells apart which of its items were refused. */
async function outcomesOf(one: AnyGathering, first: Call<IDataObject, unknown>, api: Api): Promise<Map<number, Outcome>> {
	const outcomes = new Map<number, Outcome>();
	let left = FURTHER_CALLS;
	const visit = async (call: Call<IDataObject, unknown>): Promise<void> => {
		const { members } = call;
		const result = await one.send(call, api).catch((error: unknown) => failureOf(error));
		if (Array.isArray(result)) return members.forEach(({ item }, index) => void outcomes.set(item, { answer: result[index] ?? {} }));
		if (members.length === 1 || !one.splits?.(result) || left < 2) return members.forEach(({ item }) => void outcomes.set(item, { failure: together(result, members.length) }));
		left -= 2;
		const half = Math.ceil(members.length / 2);
		await visit({ ...call, members: members.slice(0, half) });
		await visit({ ...call, members: members.slice(half) });
	};
	await visit(first);
	return outcomes;
}

const together = (failure: Failure, items: number): Failure => {
	if (items === 1) return failure;
	const { verdict, message, hint, code, status, retryAfter } = failure;
	return { ...{ verdict, code, status, retryAfter }, message, hint: `${hint} It is the answer to a call with ${items} items, none of which is known to be in.` };
};

/** One run of the node: what becomes of each item. */
class Gathered {
	private readonly outcomes: (Outcome | undefined)[] = [];
	private readonly fingerprints: string[] = [];
	private readonly memory: Memory;

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
				this.stopAtFailure('');
				// What was refused does not count.
				if ([...outcomes.values()].some((outcome) => 'answer' in outcome)) number++;
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
					this.outcomes[item] = 'output' in settled ? settled : { failure: settled.doubt };
					return [];
				}
				const ready = this.one.ready(input);
				if ('entry' in ready) return [{ item, input, entry: ready.entry }];
				this.settle(item, ready);
			} catch (error) {
				this.settle(item, { failure: failureOf(error) });
			}
			return [];
		});
		this.stopAtFailure(' Nothing was sent. Set “On Error” to continue, and the items that are right go all the same.');
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
		const { message: error, code, verdict, hint } = this.clean(outcome.failure);
		return [{ json: { error, details: { code, verdict, hint } }, pairedItem: { item } }];
	}
}

/** Runs the chosen operation: with its items together where they can travel so, else one by one. */
export async function runGathered(context: IExecuteFunctions, platforms: Platforms, operations: readonly Operation[], gatherings: ReadonlyMap<Operation, AnyGathering>): Promise<INodeExecutionData[][]> {
	const [resource, name] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const chosen = operations.find((one) => one.resource === resource && one.operation === name);
	const one = chosen && gatherings.get(chosen);
	if (!one) return await runOperations(context, platforms, operations);
	try {
		return [await new Gathered(context, await openSession(context, platformFor(context, platforms)), chosen, one).run()];
	} catch (error) {
		if (!context.continueOnFail() || !(error instanceof PlatformError)) throw asNodeError(context.getNode(), error);
		const { message, code, verdict, hint } = failureOf(error);
		return [context.getInputData().map((_, item) => ({ json: { error: message, details: { code, verdict, hint } }, pairedItem: { item } }))];
	}
}

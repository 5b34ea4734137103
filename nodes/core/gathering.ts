import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Api } from './api';
import { callsOf } from './calls';
import type { Call } from './calls';
import { PlatformError, failureOf } from './errors';
import type { Failure } from './errors';

/** What an item becomes: its part of a call, or its own answer without one. */
export type Ready<Entry> = { entry: Entry } | { answer: object };

/** How the items of an operation travel together: the platform takes many in one call. */
export interface Gathering<Input, Entry> {
	/** Entries in one call, as `weight` counts them. */
	most: number;
	/** Places that an entry takes; 1 unless given. */
	weight?(entry: Entry): number;
	/** Checks one item, before anything is sent. Throws what is wrong with it. */
	ready(input: Input): Ready<Entry>;
	/** Items of the same group may share a call. */
	group(input: Input, entry: Entry): string;
	/** What an entry is about, where two about the same thing may not share a call. */
	about?(entry: Entry): string;
	/** One call. Answers for each entry, in order; a `PlatformError` in its place is why this one alone was refused. */
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
export type Outcome = { answer: object } | { failure: Failure } | { output: INodeExecutionData[] };

/** Further calls in which a refused one is taken apart; beyond them what is left fails together. */
const FURTHER_CALLS = 100;

/** An item by itself, as the operation table runs it. */
export async function alone(one: AnyGathering, input: IDataObject, api: Api): Promise<object> {
	const ready = one.ready(input);
	if ('answer' in ready) return ready.answer;
	const [call] = callsOf([{ item: 0, input, entry: ready.entry }], one);
	const [answer = {}] = call ? await one.send(call, api) : [];
	if (answer instanceof PlatformError) throw answer;
	return answer;
}

const outcomeOf = (answer: object): Outcome => (answer instanceof PlatformError ? { failure: answer } : { answer });

/** Makes a call, and tells apart which of its items were refused. */
export async function outcomesOf(one: AnyGathering, first: Call<IDataObject, unknown>, api: Api): Promise<Map<number, Outcome>> {
	const outcomes = new Map<number, Outcome>();
	let left = FURTHER_CALLS;
	const visit = async (call: Call<IDataObject, unknown>): Promise<void> => {
		const { members } = call;
		const result = await one.send(call, api).catch((error: unknown) => failureOf(error));
		if (Array.isArray(result)) return members.forEach(({ item }, index) => void outcomes.set(item, outcomeOf(result[index] ?? {})));
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

import type { Api } from '../../../core/api';
import { PlatformError, failureOf } from '../../../core/errors';
import { wait } from '../../../core/wait';
import { googleAds } from '../../../platforms/googleAds';
import { mutate } from './request';
import type { Mutation, Sending } from './request';

/** What is to be done about one entry: nothing, or changes and what is told of them once they are made. */
export type Step = { answer: object } | { changes: readonly Mutation[]; told(names: readonly string[]): object };

/** Decides about an entry, by what was just looked at. `doubt` is why it is not known what an earlier try did. Throws a refusal. */
export type Decide<Entry> = (entry: Entry, doubt?: PlatformError) => Step;

export interface How<Entry> extends Sending {
	/** Looks at what is there now, for all of these at once. */
	look(entries: readonly Entry[]): Promise<Decide<Entry>>;
	/** Made twice, its changes come to the same. */
	harmless(entry: Entry): boolean;
}

interface Open<Entry> {
	entry: Entry;
	index: number;
	doubt?: PlatformError;
}

const { attempts, firstDelay } = googleAds.retry;

/** Others who collided on the same do not come back at the same moment. */
const pause = (attempt: number) => firstDelay * 2 ** (attempt - 1) * (0.5 + Math.random());

const asError = (error: unknown) => (error instanceof PlatformError ? error : new PlatformError(failureOf(error)));

/** Nobody has to look where a repeat does no harm. */
const settled = (failure: PlatformError, harmless: boolean) =>
	harmless && failure.verdict === 'unknown' ? new PlatformError({ ...failure, message: failure.message, verdict: 'retry', hint: 'Run the item again: a repeat does no harm.' }) : failure;

/**
 * Makes the changes of many entries with few requests, and answers what became of each, in their order. Without an answer it looks again
 * at what is there: what is done is not sent again, and the rest only where that does no harm.
 */
export async function settle<Entry>(api: Api, customer: string, entries: readonly Entry[], how: How<Entry>): Promise<object[]> {
	const outcomes: object[] = [];
	let open: Open<Entry>[] = entries.map((entry, index) => ({ entry, index }));
	for (let attempt = 1; open.length > 0; attempt++) {
		const planned = await plan(open, how, outcomes);
		const replies = await mutate(api, customer, planned.map(({ changes }) => changes), how);
		open = planned.flatMap(({ one, told }, place) => {
			const reply = replies[place];
			if (!reply) return [];
			if (!reply.failure) outcomes[one.index] = told(reply.names);
			// What a repeat is refused for may be that the earlier try went through after all: another look tells.
			else if ((reply.again || (one.doubt && how.harmless(one.entry))) && attempt < attempts) return [{ ...one, doubt: reply.failure.verdict === 'unknown' ? reply.failure : one.doubt }];
			else outcomes[one.index] = settled(reply.failure, how.harmless(one.entry));
			return [];
		});
		if (open.length > 0) await wait(pause(attempt));
	}
	return outcomes;
}

/** Looks, decides about each, and keeps those about whom there is something to send. */
async function plan<Entry>(open: readonly Open<Entry>[], { look, harmless }: How<Entry>, outcomes: object[]) {
	const decide = await look(open.map(({ entry }) => entry)).catch((error: unknown) => asError(error));
	return open.flatMap((one) => {
		try {
			// What could not be looked at stays as doubtful as it was.
			if (decide instanceof PlatformError) throw one.doubt ?? decide;
			const step = decide(one.entry, one.doubt);
			if ('changes' in step) return [{ one, ...step }];
			outcomes[one.index] = step.answer;
		} catch (error) {
			outcomes[one.index] = settled(asError(error), harmless(one.entry));
		}
		return [];
	});
}

import { createHash } from 'node:crypto';
import type { Api } from '../core/api';
import { PlatformError, failureOf } from '../core/errors';
import type { Failure, Verdict } from '../core/errors';
import type { Status } from '../model/published';
import type { Choices, Done, Memo, Network, Outcome, Post, Step } from '../networks/network';
import { LEASE, Taken } from '../core/journal/journal';
import { within } from '../core/wait';
import type { PublicationJournal } from './journal/journal';
import type { Entry } from './journal/entry';

/** One publication under way. `entry` is ours. */
export interface Work {
	network: Network;
	post: Post;
	choices: Choices;
	api: Api;
	journal: PublicationJournal;
	entry: Entry;
	/** Milliseconds in all that a network may take to process media. */
	atMost: number;
}

/** Where the work stands; with `again`, in ms since 1970, the network is to be asked once more then. */
export interface Progress {
	entry: Entry;
	again?: number;
}

/** Milliseconds between two looks at media that a network processes: short at first, as most are ready soon. */
const PAUSE = 2_000;
/** A call may end later than it should by this much, in ms. */
const MARGIN = 60_000;

const statusOf = (verdict: Verdict): Status => (verdict === 'fix-input' || verdict === 'stop' ? 'refused' : verdict === 'unknown' ? 'unknown' : 'failed');

const told = ({ message: reason, verdict, hint }: Failure) => ({ reason, verdict, hint });
const untold = { reason: '', verdict: '', hint: '' };

/** What was prepared for another post is of no use for this one. */
const fingerprint = (post: Post) => createHash('sha256').update(JSON.stringify(post)).digest('hex').slice(0, 16);

const isDone = (outcome: Outcome): outcome is Done => typeof outcome === 'object';

/** How a publication stands when all of its steps are done. */
function ending(done: readonly Done[]): { status: 'published' | 'draft'; hint?: string } {
	const hint = done.find(({ draft }) => draft !== undefined)?.draft;
	return hint === undefined ? { status: 'published' } : { status: 'draft', hint };
}

/** Nobody but a person can tell any more. */
const doubt = (network: Network, step: Step, why: string): Failure => ({
	verdict: 'unknown',
	message: why,
	hint: `Look at ${network.platform.name} whether the ${step.name} is there, then tell it by “Reconcile” with your decision.`,
});

/** Carries one publication on, step by step, as far as it goes now. Nothing that it has done is done again, in whatever process it goes on. */
export class Publication {
	private entry: Entry;
	private readonly steps: Step[];
	private readonly post: Post;
	private readonly mark: string;

	constructor(private readonly work: Work) {
		this.entry = work.entry;
		const { since, done, post } = work.entry;
		// What was begun is gone on with as it was, also where the content has changed since.
		const begun = since > 0 || done.length > 0 ? post : undefined;
		this.post = begun ?? work.post;
		this.steps = work.network.steps(this.post, work.choices);
		this.mark = fingerprint(this.post);
	}

	/** Throws `Taken` where another run has taken the entry over. */
	async advance(): Promise<Progress> {
		return await this.walk().catch(async (error: unknown) => {
			if (error instanceof Taken) throw error;
			return await this.failed(failureOf(error));
		});
	}

	private async walk(): Promise<Progress> {
		while (this.step) {
			const again = await (this.entry.since > 0 ? this.settle(this.step) : this.take(this.step));
			if (again !== undefined) return { entry: this.entry, again };
			if (this.entry.status === 'unknown') return { entry: this.entry };
		}
		const { done, status, at } = this.entry;
		const ended = ending(done);
		if (status !== ended.status) await this.write({ ...untold, ...ended, post: undefined, at: at || new Date().toISOString() });
		return { entry: this.entry };
	}

	private get step(): Step | undefined {
		return this.steps[this.entry.done.length];
	}

	private async write(change: Partial<Entry>): Promise<void> {
		this.entry = await this.work.journal.write({ ...this.entry, lease: Date.now() + LEASE, ...change });
	}

	/** An upload may take longer than a lease: it is kept up, so that no other run takes the entry over. Throws `Taken` where one has. */
	private async held<T extends object>(work: Promise<T>): Promise<T> {
		for (;;) {
			const result = await within(LEASE / 3, work);
			if (result) return result;
			await this.write({ lease: Math.max(this.entry.lease, Date.now() + LEASE) }).catch((error: unknown) => {
				// A journal that is away for a moment is no reason to lose sight of what is under way.
				if (error instanceof Taken) throw error;
			});
		}
	}

	/** Prepares a step, notes that its call is about to be made, and makes it. Answers when to go on, where the network needs time. */
	private async take(step: Step): Promise<number | undefined> {
		const { api } = this.work;
		const known: Memo = this.entry.memo.mark === this.mark ? this.entry.memo : { mark: this.mark, begun: Date.now() };
		const prepared = step.prepare ? await this.held(step.prepare(api, known, this.entry.done).catch((error: unknown) => failureOf(error))) : { memo: known, ready: true };
		if ('verdict' in prepared) {
			// What the network could not use is made anew by the next run.
			if (statusOf(prepared.verdict) === 'refused') this.entry = { ...this.entry, memo: {} };
			return await this.refused(step, prepared);
		}
		const { memo, ready } = prepared;
		const kept: Memo = { ...memo, mark: this.mark, begun: Number(known.begun) };
		if (!ready) return await this.waitFor(kept);
		const since = Date.now();
		await this.write({ memo: kept, post: this.post, status: 'publishing', since, lease: since + (step.atMost ?? this.work.network.platform.timeout) + MARGIN });
		const outcome = await this.held(step.publish(api.guarded(() => this.mayGoOut(step, since)), kept, this.entry.done).catch((error: unknown) => failureOf(error)));
		if ('verdict' in outcome) return await this.refusedOrLost(step, outcome);
		return await this.finish(step, outcome);
	}

	/** A network may make a call wait for minutes: it goes out while the entry is ours, and not so late that `settle`, which counts from `since`, would be over too soon. */
	private mayGoOut({ settle, atMost = MARGIN }: Step, since: number): boolean {
		const now = Date.now();
		return now + MARGIN < this.entry.lease && (settle === undefined || now <= since + atMost);
	}

	/** Remembers what is under way, so that any process can go on with it. */
	private async waitFor(memo: Memo): Promise<number> {
		const begun = Number(memo.begun);
		if (Date.now() - begun > this.work.atMost) {
			const minutes = Math.round(this.work.atMost / 60_000);
			throw new PlatformError({ verdict: 'wait', code: 'processing', message: `${this.work.network.platform.name} is still processing the media after ${minutes} minutes.`, hint: 'Nothing was published yet. The next run goes on with it.' });
		}
		const again = Date.now() + Math.max(PAUSE, (Date.now() - begun) / 4);
		await this.write({ memo, status: 'processing', lease: again });
		return again;
	}

	/** A step has gone through. */
	private async finish({ voids }: Step, { id, permalink, draft }: Done): Promise<undefined> {
		// What was taken by one step is seen by the next, which knows its address.
		const before = voids ? [...this.entry.done.slice(0, -1), { id, permalink }] : this.entry.done;
		const done = [...before, { id, permalink, draft }];
		const last = done.length === this.steps.length;
		await this.write({ ...untold, done, memo: {}, since: 0, at: this.entry.at || new Date().toISOString(), ...(last ? { post: undefined, ...ending(done) } : { status: 'preparing' }) });
		return undefined;
	}

	/** A refusal is certain, unless an earlier attempt of the same call went through; an answer that is missing tells nothing. */
	private async refusedOrLost(step: Step, failure: Failure): Promise<number | undefined> {
		if (failure.verdict === 'unknown') return await this.settle(step, failure);
		const outcome = step.find && !step.byText ? await step.find(this.work.api, this.entry.memo, this.entry.done, this.entry.since).catch(() => 'later' as const) : 'absent';
		if (isDone(outcome)) return await this.finish(step, outcome);
		// What could not be asked stays noted, and is asked by the next run.
		if (outcome !== 'absent') throw new PlatformError(failure);
		await this.write({ since: 0, status: 'preparing' });
		return await this.refused(step, failure);
	}

	/** The publication stands without an optional step; without another it does not. */
	private async refused(step: Step, failure: Failure): Promise<undefined> {
		if (!step.optional) throw new PlatformError(failure);
		const missing = [...this.entry.missing, `The ${step.name} is missing: ${failure.message}`];
		await this.write({ missing, done: [...this.entry.done, { id: '' }], memo: {}, since: 0, status: 'preparing' });
		return undefined;
	}

	/** Finds out what became of the call that is noted, by asking the network. Where only a person can tell, the entry becomes `unknown`. */
	private async settle(step: Step, failure?: Failure): Promise<number | undefined> {
		const { network } = this.work;
		const why = failure?.message ?? `A run was cut off while it published the ${step.name} on ${network.platform.name}.`;
		const outcome = await this.look(step);
		if (isDone(outcome)) return await this.finish(step, outcome);
		if (outcome === 'later') return await this.later(Date.now() + 10 * PAUSE);
		if (outcome === 'absent') {
			const certain = this.entry.since + (step.settle ?? 0);
			if (Date.now() < certain) return await this.later(certain);
			await this.write({ since: 0, status: 'preparing' });
			return undefined;
		}
		const unclear = doubt(network, step, why);
		if (step.optional) return await this.refused(step, { ...unclear, message: `${why} It may be there.` });
		await this.write({ ...told(unclear), status: 'unknown' });
		return undefined;
	}

	private async later(again: number): Promise<number> {
		await this.write({ status: 'publishing', lease: again });
		return again;
	}

	private async look(step: Step): Promise<Outcome> {
		const { api, journal, network } = this.work;
		const { memo, done, since } = this.entry;
		if (!step.find) return 'unclear';
		const latest = step.byText && done.length === 0 ? await journal.latest(network.name, this.post.account, since) : undefined;
		return await step.find(api, latest === undefined ? memo : { ...memo, latest }, done, since);
	}

	private async failed(failure: Failure): Promise<Progress> {
		// In doubt the note stays, so that the next run asks again what became of the call.
		if (this.entry.since > 0) {
			await this.write({ ...told(failure), status: 'publishing', lease: Date.now() });
			return { entry: this.entry };
		}
		// Before a call that is noted nothing is public, whatever became of what prepared it.
		const certain: Failure = failure.verdict === 'unknown' ? { ...failure, verdict: 'retry', hint: 'Nothing was published: the next run tries again.' } : failure;
		const status = statusOf(certain.verdict);
		const done = this.entry.done.slice(0, -1);
		const undone = this.step?.voids && status === 'refused' ? { done, memo: {}, ...(done.length === 0 && { post: undefined, at: '' }) } : {};
		await this.write({ ...told(certain), status, ...undone });
		return { entry: this.entry };
	}
}

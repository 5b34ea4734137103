import { PlatformError } from '../../core/errors';
import { wait } from '../../core/wait';
import { Batch } from './batch';
import { entryOf, rowOf, tokenOf } from './entry';
import type { Entry } from './entry';
import type { Change, Store, Wish } from './store';
import { unkept } from './workflow';

/** Milliseconds for which an entry is ours without a sign of life. */
export const LEASE = 2 * 60_000;

/** Entries among which the newest post of an account is looked for. */
const RECENT = 50;

/** Two that reserve an entry in the same moment both step back and try again, each after a time of its own. */
const ATTEMPTS = 10;
const BACK_OFF = 150;

/** Somebody else has taken the entry over: whoever meets this leaves it alone. */
export class Taken extends PlatformError {
	constructor() {
		super({ verdict: 'retry', code: 'taken', message: 'Another run has taken this publication over.', hint: 'Nothing needs to be done: that run goes on with it.' });
	}
}

const isWork = ({ status }: Entry) => status === 'claiming' || status === 'preparing' || status === 'publishing' || status === 'processing';

/** Whether a run may go on with it: what is out, deleted or in doubt is left alone, and what another run works on until its lease is over. */
export const isFree = (entry: Entry, owner: string): boolean =>
	entry.status === 'refused' || entry.status === 'failed' || (isWork(entry) && (entry.owner === owner || entry.lease <= Date.now()));

/** The line that counts where there are several of one key: one that is past its reservation, or else the first. */
export const effective = (lines: readonly Entry[]): Entry | undefined => {
	const sorted = lines.toSorted((a, b) => Number(a.id) - Number(b.id));
	return sorted.find(({ status }) => status !== 'claiming') ?? sorted[0];
};

/** What is published where, written down before and after each call that cannot be taken back. */
export class Journal {
	private readonly inserts: Batch<Entry, Entry[]>;
	private readonly updates: Batch<Change, Entry | undefined>;

	/** `owner` names this run in this process: no other ever has the same. */
	constructor(
		private readonly store: Store,
		readonly owner: string,
		private readonly signal?: AbortSignal,
	) {
		this.inserts = new Batch(async (entries) => {
			const lines = (await store.insert(entries.map(rowOf))).map(entryOf);
			return entries.map(({ key }) => lines.filter((line) => line.key === key));
		});
		this.updates = new Batch(async (changes) => {
			const lines = (await store.update(changes)).map(entryOf);
			return changes.map(({ id }) => lines.find((line) => line.id === id));
		});
	}

	/** The entries that are there, by key. */
	async known(keys: readonly string[]): Promise<Map<string, Entry>> {
		const lines = keys.length > 0 ? (await this.store.read(keys)).map(entryOf) : [];
		const byKey = new Map<string, Entry[]>();
		for (const line of lines) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
		const known = new Map<string, Entry>();
		for (const [key, found] of byKey) {
			const entry = effective(found);
			if (entry) known.set(key, entry);
		}
		return known;
	}

	async find(wish: Wish, limit: number): Promise<Entry[]> {
		return (await this.store.find(wish, limit)).map(entryOf);
	}

	/** ID of the newest post on this account that was out before `since`, in ms since 1970. */
	async latest(network: string, account: string, since: number): Promise<string | undefined> {
		const out = (await this.find({ network, account, status: 'published' }, RECENT)).filter(({ at, done }) => done.length > 0 && Date.parse(at) < since);
		return out.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]?.done.at(-1)?.id;
	}

	/**
	 * Makes the entry this run's, or answers the one that is in the way. At most one of any number of runs, in whatever process, gets it:
	 * stores without a unique key are read after the own line was written, and whoever then sees another's steps back. Of two at
	 * least one sees the other, as each reads after it has written.
	 */
	async claim(wanted: Entry, seen?: Entry): Promise<Entry> {
		if (seen && this.isReserved(seen)) return seen;
		if (seen) return await this.takeOver(seen);
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const lines = await this.inserts.add({ ...wanted, status: 'claiming', owner: this.owner, lease: Date.now() + LEASE });
			const mine = lines.filter(({ owner }) => owner === this.owner);
			const others = lines.filter(({ owner }) => owner !== this.owner);
			const [first] = mine;
			if (!first && others.length === 0) throw unkept();
			if (first && others.length === 0) return first;
			await this.store.remove(mine.map(({ id }) => id));
			const winner = effective(others);
			const isSettled = winner && (winner.status !== 'claiming' || winner.lease <= Date.now());
			if (isSettled) return await this.takeOver(winner);
			await wait(BACK_OFF * attempt * (0.2 + Math.random()), this.signal);
			const there = (await this.known([wanted.key])).get(wanted.key);
			if (there) return await this.takeOver(there);
		}
		throw new Taken();
	}

	/** It was claimed by this run a moment ago. */
	private isReserved({ owner, status, lease }: Entry): boolean {
		return owner === this.owner && status === 'claiming' && lease > Date.now() + LEASE / 4;
	}

	/** Writes the entry as it is now. Durable when it answers; throws `Taken` where it is another run's by now. */
	async write(entry: Entry): Promise<Entry> {
		const written = await this.change({ ...entry, owner: this.owner }, entry);
		if (!written) throw new Taken();
		return written;
	}

	/** Writes the entry as this run's where the line is still as it was seen. */
	private async change(seen: Entry, entry: Entry): Promise<Entry | undefined> {
		return await this.updates.add({ id: seen.id, owner: tokenOf(seen), row: rowOf({ ...entry, owner: this.owner, turn: seen.turn + 1 }) });
	}

	/** Answers the entry as this run's where it is free, and else as it stands. `settled`: also one that is out or in doubt. */
	async takeOver(seen: Entry, settled = false): Promise<Entry> {
		if (!isFree(seen, this.owner) && !(settled && !isWork(seen))) return seen;
		const written = await this.change(seen, { ...seen, lease: Date.now() + LEASE });
		if (written) return written;
		const now = (await this.known([seen.key])).get(seen.key);
		if (!now) throw new Taken();
		return now;
	}
}

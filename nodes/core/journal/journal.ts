import { PlatformError } from '../errors';
import { wait } from '../wait';
import { Batch } from './batch';
import { effective, tokenOf } from './line';
import type { Kind, Line } from './line';
import type { Change, Store, Wish } from './store';
import { unkept } from './workflow';

/** Milliseconds for which an entry is ours without a sign of life. */
export const LEASE = 2 * 60_000;

/** Two that reserve an entry in the same moment both step back and try again, each after a time of its own. */
const ATTEMPTS = 10;
const BACK_OFF = 150;

/** Somebody else has taken the entry over: whoever meets this leaves it alone. */
export class Taken extends PlatformError {
	constructor() {
		super({ verdict: 'retry', code: 'taken', message: 'Another run has taken this over.', hint: 'Nothing needs to be done: that run goes on with it.' });
	}
}

/** What is done once, written down before and after each call that cannot be taken back. */
export class Journal<Entry extends Line> {
	private readonly inserts: Batch<Entry, Entry[]>;
	private readonly updates: Batch<Change, Entry | undefined>;
	private readonly looks: Batch<string, Entry | undefined>;

	/** `owner` names this run in this process: no other ever has the same. */
	constructor(
		private readonly store: Store,
		private readonly kind: Kind<Entry>,
		readonly owner: string,
		private readonly signal?: AbortSignal,
	) {
		this.inserts = new Batch(async (entries) => {
			const lines = (await store.insert(entries.map(kind.rowOf))).map(kind.entryOf);
			return entries.map(({ key }) => lines.filter((line) => line.key === key));
		});
		this.updates = new Batch(async (changes) => {
			const lines = (await store.update(changes)).map(kind.entryOf);
			return changes.map(({ id }) => lines.find((line) => line.id === id));
		});
		this.looks = new Batch(async (keys) => {
			const known = await this.known([...new Set(keys)]);
			return keys.map((key) => known.get(key));
		});
	}

	/** The entry as it stands now. Asked side by side, many cost the store one call. */
	async look(key: string): Promise<Entry | undefined> {
		return await this.looks.add(key);
	}

	/** The entries that are there, by key. */
	async known(keys: readonly string[]): Promise<Map<string, Entry>> {
		const lines = keys.length > 0 ? (await this.store.read(keys)).map(this.kind.entryOf) : [];
		const byKey = new Map<string, Entry[]>();
		for (const line of lines) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
		const known = new Map<string, Entry>();
		for (const [key, found] of byKey) {
			const entry = effective(found);
			if (entry) known.set(key, entry);
		}
		return known;
	}

	/** Takes lines away: what they kept from being done may be done again. */
	async remove(entries: readonly Entry[]): Promise<void> {
		if (entries.length > 0) await this.store.remove(entries.map(({ id }) => id));
	}

	async find(wish: Wish, limit: number): Promise<Entry[]> {
		return (await this.store.find(wish, limit)).map(this.kind.entryOf);
	}

	/** Whether this run may go on with it: what is settled is left alone, and what another run works on until its lease is over. */
	isFree(entry: Entry): boolean {
		return this.kind.isOpen(entry) || (this.kind.isWork(entry) && (entry.owner === this.owner || entry.lease <= Date.now()));
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
		return await this.updates.add({ id: seen.id, owner: tokenOf(seen), row: this.kind.rowOf({ ...entry, owner: this.owner, turn: seen.turn + 1 }) });
	}

	/** Answers the entry as this run's where it is free, and else as it stands. `settled`: also one that is out or in doubt. */
	async takeOver(seen: Entry, settled = false): Promise<Entry> {
		if (!this.isFree(seen) && !(settled && !this.kind.isWork(seen))) return seen;
		const written = await this.change(seen, { ...seen, lease: Date.now() + LEASE });
		if (written) return written;
		const now = (await this.known([seen.key])).get(seen.key);
		if (!now) throw new Taken();
		return now;
	}
}

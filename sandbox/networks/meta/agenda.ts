import type { Clock } from '../world';

interface Due {
	at: number;
	run: () => void;
}

/**
 * Things that happen by themselves at a time of the sandbox's clock: a scheduled post goes live, an encoder finishes.
 * The clock can jump and tells nobody, so due work is looked for before every call and, while something is pending, five times a second.
 */
export class Agenda {
	private readonly pending = new Map<string, Due>();
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly ran: () => void,
	) {}

	/** The keys of what is still to come. */
	get planned(): string[] {
		return [...this.pending.keys()];
	}

	/** Plans `run` for clock time `at` (ms); a second plan under the same key replaces the first. */
	plan(key: string, at: number, run: () => void): void {
		this.pending.set(key, { at, run });
		this.timer ??= setInterval(() => this.settle(), 200).unref();
	}

	cancel(key: string): void {
		this.pending.delete(key);
	}

	/** Runs what is due, oldest first. */
	settle(): void {
		const now = this.clock.now();
		const due = [...this.pending].filter(([, { at }]) => at <= now).sort(([, a], [, b]) => a.at - b.at);
		for (const [key, { run }] of due) {
			this.pending.delete(key);
			run();
		}
		if (due.length > 0) this.ran();
		if (this.pending.size === 0) this.stop();
	}

	clear(): void {
		this.pending.clear();
		this.stop();
	}

	private stop(): void {
		clearInterval(this.timer);
		this.timer = undefined;
	}
}

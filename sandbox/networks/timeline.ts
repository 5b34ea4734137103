import type { Clock, Timeline, TimelineEntry } from './world';

/** Older entries fall off, so that a load test does not fill the memory or the page. */
const KEPT = 5000;

interface Saved {
	entries: Map<string, TimelineEntry>;
	last: number;
}

/** What all networks show to the public, in memory. Ids count upwards and are never used twice. */
export function createTimeline(clock: Clock): Timeline {
	let entries = new Map<string, TimelineEntry>();
	let last = 0;
	return {
		add(entry) {
			const id = String(++last);
			entries.set(id, { ...entry, at: new Date(clock.now()).toISOString() });
			if (entries.size > KEPT) {
				const [oldest] = entries.keys();
				if (oldest !== undefined) entries.delete(oldest);
			}
			return id;
		},
		update(id, change) {
			const entry = entries.get(id);
			if (entry) entries.set(id, { ...entry, ...change });
		},
		remove: (id) => {
			entries.delete(id);
		},
		list: () => [...entries.values()].reverse(),
		clear: () => entries.clear(),
		save: (): Saved => ({ entries, last }),
		load: (saved: Saved) => {
			({ entries, last } = saved);
		},
	};
}

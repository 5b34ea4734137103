/** Listings that are read at the same time, in the order of their results. */
interface Listings<T> {
	/** The next one, or undefined after the last. */
	next(): AsyncIterator<T> | undefined;
	/** Whether to begin another one, while so many are being read and so many, these included, are not given out yet. */
	more(reading: number, begun: number): boolean;
	/** Results that may lie ready at once, all listings together. The first one's next result is always fetched, so that all get on. */
	room: number;
}

interface Lane<T> {
	listing: AsyncIterator<T>;
	ready: T[];
	done?: true;
	failure?: { error: unknown };
}

/** The results of many listings, one listing after the other, while the ones behind are already being read. */
export async function* readAhead<T>({ next, more, room }: Listings<T>): AsyncGenerator<T> {
	const lanes: Lane<T>[] = [];
	let [alive, reading, stopped, ended] = [0, 0, false, false];
	let waiting: (() => void)[] = [];
	const changed = async () => await new Promise<void>((resolve) => waiting.push(resolve));
	const tell = () => {
		const told = waiting;
		waiting = [];
		for (const resolve of told) resolve();
	};
	const pump = async (lane: Lane<T>) => {
		try {
			for (;;) {
				while (!stopped && alive >= room && !(lane === lanes[0] && lane.ready.length === 0)) await changed();
				if (stopped) return;
				alive++;
				const { value, done } = await lane.listing.next();
				if (done) {
					alive--;
					lane.done = true;
					return;
				}
				lane.ready.push(value);
				tell();
			}
		} catch (error) {
			lane.failure = { error };
		} finally {
			reading--;
			open();
			tell();
		}
	};
	const open = () => {
		while (!ended && !stopped && more(reading, lanes.length)) {
			const listing = next();
			if (!listing) {
				ended = true;
				return;
			}
			const lane: Lane<T> = { listing, ready: [] };
			lanes.push(lane);
			reading++;
			void pump(lane);
		}
	};
	try {
		for (open(); ; open()) {
			const [lane] = lanes;
			if (!lane) return;
			const value = lane.ready.shift();
			if (value !== undefined) {
				yield value;
				alive--;
				tell();
			} else if (lane.failure) throw lane.failure.error;
			else if (lane.done) {
				lanes.shift();
				tell();
			} else await changed();
		}
	} finally {
		stopped = true;
		tell();
	}
}

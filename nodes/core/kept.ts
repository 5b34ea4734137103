/** In ms: as long as a run usually lasts. */
const KEEP = 10 * 60_000;

/** Remembers answers in this process's memory, each asked for once by all items. One that failed is not kept: why another run did not get it is its own matter. */
export function keeping<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
	const known = new Map<string, { answer: Promise<T>; until: number }>();
	return async (key, ask) => {
		const now = Date.now();
		for (const [old, { until }] of known) if (until < now) known.delete(old);
		const found = known.get(key);
		if (found) return await found.answer.catch(ask);
		const answer = ask();
		known.set(key, { answer, until: now + KEEP });
		answer.catch(() => known.delete(key));
		return await answer;
	};
}

import { readAhead } from '../../meta/insights/ahead';

/** The pages of many listings, one listing after the other, while all of them are being read: they lie ready until it is their turn. */
export function inOrder<T>(listings: AsyncGenerator<T>[]): AsyncGenerator<T> {
	const waiting = listings.values();
	return readAhead<T>({ next: () => waiting.next().value, more: () => true, room: Infinity });
}

/** The pages of many listings as they come: of each no more than one lies ready. */
export async function* asTheyCome<T>(listings: AsyncGenerator<T>[]): AsyncGenerator<T> {
	const step = async (listing: AsyncGenerator<T>) => ({ listing, result: await listing.next() });
	const steps = new Map(listings.map((listing) => [listing, step(listing)]));
	for (const one of steps.values()) one.catch(() => undefined);
	while (steps.size > 0) {
		const { listing, result } = await Promise.race(steps.values());
		if (result.done) {
			steps.delete(listing);
			continue;
		}
		const next = step(listing);
		next.catch(() => undefined);
		steps.set(listing, next);
		yield result.value;
	}
}

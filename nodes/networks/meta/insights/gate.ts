import { metaAds } from '../../../platforms/metaAds';

let free: number = metaAds.concurrency.read;
const queue: (() => void)[] = [];

/** Reports read many pages at once, and several items their reports: all of them together have no more calls in flight than a node's reads. */
export async function gated<T>(work: () => Promise<T>): Promise<T> {
	if (free > 0) free--;
	else await new Promise<void>((resolve) => queue.push(resolve));
	try {
		return await work();
	} finally {
		const next = queue.shift();
		if (next) next();
		else free++;
	}
}

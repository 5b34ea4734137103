import { metaAds } from '../../../platforms/metaAds';

interface Gate {
	free: number;
	queue: (() => void)[];
}

const width = metaAds.concurrency.read;
const gates = new Map<string, Gate>();

/**
 * Reports read many pages at once, and several items their reports: all those of an ad account together have no more calls in flight than a
 * node's reads. Each account has a gate of its own, as its calls also wait in there for the pauses that Meta asks of it alone.
 */
export async function gated<T>(lane = '', work: () => Promise<T>): Promise<T> {
	const gate: Gate = gates.get(lane) ?? { free: width, queue: [] };
	gates.set(lane, gate);
	if (gate.free > 0) gate.free--;
	else await new Promise<void>((resolve) => gate.queue.push(resolve));
	try {
		return await work();
	} finally {
		const next = gate.queue.shift();
		if (next) next();
		else if (++gate.free === width) gates.delete(lane);
	}
}

interface Gate {
	free: number;
	queue: (() => void)[];
}

const gates = new Map<string, Gate>();

/** Does the work when fewer than `width` others of the same key are under way, in this process. */
export async function gated<T>(key: string, width: number, work: () => Promise<T>): Promise<T> {
	const gate: Gate = gates.get(key) ?? { free: width, queue: [] };
	gates.set(key, gate);
	if (gate.free > 0) gate.free--;
	else await new Promise<void>((resolve) => gate.queue.push(resolve));
	try {
		return await work();
	} finally {
		const next = gate.queue.shift();
		if (next) next();
		else if (++gate.free === width) gates.delete(key);
	}
}

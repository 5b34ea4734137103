/**
 * Runs `work` for each index in the given order, at most `width` at once, and answers the results by index.
 * After the first failure, or once `signal` is aborted, nothing new starts; what is under way is awaited, so that its
 * outcome is known. Then the failure of the lowest index is thrown.
 */
export async function orderedPool<Output>(
	order: readonly number[],
	width: number,
	work: (index: number) => Promise<Output>,
	signal?: AbortSignal,
): Promise<Output[]> {
	const outputs: Output[] = new Array<Output>(order.length);
	const failures = new Map<number, unknown>();
	const queue = order.values();
	const worker = async () => {
		for (const index of queue) {
			if (failures.size > 0 || signal?.aborted) return;
			await work(index).then(
				(output) => (outputs[index] = output),
				(error: unknown) => failures.set(index, error),
			);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, order.length) }, worker));
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
	signal?.throwIfAborted();
	return outputs;
}

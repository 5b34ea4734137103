import { sleep } from 'n8n-workflow';

/** Waits `ms`, or throws the signal's reason as soon as the execution is cancelled. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	if (!signal) return await sleep(ms);
	signal.throwIfAborted();
	let cancel = () => {};
	const cancelled = new Promise<never>((_, reject) => {
		cancel = () => reject(signal.reason);
		signal.addEventListener('abort', cancel, { once: true });
	});
	await Promise.race([sleep(ms), cancelled]).finally(() => signal.removeEventListener('abort', cancel));
}

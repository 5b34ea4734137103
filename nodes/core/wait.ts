import { sleep } from 'n8n-workflow';

/** A cancelled execution is noticed after this long, in ms. */
const NOTICE = 250;

/** Waits `ms`, or throws the signal's reason soon after the execution is cancelled. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	for (let left = ms; left > 0; left = end - Date.now()) {
		signal?.throwIfAborted();
		await sleep(Math.min(left, NOTICE));
	}
	signal?.throwIfAborted();
}

/** What `work` answers, or undefined where that takes longer than `ms`; the work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
	const done = new AbortController();
	try {
		return await Promise.race([work, wait(ms, done.signal).then(() => undefined)]);
	} finally {
		done.abort();
	}
}

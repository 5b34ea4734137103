import { setTimeout } from 'node:timers/promises';

/** Waits up to three seconds: what the sandbox does by its clock happens within a fifth of a second. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 60; tries++) {
		if (await isSo()) return;
		await setTimeout(50);
	}
	throw new Error('What the test waits for did not happen within three seconds.');
}

import axios from 'axios';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, stop } from './children';
import { Problem } from './problem';

export interface NetworksOptions {
	/** Root of this repository. */
	root: string;
	port: number;
	log: string;
	/** File in which they keep what they hold from one start to the next. */
	data?: string;
}

export interface Networks {
	/** `http://127.0.0.1:<port>` */
	origin: string;
	stop(): Promise<void>;
}

const startLimitMs = 30_000;

/** Starts the fake networks in a process of their own, so that neither they nor n8n can take the other down. */
export const startNetworks = async ({ root, port, log, data }: NetworksOptions): Promise<Networks> => {
	rmSync(log, { force: true });
	const main = ['--require', require.resolve('tsx/cjs'), join(root, 'sandbox', 'networks', 'main.ts'), '--port', String(port)];
	const child = launch(process.execPath, [...main, ...(data === undefined ? [] : ['--data', data])], { cwd: root, log });
	const origin = `http://127.0.0.1:${port}`;
	const deadline = Date.now() + startLimitMs;
	const answers = async () =>
		(await axios.get(`${origin}/_sandbox/health`, { timeout: 2_000, proxy: false, validateStatus: () => true }).catch(() => undefined))
			?.status === 200;
	while (!(await answers())) {
		if (child.exitCode !== null || child.signalCode !== null)
			throw new Problem(
				`The fake networks stopped while starting (${readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? 'no output'}): the whole log is ${log}.`,
			);
		if (Date.now() > deadline)
			throw new Problem(`The fake networks were not ready within ${startLimitMs / 1000} seconds: read the end of ${log}.`);
		await delay(100);
	}
	return { origin, stop: async () => await stop(child) };
};

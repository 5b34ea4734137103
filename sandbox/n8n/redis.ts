import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch, stop } from '../children';
import { Problem } from '../problem';
import { lastWords } from './instance';

export interface Redis {
	port: number;
	pid: number;
	stop(): Promise<void>;
}

/** Valkey is Redis under its free licence, and speaks the same protocol: https://valkey.io/topics/migration/ */
const servers = ['redis-server', 'valkey-server'];

const findServer = (): string => {
	const found = servers.find((command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0);
	if (!found)
		throw new Problem(
			'n8n in queue mode needs Redis, and no redis-server is in the PATH: install it ("apt-get install redis-server" on Debian and Ubuntu, "brew install redis" on macOS; there is none for Windows outside WSL), then run this again.',
		);
	return found;
};

/** Starts Redis on the loopback address with its data in `folder`; answers once it accepts connections. */
export const startRedis = async ({ folder, port, log }: { folder: string; port: number; log: string }): Promise<Redis> => {
	const command = findServer();
	const data = join(folder, 'redis');
	mkdirSync(data, { recursive: true, mode: 0o700 });
	rmSync(log, { force: true });
	// Every write goes to disk within a second: a job that waits survives a restart, as in a production queue.
	const settings = { port: String(port), bind: '127.0.0.1', dir: data, appendonly: 'yes', save: '', daemonize: 'no' };
	const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
	let ready: () => void = () => {};
	const accepting = new Promise<void>((resolve) => (ready = resolve));
	const child = launch(command, flags, {
		cwd: data,
		log,
		onOutput: (text) => {
			if (text.includes('Ready to accept connections')) ready();
		},
	});
	await Promise.race([accepting, once(child, 'exit')]);
	if (child.exitCode !== null || child.signalCode !== null)
		throw new Problem(`Redis stopped while starting (${lastWords(log)}): the whole log is ${log}.`);
	return { port, pid: child.pid ?? 0, stop: async () => await stop(child) };
};

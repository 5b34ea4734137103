import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const windows = process.platform === 'win32';
const running = new Set<ChildProcess>();

/** Kills what is left of a child's process group; a group that is gone already is what we want. */
const killGroup = (child: ChildProcess): void => {
	if (child.pid === undefined) return;
	if (windows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		running.delete(child);
	}
};

process.on('exit', () => running.forEach(killGroup));

export interface Launch {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** File that receives both output streams, appended to. */
	log: string;
	/** Sees every piece of output as it comes. */
	onOutput?: (text: string) => void;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only us: we stop the children
 * in order, and none outlives us.
 */
export const launch = (command: string, args: string[], { cwd, env, log, onOutput }: Launch): ChildProcess => {
	mkdirSync(dirname(log), { recursive: true });
	const file = createWriteStream(log, { flags: 'a', mode: 0o600 });
	const child = spawn(command, args, {
		cwd,
		env: env ?? process.env,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: !windows,
		windowsHide: true,
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			file.write(text);
			onOutput?.(text);
		});
	}
	running.add(child);
	child.once('exit', () => {
		if (!windows) killGroup(child);
		running.delete(child);
	});
	child.once('close', () => file.end());
	return child;
};

/** SIGTERM, then SIGKILL for the whole group after `graceMs`; returns once the child has exited. */
export const stop = async (child: ChildProcess, graceMs = 10_000): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, 'exit');
	child.kill('SIGTERM');
	const timer = setTimeout(() => killGroup(child), graceMs);
	await exited;
	clearTimeout(timer);
};

/** Stops every child that still runs, the youngest first. */
export const stopAll = async (): Promise<void> => {
	for (const child of [...running].reverse()) await stop(child);
};

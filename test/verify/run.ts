import { spawnSync } from 'node:child_process';

/** Runs npm in a folder and waits for it. */
export const run = (folder: string, args: string[]) => {
	const began = Date.now();
	const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NODE_OPTIONS: '' } });
	return { status, output: stdout + stderr, minutes: ((Date.now() - began) / 60_000).toFixed(1) };
};

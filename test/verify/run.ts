import { spawnSync } from 'node:child_process';

/** Runs npm in a folder and waits for it. */
export const run = (folder: string, args: string[]) => {
	const began = Date.now();
	const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NODE_OPTIONS: '' } });
	return { status, output: stdout + stderr, minutes: ((Date.now() - began) / 60_000).toFixed(1) };
};

/** Runs a script of the clone and answers the JSON of its last line. */
export function figuresOf<T>(clone: string, script: string): T {
	const { status, stdout, stderr } = spawnSync('npx', ['tsx', script], { cwd: clone, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NODE_OPTIONS: '' } });
	if (status !== 0) throw new Error(`${script} ended with ${String(status)}: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
	const figures: T = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
	return figures;
}

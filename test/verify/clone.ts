import axios from 'axios';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TimelineEntry } from '../../sandbox/networks/world';

/** What is committed, cloned into a new folder: the machine a stranger has. */
export function freshClone(root: string): string {
	const parent = mkdtempSync(join(tmpdir(), 'qmark-clone-'));
	// PostgreSQL never runs as root: where root verifies, its user has to pass.
	chmodSync(parent, 0o755);
	const folder = join(parent, 'n8n-nodes-qmark');
	const { status, stderr } = spawnSync('git', ['clone', '--quiet', root, folder], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`git clone failed: ${stderr}`);
	return folder;
}

/** The vendors’ machine-readable APIs, where they stand beside the repository, stand beside the clone too. */
export function laySpecs(root: string, clone: string): boolean {
	const [here, there] = [root, clone].map((folder) => join(dirname(folder), 'shared'));
	if (!here || !there || !existsSync(join(here, 'specs'))) return false;
	if (!existsSync(there)) symlinkSync(here, there);
	return true;
}

export interface Started {
	/** Until “QMARK is ready.”, in seconds. */
	seconds: number;
	output: string;
	timeline(): Promise<TimelineEntry[]>;
	/** Ctrl-C; answers how many of its processes are left after 15 seconds. */
	interrupt(): Promise<number>;
}

const membersOf = (group: number) =>
	spawnSync('ps', ['-eo', 'pid=,ppid=,pgid=,args='], { encoding: 'utf8' }).stdout.split('\n').filter((line) => Number(line.trim().split(/\s+/)[2]) === group).length;

/** Every descendant of a process, whatever group it is in. */
function descendants(pid: number): number[] {
	const rows = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
	const children = rows.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
	return children.flatMap((child) => [child, ...descendants(child)]);
}

const isAlive = (pid: number) => spawnSync('ps', ['-p', String(pid)]).status === 0;

/** Types `npm start` in `folder` and waits until it is ready. */
export async function npmStart(folder: string, flags: string[] = []): Promise<Started> {
	const began = Date.now();
	const child: ChildProcess = spawn('npm', ['start', ...(flags.length > 0 ? ['--', ...flags] : [])], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	const ready = new Promise<void>((resolve, reject) => {
		const read = (text: Buffer) => {
			output += String(text);
			if (output.includes('QMARK is ready.')) resolve();
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`)));
	});
	await ready;
	const pid = child.pid ?? 0;
	return {
		seconds: (Date.now() - began) / 1000,
		output,
		timeline: async () => (await axios.get<TimelineEntry[]>('http://127.0.0.1:4010/timeline.json')).data,
		interrupt: async () => {
			const all = descendants(pid);
			const ended = once(child, 'exit');
			process.kill(-pid, 'SIGINT');
			await ended;
			const left = () => all.filter(isAlive).length + membersOf(pid);
			// npm returns at once; what it started is given the time n8n takes to shut down in order.
			for (let waited = 0; left() > 0 && waited < 15_000; waited += 500) await delay(500);
			return left();
		},
	};
}

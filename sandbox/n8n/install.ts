import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import type { Note } from '../steps';
import { withLock } from './lock';
import { installFlags, npm } from './npm';

/** A usable n8n: the node that runs it and the script it is started with. */
export interface Installation {
	node: string;
	script: string;
	/** n8n's own version. */
	version: string;
}

export interface InstallOptions {
	/** Folder that holds the installed n8n. */
	folder: string;
	/** A Node.js 24 binary, see `node24`. */
	node: string;
	log: string;
	note: Note;
}

const gigabyte = 1024 ** 3;
const neededGigabytes = 4;

const lockedVersion = (lock: string): string => {
	const version = /"node_modules\/n8n": \{\s*"version": "([^"]+)"/.exec(lock)?.[1];
	if (!version)
		throw new Problem(`sandbox/n8n/package-lock.json names no n8n: restore it with "git checkout sandbox/n8n/package-lock.json".`);
	return version;
};

const countFolders = (modules: string): number =>
	existsSync(modules)
		? readdirSync(modules).reduce((sum, name) => sum + (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1), 0)
		: 0;

/** How many packages the lockfile puts directly under node_modules: what there is to count while npm works. */
const countLocked = (lock: string): number => lock.match(/^\s+"node_modules\/(@[^/"]+\/)?[^/"]+": \{/gm)?.length ?? 0;

/**
 * A community package gets n8n's own n8n-workflow, through NODE_PATH. Below this repository Node.js would find the one that
 * we develop with first, and n8n would not know the errors made from it: so n8n's copy is put in between.
 */
function lendWorkflowPackage(folder: string): void {
	const between = join(folder, '..', 'node_modules');
	const link = join(between, 'n8n-workflow');
	mkdirSync(between, { recursive: true });
	rmSync(link, { recursive: true, force: true });
	symlinkSync(join(folder, 'node_modules', 'n8n-workflow'), link, 'junction');
}

/**
 * Installs the n8n that the lockfile beside this file pins, unless `folder` already holds it whole.
 * The stamp is written last, so that an interrupted install is noticed and done again.
 */
export const installN8n = async ({ folder, node, log, note }: InstallOptions): Promise<Installation> => {
	const lock = readFileSync(join(__dirname, 'package-lock.json'), 'utf8');
	const manifest = readFileSync(join(__dirname, 'package.json'), 'utf8');
	const version = lockedVersion(lock);
	const modules = join(folder, 'node_modules');
	const installation = { node, script: join(modules, 'n8n', 'bin', 'n8n'), version };
	const stamp = join(folder, 'installed.sha256');
	const hash = createHash('sha256').update(lock).update(manifest).update(`${process.platform}-${process.arch}`).digest('hex');
	const fill = async () => {
		const disk = statfsSync(folder);
		const free = (disk.bavail * disk.bsize) / gigabyte;
		if (free < neededGigabytes && countFolders(modules) === 0)
			throw new Problem(
				`n8n takes about ${neededGigabytes} GB in ${folder}, and ${free.toFixed(1)} GB are free: make room, then run "npm start" again.`,
			);
		rmSync(stamp, { force: true });
		for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(__dirname, file), join(folder, file));

		const total = countLocked(lock);
		const timer = setInterval(() => note(`installing ${version}, ${Math.min(countFolders(modules), total)} of ${total} packages`), 1_000);
		try {
			const run = { cwd: folder, node, log, purpose: `install n8n ${version}` };
			await npm(['ci', ...(await installFlags(run))], run);
		} finally {
			clearInterval(timer);
		}
		note('SQLite for this machine: prebuilt where there is one, compiled otherwise');
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], {
			cwd: folder,
			node,
			log,
			purpose: 'prepare SQLite (it needs Python 3, make and a C++ compiler when no prebuilt one fits)',
		});
		writeFileSync(stamp, hash);
	};
	const whole = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(installation.script);
	if (!whole()) {
		mkdirSync(folder, { recursive: true });
		await withLock(join(folder, 'install.lock'), note, async () => {
			if (!whole()) await fill();
		});
	}
	lendWorkflowPackage(folder);
	return installation;
};

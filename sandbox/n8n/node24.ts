import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem';
import type { Note } from '../steps';
import { installFlags, npm } from './npm';

/** n8n 2.41 asks for Node.js 24: https://docs.n8n.io/hosting/installation/npm/ */
const wanted = 24;
const pinned = '24.21.0';

const version = (node: string): string | undefined => {
	try {
		return execFileSync(node, ['--version'], { encoding: 'utf8', timeout: 10_000 }).trim();
	} catch {
		return undefined;
	}
};

/** Platforms for which npm holds Node.js itself: https://www.npmjs.com/package/node */
const packageName = (): string => {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win-x64', 'win-arm64'];
	const target = `${platform}-${process.arch}`;
	if (!known.includes(target))
		throw new Problem(
			`n8n needs Node.js ${wanted}, which npm does not hold for ${target}: install Node.js ${wanted} from https://nodejs.org, then run "npm start" again.`,
		);
	return `node-${target}`;
};

export interface Node24Options {
	/** Folder that receives Node.js 24 when the host's is older. */
	folder: string;
	log: string;
	note: Note;
}

/** Path of a Node.js 24 binary: the host's own when it is new enough, otherwise one brought from npm into `folder`. */
export const node24 = async ({ folder, log, note }: Node24Options): Promise<string> => {
	if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
	const name = packageName();
	const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(binary) && version(binary) === `v${pinned}`) return binary;
	note(`the host has ${process.version}, bringing ${pinned} from npm`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true })}\n`);
	const run = { cwd: folder, node: process.execPath, log, purpose: `install Node.js ${pinned}` };
	await npm(['install', ...(await installFlags(run)), '--no-save', '--no-package-lock', `${name}@${pinned}`], run);
	if (version(binary) !== `v${pinned}`)
		throw new Problem(
			`Node.js ${pinned} from npm does not run on this machine: install Node.js ${wanted} from https://nodejs.org, then remove ${dirname(dirname(binary))} and run "npm start" again.`,
		);
	return binary;
};

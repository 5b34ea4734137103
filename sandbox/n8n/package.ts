import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem';
import type { Note } from '../steps';
import { npm } from './npm';

const sources = ['index.ts', 'nodes', 'credentials', 'workflows', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'gulpfile.js'];

/** Latest change below a path in milliseconds; folders count too, so that a deleted file is noticed. */
const latestChange = (path: string): number => {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return readdirSync(path).reduce((latest, name) => Math.max(latest, latestChange(join(path, name))), stat.mtimeMs);
};

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

export interface PackageOptions {
	/** Root of this repository. */
	root: string;
	log: string;
	note: Note;
}

/** Builds the package when a source is newer than the built one, and packs it; answers the tarball's path. */
export const packPackage = async ({ root, log, note }: PackageOptions): Promise<string> => {
	const run = { cwd: root, node: process.execPath, log };
	const built = latestChange(join(root, 'dist', 'index.js'));
	if (sources.some((source) => latestChange(join(root, source)) > built)) {
		note('building');
		await npm(['run', 'build'], { ...run, purpose: 'build the package' });
	}
	note('packing');
	const folder = mkdtempSync(join(tmpdir(), 'qmark-pack-'));
	await npm(['pack', '--ignore-scripts', '--pack-destination', folder], { ...run, purpose: 'pack the package' });
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Problem(`"npm pack" made no tarball: read the end of ${log}.`);
	return join(folder, tarball);
};

/**
 * Lays a packed tarball into the community folder of an n8n that does not run, as n8n's own installer does: untarred
 * below `nodes/node_modules`, without development, peer and optional dependencies. Other packages there stay.
 */
export const layPackage = (tarball: string, userFolder: string): Manifest => {
	const nodes = join(userFolder, '.n8n', 'nodes');
	mkdirSync(join(nodes, 'node_modules'), { recursive: true });
	const fresh = mkdtempSync(join(nodes, 'unpacking-'));
	execFileSync('tar', ['-xzf', tarball, '-C', fresh, '--strip-components=1']);
	const manifest = readManifest(join(fresh, 'package.json'));
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	writeJson(join(fresh, 'package.json'), manifest);
	const target = join(nodes, 'node_modules', manifest.name);
	rmSync(target, { recursive: true, force: true });
	renameSync(fresh, target);

	const index = join(nodes, 'package.json');
	const installed = existsSync(index) ? readManifest(index) : { name: 'installed-nodes', private: true, dependencies: {} };
	writeJson(index, { ...installed, dependencies: { ...installed.dependencies, [manifest.name]: manifest.version } });
	return manifest;
};

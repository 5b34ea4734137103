/**
 * What every script of this repository begins with: plain JavaScript, because it runs before anything is installed. It
 * brings the repository's own packages from the lockfile and lets TypeScript be loaded in the same process.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = 20;

const fail = (sentence) => {
	process.stderr.write(`\n${sentence}\n`);
	process.exit(1);
};

/** npm marks a whole install by this file, written last. */
const isInstalled = () => {
	const mark = join(root, 'node_modules', '.package-lock.json');
	return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
};

/** Runs npm without a shell where it can, and answers how it ended and what it complained of. */
const npm = async (...args) => {
	const cli = process.env.npm_execpath;
	const options = { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] };
	const child = cli?.endsWith('npm-cli.js')
		? spawn(process.execPath, [cli, ...args], options)
		: spawn('npm', args, { ...options, shell: process.platform === 'win32' });
	let errors = '';
	child.stderr.on('data', (text) => (errors += text));
	child.on('error', () => fail('npm was not found: install Node.js with npm from https://nodejs.org, then run this again.'));
	const [code] = await once(child, 'close');
	return { code, errors };
};

const unreachable = /\b(ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

const install = async () => {
	const start = Date.now();
	const elapsed = () => `${Math.round((Date.now() - start) / 1000)} s`;
	process.stdout.write('… Packages of this repository (npm ci)\n');
	const timer = setInterval(() => process.stdout.write(`  npm ci · ${elapsed()}\n`), 15_000);
	// One ping, because npm itself would try for minutes; a registry that does not answer leaves npm's cache.
	const ping = await npm('ping', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000');
	const source = unreachable.test(ping.errors) ? '--offline' : '--prefer-offline';
	const { code, errors } = await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', source);
	clearInterval(timer);
	if (code !== 0) {
		if (/\bENOSPC\b/.test(errors))
			fail('The disk is full, so npm could not install the packages of this repository: free about 5 GB, then run this again.');
		if (unreachable.test(errors))
			fail(
				'npm could not install the packages of this repository because the npm registry does not answer: check the network or the proxy ("npm config get registry"), then run this again.',
			);
		fail(
			`npm could not install the packages of this repository: run "npm ci" to see why, then "npm start" again.\n\n${errors.trim().split('\n').slice(0, 5).join('\n')}`,
		);
	}
	process.stdout.write(`✔ Packages of this repository · ${elapsed()}\n`);
};

if (Number(process.versions.node.split('.')[0]) < oldest)
	fail(
		`QMARK needs Node.js ${oldest} or newer and this is ${process.version}: install a newer one from https://nodejs.org, then run this again.`,
	);
if (!isInstalled()) await install();

const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();

/** Loads a TypeScript module by its path from the repository's root. */
export const load = (path) => require(join(root, path));

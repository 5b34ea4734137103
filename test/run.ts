/**
 * `npm test [-- lint unit e2e …]`: every check of the project, or the named ones. Each reports itself; the last line
 * counts them all. Jest and n8n run on Node.js 24, which is brought from npm when the host's is older.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../sandbox/n8n/install';
import { node24 } from '../sandbox/n8n/node24';
import { step } from '../sandbox/steps';

interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

const root = join(__dirname, '..');
const work = join(root, '.qmark');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const flagsOf: Readonly<Record<string, readonly string[]>> = {
	// Crashed processes leave what they were waiting for behind.
	crash: ['--forceExit', '--maxWorkers=2'],
	e2e: ['--runInBand', '--verbose'],
	// They mostly wait: for pauses between two tries, and for media to be processed.
	operations: ['--maxWorkers=3'],
};

const run = (command: string, args: string[]) =>
	spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, NODE_OPTIONS: '' } }).status === 0;

function script(name: string): Count {
	const passed = run(npm, ['run', '--silent', name]);
	return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function jest(name: string, node: string): Count {
	const report = join(work, `jest-${name}.json`);
	const cli = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const flags = flagsOf[name] ?? [];
	// Jest writes none where what a test threw cannot be written as JSON: an older one is not this run's.
	rmSync(report, { force: true });
	const ended = run(node, [cli, '--selectProjects', name, '--json', '--outputFile', report, ...flags]);
	if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
	const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
	const broken = numFailedTests + numRuntimeErrorTestSuites;
	return { passed: numPassedTests, failed: ended ? broken : Math.max(1, broken), skipped: numPendingTests };
}

const scripts = ['lint', 'typecheck', 'scan'];
const suites = ['unit', 'operations', 'contract', 'workflows', 'crash', 'e2e'];
/** They look into the n8n that `npm start` installs; in a fresh clone it is not there yet. */
const needN8n = ['contract', 'e2e'];

async function main() {
	const asked = process.argv.slice(2);
	const unknown = asked.find((name) => ![...scripts, ...suites].includes(name));
	if (unknown) throw new Error(`There is no check “${unknown}”: choose from ${[...scripts, ...suites].join(', ')}.`);
	const wanted = (name: string) => asked.length === 0 || asked.includes(name);
	mkdirSync(work, { recursive: true });
	const log = join(work, 'test.log');
	const node = await node24({ folder: join(work, 'node'), log, note: console.log });

	const total: Count = { passed: 0, failed: 0, skipped: 0 };
	for (const name of [...scripts, ...suites].filter(wanted)) {
		const began = Date.now();
		console.log(`\n── ${name}`);
		if (needN8n.includes(name)) await step('n8n', async (note) => await installN8n({ folder: join(work, 'n8n'), node, log, note }));
		const { passed, failed, skipped } = scripts.includes(name) ? script(name) : jest(name, node);
		console.log(`── ${name}: ${passed} ok, ${failed} not, ${skipped} left out, ${((Date.now() - began) / 1000).toFixed(0)} s`);
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
	process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});

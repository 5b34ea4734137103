import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layCalendar } from './calendar';
import { stopAll } from './children';
import { connectDemo, firstWorkflow, importWorkflows, publishOnce, publishWorkflows } from './demo';
import { readFlags, usage, type Flags } from './flags';
import { installN8n, type Installation } from './n8n/install';
import { startN8n, type N8n } from './n8n/instance';
import { node24 } from './n8n/node24';
import { signIn, type Operator } from './n8n/operator';
import { layPackage, packPackage } from './n8n/package';
import { startNetworks } from './networks-process';
import { assertFree, freePort } from './ports';
import { Problem, systemCode } from './problem';
import { followPublications } from './publications';
import { step } from './steps';

const root = join(__dirname, '..');
const home = join(root, '.qmark');
const log = (name: string) => join(home, 'logs', `${name}.log`);

const reset = ({ reset: what }: Flags) => {
	const folders = { nothing: [], data: ['sandbox'], all: ['sandbox', 'n8n', 'node', 'logs'] }[what];
	for (const folder of folders) rmSync(join(home, folder), { recursive: true, force: true });
};

/** Brings everything that n8n needs and lays the package into `userFolder`. */
const prepare = async (userFolder: string): Promise<Installation> => {
	for (const name of ['n8n', 'install', 'package']) rmSync(log(name), { force: true });
	const node = await step('Node.js 24 for n8n', async (note, done) => {
		const binary = await node24({ folder: join(home, 'node'), log: log('install'), note });
		done(binary === process.execPath ? `the host's own ${process.version}` : 'in .qmark/node');
		return binary;
	});
	const installation = await step('n8n', async (note, done) => {
		const installed = await installN8n({ folder: join(home, 'n8n'), node, log: log('install'), note });
		done(`${installed.version} in .qmark/n8n`);
		return installed;
	});
	await step('QMARK package', async (note, done) => {
		const tarball = await packPackage({ root, log: log('package'), note });
		const { name, version } = layPackage(tarball, userFolder);
		done(`${name} ${version} laid into n8n's community folder`);
	});
	return installation;
};

const startEditor = async (installation: Installation, userFolder: string, port: number): Promise<N8n> =>
	await step('Starting n8n', async (_note, done) => {
		const n8n = await startN8n({ installation, userFolder, port, brokerPort: await freePort(), log: log('n8n') });
		done(n8n.url);
		return n8n;
	});

/** What a first visitor sees: credentials connected, workflows imported, the calendar published once. */
const furnish = async (n8n: N8n, userFolder: string, origin: string): Promise<Operator> => {
	const operator = await step('Signing in', async (_note, done) => {
		const signedIn = await signIn(n8n.url, userFolder);
		const count = (await signedIn.nodeTypes()).filter(({ name }) => name.startsWith('n8n-nodes-qmark.') && !name.endsWith('Tool')).length;
		if (count === 0) throw new Problem(`n8n started without the QMARK nodes: look for "n8n-nodes-qmark" in ${log('n8n')}.`);
		done(`${count} QMARK nodes loaded`);
		return signedIn;
	});
	await step('Connecting credentials by OAuth2', async () => await connectDemo(operator, origin));
	const imported = await step('Importing workflows', async (_note, done) => {
		const fresh = await importWorkflows(operator, root);
		done(fresh.length > 0 ? `${fresh.length} imported` : 'all there');
		return fresh;
	});
	await step(`Running "${firstWorkflow}"`, async (_note, done) => done(await publishOnce(operator)));
	// Only now, so that no schedule ticks into the first run.
	await step('Publishing workflows', async (_note, done) => done(`${await publishWorkflows(operator, imported)} with a schedule`));
	return operator;
};

const docs = (): string => {
	const page = ['docs/en/README.md', 'docs/README.md', 'README.md'].map((file) => join(root, file)).find((file) => existsSync(file));
	return page ? pathToFileURL(page).href : 'the folder docs of this repository';
};

const describeFailure = (error: unknown): string => {
	if (error instanceof Problem) return error.message;
	if (systemCode(error) === 'ENOSPC') return 'The disk is full: free some space, then run "npm start" again.';
	if (systemCode(error) === 'EACCES') return `This user may not write to ${home}: give it the right to, then run "npm start" again.`;
	return `npm start met an error that it does not know, which is a bug worth reporting: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
};

const run = async (flags: Flags): Promise<void> => {
	await assertFree(flags.n8nPort, 'n8n', '--n8n-port');
	if (!flags.live) await assertFree(flags.networksPort, 'the sandbox', '--networks-port');
	reset(flags);
	const userFolder = join(home, flags.live ? 'live' : 'sandbox');
	const installation = await prepare(userFolder);
	const lines: string[] = [];
	let n8n: N8n;
	if (flags.live) {
		n8n = await startEditor(installation, userFolder, flags.n8nPort);
		lines.push(`Editor    ${n8n.url}  (your own account and credentials; n8n asks for them)`);
	} else {
		const networks = await step('Starting the fake networks', async (_note, done) => {
			const started = await startNetworks({ root, port: flags.networksPort, log: log('networks'), data: join(userFolder, 'networks.bin') });
			done(started.origin);
			return started;
		});
		const source = join(root, 'workflows', 'publishing', 'content-calendar.csv');
		layCalendar({ source, files: join(userFolder, 'files'), origin: networks.origin, now: new Date() });
		n8n = await startEditor(installation, userFolder, flags.n8nPort);
		const { owner, rest } = await furnish(n8n, userFolder, networks.origin);
		followPublications({ rest, origin: networks.origin });
		lines.push(`Editor    ${n8n.url}  (e-mail ${owner.email}, password ${owner.password})`, `Timeline  ${networks.origin}`);
	}
	lines.push(`Docs      ${docs()}`);
	process.stdout.write(`\nQMARK is ready.\n\n${lines.map((line) => `  ${line}`).join('\n')}\n\nCtrl-C stops everything.\n`);
	await n8n.exited;
	throw new Problem(`n8n stopped by itself: read the end of ${log('n8n')}, then run "npm start" again.`);
};

/** The whole of `npm start` once the repository's own packages are installed; ends the process. */
export const start = async (args: string[]): Promise<void> => {
	let stopping = false;
	const stopOnSignal = () => {
		if (stopping) return;
		stopping = true;
		process.stdout.write('\nStopping…\n');
		void stopAll().then(() => process.exit(0));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnSignal);
	try {
		const flags = readFlags(args);
		if (flags.help) process.stdout.write(`${usage}\n`);
		else await run(flags);
	} catch (error) {
		if (stopping) return;
		stopping = true;
		process.stderr.write(`\n${describeFailure(error)}\n`);
		await stopAll();
		process.exit(1);
	}
};

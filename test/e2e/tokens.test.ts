/**
 * Connections in a real n8n whose clock moves: how they are made, renewed, watched and told of when they end. One stage for
 * all parts; the order matters, as the clock only goes forward.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { stopAll } from '../../sandbox/children';
import { findFaketime } from '../../sandbox/n8n/clock';
import { signIn } from '../../sandbox/n8n/operator';
import { openStage, root } from '../support/stage';
import type { Stage } from '../support/stage';
import { secrets } from './secrets';
import { connecting } from './tokens/connect';
import { doctor } from './tokens/doctor';
import { failures } from './tokens/failures';
import { blastRadius } from './tokens/radius';
import { watching } from './tokens/watch';

jest.setTimeout(120_000);

/** Jest gives a test file a copy of `process` that hears no signals; Ctrl-C must not leave n8n behind. */
const host: NodeJS.Process = runInThisContext('process');
for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once(signal, () => void stopAll().finally(() => host.exit(1)));

/** n8n signs people out after seven days. */
const session = 6 * 86_400;

describe('QMARK’s connections in a real n8n', () => {
	if (!findFaketime()) {
		test.skip('needs libfaketime: install it (Debian and Ubuntu: "apt-get install faketime") and run again', () => undefined);
		return;
	}

	let opened: Stage | undefined;
	let passed = 0;
	const stage = (): Stage => {
		if (!opened) throw new Error('The n8n of these tests did not start: the first failure above says why.');
		return opened;
	};
	const pass = async (seconds: number) => {
		const { clock, n8n, userFolder } = stage();
		await clock.advance(seconds);
		passed += seconds;
		if (passed < session) return;
		passed = 0;
		opened = { ...stage(), operator: await signIn(n8n.url, userFolder) };
	};
	const restart = async () => {
		await stage().n8n.stop();
		opened = { ...stage(), ...(await stage().start()) };
	};

	beforeAll(async () => {
		rmSync(join(root, '.qmark', 'logs', 'tokens-n8n.log'), { force: true });
		// Jest's own NODE_ENV would put n8n into its test mode; the debug log is what the search for secrets needs.
		opened = await openStage('tokens', { NODE_ENV: 'production', N8N_LOG_LEVEL: 'debug' }, { moves: true });
	}, 1_200_000);
	afterAll(stopAll);

	describe('connecting', () => connecting(stage));
	describe('what breaks with a connection', () => blastRadius(stage));
	describe('the permission doctor', () => doctor(stage));
	describe('Token watch', () => watching(stage, { pass, restart }));
	describe('Authentication failure', () => failures(stage));
	// Last, so that it sees what all the others have left behind.
	describe('secrets', () => secrets(stage, { log: 'tokens-n8n.log', kept: 'Token watch' }));
});

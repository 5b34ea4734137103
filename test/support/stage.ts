import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../../sandbox/n8n/install';
import { startN8n } from '../../sandbox/n8n/instance';
import { node24 } from '../../sandbox/n8n/node24';
import { signIn } from '../../sandbox/n8n/operator';
import { layPackage, packPackage } from '../../sandbox/n8n/package';
import { startNetworks } from '../../sandbox/networks-process';
import { freePort } from '../../sandbox/ports';
import { movingClock, realClock } from './clock';

export const root = join(__dirname, '..', '..');
const home = join(root, '.qmark');

/** What every stage needs before its n8n starts: an empty folder with the packed package, fake networks, and their time. */
export async function prepareStage(name: string, { moves = false } = {}) {
	const userFolder = join(home, name);
	const log = (part: string) => join(home, 'logs', `${name}-${part}.log`);
	const note = (text: string) => console.log(`  ${name}: ${text}`);
	rmSync(userFolder, { recursive: true, force: true });
	mkdirSync(userFolder, { recursive: true });
	const node = await node24({ folder: join(home, 'node'), log: log('install'), note });
	const installation = await installN8n({ folder: join(home, 'n8n'), node, log: log('install'), note: () => {} });
	layPackage(await packPackage({ root, log: log('package'), note }), userFolder);
	const networks = await startNetworks({ root, port: await freePort(), log: log('networks') });
	const clock = moves ? movingClock(join(userFolder, 'clock'), node, networks.origin) : realClock;
	return { installation, userFolder, files: join(userFolder, 'files'), networks, clock, log, note };
}

/**
 * A real n8n with the packed tarball, fresh, beside its own fake networks; all on free ports, so that it runs next to
 * an `npm start`. `name` is its folder under `.qmark/`. With `moves`, its clock can be moved. The caller ends it with
 * `stopAll()`.
 */
export async function openStage(name: string, env: Record<string, string> = {}, { moves = false } = {}) {
	const { log, ...stage } = await prepareStage(name, { moves });
	const { installation, userFolder, clock } = stage;
	const ports = { port: await freePort(), brokerPort: await freePort() };
	/** n8n on the stage's data and ports; stop the one before. */
	const start = async () => {
		const n8n = await startN8n({ installation, userFolder, ...ports, log: log('n8n'), env: { ...clock.env, ...env } });
		return { n8n, operator: await signIn(n8n.url, userFolder) };
	};
	return { ...stage, ...(await start()), start };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

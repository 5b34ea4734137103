/**
 * `npx tsx test/simulation/run.ts <sqlite|queue> [days]`: lets time pass over a real n8n and prints what happened.
 * Needs libfaketime, and Redis for queue mode.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from '../../sandbox/children';
import { startN8n } from '../../sandbox/n8n/instance';
import { openQueueStage } from '../support/queueStage';
import { openStage, root } from '../support/stage';
import { passDays, type Ground } from './sixtyDays';

const env = { NODE_ENV: 'production', N8N_LOG_LEVEL: 'debug', EXECUTIONS_DATA_PRUNE: 'false' };

async function ground(mode: string): Promise<Ground> {
	const name = `sixty-days-${mode}`;
	if (mode === 'queue') {
		const stage = await openQueueStage(name, { moves: true, env });
		let { n8n } = stage;
		return { ...stage, url: n8n.url, restart: async () => void (n8n = await n8n.restart()) };
	}
	const stage = await openStage(name, env, { moves: true });
	let { n8n } = stage;
	const { installation, userFolder, clock } = stage;
	const options = { installation, userFolder, port: Number(new URL(n8n.url).port), log: join(root, '.qmark', 'logs', `${name}-n8n.log`), env: { ...clock.env, ...env } };
	return {
		...stage,
		url: n8n.url,
		restart: async () => {
			await n8n.stop();
			n8n = await startN8n({ ...options, brokerPort: options.port + 1 });
		},
	};
}

async function main() {
	const [mode = 'sqlite', days = '60'] = process.argv.slice(2);
	const began = performance.now();
	const opened = await ground(mode);
	const outcome = await passDays(opened, Number(days), (text) => console.log(`${mode} ${Math.round((performance.now() - began) / 1000)} s, ${text}`));
	const file = join(root, '.qmark', `sixty-days-${mode}.json`);
	writeFileSync(file, JSON.stringify({ ...outcome, seconds: (performance.now() - began) / 1000, tokens: outcome.tokens.calls }));
	console.log(`${outcome.hours} hours, ${outcome.failures.length} failures, ${outcome.brokenWatches.length} broken looks, ${outcome.alerts.length} alerts, ${outcome.tokens.summary()}: ${file}`);
}

main()
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	})
	.finally(stopAll);

/**
 * `npx tsx test/simulation/run.ts <sqlite|queue> [days]`: lets time pass over a real n8n and prints what happened.
 * Needs libfaketime, and Redis for queue mode.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from '../../sandbox/children';
import { startN8n } from '../../sandbox/n8n/instance';
import { freePort } from '../../sandbox/ports';
import { openQueueStage } from '../support/queueStage';
import { openStage, root } from '../support/stage';
import { hourlyWorkflow } from './hourlyPosts';
import { holding } from './findings';
import { columnsHolding } from './postgresSearch';
import { secretTexts } from './secrets';
import { passDays, type Ground } from './sixtyDays';

/** Nothing is pruned, so that the search at the end sees all executions. The older expression engine is the faster one; the e2e tests run with n8n's default. */
const env = { NODE_ENV: 'production', EXECUTIONS_DATA_PRUNE: 'false', N8N_EXPRESSION_ENGINE: 'legacy' };

/** A text that n8n surely keeps, so that a search that finds nothing has searched something. */
const control = hourlyWorkflow;

interface Searched extends Ground {
	/** Where the database itself holds one of the texts; its files are searched beside it. */
	columns(texts: readonly string[]): Promise<string[]>;
}

async function ground(mode: string): Promise<Searched> {
	const name = `sixty-days-${mode}`;
	if (mode === 'queue') {
		const stage = await openQueueStage(name, { moves: true, env });
		let { n8n } = stage;
		return {
			...stage,
			url: n8n.url,
			restart: async () => void (n8n = await n8n.restart()),
			columns: async (texts) => await columnsHolding(texts, stage.installation, n8n.postgres),
		};
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
			n8n = await startN8n({ ...options, brokerPort: await freePort() });
		},
		// SQLite writes values as they are: its file says all.
		columns: async () => [],
	};
}

async function main() {
	const [mode = 'sqlite', days = '60'] = process.argv.slice(2);
	const began = performance.now();
	const opened = await ground(mode);
	const outcome = await passDays(opened, Number(days), (text) => console.log(`${mode} ${Math.round((performance.now() - began) / 1000)} s, ${text}`));
	const columns = await opened.columns([control, ...secretTexts]);
	await stopAll();
	const folders = [opened.userFolder, join(root, '.qmark', 'logs')];
	const logs = ({ file, text }: { file: string; text: string }) => `${file}: ${text}`;
	const files = holding([control, ...secretTexts], folders).map(logs);
	const isControl = (place: string) => place.endsWith(control);
	const kept = { control: [...columns, ...files].filter(isControl).length, inClear: [...columns, ...files].filter((place) => !isControl(place)) };
	const file = join(root, '.qmark', `sixty-days-${mode}.json`);
	writeFileSync(file, JSON.stringify({ ...outcome, kept, seconds: (performance.now() - began) / 1000, tokens: outcome.tokens.calls }));
	console.log(`${outcome.hours} hours, ${outcome.failures.length} failures, ${outcome.brokenWatches.length} broken looks, ${outcome.alerts.length} alerts, ${kept.inClear.length} secrets in clear (${kept.control} places searched in earnest), ${outcome.tokens.summary()}: ${file}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll().finally(() => process.exit(1)));

main()
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	})
	.finally(stopAll);

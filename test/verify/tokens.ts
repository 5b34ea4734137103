import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/sources';
import { onceEach, renewalsIn, renewing } from '../simulation/findings';
import type { Outcome } from '../simulation/sixtyDays';
import type { TokenCall } from '../simulation/tokenCalls';
import { freshClone } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { run } from './run';

interface Simulated extends Omit<Outcome, 'tokens'> {
	tokens: TokenCall[];
	seconds: number;
	kept: { control: number; inClear: string[] };
}

function tests(list: DoneList, clone: string) {
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in a fresh clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	const lines: [what: string, suite: string, name: RegExp, file?: RegExp][] = [
		['all OAuth types connect by the real flow, and reconnecting switches accounts', 'e2e', /connects through|refused consent|really switches|Connect button|as the account that was chosen/, /tokens/],
		['LinkedIn without refresh: alerts at 14, 7, 3 and 1 days, once each', 'e2e', /alert/i, /tokens/],
		['blast radius exact on a prepared instance of 12 workflows', 'e2e', /exactly the workflows that stop/, /tokens/],
		['the permission doctor names what stands in the way', 'e2e', /doctor|diagnos/i, /tokens/],
		['a dead credential in any failing execution is alerted at once', 'e2e', /authentication failure/i, /tokens/],
		['no token in database, log, execution data or URL', 'e2e', /secret|clear|ciphertext/i],
		['every fault ends in its state, and only a real refusal asks to reconnect', 'operations', /./, /tokens/],
		['n8n still does what renewal relies on', 'contract', /./, /contract\/n8n/],
		['credentials: URLs, scopes and help are the facts', 'unit', /./, /structure/],
		['Meta’s deauthorise and deletion callbacks', 'operations', /./, /metaTrigger/],
	];
	for (const [what, suite, name, file] of lines) {
		const { held, figure } = ended(clone, suite, name, file);
		list.check(what, held, figure);
	}
}

const resultOf = (clone: string, mode: string) => join(clone, '.qmark', `sixty-days-${mode}.json`);

/** Runs a simulation in the clone; `begun` settles when the first of its days is over. */
function start(clone: string, mode: 'sqlite' | 'queue', days: number) {
	rmSync(resultOf(clone, mode), { force: true });
	const child = spawn('node', ['sandbox/run.mjs', 'test/simulation/run.ts', mode, String(days)], { cwd: clone, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise<void>((resolve, reject) => child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the simulation in ${mode} mode ended with ${code}`)))));
	const begun = new Promise<void>((resolve) =>
		child.stdout.on('data', (text: Buffer) => {
			process.stdout.write(text);
			if (String(text).includes('day 1:')) resolve();
		}),
	);
	return { ended, begun: Promise.race([begun, ended.catch(() => {})]) };
}

function judge(list: DoneList, clone: string, mode: 'sqlite' | 'queue', days: number) {
	const name = mode === 'queue' ? 'queue mode, two workers' : 'SQLite';
	const outcome: Simulated = JSON.parse(readFileSync(resultOf(clone, mode), 'utf8'));
	const posts = outcome.hours * outcome.steps;
	list.check(`${name}: ${days} days of hourly posts, failures`, outcome.failures.length === 0 && outcome.hours === days * 24, `${outcome.failures.length} of ${posts} calls in ${outcome.hours} hours (${(outcome.seconds / 60).toFixed(0)} min)`);
	list.check(`${name}: … across restarts`, outcome.restarts === 2, `${outcome.restarts} restarts`);
	const looks = outcome.hours * 2;
	list.check(`${name}: looks of Token watch that failed`, outcome.brokenWatches.length === 0, `${outcome.brokenWatches.length} of ${looks}`);
	const renewals = renewalsIn(outcome.tokens);
	const wrong = renewals.reduce((sum, one) => sum + one.wrong, 0);
	list.check(`${name}: one renewal per due date`, wrong === 0 && renewing.every((name) => renewals.some(({ connection, count }) => connection === name && count > 0)), `${wrong} beside a due date; ${renewals.map(({ connection, count }) => `${connection} ${count}`).join(', ')}`);
	const linkedin = outcome.alerts.filter(({ title }) => title.startsWith('LinkedIn'));
	const steps = [14, 7, 3, 1].map((left) => linkedin.filter(({ key }) => key.endsWith(`/${left}`)).length);
	list.check(`${name}: LinkedIn's alerts at 14, 7, 3 and 1 days`, steps.every((count) => count === 1) && linkedin.length === 4 && onceEach(outcome.alerts.map(({ key }) => key)), `${steps.join(', ')} times; ${outcome.alerts.length} alerts in all, reconnected ${outcome.reconnected.length} times`);
	list.check(`${name}: secrets in clear at rest`, outcome.kept.inClear.length === 0 && outcome.kept.control > 0, `${outcome.kept.inClear.length} found; the same search finds the workflow's name in ${outcome.kept.control} places`);
}

const platforms = ['meta', 'instagram', 'threads', 'gmail', 'google-ads', 'telegram', 'tiktok', 'linkedin', 'pinterest'];

function guides(list: DoneList) {
	const missing = ['en', 'fr'].flatMap((language) => ['connections', ...platforms.map((name) => `connect-${name}`)].map((name) => join('docs', language, `${name}.md`))).filter((file) => !existsSync(join(root, file)));
	list.check('guides for every platform in English and French', missing.length === 0, missing.length === 0 ? `${2 * platforms.length + 2} pages` : `missing ${missing.join(', ')}`);
	const pictures = readdirSync(join(root, 'docs', 'images')).filter((file) => file.startsWith('credential-'));
	const unshown = ['en', 'fr'].flatMap((language) => platforms.filter((name) => !/!\[[^\]]*\]\([^)]*images\/[^)]+\)/.test(readFileSync(join(root, 'docs', language, `connect-${name}.md`), 'utf8'))));
	list.check('… each with screenshots from the running editor', unshown.length === 0, `${pictures.length} pictures of credentials`);
}

const DAYS = 60;
const modes = ['sqlite', 'queue'] as const;

/** The done list of “connect once”. Parts: `test`, `simulation`, `figures` (of the simulation), `guides`. */
export async function tokens(list: DoneList): Promise<void> {
	const clone = list.clone ?? freshClone(root);
	console.log(`clone: ${clone}`);
	await list.part('test', async () => tests(list, clone));
	await list.part('simulation', async () => {
		const alone = start(clone, 'sqlite', DAYS);
		// Both pack the same package, so one after the other.
		await alone.begun;
		const queue = start(clone, 'queue', DAYS);
		await Promise.all([alone.ended, queue.ended]);
	});
	await list.part('figures', async () => {
		for (const mode of modes) judge(list, clone, mode, DAYS);
	});
	await list.part('guides', async () => guides(list));
}

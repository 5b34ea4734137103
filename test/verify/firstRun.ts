import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { calendarOf } from '../support/calendar';
import { importsOf, root, sources } from '../support/sources';
import { freshClone, npmStart } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { run } from './run';

interface BenchRow {
	name: string;
	unit: string;
	qmark: number;
	native: number;
	ratio: number;
}

async function starts(list: DoneList, clone: string) {
	const first = await npmStart(clone);
	const shown = await first.timeline();
	const due = calendarOf(join(clone, '.qmark', 'sandbox', 'files', 'content-calendar.csv')).filter(({ broken, isDue }) => isDue && !broken);
	const wanted = due.flatMap(({ networks, text }) => networks.map((network) => ({ network, text })));
	// A link post shows its link after the text.
	const missing = wanted.filter(({ network, text }) => shown.filter((entry) => entry.network === network && entry.text.startsWith(text)).length !== 1);
	list.check('npm start in a fresh clone publishes every due row on its networks, once', missing.length === 0 && wanted.length > 0, `${wanted.length - missing.length} of ${wanted.length} in ${first.seconds.toFixed(0)} s`);
	const left = await first.interrupt();
	list.check('Ctrl-C leaves no process', left === 0, `${left} left`);
	const second = await npmStart(clone);
	const again = await second.timeline();
	list.check('a second start is ready within 30 s', second.seconds <= 30, `${second.seconds.toFixed(1)} s`);
	list.check('… and loses nothing', again.length === shown.length, `${again.length} of ${shown.length} posts on the timeline`);
	await second.interrupt();
}

function tests(list: DoneList, clone: string) {
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in the same clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	const lines: [what: string, suite: string, name: RegExp, file?: RegExp][] = [
		['one failure in 1,000 items with Retry On Fail in a real n8n: 0 duplicates, 0 lost', 'e2e', /Retry On Fail/i],
		['… and in n8n-core’s own context', 'operations', /one refusal in 1,000 items/],
		['429, 5xx, refused connection before the effect: published once', 'operations', /before the effect: published once/],
		['reset or timeout after the effect: verdict unknown or found by asking, never twice', 'operations', /after the effect|outcome cannot be known/],
		['malformed body: an error that says what to do', 'operations', /malformed/],
		['bad input is refused with the field and the limit, other items unharmed', 'operations', /refus|unharmed/i],
		['no secret in the database, the log or execution data', 'e2e', /secret|ciphertext|in clear/i],
		['the editor lists the nodes with icons and offers Connect', 'e2e', /editor/i],
		['telegraf and Meta’s SDK drive the sandbox', 'contract', /./],
		['sizes and directions of files; an operation touches two', 'unit', /./, /structure/],
	];
	for (const [what, suite, name, file] of lines) {
		const { held, figure } = ended(clone, suite, name, file);
		list.check(what, held, figure);
	}
}

function cleanliness(list: DoneList, clone: string) {
	for (const name of ['lint', 'typecheck', 'scan']) {
		const { status, output } = run(clone, ['run', '--silent', name]);
		list.check(`npm run ${name} reports nothing`, status === 0, status === 0 ? 'no finding' : output.trim().split('\n').slice(-5).join(' '));
	}
	const shipped = [...sources('nodes'), ...sources('credentials')];
	const disabled = shipped.filter(({ text }) => text.includes('eslint-disable')).length;
	list.check('no eslint-disable in nodes/ or credentials/', disabled === 0, `${disabled} in ${shipped.length} files`);
	const built = sources(join(clone, '.qmark', 'scan', 'dist'), '.js');
	const foreign = built.flatMap(({ text }) => [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name = '']) => name)).filter((name) => !name.startsWith('.') && !['n8n-workflow', 'node:crypto'].includes(name));
	list.check('no value import of an SDK in dist', foreign.length === 0 && built.length > 0, `${foreign.length} in ${built.length} files`);
	const sdkTypes = shipped.flatMap(importsOf).filter(({ from, typeOnly }) => !from.startsWith('.') && !typeOnly && !['n8n-workflow', 'node:crypto'].includes(from));
	list.check('… nor in the source', sdkTypes.length === 0, `${sdkTypes.length}`);
}

function bench(list: DoneList) {
	const file = join(root, 'test', 'bench', 'results', 'latest.json');
	rmSync(file, { force: true });
	const { status, output } = run(root, ['run', '--silent', 'bench']);
	if (status !== 0 || !existsSync(file)) throw new Error(output.trim().split('\n').slice(-2).join(' '));
	const rows: BenchRow[] = JSON.parse(readFileSync(file, 'utf8'));
	const of = (start: string) => rows.find(({ name }) => name.startsWith(start));
	const bound = (what: string, start: string, holds: (row: BenchRow) => boolean, figure: (row: BenchRow) => string) => {
		const found = of(start);
		list.check(what, found !== undefined && holds(found), found ? figure(found) : 'not measured');
	};
	for (const kind of ['send', 'read']) {
		bound(`${kind}: at least 10 × native throughput at 40 ms`, `${kind}: 1000`, ({ ratio }) => ratio >= 10, ({ ratio, qmark, native }) => `${ratio} × (${qmark} against ${native} items/s)`);
		bound(`${kind}: at most half of native’s CPU`, `${kind}: CPU`, ({ ratio }) => ratio <= 0.5, ({ ratio, qmark, native }) => `${ratio} (${qmark} against ${native} ms/item)`);
		bound(`${kind}: no 429`, `${kind}: answers 429`, ({ qmark }) => qmark === 0, ({ qmark }) => String(qmark));
	}
	bound('at the vendor’s ceiling at least 90 % of it', 'ceiling: share', ({ qmark }) => qmark >= 90, ({ qmark, native }) => `${qmark} % (native ${native} %)`);
	bound('… without a 429', 'ceiling: answers 429', ({ qmark }) => qmark === 0, ({ qmark }) => String(qmark));
	bound('a 300 MB upload adds less than 16 MB of peak memory', 'upload', ({ qmark }) => qmark < 16, ({ qmark, native }) => `${qmark} MB (native ${native} MB)`);
	bound('the package loads in less than 60 ms', 'load of the package', ({ qmark }) => qmark < 60, ({ qmark }) => `${qmark} ms`);
	bound('… and less than 15 MB', 'load of the package: memory', ({ qmark }) => qmark < 15, ({ qmark }) => `${qmark} MB`);
}

/** The walking skeleton: one command runs a real n8n that publishes; the proofs of what it promises. */
export async function firstRun(list: DoneList): Promise<void> {
	const clone = freshClone(root);
	await list.part('start', async () => await starts(list, clone));
	await list.part('test', async () => tests(list, clone));
	await list.part('clean', async () => cleanliness(list, clone));
	await list.part('bench', async () => bench(list));
	rmSync(join(clone, '..'), { recursive: true, force: true });
}

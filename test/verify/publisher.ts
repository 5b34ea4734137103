import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from '../support/sources';
import type { Killed } from '../simulation/killedInstance';
import type { Pace } from '../simulation/publishingPace';
import type { Figures } from '../simulation/twoWorkers';
import { freshClone } from './clone';
import type { DoneList } from './check';
import { ended } from './reports';
import { figuresOf, run } from './run';

interface Cell {
	scenario: string;
	fault: string;
	call: string;
	duplicates: number;
	lost: number;
	person: boolean;
}

function tests(list: DoneList, clone: string) {
	const { status, output, minutes } = run(clone, ['test']);
	const summary = /^\d+ passed, \d+ failed.*$/m.exec(output)?.[0] ?? 'no summary';
	list.check('npm test in a fresh clone', status === 0, `${summary} in ${minutes} min`);
	list.check('… under 25 minutes', Number(minutes) < 25, `${minutes} min`);
	const lines: [what: string, suite: string, name: RegExp, file?: RegExp][] = [
		['check finds every planted violation of ≥ 300 contents', 'unit', /corpus of planted violations/],
		['… and raises no false alarm on ≥ 300 good ones', 'unit', /corpus of good contents/],
		['1,000 contents × all networks planned and checked in < 1 s of CPU', 'unit', /second of CPU/],
		['check, adapt, publish, schedule, reconcile, delete through the node', 'operations', /./, /operations\/publisher/],
		['Content Import: encodings, headers, dates, conflicts, 100,000 rows', 'unit', /./, /contentImport/],
		['… through the node', 'operations', /./, /contentImport/],
		['n8n killed or stopped while it publishes', 'e2e', /./, /e2e\/publisher/],
		['every publishing workflow runs end to end', 'e2e', /publishing workflows|approv|draft/i],
		['shipped workflows are sound', 'workflows', /publishing/],
		['the timeline page shows the publications', 'unit', /./, /sandbox\/publications/],
	];
	for (const [what, suite, name, file] of lines) {
		const { held, figure } = ended(clone, suite, name, file);
		// These tests print what they have counted.
		const told = [/planted: (.*)/, /good: (.*)/, /planned and checked: (.*)/][lines.findIndex(([one]) => one === what)]?.exec(output)?.[1];
		list.check(what, held, [told, figure].filter(Boolean).join('; '));
	}
}

const faultsOf = (cells: Cell[]) => [...new Set(cells.map(({ fault }) => fault))].map((fault) => `${fault}: ${cells.filter((cell) => cell.fault === fault).length}`).join(' · ');

function crashes(list: DoneList, clone: string) {
	const files = ['meta', 'others'].map((part) => join(clone, '.qmark', `crash-matrix-${part}.json`));
	for (const file of files) rmSync(file, { force: true });
	const { status, stderr } = spawnSync('npm', ['test', '--', 'crash'], { cwd: clone, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NODE_OPTIONS: '', CRASH_MATRIX: 'all' } });
	if (!files.every((file) => existsSync(file))) throw new Error(`The crash matrix left no figures: ${stderr.slice(-300)}`);
	const cells = files.flatMap((file): Cell[] => JSON.parse(readFileSync(file, 'utf8')).cells);
	const sum = (of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
	const person = cells.filter((cell) => cell.person);
	list.check('crash matrix: runs', cells.length >= 1000, `${cells.length} over ${new Set(cells.map(({ scenario }) => scenario)).size} kinds of publication and ${new Set(cells.map(({ scenario, call }) => scenario + call)).size} calls`);
	list.check('… duplicates', sum(({ duplicates }) => duplicates) === 0, sum(({ duplicates }) => duplicates));
	list.check('… lost', sum(({ lost }) => lost) === 0, sum(({ lost }) => lost));
	list.check('… every test of it passed', status === 0, status === 0 ? 'all' : 'not all');
	list.check('… every fault', cells.some(({ fault }) => fault.startsWith('SIGKILL')), faultsOf(cells));
	const share = (network: string, control: boolean) => {
		const some = cells.filter(({ scenario }) => scenario.startsWith(network) && (network !== 'telegram' || scenario.includes('control chat') === control));
		return `${((some.filter((cell) => cell.person).length / Math.max(1, some.length)) * 100).toFixed(1)} % of ${some.length}`;
	};
	list.check('… needed a person', person.length / cells.length < 0.25, `${person.length} of ${cells.length}: Facebook ${share('facebook', false)}, Instagram ${share('instagram', false)}, Telegram ${share('telegram', false)}, with a control chat ${share('telegram', true)}`);
}

function instance(list: DoneList, clone: string) {
	const kills = figuresOf<Killed[]>(clone, 'test/simulation/killAll.ts');
	const sum = (of: (one: Killed) => number) => kills.reduce((all, one) => all + of(one), 0);
	list.check('a real n8n killed by SIGKILL at the calls of every network: duplicates', sum(({ duplicates }) => duplicates) === 0 && kills.length >= 10, `${sum(({ duplicates }) => duplicates)} in ${kills.length} kills`);
	list.check('… lost', sum(({ lost }) => lost) === 0, sum(({ lost }) => lost));
	list.check('… a person asked, by Telegram alone', kills.every(({ asked }) => asked.every((network) => network === 'telegram')), `${kills.filter(({ asked }) => asked.length > 0).length} of ${kills.length}`);
}

function workers(list: DoneList, clone: string) {
	for (const { journal, runs, wanted, published, duplicates, lost, seconds } of figuresOf<Figures[]>(clone, 'test/simulation/twoWorkers.ts')) {
		list.check(`two queue workers, journal in ${journal}: duplicates`, duplicates === 0, `${duplicates} of ${wanted} by ${runs} runs of the same contents in ${seconds} s`);
		list.check(`… lost`, lost === 0 && published === wanted, `${lost}; ${published} published`);
	}
}

function pace(list: DoneList, clone: string) {
	const [ceiling, lifted] = figuresOf<Pace[]>(clone, 'test/simulation/publishingPace.ts');
	if (!ceiling || !lifted) throw new Error('The pace was not measured.');
	// 4 % of Telegram's ceiling are left for messages that arrive closer together than they left.
	list.check('at Telegram’s ceiling the ceiling is what bounds', ceiling.perSecond >= 0.9 * 30, `${ceiling.perSecond} messages/s of ${ceiling.contents} contents; 30 are allowed, ${ceiling.refused} × 429`);
	list.check('… QMARK and n8n themselves could do more', lifted.perSecond > 30, `${lifted.perSecond} messages/s with the ceiling lifted`);
}

function guides(list: DoneList) {
	const pages = ['en', 'fr'].flatMap((language) => ['publisher', 'import-content'].map((name) => join('docs', language, `${name}.md`)));
	const missing = pages.filter((file) => !existsSync(join(root, file)));
	list.check('guides in English and French', missing.length === 0, missing.length === 0 ? pages.join(', ') : `missing ${missing.join(', ')}`);
	const bare = ['en', 'fr'].filter((language) => !/!\[[^\]]*\]\([^)]*images\/[^)]+\)/.test(readFileSync(join(root, 'docs', language, 'publisher.md'), 'utf8')));
	list.check('… with screenshots from the running editor', bare.length === 0, bare.length === 0 ? 'in both' : `none in ${bare.join(', ')}`);
}

/** The done list of “publish everywhere, exactly once”. Parts: `test`, `crash`, `instance`, `workers`, `pace`, `guides`. */
export async function publisher(list: DoneList): Promise<void> {
	const clone = list.clone ?? freshClone(root);
	console.log(`clone: ${clone}`);
	await list.part('test', async () => tests(list, clone));
	await list.part('crash', async () => crashes(list, clone));
	await list.part('instance', async () => instance(list, clone));
	await list.part('workers', async () => workers(list, clone));
	await list.part('pace', async () => pace(list, clone));
	await list.part('guides', async () => guides(list));
}

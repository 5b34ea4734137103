import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layCalendar } from '../../sandbox/calendar';
import { firstWorkflow, importWorkflows } from '../../sandbox/demo';
import type { Execution, StoredWorkflow } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { networksAt } from './networks';

interface Row {
	id: string;
	date: string;
	text: string;
	networks: string;
	/** Files the post shows. */
	files: number;
}

/** Rows of the shipped calendar that no network can take: a PNG for Instagram, and a network that does not exist. */
const broken = ['P05', 'P09'];

/** RFC 4180, as far as the calendar uses it. */
function readCsv(csv: string): Row[] {
	const cells = (line: string) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
	const [heading = '', ...lines] = csv.split(/\r?\n(?=P\d|$)/).filter(Boolean);
	const names = cells(heading);
	return lines.map((line) => {
		const row = Object.fromEntries(cells(line).map((cell, index) => [names[index], cell]));
		const { id = '', date = '', text = '', networks = '', image = '', video = '', carousel = '' } = row;
		return { id, date, text, networks, files: [image, video, ...carousel.split('|')].filter(Boolean).length };
	});
}

/** The shipped workflow over the shipped calendar, as `npm start` runs it. */
export function calendar(stage: () => Stage) {
	let rows: Row[] = [];
	let due: { row: Row; network: string }[] = [];
	let workflow: StoredWorkflow;
	let first: Execution;
	const controls = () => networksAt(stage().networks.origin);

	beforeAll(async () => {
		const { operator, networks, files } = stage();
		const source = join(root, 'workflows', 'publishing', 'content-calendar.csv');
		layCalendar({ source, files, origin: networks.origin, now: new Date() });
		rows = readCsv(readFileSync(join(files, 'content-calendar.csv'), 'utf8'));
		await importWorkflows(operator, root);
		const imported = await operator.workflows.find(firstWorkflow);
		if (!imported) throw new Error(`“${firstWorkflow}” is not among the shipped workflows.`);
		workflow = imported;
		const isDue = ({ id, date }: Row) => !broken.includes(id) && new Date(date) <= new Date();
		due = rows.filter(isDue).flatMap((row) => row.networks.split('|').map((network) => ({ row, network })));
		first = await operator.workflows.run(workflow);
	});

	test('the run succeeds', () => {
		expect({ status: first.status, error: first.error }).toEqual({ status: 'success', error: undefined });
		expect(due.length).toBeGreaterThan(10);
	});

	test('every due row is on each of its networks exactly once, with its text and media', async () => {
		const timeline = await controls().timeline();
		const shown = due.map(({ row, network }) => {
			const posts = timeline.filter((entry) => entry.network === network && entry.text.startsWith(row.text));
			return { id: row.id, network, times: posts.length, files: posts[0]?.media.length };
		});
		expect(shown).toEqual(due.map(({ row, network }) => ({ id: row.id, network, times: 1, files: row.files })));
	});

	test('nothing else is on the networks: no row before its date, no broken one', async () => {
		const timeline = await controls().timeline();
		const known = due.map(({ row, network }) => ({ network, text: row.text }));
		const others = timeline.filter((entry) => !known.some(({ network, text }) => entry.network === network && entry.text.startsWith(text)));
		expect(others).toEqual([]);
	});

	test('the report names what was published, with its address', () => {
		const published = first.items('Report').filter(({ json }) => json.status === 'published');
		expect(published.map(({ json }) => [json.row, json.network]).sort()).toEqual(due.map(({ row, network }) => [row.id, network]).sort());
		for (const { json } of published) expect(json).toMatchObject({ id: expect.stringMatching(/./), permalink: expect.stringMatching(/^https?:\/\//) });
	});

	test('the report says of each broken row what is wrong and what to do', () => {
		const refused = first.items('Report').filter(({ json }) => json.status !== 'published').map(({ json }) => json);
		expect(refused).toMatchObject([
			{ row: 'P05', network: 'instagram', status: 'refused', reason: expect.stringContaining('JPEG'), hint: expect.stringMatching(/./) },
			{ row: 'P09', status: 'refused', reason: expect.stringContaining('instagran'), hint: expect.stringMatching(/./) },
		]);
	});

	test('a second run publishes nothing twice', async () => {
		const before = (await controls().timeline()).length;
		const second = await stage().operator.workflows.run(workflow);
		expect({ status: second.status, error: second.error }).toEqual({ status: 'success', error: undefined });
		expect((await controls().timeline()).length).toBe(before);
	});
}

import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { workflows } from './files';

interface Checked {
	json: { problem: string; kind: string; networks: string[]; carousel: string[]; alt_text: string[] };
}

const code = workflows
	.find(({ workflow }) => workflow.name === 'Publish content calendar')
	?.workflow.nodes.find(({ name }) => name === 'Check each row')?.parameters.jsCode;

/** Runs the Code node “Check each row” as n8n does, on rows as the CSV gives them. */
function check(...rows: Record<string, string>[]): Checked['json'][] {
	const $input = { all: () => rows.map((json) => ({ json })) };
	const checked: Checked[] = runInNewContext(`(() => { ${String(code)} })()`, { $input, DateTime });
	return checked.map(({ json }) => json);
}

const row = { id: 'P01', date: '2026-11-16T09:00', text: 'Bonjour', image: '', video: '', carousel: '', networks: 'facebook', alt_text: '', link: '' };
const image = 'https://shop.example/rose.jpg';

test.each([
	['text', { networks: ' Facebook | telegram ' }],
	['image', { image, networks: 'instagram' }],
	['video', { video: 'https://shop.example/reel.mp4', networks: 'instagram' }],
	['carousel', { carousel: `${image} | ${image}`, networks: 'instagram' }],
	['image', { image, text: '' }],
])('a sound row of kind %s passes', (kind, fields) => {
	const [checked] = check({ ...row, ...fields });
	expect(checked).toMatchObject({ problem: '', kind });
});

test('lists are read from their cells', () => {
	const [checked] = check({ ...row, carousel: `${image}|${image}`, alt_text: 'One|Two', networks: 'Facebook|INSTAGRAM' });
	expect(checked).toMatchObject({ networks: ['facebook', 'instagram'], carousel: [image, image], alt_text: ['One', 'Two'] });
});

test.each([
	['id', { id: '' }],
	['date', { date: '16/11/2026' }],
	['date', { date: '' }],
	['networks', { networks: '' }],
	['networks', { networks: 'facebook|instagran' }],
	['image and video', { image, video: 'https://shop.example/reel.mp4' }],
	['text', { text: '' }],
	['image', { networks: 'facebook|instagram' }],
	['carousel', { carousel: image }],
	['carousel', { carousel: new Array(11).fill(image).join('|') }],
	['image', { image: 'rose.jpg' }],
])('a broken row is refused in words that begin with the column: %s %j', (column, fields) => {
	const [checked] = check({ ...row, ...fields });
	expect(checked?.problem).toMatch(new RegExp(`^${column}: .+\\.$`));
});

test('an id that stands twice is refused in both rows', () => {
	expect(check(row, row, { ...row, id: 'P02' }).map(({ problem }) => problem !== '')).toEqual([true, true, false]);
});

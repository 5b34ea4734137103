import type { IDataObject } from 'n8n-workflow';
import { fieldNames, fields } from '../../../nodes/QmarkContentImport/fields';
import { readContent } from '../../../nodes/model/readContent';
import { contentsOf, importFile, importRows, problemsOf } from './importing';

const cells = [
	...['', ' ', 'Bonjour', 'facebook', 'https://x.example/a.jpg', '24/11/2026', '9h30', '31/02/2026', '12', '46350.4', 'Europe/Paris', '#a', '@b', 'a|b', '{}', '\u0000', '🌷', 'constructor', '__proto__'],
	...[0, 1, 0.5, 46_350, 1e21, -1, true, false, null, undefined],
	...[[], {}, [null], [[]], ['facebook', 3], { url: 'https://x.example/a.mp4' }, { url: { url: 'x' } }, { $: null }, { network: 'ig' }, { a: { b: {} } }, new Date('2026-11-24T08:00:00Z'), new Date('x')],
];

test('whatever stands in whatever column, every row is accounted for, and contents can be read by nodes that publish', () => {
	let state = 7;
	const random = (below: number) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
	const headers = [...fieldNames.map((field) => fields[field].headers[0] ?? ''), 'text facebook', 'constructor', 'Prix'];
	for (let table = 0; table < 300; table++) {
		const rows = Array.from({ length: 1 + random(8) }, (): IDataObject => Object.fromEntries(headers.filter(() => random(3) === 0).map((header) => [header, cells[random(cells.length)]])));
		const outcome = importRows([{ text: 'Bonjour', image: '' }, ...rows]);
		const { rows: all, contents, duplicates, failed, empty } = outcome.counts;
		expect(contents + duplicates + failed + empty).toBe(all);
		expect(outcome.contents).toHaveLength(contents);
		const failing = new Set(problemsOf(outcome).filter(({ severity }) => severity === 'error').map(({ row }) => row));
		expect(failing.size).toBeGreaterThanOrEqual(failed);
		expect(new Set(contentsOf(outcome).map(({ id }) => id)).size).toBe(contents);
		for (const json of contentsOf(outcome)) expect(readContent({ ...json }).unreadable).toEqual([]);
	}
});

test.each([
	['spaces in a list of addresses', () => importRows([{ text: 'x', image: `https://x.example/a.jpg${' '.repeat(500_000)}x` }])],
	['line breaks in a list of addresses', () => importRows([{ text: 'x', image: `https://x.example/a.jpg${' \n'.repeat(250_000)}x` }])],
	['brackets behind a date', () => importRows([{ text: 'x', date: `24/11/2026 ${'('.repeat(500_000)}` }])],
	['spaces for a time', () => importRows([{ text: 'x', date: '24/11/2026', time: `9${' '.repeat(500_000)}` }])],
	['marks of hashtags', () => importRows([{ text: 'x', hashtags: '#'.repeat(500_000) }])],
	['separators', () => importRows([{ text: 'x', networks: '|;, '.repeat(200_000), mentions: '@ '.repeat(200_000) }])],
	['quotation marks', () => importFile(`text\n${'"'.repeat(500_001)}`)],
	['a JSON text that never closes', () => importFile(`[{"text": "${'a\\n'.repeat(1_000_000)}`)],
])('half a megabyte of %s takes no time', (_, run) => {
	const begun = process.cpuUsage();
	run();
	expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(3);
});

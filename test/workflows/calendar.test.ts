import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sniff } from '../../sandbox/networks/sniff';
import { calendarOf } from '../support/calendar';
import { root } from '../support/sources';
import { read } from './files';

const path = 'workflows/publishing/content-calendar.csv';
const samples = join(root, 'sandbox', 'networks', 'media');
const files = readdirSync(samples).filter((name) => /\.(jpg|png|mp4|ogg)$/.test(name));
const sample = (name: string) => readFileSync(join(samples, name));

describe('the content calendar', () => {
	const csv = read(path);
	const rows = calendarOf(join(root, path));
	const days = [...csv.matchAll(/^P\d\d,(\d{4}-\d\d-\d\d)T\d\d:\d\d,/gm)].map(([, day = '']) => Date.parse(day));

	test('covers two weeks in 16 rows with ids of their own, in order', () => {
		expect(rows).toHaveLength(16);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(16);
		expect(days).toHaveLength(16);
		expect(days).toEqual([...days].sort((a, b) => a - b));
		expect(((days.at(-1) ?? 0) - (days[0] ?? 0)) / 86_400_000 + 1).toBe(14);
	});

	test('has exactly two broken rows, both in the first week', () => {
		expect(rows.filter(({ broken }) => broken).map(({ id }) => id)).toEqual(['P05', 'P09']);
	});

	test('speaks French with accents and emojis, once Portuguese', () => {
		expect(csv).toMatch(/é/);
		expect(csv).toMatch(/\p{Extended_Pictographic}/u);
		expect(rows.filter(({ text }) => /língua portuguesa/.test(text))).toHaveLength(1);
	});

	test('reaches every network with every kind of post', () => {
		expect(new Set(rows.flatMap(({ networks }) => networks))).toEqual(new Set(['facebook', 'instagram', 'telegram', 'instagran']));
		for (const column of [/,"?http\S+\.jpg"?,,,/, /,,http\S+\.mp4,,/, /,,,http\S+\|http\S+,/, /,,,,(facebook\||telegram)/]) expect(csv).toMatch(column);
	});

	test('names media that the sandbox serves', () => {
		const named = [...csv.matchAll(/https?:\/\/[^,|"\s]*\/media\/samples\/([\w.-]+)/g)].map(([, name = '']) => name);
		expect(named.length).toBeGreaterThan(10);
		for (const name of named) expect(files).toContain(name);
		expect(csv.match(/\/media\//g)).toHaveLength(csv.match(/http:\/\/127\.0\.0\.1:4010\/media\/samples\//g)?.length ?? 0);
	});
});

describe('the sample media', () => {
	test.each(files.filter((name) => name.endsWith('.jpg')))('%s is a JPEG that every network takes', (name) => {
		const { mime, width = 0, height = 0 } = sniff(sample(name)) ?? {};
		expect(mime).toBe('image/jpeg');
		expect(`${width}×${height}`).toMatch(/^1080×(1080|1350)$/);
		expect(sample(name).length).toBeLessThan(150_000);
	});

	test.each(files.filter((name) => name.endsWith('.mp4')))('%s is a small MP4 that plays while it loads', (name) => {
		const bytes = sample(name);
		expect(sniff(bytes)?.mime).toBe('video/mp4');
		expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
		expect(bytes.length).toBeLessThan(400_000);
	});

	test('there are eight or more photos, a PNG, two videos and a voice message', () => {
		const count = (ending: string) => files.filter((name) => name.endsWith(ending)).length;
		expect([count('.jpg') >= 8, count('.png'), count('.mp4'), count('.ogg')]).toEqual([true, 1, 2, 1]);
	});
});

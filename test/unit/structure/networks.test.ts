import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/sources';

const recipe = readFileSync(join(root, 'docs', 'adding-a-network.md'), 'utf8');

/** The files of the recipe's last table. */
const shared = [...recipe.slice(recipe.indexOf('## 3. Shared files')).matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path);

const scanned = ['nodes', 'credentials', 'sandbox', 'test'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|js|json|svg|css|html)$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')),
);

const isOwn = (path: string) => /youtube/i.test(path);

/** What mentions YouTube without knowing it as a network. */
const otherwise = [
	// This test.
	/^test\/unit\/structure\/networks\.test\.ts$/,
	// Google Ads shows ads on YouTube, too, and calls that so.
	/^sandbox\/networks\/google\/(ads|dataManager)\//,
	/package-lock\.json$/,
	// Stories that are told on several networks, and the workflows that QMARK ships.
	/^test\/(simulation|verify)\//,
	/^test\/e2e\/\w+Everywhere\.ts$/,
	/^test\/workflows\/.*\.test\.ts$/,
];

const mentions = (path: string) => /youtube/i.test(readFileSync(join(root, path), 'utf8'));

const own = scanned.filter(isOwn);
const touched = [...scanned, 'index.ts', 'package.json'].filter((path) => !isOwn(path) && !otherwise.some((pattern) => pattern.test(path)) && mentions(path));

test('a network joins by its own files and by the shared ones that the recipe names, and no other', () => {
	console.log(`YouTube: ${own.length} files of its own, ${touched.length} shared files with an entry (${touched.filter((path) => path.startsWith('test/')).length} of them tests)`);
	expect(touched.sort()).toEqual([...shared].sort());
});

/** The places of its first table, as YouTube's files fill them. */
const kinds = [...recipe.slice(recipe.indexOf('## 1.'), recipe.indexOf('## 2.')).matchAll(/`([^`]+\/[^`]*<x>[^`]*|[^`]+\/[^`]*<X>[^`]*)`/g)]
	.map(([, place = '']) => place)
	.filter((place) => !place.startsWith('docs/'))
	.map((place) => ({ place, pattern: new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[\\w.]*').replace(/\{(\w+),(\w+)\}/, '($1|$2)').replace('sandbox/networks/', 'sandbox/networks/(\\w+/)?').replaceAll('<x>', 'youtube').replaceAll('<X>', 'YouTube')}${place.endsWith('/') ? '' : '$'}`) }));

test('the recipe names every kind of file that YouTube has, and none that it has not', () => {
	expect(kinds.length).toBeGreaterThan(10);
	expect(kinds.filter(({ pattern }) => !own.some((path) => pattern.test(path)))).toEqual([]);
	const besides = /^nodes\/icons\/youtube\.dark\.svg$/;
	expect(own.filter((path) => !besides.test(path) && !kinds.some(({ pattern }) => pattern.test(path)))).toEqual([]);
});

test('every link of the recipe leads to a file', () => {
	const links = [...recipe.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
	expect(links.length).toBeGreaterThan(10);
	for (const path of links) expect(() => readdirSync(join(root, 'docs', path, '..'))).not.toThrow();
	const names = links.map((path) => join(root, 'docs', path));
	expect(names.filter((path) => !readdirSync(join(path, '..')).includes(path.split('/').at(-1) ?? ''))).toEqual([]);
});

import { basename, dirname } from 'node:path/posix';
import { sources } from '../../support/sources';

const tests = sources('test/operations');
const tables = sources('nodes').filter(({ path }) => path.endsWith('/operations/index.ts')).map(({ path }) => dirname(dirname(path)));

/** `QmarkMetaAds` → `metaads`: its operation tests stand in `metaAds`, those of a brand such as LinkedIn in `linkedin`. */
const folderOf = (node: string) => basename(node).replace('Qmark', '').toLowerCase();
const isTestOf = (node: string, path: string) => path.toLowerCase().startsWith(`test/operations/${folderOf(node)}/`);

test('there are operation tables', () => {
	expect(tables.length).toBeGreaterThan(0);
});

test.each(tables)('%s: every operation is tried on the wire', (node) => {
	const text = tests.filter(({ path }) => isTestOf(node, path)).map((file) => file.text).join('\n');
	const operations = sources(`${node}/operations`).flatMap((file) => [...file.text.matchAll(/^\toperation: '(\w+)',$/gm)].map(([, name = '']) => name));
	expect(operations.length).toBeGreaterThan(0);
	// Named alone, or behind its resource: `'createText'`, `'post:publishText'`.
	expect(operations.filter((name) => !new RegExp(`['"\`:]${name}['"\`]`).test(text))).toEqual([]);
});

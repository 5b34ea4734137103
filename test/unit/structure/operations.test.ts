import { basename, dirname } from 'node:path/posix';
import { sources } from '../../support/sources';

const tests = sources('test/operations');
const tables = sources('nodes').filter(({ path }) => path.endsWith('/operations/index.ts')).map(({ path }) => dirname(dirname(path)));

/** `QmarkMetaAds` → `metaAds`, where its operation tests stand. */
const folderOf = (node: string) => basename(node).replace('Qmark', '').replace(/^./, (first) => first.toLowerCase());

test('there are operation tables', () => {
	expect(tables.length).toBeGreaterThan(0);
});

test.each(tables)('%s: every operation is tried on the wire', (node) => {
	const text = tests.filter(({ path }) => path.startsWith(`test/operations/${folderOf(node)}/`)).map((file) => file.text).join('\n');
	const operations = sources(`${node}/operations`).flatMap((file) => [...file.text.matchAll(/^\toperation: '(\w+)',$/gm)].map(([, name = '']) => name));
	expect(operations.length).toBeGreaterThan(0);
	// Named alone, or behind its resource: `'createText'`, `'post:publishText'`.
	expect(operations.filter((name) => !new RegExp(`['"\`:]${name}['"\`]`).test(text))).toEqual([]);
});

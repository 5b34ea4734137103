import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import manifest from '../../../package.json';
import { importsOf, root, sources } from '../../support/sources';
import type { Source } from '../../support/sources';

const nodes = sources('nodes');
const credentials = sources('credentials');
const shipped = [...nodes, ...credentials];

/** `nodes/QmarkX`, `nodes/core`, `nodes/networks`, `nodes/platforms`, `nodes/model` or `credentials`. */
const roomOf = (path: string) => (path.startsWith('credentials') ? 'credentials' : path.split('/').slice(0, 2).join('/'));

const allowed = (room: string): string[] => {
	if (room === 'credentials') return [];
	if (room === 'nodes/core' || room === 'nodes/model') return [];
	if (room === 'nodes/platforms') return ['nodes/core', 'nodes/model'];
	if (room === 'nodes/networks') return ['nodes/core', 'nodes/model', 'nodes/platforms'];
	return ['nodes/core', 'nodes/model', 'nodes/platforms', 'nodes/networks'];
};

/** Token Guard knows which permission each operation needs from the operations’ own tables, as data. */
const readsTables = (room: string, target: string) => room === 'nodes/QmarkTokenGuard' && /^nodes\/Qmark\w+\/operations$/.test(target);

const strays = (file: Source) =>
	importsOf(file).flatMap(({ from, typeOnly }) => {
		const room = roomOf(file.path);
		if (!from.startsWith('.')) {
			const known = from === 'n8n-workflow' || from === 'node:crypto' || (typeOnly && room !== 'nodes/core');
			return known ? [] : [`${file.path} → ${from}`];
		}
		const target = roomOf(join(dirname(file.path), from));
		return target === room || allowed(room).includes(target) || readsTables(room, join(dirname(file.path), from)) ? [] : [`${file.path} → ${target}`];
	});

test('imports go one way: nodes → networks → platforms → core, and no node knows another', () => {
	expect(shipped.flatMap(strays)).toEqual([]);
});

const longer = (files: Source[], most: number) => files.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines}`);
const isOperation = ({ path }: Source) => /\/operations\/(?!index)[^/]+\.ts$/.test(path);

test('an operation has at most 40 lines, a core file 150, no file more than 300', () => {
	expect(longer(nodes.filter(isOperation), 40)).toEqual([]);
	expect(longer(nodes.filter(({ path }) => path.startsWith('nodes/core/')), 150)).toEqual([]);
	expect(longer([...shipped, ...sources('sandbox'), ...sources('test'), ...sources('docs')], 300)).toEqual([]);
});

test('nothing switches a rule off or casts its way around the compiler', () => {
	const evasions = /eslint-disable|@ts-ignore|@ts-nocheck|as any\b|as unknown as/;
	expect(shipped.filter(({ text }) => evasions.test(text)).map(({ path }) => path)).toEqual([]);
});

test('an operation holds no loop, no catch, no switch and no version', () => {
	const foreign = /\bfor \(|\bwhile \(|\bcatch\b|\bswitch\b|\/v\d+\.\d|https?:\/\/(?!\S*\n?.*(\*\/|'))/;
	const bodies = nodes.filter(isOperation).map(({ path, text }) => ({ path, code: text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/(placeholder|description|hint): '[^']*'/g, '') }));
	expect(bodies.filter(({ code }) => foreign.test(code)).map(({ path }) => path)).toEqual([]);
});

test('adding an operation touches two files: its own and its index, which lists every one', () => {
	for (const index of nodes.filter(({ path }) => path.endsWith('/operations/index.ts'))) {
		const folder = dirname(index.path);
		const files = nodes.filter((file) => isOperation(file) && dirname(file.path) === folder).map(({ path }) => relative(folder, path).replace('.ts', ''));
		const listed = /\[([\s\S]*)\]/.exec(index.text)?.[1]?.split(',').map((name) => name.trim()).filter(Boolean) ?? [];
		expect(listed.sort()).toEqual(files.sort());
	}
});

test('every node and credential file is registered in package.json, in index.ts and nowhere else', () => {
	const files = shipped.filter(({ path }) => /\.(node|credentials)\.ts$/.test(path)).map(({ path }) => `dist/${path.replace('.ts', '.js')}`);
	expect([...manifest.n8n.nodes, ...manifest.n8n.credentials].sort()).toEqual(files.sort());
	const front = { path: 'index.ts', text: readFileSync(join(root, 'index.ts'), 'utf8'), lines: 0 };
	expect(importsOf(front).map(({ from }) => `dist/${from.slice(2)}.js`).sort()).toEqual(files.sort());
	expect(Object.keys(manifest)).not.toContain('dependencies');
});

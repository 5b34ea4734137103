import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cell, replaceBetween, table } from './markdown';
import { byResource, linkTo, menusOf, nodes, plainNodes, root, titled } from './nodes';

function operationsTable(): string {
	const rows = nodes.flatMap((node) =>
		byResource(node.operations).map(([resource, found], position) => [
			position === 0 ? `**[${node.description.displayName}](docs/reference/${node.page}.md)**` : '',
			titled(resource),
			found.map((operation) => linkTo(node, operation, operation.name, 'docs/reference/')).join(', '),
		]),
	);
	const plain = plainNodes.flatMap((node) =>
		menusOf(node).map(({ displayName, resource = displayName, choices }, position) => [
			position === 0 ? `**[${node.description.displayName}](docs/reference/${node.page}.md)**` : '',
			resource,
			choices.map(({ name }) => cell(name)).join(', '),
		]),
	);
	const count = nodes.reduce((sum, { operations }) => sum + operations.length, 0);
	return `${table([['Node', 'Resource', 'Operations'], ...rows, ...plain])}\n\n${count} operations in ${nodes.length} nodes, and ${plainNodes.length} nodes more.`;
}

/** One line of test/bench/results/latest.json; `ratio` is qmark / native. */
interface Measured {
	name: string;
	unit: string;
	qmark: number;
	native: number;
	ratio: number | null;
}

function benchTable(): string {
	const file = join(root, 'test', 'bench', 'results', 'latest.json');
	if (!existsSync(file)) return 'No figures are kept yet: `npm run bench` measures them on your machine.';
	const rows: Measured[] = JSON.parse(readFileSync(file, 'utf8'));
	const shown = (value: number | null) => (value === null || !Number.isFinite(value) ? '' : value.toLocaleString('en', { maximumSignificantDigits: 4 }));
	const cells = rows.map(({ name, unit, qmark, native, ratio }) => [cell(name), cell(unit), shown(qmark), shown(native), shown(ratio)]);
	return table([['', 'Unit', 'QMARK', 'n8n’s own node', 'QMARK / own'], ...cells], 'llrrr');
}

const source = (file: string) => `\`${file}\`:\n\n\`\`\`ts\n${readFileSync(join(root, file), 'utf8').trimEnd()}\n\`\`\``;

/** A real operation and the two lines of its index, so that the example cannot grow old. */
function example(): string {
	const name = 'hideComment';
	const index = 'nodes/QmarkFacebook/operations/index.ts';
	const lines = readFileSync(join(root, index), 'utf8').split('\n').filter((line) => line.includes(name));
	return `${source(`nodes/QmarkFacebook/operations/${name}.ts`)}\n\nand in \`${index}\` one import and one entry:\n\n\`\`\`ts\n${lines.join('\n')}\n\`\`\``;
}

/** README.md with its generated parts made anew. */
export function readme(): string {
	const text = readFileSync(join(root, 'README.md'), 'utf8');
	const parts = { operations: operationsTable(), bench: benchTable(), example: example() };
	return Object.entries(parts).reduce((changed, [name, content]) => replaceBetween(changed, name, content), text);
}

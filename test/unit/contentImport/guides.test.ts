import { bare } from '../../../nodes/QmarkContentImport/cells';
import { fieldNames, fields } from '../../../nodes/QmarkContentImport/fields';
import { networkWords } from '../../../nodes/QmarkContentImport/networkNames';
import { matchOf, variantOf } from '../../../nodes/QmarkContentImport/headers';
import { contentsOf, importFile, problemsOf } from './importing';
import { read } from '../../workflows/files';

describe.each(['en', 'fr'])('the guide in docs/%s', (language) => {
	const guide = read(`docs/${language}/import-content.md`);
	const table = guide.split('\n## ').find((section) => section.includes('| `publishAt` |')) ?? '';
	const cells = table.split('\n').filter((line) => line.startsWith('| ')).slice(2).flatMap((line) => line.split('|').slice(2, -1));
	const headers = cells.flatMap((cell) => cell.split(/[,;…]/)).map((header) => header.trim()).filter(Boolean);

	test('lists every header that is understood, and no other', () => {
		const listed = new Set(headers.map(bare));
		expect(fieldNames.flatMap((field) => fields[field].headers).filter((header) => !listed.has(bare(header)))).toEqual([]);
		expect(headers.filter((header) => !matchOf(header) && !variantOf(header))).toEqual([]);
	});

	test('names every network', () => {
		expect(Object.keys(networkWords).filter((network) => !guide.includes(`\`${network}\``))).toEqual([]);
	});

	test('shows what its example becomes', () => {
		const example = (kind: string) => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? '';
		const outcome = importFile(example('csv'));
		const [content] = contentsOf(outcome);
		expect(JSON.parse(JSON.stringify({ ...content, raw: undefined }))).toEqual({ ...JSON.parse(example('json')), raw: undefined });
		for (const { row, column, value, problem } of problemsOf(outcome)) expect(guide).toContain(`| ${row} | ${column} | ${value} | ${problem} |`);
		expect(outcome.counts).toMatchObject({ rows: 3, contents: 1, failed: 2 });
	});
});

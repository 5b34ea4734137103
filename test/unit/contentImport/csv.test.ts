import { parse } from 'csv-parse/sync';
import { csvRecords, delimiterOf, delimiters } from '../../../nodes/QmarkContentImport/csv';
import { isKnown } from '../../../nodes/QmarkContentImport/headers';
import { importFile, contentsOf, told } from './importing';

const cellsOf = (text: string, delimiter: string) => [...csvRecords(text, delimiter)].map(({ cells }) => cells);

/** The same numbers in every run. */
function randomFrom(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const pieces = ['a', 'é', '🌷', ' ', '  x', '"', '""', ',', ';', '\t', '|', '\n', '\r\n', 'lundi', '', '#', 'l’été', '0'];

/** A table with cells of everything that is hard in CSV, written as RFC 4180 says. */
function randomCsv(seed: number, delimiter: string) {
	const random = randomFrom(seed);
	const ending = ['\n', '\r\n', '\r'][random(3)] ?? '\n';
	const columns = 1 + random(6);
	const table = Array.from({ length: 1 + random(12) }, () => Array.from({ length: columns }, () => Array.from({ length: random(5) }, () => pieces[random(pieces.length)]).join('')));
	const write = (cell: string) => (/["\r\n]/.test(cell) || cell.includes(delimiter) || random(3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell);
	const text = table.map((row) => row.map(write).join(delimiter)).join(ending) + (random(2) === 0 ? ending : '');
	return { table, text, ending };
}

describe.each(delimiters)('with %j between the cells', (delimiter) => {
	test('500 random tables are read as csv-parse reads them', () => {
		for (let seed = 1; seed <= 500; seed++) {
			const { text, ending } = randomCsv(seed, delimiter);
			const theirs: string[][] = parse(text, { delimiter, record_delimiter: ending, relax_column_count: true });
			expect({ seed, text, cells: cellsOf(text, delimiter) }).toEqual({ seed, text, cells: theirs });
		}
	});

	test('the delimiter is found, though every other one stands in the cells', () => {
		const rest = delimiters.filter((other) => other !== delimiter);
		const cell = (text: string) => (text.includes(delimiter) ? `"${text}"` : text);
		const rows = [['id', 'texte', 'date'], ...Array.from({ length: 30 }, (_, index) => [`P${index}`, `Tulipes${rest.join(' ')}, renoncules; et | plus`, '24/11/2026'])];
		expect(delimiterOf(rows.map((row) => row.map(cell).join(delimiter)).join('\n'), isKnown)).toBe(delimiter);
	});
});

test.each([
	{ name: 'CRLF', text: 'a,b\r\nc,d\r\n', cells: [['a', 'b'], ['c', 'd']] },
	{ name: 'a lone CR', text: 'a,b\rc,d', cells: [['a', 'b'], ['c', 'd']] },
	{ name: 'an empty line', text: 'a\n\nb', cells: [['a'], [''], ['b']] },
	{ name: 'an empty last cell', text: 'a,', cells: [['a', '']] },
	{ name: 'a mark inside an unquoted cell', text: 'un écran de 5",oui', cells: [['un écran de 5"', 'oui']] },
	{ name: 'spaces around a quoted cell', text: 'a, "b, c" ,d', cells: [['a', 'b, c', 'd']] },
	{ name: 'nothing', text: '', cells: [] },
])('reads $name', ({ text, cells }) => {
	expect(cellsOf(text, ',')).toEqual(cells);
});

test('a quotation mark that is never closed is told with its line, and nothing of the file is imported', () => {
	const outcome = importFile('id,text\nP1,"deux\nlignes"\nP2,"jamais fermé\nP3,suite\n');
	expect(contentsOf(outcome)).toEqual([]);
	expect(told(outcome)).toEqual(['error 4 : A quotation mark opens in line 4 and is never closed.']);
});

test('Excel’s sep= line names the delimiter and is no row', () => {
	const outcome = importFile('sep=;\r\nid;text;networks\r\nP1;Bonjour, Nantes;facebook\r\nP2;;\r\n');
	expect(contentsOf(outcome)).toMatchObject([{ id: 'P1', text: 'Bonjour, Nantes' }]);
	expect(told(outcome)).toEqual(['error 3 : The row has neither a text nor a file nor a link.']);
});

test('rows are counted as a sheet shows them, line breaks inside cells and empty rows included', () => {
	const outcome = importFile('id,text,networks\nP1,"un\ndeux\ntrois",facebook\n,,\n\nP2,quatre,instagran\n,,\n');
	expect(contentsOf(outcome)).toMatchObject([{ id: 'P1', text: 'un\ndeux\ntrois' }]);
	expect(told(outcome)).toEqual(['warning 3 : 3 of 5 rows are empty and were left out: 3, 4, 6.', 'error 5 networks: “instagran” is no network that QMARK knows.']);
	expect(outcome.counts).toEqual({ rows: 5, contents: 1, duplicates: 0, failed: 1, empty: 3 });
});

test.each([
	{ name: 'a cell too many', rows: 'P1,Bonjour, Nantes,facebook', expected: ['error 2 column 4: The row has a cell in column 4, which has no header.', 'error 2 networks: “Nantes” is no network that QMARK knows.'] },
	{ name: 'empty cells too many', rows: 'P1,Bonjour,facebook,,', expected: [] },
	{ name: 'cells that are missing', rows: 'P1,Bonjour', expected: [] },
	{ name: 'text behind a closing mark', rows: 'P1,"Le "grand" bouquet",facebook', expected: ['error 2 text: Text goes on after the closing quotation mark of this cell.'] },
])('a row with $name', ({ rows, expected }) => {
	expect(told(importFile(`id,text,networks\n${rows}\n`))).toEqual(expected);
});

test('the same header twice is an error that names both columns', () => {
	const outcome = importFile('id,Texte,date,texte \nP1,Bonjour,,Salut\nP2,,,\n');
	expect(told(outcome)).toEqual(['error 1 texte: Columns 2 and 4 have the same header: “Texte” and “texte”.']);
	expect(outcome.counts).toEqual({ rows: 2, contents: 0, duplicates: 0, failed: 2, empty: 0 });
});

test.each([
	{ name: 'an XLSX file', file: Buffer.from('PK\u0003\u0004rest'), problem: /is a spreadsheet \(XLSX or ODS\), not CSV or JSON/ },
	{ name: 'a PDF', file: Buffer.from('%PDF-1.7'), problem: /is a PDF/ },
	{ name: 'an empty file', file: Buffer.from(' \n'), problem: /The file is empty/ },
	{ name: 'a header alone', file: Buffer.from('id,text\n'), problem: /no rows below its header/ },
	{ name: 'columns that say nothing', file: Buffer.from('Nom,Prix\nTulipe,3\n'), problem: /No column holds a text, a file or a link: the columns are “Nom” and “Prix”/ },
])('$name is told once', ({ file, problem }) => {
	const outcome = importFile(file);
	expect(outcome.contents).toEqual([]);
	expect(outcome.problems.filter(({ json }) => json.code !== 'unknown-column').map(({ json }) => json.problem)).toEqual([expect.stringMatching(problem)]);
});

import { decode } from '../../../nodes/QmarkContentImport/decode';
import { delimiters } from '../../../nodes/QmarkContentImport/csv';
import { tableIn } from '../../../nodes/QmarkContentImport/files';
import { contentsOf, importFile, told } from './importing';

const bom = '\uFEFF';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Only the signs of these tests that differ from Latin-1. */
const windows = (text: string) => Buffer.from(text.replace(/’/g, '\u0092').replace(/€/g, '\u0080').replace(/œ/g, '\u009c'), 'latin1');

const encodings: [string, (text: string) => Buffer, string][] = [
	['UTF-8', (text) => Buffer.from(text), 'utf-8'],
	['UTF-8 with a byte order mark', (text) => Buffer.from(bom + text), 'utf-8'],
	['UTF-16 LE with a byte order mark', (text) => Buffer.from(bom + text, 'utf16le'), 'utf-16le'],
	['UTF-16 LE', (text) => Buffer.from(text, 'utf16le'), 'utf-16le'],
	['UTF-16 BE with a byte order mark', (text) => utf16be(bom + text), 'utf-16be'],
	['UTF-16 BE', utf16be, 'utf-16be'],
	['Windows-1252', windows, 'windows-1252'],
];

const cases = encodings.flatMap(([name, write, encoding]) => delimiters.map((delimiter) => ({ name, write, encoding, delimiter })));

test.each(cases)('$name with $delimiter is read without being told', ({ write, encoding, delimiter }) => {
	const bytes = write(['identifiant,texte,réseaux', 'P1,L’été à 38 € : du cœur,facebook', 'P2,"Deux\r\nlignes",telegram'].join('\r\n').replaceAll(',', delimiter));
	expect(decode(bytes)?.encoding).toBe(encoding);
	const outcome = importFile(bytes);
	expect(contentsOf(outcome)).toMatchObject([{ id: 'P1', text: 'L’été à 38 € : du cœur', targets: [{ network: 'facebook' }] }, { id: 'P2', text: 'Deux\nlignes' }]);
	expect(told(outcome)).toEqual(encoding === 'windows-1252' ? ['warning 1 : The file is not in UTF-8 and was read as Windows-1252.'] : []);
});

test('all 256 signs of Windows-1252 are those of the standard', () => {
	const standard = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
	const expected = Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 && byte < 0xa0 ? standard.charAt(byte - 0x80) : String.fromCharCode(byte))).join('');
	expect(decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), 'windows-1252')?.text).toBe(expected);
});

test.each([
	{ encoding: 'utf-8', bytes: windows('id,text\nP1,été'), problem: 'The file is not in UTF-8.' },
	{ encoding: 'utf-16', bytes: Buffer.from('id,text\nP1,été!'), problem: 'The file is not in UTF-16.' },
] as const)('a file that is not in the chosen $encoding is refused', ({ encoding, bytes, problem }) => {
	const { faults, rows } = tableIn(bytes, 0, { field: 'data', delimiter: '', encoding });
	expect(faults.map(({ finding }) => finding.problem)).toEqual([problem]);
	expect(rows).toEqual([]);
});

test('the chosen encoding and delimiter win over what the file looks like', () => {
	const { columns, format } = tableIn(Buffer.from('texte;a,b;c\n'), 0, { field: 'data', delimiter: ',', encoding: 'windows-1252' });
	expect({ columns, format }).toEqual({ columns: ['texte;a', 'b;c'], format: 'Windows-1252, commas' });
});

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { QmarkContentImport } from '../../nodes/QmarkContentImport/QmarkContentImport.node';
import { readContent } from '../../nodes/model/readContent';
import { executeNode, jsonOf } from '../support/context';
import { read } from '../workflows/files';

const node = new QmarkContentImport();

async function run(parameters: IDataObject, items: INodeExecutionData[], continueOnFail = false) {
	const { outputs, hints } = await executeNode({ node, parameters: JSON.parse(JSON.stringify(parameters)), credentials: {}, items, continueOnFail });
	const [contents = [], problems = []] = outputs;
	return { contents, problems: jsonOf(problems), hints };
}

const fileItem = (text: string | Buffer, fileName = 'calendar.csv', field = 'data'): INodeExecutionData => ({ json: {}, binary: { [field]: { data: Buffer.from(text).toString('base64'), mimeType: 'text/csv', fileName } } });
const fromFile = async (text: string | Buffer, options: IDataObject = {}) => await run({ source: 'file', binaryField: 'data', options }, [fileItem(text)]);
const fromItems = async (rows: IDataObject[], options: IDataObject = {}) => await run({ source: 'items', options }, rows.map((json) => ({ json })));

test('the shipped calendar becomes its contents, and its one misspelled network a problem', async () => {
	const { contents, problems, hints } = await fromFile(read('workflows/publishing/content-calendar.csv'));
	expect(contents).toHaveLength(15);
	expect(problems).toEqual([expect.objectContaining({ row: 10, file: 'calendar.csv', id: 'P09', column: 'networks', value: 'facebook|instagran', severity: 'error', fix: expect.stringContaining('Did you mean “instagram”?') })]);
	expect(hints).toEqual(['16 rows of calendar.csv (UTF-8, commas): 15 contents, 1 row with errors. What is wrong with which cell comes out at Problems.']);
	expect(contents[2]).toMatchObject({ pairedItem: { item: 0 }, json: { id: 'P03', timeZone: 'America/New_York', publishAt: '2026-11-17T12:00', media: [{ alt: 'Bouquet de mariée blanc et rosé' }, {}, {}] } });
});

test('what comes out is what nodes that publish read, unchanged', async () => {
	const { contents } = await fromFile(read('workflows/publishing/content-calendar.csv'));
	for (const { json } of contents) {
		const { raw, ...written } = JSON.parse(JSON.stringify(json));
		const { content, unreadable } = readContent(json);
		expect(unreadable).toEqual([]);
		expect(JSON.parse(JSON.stringify(content))).toEqual(written);
		expect(raw.id).toBe(written.id);
	}
});

test('rows of items: options are used, warnings go both ways, and each output belongs to its item', async () => {
	const options = { networks: 'facebook, tg:@canal', labels: 'avent, noël', timeZone: 'Europe/Lisbon', timeWhereNone: '18h', dateOrder: 'monthFirst', columns: { column: [{ column: 'Accroche', field: 'text' }] } };
	const { contents, problems, hints } = await fromItems([{ Accroche: 'Bonjour', date: '11/24/2026' }, { Accroche: '', date: '' }, { Accroche: 'Salut', alt: 'Un bouquet' }, { Accroche: 'Oups', date: '24/11/2026' }], options);
	expect(contents).toMatchObject([
		{ pairedItem: { item: 0 }, json: { text: 'Bonjour', publishAt: '2026-11-24T18:00', timeZone: 'Europe/Lisbon', targets: [{ network: 'facebook' }, { network: 'telegram', account: '@canal' }], labels: ['avent', 'noël'] } },
		{ pairedItem: { item: 2 }, json: { text: 'Salut', warnings: ['There is no image or video that this alt text could describe.'] } },
	]);
	expect(problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([[2, 'empty-rows', 'warning'], [3, 'alt', 'warning'], [4, 'date', 'error']]);
	expect(hints).toEqual([expect.stringMatching(/^4 rows: 2 contents, 1 row with errors, 1 empty row\. /)]);
});

test.each([
	{ options: { networks: 'facebook, instagran' }, message: /^Default Networks: “instagran” is no network/ },
	{ options: { timeZone: 'Sao Paulo' }, message: /^Time Zone: “Sao Paulo” is no time zone/ },
	{ options: { timeWhereNone: 'midi' }, message: /^Time Where None Is Given: “midi” is no time of day/ },
])('the node’s own $options are refused before a row is read', async ({ options, message }) => {
	await expect(fromItems([{ text: 'Bonjour' }], options)).rejects.toThrow(message);
});

test('a file that is not there stops the node, or is one problem where it is to continue', async () => {
	const items = [fileItem('text\nUn', 'a.csv'), { json: {} }, fileItem('texte;réseaux\nDeux;facebook', 'b.csv')];
	const parameters = { source: 'file', binaryField: 'data', options: {} };
	await expect(run(parameters, items)).rejects.toThrow(/binary/i);
	const { contents, problems } = await run(parameters, items, true);
	expect(contents).toMatchObject([{ json: { text: 'Un' }, pairedItem: { item: 0 } }, { json: { text: 'Deux' }, pairedItem: { item: 2 } }]);
	expect(problems).toEqual([expect.objectContaining({ row: 1, severity: 'error', code: 'file' })]);
});

test('rows of several files are compared, and told by their files', async () => {
	const items = [fileItem('id,text\nA,Un', 'a.csv'), fileItem('id;texte\nA;Deux', 'b.csv')];
	const { contents, problems } = await run({ source: 'file', binaryField: 'data', options: {} }, items);
	expect(contents).toEqual([]);
	expect(problems.map(({ file, row, column, problem }) => [file, row, column, problem])).toEqual([
		['a.csv', 2, 'text', 'Row 2 of “b.csv” has the same ID “A”, and says “Deux” here.'],
		['b.csv', 2, 'texte', 'Row 2 of “a.csv” has the same ID “A”, and says “Un” here.'],
	]);
});

test('forms with other files under one name get IDs of their own, with the same bytes the same', async () => {
	const form = (bytes: string): INodeExecutionData => ({ json: { Photo: [{ filename: 'image.jpg', mimetype: 'image/jpeg', size: 3 }] }, binary: { Photo_0: { data: Buffer.from(bytes).toString('base64'), mimeType: 'image/jpeg', fileName: 'image.jpg' } } });
	const { contents, problems } = await run({ source: 'items', options: {} }, [form('un'), form('deux'), form('un')]);
	expect(contents.map(({ json }) => json.id)).toEqual([expect.stringMatching(/^c-/), expect.stringMatching(/^c-/)]);
	expect(new Set(contents.map(({ json }) => json.id)).size).toBe(2);
	expect(contents[1]?.binary?.Photo_0?.data).toBe(Buffer.from('deux').toString('base64'));
	expect(problems).toMatchObject([{ row: 3, code: 'duplicate' }]);
});

test('delimiter and encoding can be chosen', async () => {
	const bytes = Buffer.from('texte|lien;x\né|https://x.example\n', 'latin1');
	expect((await fromFile(bytes, { delimiter: 'pipe', encoding: 'windows-1252' })).contents).toMatchObject([{ json: { text: 'é' } }]);
	expect((await fromFile(bytes, { encoding: 'utf-8' })).problems).toMatchObject([{ problem: 'The file is not in UTF-8.' }]);
});

/** 100,000 rows: each hundredth is misspelled, each thousandth the same as the one before, each 5,000th empty. */
function largeCalendar(rows: number) {
	const lines = ['id;date;texte;image;réseaux;hashtags'];
	for (let index = 1; index <= rows; index++) {
		const number = index % 1000 === 0 ? index - 1 : index;
		const network = number % 100 === 50 ? 'instagran' : 'instagram';
		const text = `"Le bouquet n° ${number} : camélias, roses anciennes ; eucalyptus.\nNoué à la main, ""pour de vrai"", livré à vélo dans tout Nantes."`;
		lines.push(index % 5000 === 1 ? ';;;;;' : `P${number};${(number % 28) + 1}/11/2026 9h30;${text};https://x.example/${number}.jpg;facebook | ${network};#fleurs #nantes`);
	}
	return lines.join('\r\n');
}

test('100,000 rows are imported within ten seconds, and every one is accounted for', async () => {
	const text = largeCalendar(100_000);
	const before = process.memoryUsage().heapUsed;
	const begun = { at: performance.now(), cpu: process.cpuUsage() };
	const { contents, problems } = await fromFile(text);
	// Of this process: what else the machine does meanwhile is not the node's.
	const seconds = process.cpuUsage(begun.cpu).user / 1e6;
	const passed = (performance.now() - begun.at) / 1000;
	const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
	console.log(`100,000 rows, ${(text.length / 2 ** 20).toFixed(1)} MB: ${passed.toFixed(2)} s, of them ${seconds.toFixed(2)} s of computing, ${grown.toFixed(0)} MB kept`);
	const failed = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size;
	const duplicates = problems.filter(({ code }) => code === 'duplicate').length;
	const empty = Number(problems.find(({ code }) => code === 'empty-rows')?.rows);
	expect({ failed, duplicates, empty }).toEqual({ failed: 1000, duplicates: 100, empty: 20 });
	expect(contents.length + failed + duplicates + empty).toBe(100_000);
	expect(seconds).toBeLessThan(10);
}, 60_000);

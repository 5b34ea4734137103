import { contentsOf, importRows, importWithFiles, problemsOf, told } from './importing';

test('rows that are the same are passed on once, also where they are spelled differently', () => {
	const outcome = importRows([
		{ id: 'A', text: 'Bonjour', date: '24/11/2026 9:30', networks: 'facebook|instagram' },
		{ id: 'B', text: 'Salut', date: '', networks: 'facebook' },
		{ id: 'A', text: ' Bonjour', date: '2026-11-24 09:30', networks: 'Facebook, Insta' },
	]);
	expect(contentsOf(outcome).map(({ id }) => id)).toEqual(['A', 'B']);
	expect(problemsOf(outcome)).toMatchObject([{ row: 3, id: 'A', column: 'id', severity: 'warning', code: 'duplicate', problem: 'This is a duplicate of row 1: it is not passed on again.' }]);
	expect(outcome.counts).toEqual({ rows: 3, contents: 2, duplicates: 1, failed: 0, empty: 0 });
});

test('one ID with different cells keeps all of its rows back, and names each cell', () => {
	const outcome = importRows([
		{ id: 'A', text: 'Bonjour', date: '24/11/2026', note: 1 },
		{ id: 'B', text: 'Salut', date: '24/11/2026', note: 2 },
		{ id: 'A', text: 'Bonsoir', date: '25/11/2026', note: 3 },
		{ id: 'A', text: 'Bonjour', date: '24/11/2026', note: 4 },
	]);
	expect(contentsOf(outcome).map(({ id }) => id)).toEqual(['B']);
	expect(told(outcome).slice(1)).toEqual([
		'error 1 text: Row 3 has the same ID “A”, and says “Bonsoir” here.',
		'error 1 date: Row 3 has the same ID “A”, and says “25/11/2026” here.',
		'error 3 text: Row 1 has the same ID “A”, and says “Bonjour” here.',
		'error 3 date: Row 1 has the same ID “A”, and says “24/11/2026” here.',
		'error 4 text: Row 3 has the same ID “A”, and says “Bonsoir” here.',
		'error 4 date: Row 3 has the same ID “A”, and says “25/11/2026” here.',
	]);
	expect(outcome.counts).toEqual({ rows: 4, contents: 1, duplicates: 0, failed: 3, empty: 0 });
});

test('a row whose ID another row with errors has is kept back too', () => {
	const outcome = importRows([{ id: 'A', text: 'Bonjour', networks: 'facebook' }, { id: 'A', text: 'Bonjour', networks: 'instagran' }]);
	expect(contentsOf(outcome)).toEqual([]);
	expect(told(outcome)).toEqual([
		'error 1 networks: Row 2 has the same ID “A”, and says “instagran” here.',
		'error 2 networks: “instagran” is no network that QMARK knows.',
		'error 2 networks: Row 1 has the same ID “A”, and says “facebook” here.',
	]);
});

test('an ID is derived from text, files, link and date, the same in every run', () => {
	const rows = [{ text: 'Bonjour', link: 'https://x.example', date: '24/11/2026', labels: 'a' }, { text: 'Bonjour', link: 'https://x.example', date: '25/11/2026', labels: 'a' }];
	const ids = contentsOf(importRows(rows)).map(({ id }) => id);
	expect(ids).toEqual([expect.stringMatching(/^c-[0-9a-f]{12}$/), expect.stringMatching(/^c-[0-9a-f]{12}$/)]);
	expect(new Set(ids).size).toBe(2);
	expect(contentsOf(importRows([...rows].reverse())).map(({ id }) => id)).toEqual([...ids].reverse());
	expect(contentsOf(importRows(rows.map((row) => ({ ...row, labels: 'b' })))).map(({ id }) => id)).toEqual(ids);
});

test('rows without an ID that say the same to different networks are told apart by a person', () => {
	const outcome = importRows([{ text: 'Bonjour', networks: 'facebook' }, { text: 'Bonjour', networks: 'instagram' }]);
	expect(contentsOf(outcome)).toEqual([]);
	expect(told(outcome)[0]).toBe('error 1 networks: Row 2 has no ID either and says the same, and says “instagram” here.');
});

test('no ID is an error where that is chosen', () => {
	expect(told(importRows([{ id: '', text: 'Bonjour' }], { withoutId: 'error' }))).toEqual(['error 1 : The row has no ID.']);
});

test('the same words to the same network under two IDs are a warning, and both are passed on', () => {
	const outcome = importRows([
		{ id: 'A', text: 'Bonjour', networks: 'facebook', slot: '' },
		{ id: 'B', text: 'Bonjour', networks: 'instagram', slot: '' },
		{ id: 'C', text: 'Bonjour', networks: 'facebook|telegram', slot: '' },
		{ id: 'D', text: 'Bonjour', networks: 'facebook', slot: '2027-W05' },
	]);
	const warning = 'Row 1 says the same to the same network under the ID “A”.';
	expect(told(outcome)).toEqual([`warning 3 text: ${warning}`]);
	expect(contentsOf(outcome).map(({ warnings }) => warnings)).toEqual([undefined, undefined, [warning], undefined]);
});

test('one ID with other files is a conflict, with the same files a duplicate', () => {
	const upload = (data: string) => ({ json: { id: 'A' }, binary: { Photo: { data, mimeType: 'image/jpeg', fileName: 'image.jpg' } } });
	expect(importWithFiles([upload('AAAA'), upload('AAAA')]).counts).toMatchObject({ contents: 1, duplicates: 1 });
	const other = importWithFiles([upload('AAAA'), upload('BBBB')]);
	expect(told(other)[0]).toBe('error 1 : Row 2 has the same ID “A”, and differs in its files or in cells beyond the columns.');
	expect(contentsOf(other)).toEqual([]);
});

test('ten thousand rows with one ID are settled in time', () => {
	const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: 'A', text: index === 9_999 ? 'Autre' : 'Bonjour' }));
	const begun = performance.now();
	expect(importRows(rows).counts).toMatchObject({ failed: 10_000 });
	expect(performance.now() - begun).toBeLessThan(3_000);
});

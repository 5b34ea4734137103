import { contentsOf, importFile, importRows, importWithFiles, told } from './importing';

test('an article of a feed: title and snippet, its link, its picture, and no date of publication', () => {
	const outcome = importRows([
		{
			...{ title: 'L’Avent se prépare', link: 'https://x.example/avent', guid: 'https://x.example/?p=12', isoDate: '2026-11-02T08:00:00.000Z', pubDate: 'Mon, 02 Nov 2026 08:00:00 GMT', creator: 'Inês' },
			...{ content: '<p>Trois façons d’habiller la maison.</p>', contentSnippet: 'Trois façons d’habiller la maison.', 'content:encoded': '<p>…</p>', enclosure: { url: 'https://x.example/a.mp3', type: 'audio/mpeg', length: '123' } },
			...{ itunes: { image: 'https://x.example/couverture.jpg', duration: '12:00' }, categories: ['avent', 'noël'] },
		},
	]);
	expect(told(outcome)).toEqual([]);
	expect(contentsOf(outcome)).toMatchObject([
		{
			...{ id: 'https://x.example/?p=12', text: 'L’Avent se prépare\n\nTrois façons d’habiller la maison.', link: 'https://x.example/avent', labels: ['avent', 'noël'] },
			media: [{ kind: 'image', source: { url: 'https://x.example/couverture.jpg' } }],
		},
	]);
	expect(contentsOf(outcome)[0]?.publishAt).toBeUndefined();
	expect(contentsOf(outcome)[0]?.raw).toHaveProperty('isoDate');
});

test.each([
	['media:content', { $: { url: 'https://x.example/a', medium: 'image', type: 'image/webp' } }],
	['enclosure', { url: 'https://x.example/a', type: 'image/webp' }],
])('a feed’s %s is its picture', (name, cell) => {
	expect(contentsOf(importRows([{ title: 'Titre', [name]: cell }]))).toMatchObject([{ text: 'Titre', media: [{ kind: 'image', source: { url: 'https://x.example/a' }, mime: 'image/webp' }] }]);
});

test('a title that the snippet begins with stands there once', () => {
	expect(contentsOf(importRows([{ title: 'L’Avent', contentSnippet: 'L’Avent se prépare.' }]))).toMatchObject([{ text: 'L’Avent se prépare.' }]);
});

test('a text that holds HTML is told', () => {
	expect(told(importRows([{ title: 'Titre', content: '<p>Bonjour<br>Nantes</p>' }]))).toEqual(['warning 1 content: The text holds HTML tags, which most networks show as they are.']);
});

test('a web page: what it says to social networks, and its canonical address', () => {
	const page = { title: 'Avent | Atelier Camélia', 'og:title': 'L’Avent', 'og:description': 'Trois façons.', 'og:image': 'https://x.example/og.jpg', 'og:url': 'https://x.example/avent', canonical: 'https://x.example/avent' };
	const outcome = importRows([page]);
	expect(contentsOf(outcome)).toMatchObject([{ text: 'Avent | Atelier Camélia\n\nTrois façons.', link: 'https://x.example/avent', media: [{ source: { url: 'https://x.example/og.jpg' } }] }]);
	expect(told(outcome)).toEqual([]);
});

test('a form: free labels, uploaded files with kinds, and n8n’s own description of them', () => {
	const upload = (filename: string, mimetype: string) => ({ filename, mimetype, size: 12 });
	const binary = { Photo_0: { data: '', mimeType: 'image/jpeg', fileName: 'a.jpg' }, Photo_1: { data: '', mimeType: 'image/png', fileName: 'b.png' }, Story: { data: '', mimeType: 'video/mp4', fileName: 's.mp4' } };
	const json = { Texte: 'Bonjour', 'Date de publication': '2026-11-24', Photo: [upload('a.jpg', 'image/jpeg'), upload('b.png', 'image/png')], Story: upload('s.mp4', 'video/mp4'), submittedAt: '2026-11-02T10:00:00Z', formMode: 'test' };
	const outcome = importWithFiles([{ json, binary }]);
	expect(told(outcome)).toEqual([]);
	expect(contentsOf(outcome)).toMatchObject([
		{
			media: [
				{ role: 'post', kind: 'image', source: { binary: 'Photo_0' }, mime: 'image/jpeg' },
				{ role: 'post', kind: 'image', source: { binary: 'Photo_1' }, mime: 'image/png' },
				{ role: 'story', kind: 'video', source: { binary: 'Story' }, mime: 'video/mp4' },
			],
		},
	]);
	expect(outcome.contents[0]?.files).toBe(binary);
	expect(contentsOf(importWithFiles([{ json, binary }], { useFiles: false }))).toMatchObject([{ media: [] }]);
});

test('a file alone is a content, and an item without one is an empty row', () => {
	const outcome = importWithFiles([{ json: {}, binary: { data: { data: '', mimeType: 'image/jpeg' } } }, { json: {}, binary: {} }]);
	expect(contentsOf(outcome)).toMatchObject([{ text: '', media: [{ kind: 'image', source: { binary: 'data' } }] }]);
	expect(outcome.counts).toMatchObject({ rows: 2, contents: 1, empty: 1 });
});

test('a webhook: the body, one content or a list of them, never the headers', () => {
	const request = (body: object) => ({ headers: { authorization: 'Bearer fake' }, params: {}, query: {}, webhookUrl: 'https://n8n.example/webhook/x', body });
	const outcome = importRows([request({ text: 'Un' }), request([{ text: 'Deux' }, { text: 'Trois' }]), request({ contents: [{ text: 'Quatre', date: 'x' }] })]);
	expect(contentsOf(outcome).map(({ text, raw }) => [text, raw])).toEqual([['Un', { text: 'Un' }], ['Deux', { text: 'Deux' }], ['Trois', { text: 'Trois' }]]);
	expect(told(outcome)).toEqual(['error 4 date: “x” is no date.']);
});

test('Google Sheets’ own row numbers are those of problems', () => {
	expect(told(importRows([{ row_number: 17, text: 'Bonjour', networks: 'orkut' }, { row_number: 18, text: '', networks: '' }]))).toEqual(['warning 18 : Row 18 is empty and was left out.', 'error 17 networks: “orkut” is no network that QMARK knows.']);
});

const posts = [{ id: 'A', text: 'Un' }, { id: 'B', text: 'Deux', networks: ['facebook'] }];

test.each([
	['a list', JSON.stringify(posts, null, '\t')],
	['a list with a byte order mark', `\uFEFF${JSON.stringify(posts)}`],
	['an object with one list', JSON.stringify({ version: 1, data: posts, tags: ['x'] })],
	['JSON Lines', `${posts.map((post) => JSON.stringify(post)).join('\r\n')}\r\n\r\n`],
])('JSON: %s', (_, text) => {
	const outcome = importFile(text);
	expect(contentsOf(outcome)).toMatchObject([{ id: 'A', text: 'Un' }, { id: 'B', text: 'Deux', targets: [{ network: 'facebook' }] }]);
	expect(told(outcome)).toEqual([]);
});

test('JSON: an object whose lists are its own is one content', () => {
	const outcome = importFile('{"text": "Un", "media": [{"url": "https://x.example/a.jpg"}], "targets": [{"network": "facebook"}]}');
	expect(contentsOf(outcome)).toMatchObject([{ text: 'Un', media: [{ source: { url: 'https://x.example/a.jpg' } }], targets: [{ network: 'facebook' }] }]);
});

test('a content comes out as it went in', () => {
	const outcome = importRows([{ id: 'A', text: 'Un', variants: { instagram: 'Deux' }, media: [{ role: 'story', kind: 'video', source: { id: 'AgAD' } }], targets: [{ network: 'telegram', account: '@c' }], utm: { source: 's' }, publishAt: '2026-11-24T09:30Z' }]);
	const [{ raw, ...content } = { raw: {} }] = contentsOf(outcome);
	const again = contentsOf(importRows([JSON.parse(JSON.stringify(content))]))[0];
	expect({ ...again, raw: undefined }).toEqual({ ...content, raw: undefined });
	expect(raw).not.toEqual({});
});

test.each([
	['[{"a": 1,}]', 'a name in quotation marks is missing in line 1, column 10'],
	['[{"a": 1}\n {"b": 2}]', 'a comma or the closing bracket is missing in line 2, column 2'],
	['[{"a": tru}]', '"tru}]" is no JSON in line 1, column 8'],
	['[\n{"a": "x}\n]', '"\\"x}\\n]" is no JSON in line 2, column 7'],
	['[{"a" 1}]', '“:” is missing in line 1, column 7'],
	['[{"a": 1}', 'the text ends before a bracket is closed in line 1, column 10'],
	['[{"a": 1}}', 'a comma or the closing bracket is missing in line 1, column 10'],
	['[{"a": 1}] x', '"x" is no JSON in line 1, column 12'],
	['{"a": 1}\n{"a" 2}\n', '“:” is missing in line 2, column 6'],
	['{"posts": [{"a": 1}], "drafts": [{"a": 1}]}', 'it holds several lists, “posts” and “drafts”, and one of them has to be the rows in line'],
])('JSON that is none, %j: %s', (text, message) => {
	const outcome = importFile(text);
	expect(outcome.contents).toEqual([]);
	expect(outcome.problems.map(({ json }) => json.problem)).toEqual([message.endsWith(' in line') ? `The JSON cannot be read: ${message.replace(' in line', '')}.` : `The JSON cannot be read: ${message}.`]);
});

test('what is no object in a list is a problem of its own', () => {
	const outcome = importFile('[{"id": "A", "text": "Un"}, "Deux", null]');
	expect(contentsOf(outcome)).toHaveLength(1);
	expect(told(outcome).filter((line) => line.includes('no object'))).toHaveLength(2);
	expect(outcome.counts).toMatchObject({ rows: 3, contents: 1, failed: 2 });
});

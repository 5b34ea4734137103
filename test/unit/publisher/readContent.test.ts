import { DateTime } from 'luxon';
import { isTime, readContent } from '../../../nodes/model/readContent';

const read = (json: Parameters<typeof readContent>[0]) => readContent(json).content;
const first = (media: Parameters<typeof readContent>[0][string]) => read({ id: 'A', media }).media[0];

test('a content in full is read as it is', () => {
	const content = {
		...{ id: 'A', text: 'Rose', variants: { instagram: 'Rose !' }, link: 'https://a.example', hashtags: ['rose'], mentions: ['ana'], firstComment: 'Oui' },
		media: [{ role: 'post', kind: 'video', source: { url: 'https://a.example/b' }, mime: 'video/mp4', width: 1080, height: 1920, seconds: 9.5, bytes: 1000, alt: 'Une rose', cover: 'https://a.example/c.jpg' }],
		...{ publishAt: '2027-01-31T09:30', timeZone: 'Europe/Paris', slot: '2027-W05', targets: [{ network: 'facebook', account: '1' }], labels: ['mai'], utm: { source: 'a', campaign: 'b' } },
	};
	expect(readContent(content)).toEqual({ content, unreadable: [] });
});

test('a content of an ID alone is empty', () => {
	expect(read({ id: 7 })).toEqual({ id: '7', text: '', variants: {}, media: [], hashtags: [], mentions: [], targets: [], labels: [], utm: {} });
});

test.each([
	['facebook', [{ network: 'facebook' }]],
	['Facebook | Instagram', [{ network: 'facebook' }, { network: 'instagram' }]],
	['facebook, instagram;telegram\nthreads', [{ network: 'facebook' }, { network: 'instagram' }, { network: 'telegram' }, { network: 'threads' }]],
	['telegram:@camelia', [{ network: 'telegram', account: '@camelia' }]],
	['telegram:-1001700000001', [{ network: 'telegram', account: '-1001700000001' }]],
	['telegram:a:b', [{ network: 'telegram', account: 'a:b' }]],
	[['facebook:1', { network: 'Instagram', account: 2 }], [{ network: 'facebook', account: '1' }, { network: 'instagram', account: '2' }]],
	[{ network: ' Telegram ', account: ' @a ' }, [{ network: 'telegram', account: '@a' }]],
	['', []],
	[null, []],
	[['', ' ', null], []],
])('targets %j are %j', (targets, expected) => {
	expect(read({ id: 'A', targets }).targets).toEqual(expected);
	expect(read({ id: 'A', networks: targets }).targets).toEqual(expected);
	expect(readContent({ id: 'A', targets }).unreadable).toEqual([]);
});

test.each([[[{ account: '1' }]], [{ facebook: true }], [':1'], [['facebook', {}]]])('targets %j are told, as they would end in the node’s own networks', (targets) => {
	expect(readContent({ id: 'A', targets }).unreadable).toMatchObject([{ field: 'targets' }]);
});

test.each([
	['https://a.example/b.jpg', 'image', { url: 'https://a.example/b.jpg' }],
	['https://a.example/b.MP4?c=1', 'video', { url: 'https://a.example/b.MP4?c=1' }],
	['https://a.example/b.mp3', 'audio', { url: 'https://a.example/b.mp3' }],
	['https://a.example/b.pdf', 'document', { url: 'https://a.example/b.pdf' }],
	['https://a.example/b', 'image', { url: 'https://a.example/b' }],
	[{ url: 'https://a.example/b', kind: 'video' }, 'video', { url: 'https://a.example/b' }],
	[{ url: 'https://a.example/b', kind: ' Video ' }, 'video', { url: 'https://a.example/b' }],
	[{ url: 'https://a.example/b', mime: 'audio/mpeg' }, 'audio', { url: 'https://a.example/b' }],
	[{ url: 'https://a.example/b', mime: 'application/zip' }, 'document', { url: 'https://a.example/b' }],
	[{ url: 'https://a.example/b.jpg', kind: 'document' }, 'document', { url: 'https://a.example/b.jpg' }],
	[{ source: 'https://a.example/b.mov' }, 'video', { url: 'https://a.example/b.mov' }],
	[{ source: { url: ' https://a.example/b.jpg ' } }, 'image', { url: 'https://a.example/b.jpg' }],
	[{ binary: 'data' }, 'image', { binary: 'data' }],
	[{ source: { binary: 'data' }, kind: 'video' }, 'video', { binary: 'data' }],
	[{ id: 'AgAC', kind: 'image' }, 'image', { id: 'AgAC' }],
	[[{ url: 'https://a.example/b.jpg' }], 'image', { url: 'https://a.example/b.jpg' }],
])('media %j is one %s', (media, kind, source) => expect(first(media)).toMatchObject({ role: 'post', kind, source }));

test.each([
	['a|b', ['a', 'b']],
	['https://a.example/1.jpg, https://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
	['https://a.example/1.jpg,https://a.example/2.jpg', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
	['https://a.example/w_1,h_2/1.jpg', ['https://a.example/w_1,h_2/1.jpg']],
	['https://a.example/1.jpg\n\nhttps://a.example/2.jpg\n', ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
	[['https://a.example/1.jpg', { url: 'https://a.example/2.jpg' }], ['https://a.example/1.jpg', 'https://a.example/2.jpg']],
])('media %j are the files %j', (media, urls) => expect(read({ id: 'A', media }).media.map(({ source }) => source)).toEqual(urls.map((url) => ({ url }))));

test('facts of files are numbers above zero, or are not known', () => {
	expect(first({ url: 'a', width: '1080', height: 0, seconds: -1, bytes: 'viel' })).toMatchObject({ width: 1080, height: undefined, seconds: undefined, bytes: undefined });
	expect(first({ url: 'a', role: 'STORY', alt: '', cover: 'https://a.example/c.jpg' })).toMatchObject({ role: 'story', alt: undefined, cover: 'https://a.example/c.jpg' });
	expect(first({ url: 'a', role: 'reel' })).toMatchObject({ role: 'post' });
});

test('a file that names nothing is told by its place, and the others stay', () => {
	const { content, unreadable } = readContent({ id: 'A', media: ['https://a.example/b.jpg', { alt: 'Rose' }, null, 'https://a.example/c.jpg'] });
	expect(content.media).toHaveLength(2);
	expect(unreadable.map(({ field }) => field)).toEqual(['media 2', 'media 3']);
});

test.each([
	['rose lys', ['rose', 'lys']],
	['#rose,#lys|  ##iris', ['rose', 'lys', 'iris']],
	[['#rose', 'lys'], ['rose', 'lys']],
	[['#rose #lys', 'fleur de saison'], ['rose', 'lys', 'fleur', 'de', 'saison']],
	[['Rose', 'rose', '#ROSE'], ['Rose']],
	[['#', '', null, 2027], ['2027']],
	['', []],
])('hashtags %j are %j', (hashtags, expected) => expect(read({ id: 'A', hashtags }).hashtags).toEqual(expected));

test('mentions lose their @, and are named once', () => {
	expect(read({ id: 'A', mentions: '@ana.lima, bruno @Ana.Lima' }).mentions).toEqual(['ana.lima', 'bruno']);
});

test.each([
	['mai', { campaign: 'mai' }],
	[{ source: 'a', medium: '', campaign: 2027, other: 'x' }, { source: 'a', campaign: '2027' }],
	[{ utm_source: 'a', utm_term: ' b ' }, { source: 'a', term: 'b' }],
	[{ source: 'a', utm_source: 'b' }, { source: 'a' }],
	['', {}],
	[null, {}],
])('utm %j is %j', (utm, expected) => expect(read({ id: 'A', utm }).utm).toEqual(expected));

test('texts of networks are found in whatever letters; empty ones do not count', () => {
	expect(read({ id: 'A', variants: { Instagram: 'Rose', TELEGRAM: 5, facebook: '', threads: null } }).variants).toEqual({ instagram: 'Rose', telegram: '5' });
	expect(read({ id: 'A', variants: 'Rose' }).variants).toEqual({});
});

test.each([
	['2027-01-31', true],
	['2027-01-31T09:30', true],
	['2027-01-31 09:30:15', true],
	['2027-01-31T09:30:15.25+02:00', true],
	['2027-01-31T09:30-0300', true],
	['2028-02-29T23:59Z', true],
	['2027-02-29', false],
	['2027-02-30T10:00', false],
	['2027-04-31T10:00', false],
	['2027-13-01', false],
	['2027-00-10', false],
	['2027-01-31T24:00', false],
	['2027-01-31T25:00', false],
	['2027-01-31T10:60', false],
	['2027-1-5', false],
	['31/01/2027', false],
	['1800000000', false],
	['demain', false],
])('whether “%s” is a time: %s', (text, expected) => {
	expect(isTime(text)).toBe(expected);
	expect(readContent({ id: 'A', publishAt: text }).unreadable.map(({ field }) => field)).toEqual(expected ? [] : ['publishAt']);
});

test.each([
	['a database', new Date('2027-01-31T09:30:00Z'), '2027-01-31T09:30:00.000Z'],
	['n8n’s expressions', DateTime.fromISO('2027-01-31T09:30:00', { zone: 'Europe/Paris' }), '2027-01-31T09:30:00.000+01:00'],
])('a date of %s is a time, too', (_, publishAt, expected) => {
	const { content, unreadable } = readContent({ id: 'A', publishAt });
	expect(content.publishAt).toBe(expected);
	expect(unreadable).toEqual([]);
});

test.each([[new Date('x')], [{ day: 31 }]])('%j is no time', (publishAt) => expect(readContent({ id: 'A', publishAt }).unreadable).toMatchObject([{ field: 'publishAt' }]));

test.each([[undefined], [null], [''], ['  '], [{}], [[]]])('an ID of %j is none', (id) => expect(readContent({ id }).unreadable).toMatchObject([{ field: 'id' }]));

import { contentsOf, importRows, problemsOf, told } from './importing';

const one = (row: Parameters<typeof importRows>[0][number], chosen: Parameters<typeof importRows>[1] = {}) => {
	const outcome = importRows([{ id: 'A', text: 'Bonjour', ...row }], chosen);
	return { content: contentsOf(outcome)[0], told: told(outcome) };
};

test.each([
	['facebook|instagram', ['facebook', 'instagram']],
	['Facebook, Insta ; TG\nfacebook', ['facebook', 'instagram', 'telegram']],
	['facebook instagram', ['facebook', 'instagram']],
	['Facebook et Instagram', ['facebook', 'instagram']],
	['facebook e telegram', ['facebook', 'telegram']],
	['fb/ig', ['facebook', 'instagram']],
	['threads,tiktok,linkedin,pinterest,whatsapp,gmail', ['threads', 'tiktok', 'linkedin', 'pinterest', 'whatsapp', 'gmail']],
	['facebook:1234, facebook:5678', ['facebook/1234', 'facebook/5678']],
	['facebook:12:34', ['facebook/12:34']],
	['telegram:@canal | telegram:-1001234', ['telegram/@canal', 'telegram/-1001234']],
	[['facebook', 'ig'], ['facebook', 'instagram']],
	[[{ network: 'Facebook', account: '12' }], ['facebook/12']],
	['', []],
])('networks %j', (networks, expected) => {
	const { content, told } = one({ networks });
	expect(content?.targets.map(({ network, account }) => (account ? `${network}/${account}` : network))).toEqual(expected);
	expect(told).toEqual([]);
});

test.each([
	['facebook|instagran', '“instagran” is no network that QMARK knows.', 'Did you mean “instagram”?'],
	['facebok', '“facebok” is no network that QMARK knows.', 'Did you mean “facebook”?'],
	['Telegramm:@canal', '“Telegramm:@canal” is no network that QMARK knows.', 'The networks are'],
	['facebook, minitel, orkut', '“minitel” and “orkut” are no networks that QMARK knows.', 'The networks are facebook, instagram, telegram'],
])('networks %j are one problem of the cell', (networks, problem, fix) => {
	const outcome = importRows([{ id: 'A', text: 'Bonjour', networks }]);
	expect(contentsOf(outcome)).toEqual([]);
	expect(problemsOf(outcome)).toEqual([{ row: 1, id: 'A', column: 'networks', field: 'networks', value: networks, severity: 'error', code: 'network', problem, fix: expect.stringContaining(fix) }]);
});

test('no network is suggested for a word that is near none', () => {
	expect(problemsOf(importRows([{ text: 'Bonjour', networks: 'minitel' }]))).toMatchObject([{ fix: expect.stringMatching(/^The networks are /) }]);
});

test('networks and labels of the node are for rows that have none', () => {
	const chosen = { networks: [{ network: 'facebook', account: '1' }], labels: ['défaut'] };
	expect(one({ networks: '', labels: ' ' }, chosen).content).toMatchObject({ targets: [{ network: 'facebook', account: '1' }], labels: ['défaut'] });
	expect(one({ networks: 'ig', labels: 'avent; noël' }, chosen).content).toMatchObject({ targets: [{ network: 'instagram' }], labels: ['avent', 'noël'] });
});

const urls = (row: Parameters<typeof one>[0]) => one(row).content?.media.map(({ kind, role, source, alt }) => [kind, role, 'url' in source ? source.url.replace('https://x.example/', '') : source, ...(alt ? [alt] : [])].join(' '));

test.each([
	[{ image: 'https://x.example/a.jpg|https://x.example/b.PNG?w=1' }, ['image post a.jpg', 'image post b.PNG?w=1']],
	[{ images: 'https://x.example/a,b.jpg, https://x.example/c;d.jpg; https://x.example/e.jpg\nhttps://x.example/f.jpg' }, ['image post a,b.jpg', 'image post c;d.jpg', 'image post e.jpg', 'image post f.jpg']],
	[{ video: 'https://x.example/film' }, ['video post film']],
	[{ media: 'https://x.example/a.mp4 https://x.example/b.pdf' }, ['video post a.mp4', 'document post b.pdf']],
	[{ video: 'https://x.example/v.mp4', carousel: 'https://x.example/b.jpg', 'image 2': 'https://x.example/a2.jpg', image: 'https://x.example/a.jpg' }, ['image post a2.jpg', 'image post a.jpg', 'image post b.jpg', 'video post v.mp4']],
	[{ story: 'https://x.example/s.mp4' }, ['video story s.mp4']],
	[{ image: 'https://x.example/a.jpg|https://x.example/b.jpg', alt: 'Un bouquet | ' }, ['image post a.jpg Un bouquet', 'image post b.jpg']],
	[{ media: [{ url: 'https://x.example/a', kind: 'video', alt: 'Film', role: 'story' }, { source: { url: 'https://x.example/b.jpg' } }, 'https://x.example/c.jpg'] }, ['image post b.jpg', 'image post c.jpg', 'video story a Film']],
	[{ image: { href: 'https://x.example/a', type: 'image/png' } }, ['image post a']],
	[{ image: 'https://x.example/deux mots.jpg' }, ['image post deux%20mots.jpg']],
])('media of %j', (row, expected) => {
	expect(urls(row)).toEqual(expected);
	expect(one(row).told).toEqual([]);
});

test.each([
	[{ image: 'photo.jpg' }, 'error 1 image: “photo.jpg” is no public address of a file.'],
	[{ image: 'https://x.example/a.jpg|C:\\photos\\b.jpg|ftp://x.example/c.jpg' }, 'error 1 image: “C:\\photos\\b.jpg” and “ftp://x.example/c.jpg” are no public addresses of a file.'],
	[{ video: 'https://' }, 'error 1 video: “https://” is no public address of a file.'],
	[{ image: { caption: 'x' } }, 'error 1 image: “{"caption":"x"}” is no public address of a file.'],
	[{ link: 'ateliercamelia.example/avent' }, 'error 1 link: “ateliercamelia.example/avent” is no address of a web page.'],
	[{ link: 'https://a.example https://b.example' }, 'error 1 link: “https://a.example https://b.example” is no address of a web page.'],
	[{ alt: 'Un bouquet' }, 'warning 1 alt: There is no image or video that this alt text could describe.'],
	[{ image: 'https://x.example/a.jpg', alt: 'Un|Deux' }, 'warning 1 alt: There are 2 alt texts for 1 file: the rest is not used.'],
	[{ cover: 'https://x.example/a.jpg' }, 'warning 1 cover: There is no video that this picture could stand for.'],
	[{ hashtags: 'saint-valentin, fleurs' }, 'warning 1 hashtags: “saint-valentin” cannot be a hashtag: #saintvalentin will be used.'],
	[{ mentions: 'Jean Dupont; Inês' }, 'error 1 mentions: “Jean Dupont” and “Inês” are no usernames.'],
	[{ text: { rich: true } }, 'error 1 text: The cell holds an object where a text is expected.'],
	[{ id: 12345678901234567890 }, 'error 1 id: This ID is a number with more digits than JSON keeps.'],
	[{ text: '' }, 'error 1 : The row has neither a text nor a file nor a link.'],
])('%j: %s', (row, expected) => {
	const outcome = one(row);
	expect(outcome.told).toEqual([expected]);
	expect(outcome.content?.warnings).toEqual(expected.startsWith('warning') ? [expected.replace(/^.*?: /, '')] : undefined);
	expect(outcome.content === undefined).toBe(expected.startsWith('error'));
});

test.each([
	['#fleurs #nantes', ['fleurs', 'nantes']],
	['#fleurs#nantes,#été', ['fleurs', 'nantes', 'été']],
	['fleurs nantes', ['fleurs', 'nantes']],
	['fleurs, nantes', ['fleurs', 'nantes']],
	[['#a', 'b'], ['a', 'b']],
])('hashtags %j', (hashtags, expected) => {
	expect(one({ hashtags }).content?.hashtags).toEqual(expected);
});

test('a cover, campaign parameters in any form, a slot and numbers as texts', () => {
	const { content } = one({ id: 12, video: 'https://x.example/v.mp4', cover: 'https://x.example/c.jpg', utm: '?utm_source=news&utm_medium=post', campagne: 'hiver', 'utm content': 7, slot: '2027-W05' });
	expect(content).toMatchObject({ id: '12', media: [{ cover: 'https://x.example/c.jpg' }], utm: { source: 'news', medium: 'post', campaign: 'hiver', content: '7' }, slot: '2027-W05' });
});

test('every bad cell of a row is one problem', () => {
	const outcome = importRows([{ id: 'A', text: 'Bonjour', date: '31/02/2026', networks: 'instagran', image: 'photo.jpg', link: 'x' }]);
	expect(told(outcome).map((line) => line.split(':')[0])).toEqual(['error 1 networks', 'error 1 image', 'error 1 link', 'error 1 date']);
	expect(outcome.counts).toEqual({ rows: 1, contents: 0, duplicates: 0, failed: 1, empty: 0 });
});

test('values are shortened to 120 characters', () => {
	const [problem] = problemsOf(importRows([{ text: 'Bonjour', link: 'x'.repeat(500) }]));
	expect(problem?.value).toHaveLength(120);
	expect(problem?.value.endsWith('…')).toBe(true);
});

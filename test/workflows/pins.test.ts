import type { Item, Json, Nodes } from './running';
import { now, runCode } from './running';

const workflow = 'Approve each Pin';
const settings = { telegram_chat: '@shop', email_to: '', boards: 'Bouquets > 101 | Mariages > 102', feeds: '', most_at_once: '3', not_older_than_days: '14', expire_after_days: '7' };
const run = (node: string, nodes: Nodes, input: (Json | Item)[] = []) => runCode(workflow, node, { Settings: [settings], ...nodes }, input);
const jsonOf = (...args: Parameters<typeof run>): Json => run(...args)[0]?.json ?? {};

describe('Sources', () => {
	test('each feed has its address and its board; those that name none get the first one', () => {
		const feeds = 'https://shop.example/feed.xml?a=1 > Mariages | https://shop.example/news.xml |';
		expect(run('Sources', { Settings: [{ ...settings, feeds }] })).toEqual([
			{ json: { source: 'feed', url: 'https://shop.example/feed.xml?a=1', board: 'Mariages' } },
			{ json: { source: 'feed', url: 'https://shop.example/news.xml', board: '' } },
		]);
		expect(run('Sources', { Settings: [{ ...settings, telegram_chat: '', boards: '' }] })).toEqual([{ json: { source: 'none' } }]);
	});

	test('a suggestion keeps its file', () => {
		const suggested = { json: { title: 'T' }, binary: { picture: { mimeType: 'image/png' } } };
		expect(run('Sources', { 'Suggest a Pin': [suggested] })).toEqual([{ json: { title: 'T', source: 'form' }, binary: suggested.binary }]);
	});

	test.each([
		[{ telegram_chat: ' ' }, 'Nobody can be asked'],
		[{ boards: 'Bouquets' }, 'No board is named'],
	])('refuses what could come to nothing: %j', (more, message) => {
		expect(() => run('Sources', { Settings: [{ ...settings, ...more, feeds: 'https://shop.example/feed.xml' }] })).toThrow(message);
	});
});

describe('Candidates', () => {
	const content = (id: string, more: Json = {}, raw: Json = {}): Json => ({ id, text: 'Pivoines\n\nTrois semaines.', media: [{ kind: 'image', source: { url: 'https://shop.example/p.jpg' } }], link: 'https://shop.example/p', raw: { title: 'Pivoines', isoDate: now.toISO(), ...raw }, ...more });
	const candidates = (input: (Json | Item)[], known: Json[] = []) => run('Candidates', { 'What is known': [{}, ...known], Sources: [{ board: 'Mariages' }] }, input);

	test('title and description apart, with link, picture and board', () => {
		expect(candidates([content('a')])).toEqual([{ json: { content_id: 'a', title: 'Pivoines', description: 'Trois semaines.', link: 'https://shop.example/p', picture: 'https://shop.example/p.jpg', board: 'Mariages', why: 'new' } }]);
	});

	test('the first picture of the article where the feed names none; a video is none', () => {
		const inside = '<p>Oui</p><img class="x" src="https://shop.example/a.jpg?w=1&amp;h=2"><img src="https://shop.example/b.jpg">';
		expect(candidates([content('a', { media: [{ kind: 'video', source: { url: 'https://shop.example/v.mp4' } }] }, { content: inside })])[0]?.json).toMatchObject({ picture: 'https://shop.example/a.jpg?w=1&h=2', why: 'new' });
		expect(candidates([content('a', { media: [] })])[0]?.json.why).toBe('no picture');
	});

	test('a file of the form is the picture, also beside an address', () => {
		const binary = { picture: { mimeType: 'image/png' } };
		expect(candidates([{ json: content('a'), binary }])).toMatchObject([{ json: { picture: '', why: 'new' }, binary }]);
	});

	test('what is known, old, or more than a few at a time is left, and each counts once', () => {
		const many = ['a', 'b', 'b', 'c', 'd', 'e'].map((id) => content(id));
		const old = content('old', {}, { isoDate: now.minus({ days: 15 }).toISO() });
		const found = candidates([content('known'), old, {}, ...many, content('undated', {}, { isoDate: undefined })], [{ content_id: 'known', status: 'rejected' }]);
		expect(found.map(({ json }) => [json.content_id, json.why])).toEqual([['known', 'known'], ['old', 'old'], ['a', 'new'], ['b', 'new'], ['c', 'new'], ['d', 'later'], ['e', 'later'], ['undated', 'later']]);
	});

	test('what is too long for a Pin is cut between words', () => {
		const { title, description } = candidates([content('a', { text: `${'Titre '.repeat(30).trim()}\n\n${'mot '.repeat(300).trim()}` }, { title: 'Titre '.repeat(30).trim() })])[0]?.json ?? {};
		expect([String(title).length <= 100, String(description).length <= 800, /e…$/.test(String(title)), /mot…$/.test(String(description))]).toEqual([true, true, true, true]);
	});
});

const candidate = { content_id: 'a', title: 'Pivoines <b>', description: 'Trois & plus.', link: 'https://shop.example/p', picture: 'https://shop.example/p.jpg', board: '' };
const question = (candidates: (Json | Item)[], input: Json = {}) => jsonOf('The question', { 'One candidate': candidates, 'Mark as under way': [{ at: now.toUTC().toISO() }] }, [input]);

describe('The question', () => {
	test('shows the Pin on the first board, and writes no HTML of others', () => {
		const asked = question([candidate]);
		expect(asked).toMatchObject({ head: 'To pin: Pivoines <b>', board: 'Bouquets', boards: 'Bouquets, Mariages', wait_hours: 168 });
		expect(asked.text).toBe('To pin: Pivoines <b>\n\nBoard: Bouquets\n\nTitle: Pivoines <b>\n\nDescription: Trois & plus.\n\nLink: https://shop.example/p\n\nPicture: https://shop.example/p.jpg');
		for (const html of [String(asked.page), String(asked.mail)]) expect([html.includes('<img src="https://shop.example/p.jpg"'), html.includes('Pivoines &lt;b&gt;'), html.includes('<b>')]).toEqual([true, true, false]);
	});

	test('once more: as the person left it, with the reason', () => {
		expect(question([candidate], { kind: 'again', title: 'Autre', description: '', board: 'Mariages', remark: 'No.' })).toMatchObject({ head: 'Once more: Autre', board: 'Mariages', text: expect.stringContaining('⚠ No.\n\nBoard: Mariages') });
	});

	test('a file goes along, and is in the mail', () => {
		const [asked] = run('The question', { 'One candidate': [{ json: { ...candidate, picture: '' }, binary: { picture: { mimeType: 'image/png' } } }], 'Mark as under way': [{ at: now.toISO() }] }, [{}]);
		expect(asked).toMatchObject({ binary: { picture: { mimeType: 'image/png' } }, json: { mail: expect.stringContaining('cid:picture'), page: expect.stringContaining('came with the message') } });
	});
});

describe('Read the decision', () => {
	const decided = (answer: Json) => jsonOf('Read the decision', { 'The question': [candidate] }, [answer]);
	const answer = { submittedAt: now.toISO(), Decision: 'Pin it', Title: ' T ', Description: 'a\r\nb', Board: 'mariages' };

	test('only a person’s “Pin it” pins', () => {
		expect(decided(answer)).toEqual({ content_id: 'a', kind: 'pin', title: 'T', description: 'a\nb', board: 'mariages', board_id: '102' });
		expect(decided({ content_id: 'a', status: 'asked' })).toEqual({ content_id: 'a', kind: 'unanswered' });
		expect(decided({ ...answer, Decision: 'Do not pin it' })).toEqual({ content_id: 'a', kind: 'rejected' });
		expect(decided({ ...answer, Decision: '' })).toMatchObject({ kind: 'again', remark: 'No decision was made.' });
	});

	test('a board that Settings do not name is asked about again', () => {
		expect(decided({ ...answer, Board: 'Else' })).toMatchObject({ kind: 'again', board: '', remark: 'Settings name no board “Else”. They name “Bouquets”, “Mariages”.' });
	});
});

describe('What became of it', () => {
	const became = (result: Json) => jsonOf('What became of it', { 'Read the decision': [{ content_id: 'a', title: 'T', description: 'D', board: 'Bouquets' }] }, [result]);

	test.each([
		[{ status: 'published', permalink: 'https://pin/1' }, { status: 'pinned', pin: 'https://pin/1' }],
		[{ status: 'unknown', reason: 'Lost.', hint: 'Look.' }, { status: 'attention', remark: 'Lost. Look.' }],
		[{ status: 'processing' }, { status: 'attention', remark: 'It is “processing”.' }],
		[{ status: 'refused', reason: 'Too small.', hint: 'Take another.' }, { kind: 'again', title: 'T', description: 'D', board: 'Bouquets', remark: 'It is not pinned. Too small. Take another.' }],
		[{ status: 'failed', reason: 'Down.' }, { kind: 'again', remark: 'It is not pinned. Down.' }],
		[{ error: 'No credential.', details: { hint: 'Choose one.' } }, { kind: 'again', remark: 'It is not pinned. No credential. Choose one.' }],
	])('%j', (result, expected) => {
		expect(became(result)).toMatchObject({ content_id: 'a', ...expected });
	});
});

test.each([
	[{ kind: 'rejected' }, { content_id: 'a' }, 'Not pinned: T'],
	[{ kind: 'unanswered' }, { content_id: 'a' }, 'Nobody answered, so it is not pinned: T'],
	[{ kind: 'pin' }, {}, 'It had been decided before: T'],
	[{ kind: 'pin' }, { content_id: 'a' }, 'Pinned: T\nhttps://pin/1'],
])('the outcome is told: %j %j', (decision, written, text) => {
	const nodes = { 'The question': [{ title: 'T' }], 'Read the decision': [decision], 'Write the decision': [written], 'What became of it': [{ status: 'pinned', pin: 'https://pin/1' }] };
	expect(jsonOf('Outcome', nodes).text).toBe(text);
});

describe('Was anybody asked?', () => {
	const asked = (nodes: Nodes, more: Json = {}) => run('Was anybody asked?', { Settings: [{ ...settings, email_to: 'a@shop.example', ...more }], 'The question': [candidate], ...nodes });

	test('one channel is enough; none fails the execution, with the reasons', () => {
		expect(asked({ 'Ask by Telegram': [{ message_id: 1 }], 'Ask by e-mail': [{ error: 'Refused' }] })[0]?.json).toMatchObject({ content_id: 'a', failed: ['Ask by e-mail: Refused'] });
		expect(() => asked({ 'Ask by Telegram': [candidate], 'Ask by e-mail': [{ error: 'Refused' }] })).toThrow('Nobody was asked about “Pivoines <b>”. Ask by Telegram: the node is switched off Ask by e-mail: Refused');
	});
});

test.each([
	[[{ why: 'new' }], 'Whoever decides has been asked about it.'],
	[[{ why: 'no picture' }], 'A Pin needs a picture'],
	[[{ why: 'known', before: { status: 'asked' } }], 'waits for a decision'],
	[[{ why: 'known', before: { status: 'rejected' } }], 'is not to be pinned'],
	[[], 'There is nothing to pin'],
])('the form’s last page: %j', (found, text) => {
	expect(jsonOf('Report', { 'Suggest a Pin': [{}], Candidates: found, Contents: [] }).text).toContain(text);
});

test('a look into the feeds tells what was wrong with which article', () => {
	const problem = { severity: 'error', id: 'a', problem: 'No.', fix: 'Do.' };
	const looked = { Candidates: [{ why: 'new' }, { why: 'old' }], Contents: { first: [], second: [problem, { ...problem, severity: 'warning' }] }, 'Read the feed': [{ title: 'T' }] };
	expect(jsonOf('Report', looked)).toEqual({ asked: 1, text: '1 new candidate: a person is asked about it.\n0 known, 0 without a picture, 1 too old, 0 left to the next look.\n“a”: No. Do.' });
	expect(() => run('Report', { ...looked, 'Read the feed': [{ error: 'Gone.' }, { title: 'T' }] })).toThrow('1 feed could not be read: Gone. The others were looked at.');
});

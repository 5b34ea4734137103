import { HOUR, passTime, presentTime } from '../../support/time';
import { ines, inHours, itemWith, openInbox } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => await inbox.sandbox.reset());
afterAll(async () => {
	presentTime();
	await inbox.sandbox.close();
});

const hours = 3600;
const text = { ...ines.messenger, resource: 'message', operation: 'sendText', text: 'Oui' };
const onDate = /\d{4}-\d\d-\d\dT[\d:.]+Z/;

describe('a window that closes at a known time', () => {
	beforeEach(async () => await inbox.does({ text: 'Bonjour' }));

	test('is open before it', async () => {
		expect(await inbox.one({ ...text, options: { windowClosesAt: inHours(1) } })).toMatchObject({ message_id: expect.any(String) });
	});

	test('is closed after it: nothing is sent, and what is still possible is said', async () => {
		const refusal = await inbox.refusal({ ...text, options: { windowClosesAt: inHours(-1) } });
		expect(refusal).toMatchObject({ error: expect.stringMatching(/^Window Closes At: the 24-hour window closed on \S+\.$/), details: { verdict: 'fix-input', hint: expect.stringMatching(/“Sent by a Human Agent”: that is allowed until \S+\. A comment .* private reply\.$/) } });
		expect(String(refusal.error)).toMatch(onDate);
		expect(await inbox.posts()).toEqual([]);
	});

	test('lets a human agent answer for 7 days', async () => {
		await inbox.one({ ...text, options: { windowClosesAt: inHours(-1), humanAgent: true } });
		expect((await inbox.posts())[0]?.body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
		const refusal = await inbox.refusal({ ...text, options: { windowClosesAt: inHours(-6 * 24 - 1), humanAgent: true } });
		expect(refusal).toMatchObject({ error: expect.stringMatching(/^Window Closes At: the person last wrote on \S+, more than 7 days ago/), details: { hint: expect.stringMatching(/^Wait until they write again, or send a private reply/) } });
		expect(await inbox.posts()).toHaveLength(1);
	});

	test('must be a time', async () => {
		expect(await inbox.refusal({ ...text, options: { windowClosesAt: 'mardi' } })).toMatchObject({ error: expect.stringMatching(/^Window Closes At: “mardi” is not a date and time/) });
	});

	test('is checked before a file goes up', async () => {
		const media = { ...ines.messenger, resource: 'message', operation: 'sendMedia', mediaType: 'image', source: 'binary', binaryFields: 'data', options: { windowClosesAt: inHours(-1) } };
		await inbox.refusal(media, [itemWith(Buffer.from('not looked at'), 'image/jpeg', 'a.jpg')]);
		expect(await inbox.posts()).toEqual([]);
	});
});

describe.each(['messenger', 'instagram'] as const)('a window that Meta keeps on %s', (channel) => {
	const answer = { ...text, ...ines[channel] };
	beforeEach(async () => await inbox.does({ channel, text: 'Bonjour' }));

	test('closes after 24 hours for all but a human agent, and after 7 days for all', async () => {
		await inbox.one({ ...answer, options: {} });
		await inbox.sandbox.advance(25 * hours);
		const closed = { error: expect.stringContaining('outside of allowed window'), details: { verdict: 'fix-input', code: expect.stringMatching(/^10\/(2018278|2534022)$/), hint: expect.stringMatching(/human agent .* private reply/) } };
		expect(await inbox.refusal({ ...answer, options: {} })).toMatchObject(closed);
		expect(await inbox.one({ ...answer, options: { humanAgent: true } })).toMatchObject({ channel });
		await inbox.sandbox.advance(6 * 24 * hours);
		expect(await inbox.refusal({ ...answer, options: { humanAgent: true } })).toMatchObject(closed);
		expect(await inbox.sandbox.timeline()).toHaveLength(2);
	});

	test('opens again when the person taps, reacts or comes by a link', async () => {
		for (const what of [{ postback: { title: 'Commander', payload: 'order' } }, { referral: { ref: 'vitrine', source: 'SHORTLINK', type: 'OPEN_THREAD' } }, { text: 'Re' }]) {
			await inbox.sandbox.advance(25 * hours);
			await inbox.does({ channel, ...what });
			expect(await inbox.one({ ...answer, options: {} })).toMatchObject({ channel });
		}
	});
});

describe('a window that is looked up', () => {
	const looked = { ...text, options: { lookUpWindow: true } };

	test('needs a conversation', async () => {
		const refusal = await inbox.refusal(looked);
		expect(refusal).toMatchObject({ error: expect.stringMatching(/^Recipient ID: \d+ has no conversation with this page on Messenger/), details: { hint: expect.stringContaining('A page cannot write first') } });
		expect(await inbox.posts()).toEqual([]);
	});

	test('is not asked for where the time is given', async () => {
		await inbox.does({ text: 'Bonjour' });
		await inbox.one({ ...looked, options: { lookUpWindow: true, windowClosesAt: inHours(1) } });
		expect((await inbox.reads()).filter(({ path }) => path.endsWith('/conversations'))).toEqual([]);
	});

	// From here on time has passed, and it never goes back: the pace of calls counts by it.
	test('is found open, then closed, then open for a human agent only', async () => {
		await inbox.does({ text: 'Bonjour' });
		await inbox.one(looked);
		await inbox.one({ ...text, options: {} });
		passTime(25 * HOUR);
		expect(await inbox.refusal(looked)).toMatchObject({ error: expect.stringMatching(/^Recipient ID: the 24-hour window closed on/) });
		expect(await inbox.one({ ...looked, options: { lookUpWindow: true, humanAgent: true } })).toMatchObject({ channel: 'messenger' });
		passTime(6 * 24 * HOUR);
		expect(await inbox.refusal({ ...looked, options: { lookUpWindow: true, humanAgent: true } })).toMatchObject({ error: expect.stringMatching(/more than 7 days ago/) });
		expect(await inbox.posts()).toHaveLength(3);
	});
});

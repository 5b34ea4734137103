import { hurry, presentTime } from '../../support/time';
import { Mailbox, file, noise, text } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
afterEach(() => presentTime());
afterAll(async () => await mailbox.stop());

let letters = 0;
const letter = () => ({ to: `person${++letters}@example.com`, subject: 'Once', ...text });
const got = async ({ to }: { to: string }) => (await mailbox.deliveries())[to] ?? 0;
const sendings = (calls: { call: string }[]) => calls.filter(({ call }) => call.endsWith('/messages/send')).length;

/** Sends, and answers the output, how often the node asked Gmail to send, and how often the mail went out. */
async function attempt(mail: ReturnType<typeof letter>, more: Parameters<Mailbox['run']>[2] = {}) {
	let output: Record<string, unknown> = {};
	const calls = await mailbox.wire(async () => (output = await mailbox.one('send', mail, { continueOnFail: true, ...more })));
	return { output, asked: sendings(calls), delivered: await got(mail) };
}

const refusal = (code: number, reason: string, message: string) => ({ error: { code, message, errors: [{ domain: 'usageLimits', reason, message }], status: { 400: 'INVALID_ARGUMENT', 403: 'PERMISSION_DENIED', 429: 'RESOURCE_EXHAUSTED' }[code] } });

describe('an answer that never came', () => {
	test.each([
		{ name: 'the connection broke', fault: { kind: 'reset', when: 'after' } },
		{ name: 'a gateway answered', fault: { kind: 'status', status: 502, body: {}, when: 'after' } },
		{ name: 'Gmail said 500', fault: { kind: 'status', status: 500, when: 'after' } },
		{ name: 'Gmail said 503', fault: { kind: 'status', status: 503, when: 'after' } },
		{ name: 'the body was broken', fault: { kind: 'malformed', when: 'after' } },
	] as const)('$name, and the mail is out: it is found and not sent again', async ({ fault }) => {
		hurry();
		await mailbox.fault({ match: '/messages/send', ...fault });
		const { output, asked, delivered } = await attempt(letter());
		expect(output).toEqual({ id: expect.any(String), threadId: expect.any(String), labelIds: ['SENT'] });
		expect([asked, delivered]).toEqual([1, 1]);
	});

	test('of a streamed message: the same', async () => {
		hurry();
		await mailbox.fault({ match: '/upload/', kind: 'reset', when: 'after' });
		const mail = { ...letter(), additionalFields: { attachments: 'data' } };
		const { output, asked, delivered } = await attempt(mail, { binary: { data: file('a.bin', 'image/x-raw', noise(5_000_000)) } });
		expect(output).toMatchObject({ labelIds: ['SENT'] });
		expect([asked, delivered]).toEqual([1, 1]);
	});

	test.each([
		{ name: 'Gmail said 500', status: 500 },
		{ name: 'Gmail said 503', status: 503 },
	])('$name, and nothing is out when looked for: it is sent', async ({ status }) => {
		hurry();
		await mailbox.fault({ match: '/messages/send', kind: 'status', status, when: 'before' });
		const { output, asked, delivered } = await attempt(letter());
		expect(output).toMatchObject({ labelIds: ['SENT'] });
		expect([asked, delivered]).toEqual([2, 1]);
	});

	test.each([
		{ name: 'the connection broke', fault: { kind: 'reset', when: 'before' } },
		{ name: 'a gateway answered', fault: { kind: 'status', status: 502, body: {}, when: 'before' } },
	] as const)('$name, and nothing is out yet: nobody knows, and it is not sent again', async ({ fault }) => {
		hurry();
		await mailbox.fault({ match: '/messages/send', ...fault });
		const { output, asked, delivered } = await attempt(letter());
		expect(output).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringMatching(/^Look at/) } });
		expect([asked, delivered]).toEqual([1, 0]);
	});

	test('Gmail said 500, and more went out meanwhile than can be looked at: nobody knows, and it is not sent again', async () => {
		const busy = new Mailbox();
		await busy.start();
		hurry();
		const raw = Buffer.from('To: other@example.com\r\nSubject: Other\r\n\r\nx').toString('base64url');
		for (let count = 0; count < 40; count++) await busy.gmail('messages/send', { raw });
		await busy.fault({ match: '/messages/send', kind: 'status', status: 500, when: 'before' });
		let output: object = {};
		const calls = await busy.wire(async () => (output = await busy.one('send', letter(), { continueOnFail: true })));
		await busy.stop();
		expect(output).toMatchObject({ details: { verdict: 'unknown' } });
		expect(sendings(calls)).toBe(1);
	}, 30_000);

	test('with “Send Only” nothing can be looked up: verdict unknown, never sent again', async () => {
		hurry();
		await mailbox.fault({ match: '/messages/send', kind: 'reset', when: 'after' });
		const { output, asked, delivered } = await attempt(letter(), { access: 'send' });
		expect(output).toMatchObject({ details: { verdict: 'unknown' } });
		expect([asked, delivered]).toEqual([1, 1]);
	});

	test('what Gmail refuses never counts as sent', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'status', status: 400, body: refusal(400, 'invalidArgument', 'Invalid To header'), when: 'before' });
		const { output, asked, delivered } = await attempt(letter());
		expect(output).toMatchObject({ error: 'Google refused: Invalid To header', details: { verdict: 'fix-input', code: 'invalidArgument' } });
		expect([asked, delivered]).toEqual([1, 0]);
	});
});

describe('limits', () => {
	test.each([
		{ name: '403 userRateLimitExceeded', code: 403, reason: 'userRateLimitExceeded' },
		{ name: '429 rateLimitExceeded', code: 429, reason: 'rateLimitExceeded' },
	])('$name: waited for until the time that its text names', async ({ code, reason }) => {
		const until = Date.now() + 2_000;
		await mailbox.fault({ match: '/messages/send', kind: 'status', status: code, body: refusal(code, reason, `User-rate limit exceeded.  Retry after ${new Date(until).toISOString()}`), when: 'before' });
		const { output, asked, delivered } = await attempt(letter());
		expect(output).toMatchObject({ labelIds: ['SENT'] });
		expect([asked, delivered]).toEqual([2, 1]);
		expect(Date.now()).toBeGreaterThanOrEqual(until);
	});

	test('units are counted as they are used: 70 mails keep within 6,000 a minute, without one refusal', async () => {
		const slow = new Mailbox();
		await slow.start(6_000);
		await slow.settings({ unitsPerMinute: 6_000, unitTable: 'new' });
		hurry(10);
		const began = Date.now();
		const items = Array.from({ length: 70 }, (_, index) => ({ json: { index } }));
		const calls = await slow.wire(async () => await slow.run('send', { to: '=p{{ $json.index }}@example.com', subject: 'x', ...text }, { items }));
		expect(calls.map(({ status }) => status)).toEqual(items.map(() => 200));
		expect(Date.now() - began).toBeGreaterThan(59_000);
		await slow.stop();
	}, 60_000);

	test('a limit for a day fails the item, names the time, and is not asked about again; reading goes on', async () => {
		const until = new Date(Date.now() + 20 * 3_600_000).toISOString();
		await mailbox.fault({ match: '/messages/send', kind: 'status', status: 429, body: refusal(429, 'rateLimitExceeded', `User-rate limit exceeded.  Retry after ${until}`), when: 'before' });
		const first = await attempt(letter());
		expect(first.output).toMatchObject({ error: expect.stringContaining(until), details: { verdict: 'wait', hint: `Gmail takes no more until ${until}: run again after that, or send less often.` } });
		const second = await attempt(letter());
		expect(second.output).toMatchObject({ error: expect.stringMatching(/^Gmail asked to pause for another \d+ s/), details: { verdict: 'wait' } });
		expect([first.asked, second.asked, first.delivered, second.delivered]).toEqual([1, 0, 0, 0]);
		expect(await mailbox.one('get', { options: {} }, { resource: 'profile' })).toMatchObject({ emailAddress: expect.any(String) });
	});
});

describe('tokens', () => {
	test('one that Google has let end is renewed once, and the mail sent', async () => {
		const fresh = new Mailbox();
		await fresh.start();
		await fresh.open.advance(4_000);
		expect(await fresh.one('send', letter())).toMatchObject({ labelIds: ['SENT'] });
		await fresh.settings({ revoke: true });
		await fresh.open.advance(4_000);
		await expect(fresh.run('send', letter())).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
		await fresh.stop();
	});
});

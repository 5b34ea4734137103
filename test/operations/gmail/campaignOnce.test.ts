import { hurry, passTime, presentTime } from '../../support/time';
import { Campaigner, statuses, unsubscribeUrl } from './campaigner';
import { me } from './mailbox';

const campaigner = new Campaigner();
const { mailbox, person, run, send, optOut, timesSent } = campaigner;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());
beforeEach(async () => await campaigner.begin());
afterEach(async () => {
	presentTime();
	campaigner.end();
	await mailbox.clearFaults();
});

const MINUTE = 60_000;
const lost = async (when: 'before' | 'after') => await mailbox.fault({ match: '/messages/send', kind: 'reset', when, times: 1 });
const sendings = (calls: { call: string }[]) => calls.filter(({ call }) => call.endsWith('/messages/send')).length;

/** Lets Gmail ask for a pause of some seconds, during which `meanwhile` happens. */
async function paused(meanwhile: () => Promise<unknown>) {
	const until = new Date(Date.now() + 2_500).toISOString();
	await mailbox.fault({ match: '/messages/send', kind: 'status', status: 429, when: 'before', times: 1, body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: `User-rate limit exceeded.  Retry after ${until}`, errors: [{ reason: 'rateLimitExceeded' }] } } });
	const sending = send([person('a')]);
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		if (Number(campaigner.tables.runs) > 0 && (await mailbox.requestsTo('/messages/send')) > 0) break;
	}
	await meanwhile();
	return await sending;
}

describe('nobody gets a message twice', () => {
	test('when the journal fails right after the call', async () => {
		let failed = false;
		const { executeWorkflow } = campaigner.tables;
		campaigner.journal = async (info, more, data) => {
			if (failed || !data.inputData?.some(({ json }) => json.status === 'sent')) return await executeWorkflow(info, more, data);
			failed = true;
			throw new Error('database is locked');
		};
		expect((await send([person('a')]))[0]).toMatchObject({ status: 'failed', reason: expect.stringContaining('The journal could not be read or written') });
		campaigner.journal = undefined;
		passTime(3 * MINUTE);
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(1);
	});

	test('when a lost one cannot be looked for just now', async () => {
		await lost('after');
		expect(statuses(await send([person('a')], {}, 'send'))).toEqual(['sending']);
		passTime(11 * MINUTE);
		await mailbox.fault({ match: '/users/me/messages', kind: 'status', status: 400, when: 'before', times: 1, body: { error: { code: 400, status: 'FAILED_PRECONDITION', message: 'Mail service not enabled', errors: [{ reason: 'failedPrecondition' }] } } });
		await expect(send([person('a')])).rejects.toThrow('Mail service not enabled');
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(1);
	});

	test('when another mailbox goes on with the campaign', async () => {
		await lost('after');
		await send([person('a')], {}, 'send');
		passTime(11 * MINUTE);
		expect((await send([person('a'), person('b')], {}, 'colleague'))).toMatchObject([{ status: 'in-progress', reason: expect.stringContaining(me) }, { status: 'sent' }]);
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect([await timesSent('a'), await timesSent('b')]).toEqual([1, 1]);
	});

	test('what one mailbox could not send and another did counts as the other’s', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'status', status: 400, when: 'before', times: 1, body: { error: { code: 400, message: 'Invalid To header', errors: [{ reason: 'invalidArgument' }] } } });
		expect(statuses(await send([person('a')]))).toEqual(['refused']);
		await send([person('a')], {}, 'colleague');
		expect(campaigner.lines()[0]).toMatchObject({ status: 'sent', mailbox: expect.not.stringMatching(me) });
	});

	test('when another run has taken a message over while this one waits for its turn', async () => {
		const answers = await paused(async () => campaigner.change({ status: 'sent', owner: 'other/run#7', message_id: '19a' }));
		expect(statuses(answers)).toEqual(['in-progress']);
		expect(await timesSent('a')).toBe(0);
	});

	test('when Gmail says that it has failed, and the message comes to light only later', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'status', status: 500, when: 'before', times: 1 });
		const calls = await mailbox.wire(async () => expect(statuses(await send([person('a')]))).toEqual(['sending']));
		expect(sendings(calls)).toBe(1);
	}, 20_000);

	test('before Gmail’s search must know a lost one, it is not sent anew', async () => {
		await lost('before');
		await send([person('a')], {}, 'send');
		passTime(3 * MINUTE);
		expect((await send([person('a')]))[0]).toMatchObject({ status: 'sending', reason: expect.stringContaining('does not know') });
		passTime(8 * MINUTE);
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(1);
	});

	test('although it was moved to the trash', async () => {
		const [answer] = await send([person('a')]);
		await mailbox.gmail(`messages/${String(answer?.messageId)}/trash`, {});
		const [row] = campaigner.lines();
		campaigner.change({ status: 'sending', owner: 'dead/run', since: String(row?.sent_at), lease: '' });
		passTime(11 * MINUTE);
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(1);
	});

	test('when the campaign’s name is written with blanks around it', async () => {
		await send([person('a')]);
		await send([person('a')], { campaign: ` ${campaigner.name} ` });
		expect(await timesSent('a')).toBe(1);
	});

	test('when two runs begin at once', async () => {
		const people = ['a', 'b', 'c', 'd', 'e'].map(person);
		await send([person('z')]);
		await Promise.all([send(people), send(people.toReversed()), send(people)]);
		expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(timesSent))).toEqual([1, 1, 1, 1, 1]);
	});
});

describe('whoever wants no more', () => {
	test('and says so while the message waits for its turn gets nothing', async () => {
		const answers = await paused(async () => await optOut('unsubscribe', person('a')));
		expect(answers).toMatchObject([{ status: 'unsubscribed' }]);
		expect(await timesSent('a')).toBe(0);
	});

	test('may click twice at once', async () => {
		await optOut('unsubscribe', person('z'));
		const answers = await Promise.all([1, 2, 3, 4].map(async () => await optOut('unsubscribe', person('a'))));
		expect(answers.map((answer) => answer?.status)).toEqual(['unsubscribed', 'unsubscribed', 'unsubscribed', 'unsubscribed']);
		expect(statuses(await send([person('a')]))).toEqual(['unsubscribed']);
	});

	test('follows a link to which a program has added something', async () => {
		await send([person('a')]);
		const { token } = campaigner.lines()[0] ?? {};
		expect(await run('unsubscribe', [''], { by: 'link', link: `${unsubscribeUrl}?t=${String(token)}&utm_source=x#top` })).toMatchObject([{ status: 'unsubscribed' }]);
	});

	test('a call without a link is told so', async () => {
		expect(await run('unsubscribe', [''], { by: 'link', link: '={{ $json.query?.t }}' })).toEqual([{ status: 'not-found' }]);
	});

	test('is noted, although the address before is none', async () => {
		const noted = async (continueOnFail: boolean) => await run('unsubscribe', ['nobody', person('a')], { by: 'address', address: '={{ $json.email }}' }, 'full', continueOnFail);
		await expect(noted(false)).rejects.toThrow('“nobody” is not an email address');
		expect(statuses(await send([person('a')]))).toEqual(['unsubscribed']);
		expect(await noted(true)).toMatchObject([{ error: expect.stringContaining('“nobody” is not an email address') }, { status: 'unsubscribed' }]);
	});
});

test('an expression that gives nothing is an empty field', async () => {
	expect(await send([person('a')], { html: '={{ $json.nothing }}', text: 'Bonjour' })).toMatchObject([{ status: 'sent' }]);
	expect(await send([person('b')], { html: '={{ $json.nothing }}' })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('are both empty') }]);
	expect(await send([person('c')], { options: { replyTo: '={{ $json.nothing }}', from: '={{ null }}', unsubscribeAddress: '={{ null }}' } })).toMatchObject([{ status: 'sent' }]);
});

test('an unsubscribe address is one address', async () => {
	expect(await send([person('a')], { options: { unsubscribeAddress: 'x>, <https://evil.example' } })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('Unsubscribe Address') }]);
});

test('on error “Continue”: an ended connection is told by items, and no input passes for an answer', async () => {
	await mailbox.fault({ match: '/messages/send', kind: 'status', status: 403, when: 'before', times: 10, body: { error: { code: 403, message: 'Delegation denied', errors: [{ reason: 'forbidden' }] } } });
	expect(await run('send', [person('a'), person('b')], {}, 'full', true)).toMatchObject([{ status: 'failed', reason: expect.stringContaining('Delegation denied') }, { reason: expect.stringContaining('Delegation denied') }]);
	campaigner.journal = async () => await Promise.reject(new Error('no database'));
	expect(await run('send', [person('c')], {}, 'full', true)).toMatchObject([{ error: expect.stringContaining('no database') }]);
});

import { passTime, presentTime } from '../../support/time';
import { Campaigner, statuses, unsubscribeUrl } from './campaigner';
import { me } from './mailbox';

const campaigner = new Campaigner();
const { mailbox, person, run, send, optOut, timesSent } = campaigner;
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());
beforeEach(async () => await campaigner.begin());
afterEach(() => {
	presentTime();
	campaigner.end();
});

describe('campaign › send', () => {
	test('writes to each person once, with both headers to unsubscribe and the link', async () => {
		const [answer] = await send([`Inês <${person('ines')}>`]);
		expect(answer).toMatchObject({ to: person('ines'), campaign: campaigner.name, status: 'sent', messageId: expect.any(String), threadId: expect.any(String), sentAt: expect.any(String) });
		const { parsed, source } = await mailbox.read(answer?.messageId);
		expect(parsed).toMatchObject({ subject: 'Bouquets d’automne', to: { text: `"Inês" <${person('ines')}>` } });
		expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
		const [row] = campaigner.lines();
		expect(row).toMatchObject({ status: 'sent', campaign: campaigner.name, mailbox: me, recipient: person('ines'), message_id: answer?.messageId });
		const link = `${unsubscribeUrl}?t=${String(row?.token)}`;
		expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: link } });
		expect(parsed.html).toContain(`href="${link}"`);
		expect(parsed.text).toContain(link);
	});

	test('puts the link where the message wants it, and a mail address beside it', async () => {
		const [answer] = await send([person('a')], { html: '<p>x <a href="%UNSUBSCRIBE_URL%">stop</a></p>', text: 'x %UNSUBSCRIBE_URL%', options: { unsubscribeAddress: 'stop@example.com' } });
		const { parsed } = await mailbox.read(answer?.messageId);
		const link = `${unsubscribeUrl}?t=${String(campaigner.lines()[0]?.token)}`;
		expect(String(parsed.html).trim()).toBe(`<p>x <a href="${link}">stop</a></p>`);
		expect(parsed.text?.trim()).toBe(`x ${link}`);
		expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: link, mail: 'stop@example.com?subject=unsubscribe' } });
	});

	test('sends nobody a second message, in the same run or in a later one, however the address is written', async () => {
		expect(statuses(await send([person('a'), person('A').toUpperCase(), person('b')]))).toEqual(['sent', 'duplicate', 'sent']);
		expect(statuses(await send([person('b').toUpperCase(), person('a'), person('c')]))).toEqual(['sent', 'sent', 'sent']);
		expect([await timesSent('a'), await timesSent('b'), await timesSent('c')]).toEqual([1, 1, 1]);
	});

	test('another campaign goes to the same people', async () => {
		await send([person('a')]);
		expect(statuses(await send([person('a')], { campaign: `${campaigner.name} encore` }))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(2);
	});

	test.each([
		['no address', 'nobody', {}, /To: “nobody” is not an email address/],
		['two addresses', 'a@example.com, b@example.com', {}, /To: has 2 addresses; an item is about one person/],
		['no content', 'a@example.com', { html: '' }, /HTML: and Text are both empty/],
		['a page without https', 'a@example.com', { unsubscribeUrl: 'http://n8n.example.com/x' }, /Unsubscribe URL: begins with http/],
		['no web address', 'a@example.com', { unsubscribeUrl: 'qmark' }, /Unsubscribe URL: “qmark” is not a web address/],
		['a line break', 'a@example.com', { subject: 'a\r\nBcc: x@example.com' }, /Subject: holds a line break/],
	])('%s is refused with a sentence, and the others go', async (_, email, parameters, sentence) => {
		const [refused, sent] = [(await send([email], parameters))[0], (await send([person('ok')]))[0]];
		expect(refused).toMatchObject({ status: 'refused', reason: expect.stringMatching(sentence), hint: expect.stringMatching(/\w/) });
		expect(sent).toMatchObject({ status: 'sent' });
	});

	test('goes on in the next run where its limits stopped it', async () => {
		const people = ['a', 'b', 'c', 'd'].map(person);
		const first = await send(people, { options: { mostPerRun: 2 } });
		expect(statuses(first)).toEqual(['sent', 'sent', 'deferred', 'deferred']);
		expect(first[2]).toMatchObject({ reason: 'This run’s limit of 2 messages is reached.' });
		const second = await send(people, { options: { dailyLimit: 3 } });
		expect(statuses(second)).toEqual(['sent', 'sent', 'sent', 'deferred']);
		expect(second[3]).toMatchObject({ reason: expect.stringContaining('The daily limit of 3 messages is reached') });
	});

	test('a message whose answer was lost is found and not sent again', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'reset', when: 'after', times: 1 });
		expect(statuses(await send([person('a'), person('b')]))).toEqual(['sent', 'sent']);
		expect([await timesSent('a'), await timesSent('b')]).toEqual([1, 1]);
	});

	test('one that never arrived is settled by a later run, which then sends it', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'reset', when: 'before', times: 1 });
		const [first] = await send([person('a')]);
		expect(first).toMatchObject({ status: 'sending', reason: expect.stringContaining('without an answer') });
		passTime(11 * 60_000);
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
		expect(await timesSent('a')).toBe(1);
	}, 30_000);

	test('a run that was killed after its call: the next one finds the message in “Sent”', async () => {
		await send([person('a')]);
		const [row] = campaigner.lines();
		campaigner.change({ status: 'sending', message_id: '', sent_at: '', owner: 'dead/run', since: String(row?.sent_at), lease: new Date(Date.now() - 1).toISOString() });
		expect((await send([person('a')]))[0]).toMatchObject({ status: 'sent', messageId: row?.message_id });
		expect(await timesSent('a')).toBe(1);
	});

	test('what another run is sending is left to it', async () => {
		await send([person('a')]);
		campaigner.change({ status: 'sending', owner: 'other/run', lease: new Date(Date.now() + 60_000).toISOString() });
		expect((await send([person('a')]))[0]).toMatchObject({ status: 'in-progress' });
	});

	test('a connection that may only send says what it cannot tell, and never sends twice', async () => {
		await mailbox.fault({ match: '/messages/send', kind: 'reset', when: 'after', times: 1 });
		expect(statuses(await send([person('a')], {}, 'send'))).toEqual(['sending']);
		passTime(11 * 60_000);
		expect((await send([person('a')], {}, 'send'))[0]).toMatchObject({ status: 'in-doubt', reason: expect.stringContaining('may not look into “Sent”') });
		expect((await send([person('a')], {}, 'send'))[0]).toMatchObject({ status: 'in-doubt' });
		// One that may look finds it.
		expect((await send([person('a')]))[0]).toMatchObject({ status: 'sent', messageId: expect.any(String) });
		expect(await timesSent('a')).toBe(1);
	}, 30_000);
});

describe('campaign › unsubscribe, resubscribe', () => {
	test('by the link of a message, once for all campaigns, and without the address in the opt-out', async () => {
		await send([person('a')]);
		const { token } = campaigner.lines()[0] ?? {};
		const answer = (await run('unsubscribe', [''], { by: 'link', link: String(token) }))[0];
		expect(answer).toEqual({ status: 'unsubscribed', since: expect.any(String) });
		expect((await run('unsubscribe', [''], { by: 'link', link: `${unsubscribeUrl}?t=${String(token)}` }))[0]).toEqual(answer);
		expect((await send([person('a'), person('b')], { campaign: `${campaigner.name} suite` }))[0]).toMatchObject({ status: 'unsubscribed', reason: 'This person wants no more messages.' });
		expect([await timesSent('a'), await timesSent('b')]).toEqual([1, 1]);
		const optOuts = campaigner.lines().filter(({ status }) => status === 'unsubscribed');
		expect(optOuts).toHaveLength(1);
		expect(JSON.stringify(optOuts)).not.toContain(person('a'));
	});

	test('a link that is not ours changes nothing', async () => {
		await send([person('a')]);
		for (const link of ['', 'x', 'A'.repeat(32), `${unsubscribeUrl}?t=${'A'.repeat(32)}`]) expect((await run('unsubscribe', [''], { by: 'link', link }))[0]).toEqual({ status: 'not-found' });
		expect(campaigner.lines()).toHaveLength(1);
	});

	test('somebody who unsubscribes while the run is under way gets nothing from then on', async () => {
		const people = Array.from({ length: 20 }, (_, n) => person(`p${n}`));
		const [last = ''] = people.slice(-1);
		let began: Promise<unknown> | undefined;
		const { executeWorkflow } = campaigner.tables;
		await optOut('unsubscribe', person('somebody-else'));
		// The opt-out is written while the first are being sent: all of them are reserved by then.
		campaigner.journal = async (...call) => {
			if (!began && campaigner.lines().some(({ status }) => status === 'sent')) {
				campaigner.journal = undefined;
				began = optOut('unsubscribe', last);
			}
			await began;
			return await executeWorkflow(...call);
		};
		const answers = await send(people);
		expect(answers.at(-1)).toMatchObject({ status: 'unsubscribed' });
		expect(await timesSent('p19')).toBe(0);
		expect(await timesSent('p0')).toBe(1);
	});

	test('by the address, and back again', async () => {
		expect(await optOut('unsubscribe', person('A').toUpperCase())).toMatchObject({ status: 'unsubscribed' });
		expect(statuses(await send([person('a')]))).toEqual(['unsubscribed']);
		expect(await optOut('resubscribe', person('a'))).toEqual({ status: 'subscribed' });
		expect(statuses(await send([person('a')]))).toEqual(['sent']);
	});
});

test('campaign › getAll lists who was sent what, and what was not', async () => {
	await optOut('unsubscribe', person('c'));
	await send([person('a'), person('b'), person('c')]);
	const sent = await run('getAll', [''], { returnAll: true, filters: { campaign: campaigner.name, status: 'sent' } });
	expect(sent.map(({ to }) => to).sort()).toEqual([person('a'), person('b')]);
	expect(sent[0]).toMatchObject({ campaign: campaigner.name, mailbox: me, status: 'sent', messageId: expect.any(String) });
	expect(await run('getAll', [''], { returnAll: false, limit: 1, filters: {} })).toHaveLength(1);
});

test('an ended connection stops the run with what to do, and nothing is lost', async () => {
	await mailbox.fault({ match: '/messages/send', kind: 'status', status: 401, times: 10, body: { error: { code: 401, status: 'UNAUTHENTICATED', message: 'Request had invalid authentication credentials.' } } });
	await mailbox.settings({ tokenEndpoint: 'error200' });
	await expect(send([person('a'), person('b')])).rejects.toThrow(/credential|reconnect|connection/i);
	await mailbox.settings({ tokenEndpoint: 'ok' });
	await mailbox.clearFaults();
	expect(statuses(await send([person('a'), person('b')]))).toEqual(['sent', 'sent']);
	expect([await timesSent('a'), await timesSent('b')]).toEqual([1, 1]);
});

// Last: the mailbox is left alone until the time that Gmail names.
test('Gmail’s own limit for the day defers the rest, and what was sent stays sent', async () => {
	await mailbox.settings({ dailyMessages: 1 });
	const people = ['a', 'b', 'c'].map(person);
	const answers = await send(people);
	expect(statuses(answers).filter((status) => status === 'sent').length).toBeLessThanOrEqual(1);
	expect(answers.some(({ status, reason }) => status === 'failed' && /limit|rate/i.test(String(reason)))).toBe(true);
});

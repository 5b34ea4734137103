import { SEEN } from '../../../nodes/QmarkGmailTrigger/memory';
import { DAY, passTime, presentTime } from '../../support/time';
import { Watcher, bruno, camille } from './watcher';

const watcher = new Watcher();
beforeAll(async () => await watcher.open());
afterAll(async () => await watcher.close());
afterEach(() => presentTime());

const subjectsOf = (items: Awaited<ReturnType<Watcher['poll']>>) => items.map(({ json }) => String(json.subject));

/** The same numbers every time. */
function dice(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return state % below;
	};
}

describe('nothing is missed and nothing is given twice', () => {
	test.each([1, 2, 3])('whatever comes between polls, lost histories, failures and restarts: series %i', async (series) => {
		const roll = dice(series * 7919);
		await watcher.begin();
		await watcher.arrive({ subject: 'Before' });
		await watcher.poll();
		const expected: string[] = [];
		const given: string[] = [];
		for (let round = 0; round < 40; round++) {
			const letters = Array.from({ length: roll(4) }, (_, index) => `Round ${round}, ${index}`);
			expected.push(...letters);
			if (letters.length > 0) await watcher.settings({ mail: letters.map((subject) => ({ to: camille.name, subject })) });
			const chance = roll(10);
			if (chance === 0) await watcher.settings({ forgetHistory: true });
			if (chance === 1) await watcher.call('POST', `/messages/${await watcher.newest()}/modify`, { addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] });
			if (chance === 2) await watcher.sandbox.fault({ network: 'google', match: ['/messages/', '/history', '/profile'][roll(3)] ?? '', kind: 'status', status: 403, times: 1 });
			const before = structuredClone(watcher.staticData);
			const items = await watcher.poll().catch(() => undefined);
			// n8n saves what a poll remembers only with the items that it gave: a restart after a quiet one starts from the memory before.
			if (items?.length === 0 && roll(2) === 0) watcher.staticData = before;
			given.push(...subjectsOf(items ?? []));
			await watcher.sandbox.advance(roll(600));
		}
		await fetch(`${watcher.sandbox.origin}/_sandbox/faults`, { method: 'DELETE' });
		given.push(...subjectsOf(await watcher.poll()));
		expect(given.toSorted()).toEqual(expected.toSorted());
	}, 60_000);

	test('a history that is too old is replaced by a listing, which goes on where the history was before it', async () => {
		await watcher.begin();
		await watcher.arrive({ subject: 'Before' });
		await watcher.poll();
		await watcher.arrive({ subject: 'Given' });
		expect(await watcher.subjects()).toEqual(['Given']);
		await watcher.arrive({ subject: 'Missed 1' });
		await watcher.arrive({ subject: 'Missed 2' });
		await watcher.sandbox.advance(9 * 86_400);
		await watcher.arrive({ subject: 'Late' });
		await watcher.forgetCalls();
		expect(await watcher.subjects()).toEqual(['Missed 1', 'Missed 2', 'Late']);
		expect((await watcher.calls()).slice(0, 3)).toEqual(['GET profile', 'GET history', 'GET messages']);
		await watcher.arrive({ subject: 'After' });
		await watcher.forgetCalls();
		expect(await watcher.subjects()).toEqual(['After']);
		expect(await watcher.calls()).toEqual(['GET profile', 'GET history', 'GET messages/ID']);
	});

	test('a lost history of many messages is made up for poll by poll, though more come meanwhile', async () => {
		await watcher.begin();
		await watcher.poll();
		const mails = (name: string, count: number) => Array.from({ length: count }, (_, index) => ({ to: camille.name, subject: `${name} ${index}` }));
		await watcher.settings({ mail: mails('Old', 450) });
		await watcher.settings({ forgetHistory: true });
		const given: string[] = [];
		for (let poll = 0; poll < 5; poll++) {
			given.push(...subjectsOf(await watcher.poll()));
			if (poll < 2) await watcher.settings({ mail: mails(`Meanwhile ${poll}`, 5) });
		}
		expect(given).toHaveLength(460);
		expect(new Set(given).size).toBe(460);
		expect(given.slice(0, 450)).toEqual(mails('Old', 450).map(({ subject }) => subject));
	});

	test('of a flood that came days ago each poll finds its part by the search', async () => {
		await watcher.begin({ filters: { search: 'subject:tulips' } });
		await watcher.poll();
		await watcher.settings({ mail: Array.from({ length: 450 }, (_, index) => ({ to: camille.name, subject: `Tulips ${index}` })) });
		passTime(3 * DAY);
		const counts = [];
		for (let poll = 0; poll < 4; poll++) counts.push((await watcher.poll()).length);
		expect(counts).toEqual([200, 200, 50, 0]);
	});

	test('what is remembered stays small', async () => {
		await watcher.begin();
		await watcher.poll();
		for (let round = 0; round < 11; round++) {
			await watcher.settings({ mail: Array.from({ length: 200 }, (_, index) => ({ to: camille.name, subject: `${round}/${index}` })) });
			expect(await watcher.poll()).toHaveLength(200);
		}
		const kept = JSON.stringify(watcher.staticData).match(/"19a[\da-f]{13}"/g) ?? [];
		expect(kept).toHaveLength(SEEN);
		expect(JSON.stringify(watcher.staticData).length).toBeLessThan(60_000);
	}, 60_000);
});

describe('filters', () => {
	const four = async () => {
		await watcher.poll();
		const { id } = await watcher.call<{ id: string }>('POST', '/labels', { name: 'Leads' });
		await watcher.arrive({ subject: 'Inbox' });
		await watcher.arrive({ subject: 'Both', labels: ['INBOX', id] });
		await watcher.arrive({ subject: 'Lead', labels: [id] });
		await watcher.arrive({ subject: 'Spam', labels: ['SPAM'] });
		const raw = (to: string, subject: string) => Buffer.from(`To: ${to}\r\nSubject: ${subject}\r\n\r\nx`).toString('base64url');
		await watcher.call('POST', '/messages/send', { raw: raw(bruno.name, 'Sent') });
		await watcher.call('POST', '/messages/send', { raw: raw(camille.name, 'To myself') });
		await watcher.call('POST', '/drafts', { message: { raw: raw(bruno.name, 'Draft') } });
		return id;
	};

	test.each([
		['the inbox', {}, ['Inbox', 'Both', 'To myself']],
		['no label', { labelIds: [] }, ['Inbox', 'Both', 'Lead', 'To myself']],
		['two labels', { labelIds: ['INBOX', 'Label_1'] }, ['Both']],
		['own sent mail too', { filters: { includeSent: true } }, ['Inbox', 'Both', 'Sent', 'To myself']],
		['spam and trash too', { filters: { includeSpamTrash: true } }, ['Inbox', 'Both', 'Spam', 'To myself']],
		['a search', { filters: { search: 'subject:both OR subject:spam OR subject:sent' } }, ['Both']],
	])('%s, from the history and from a listing alike', async (_, parameters, expected) => {
		await watcher.begin(parameters);
		await four();
		expect(await watcher.subjects()).toEqual(expected);
		await watcher.begin(parameters);
		await four();
		await watcher.settings({ forgetHistory: true });
		expect(await watcher.subjects()).toEqual(expected);
		expect(await watcher.poll()).toEqual([]);
	});

	test('messages that the filters leave out are not read', async () => {
		await watcher.begin({ filters: { search: 'subject:both' } });
		await four();
		await watcher.forgetCalls();
		await watcher.poll();
		expect(await watcher.calls()).toEqual(['GET profile', 'GET history', 'GET messages', 'GET messages/ID']);
	});

	test('what Gmail’s search finds only later is given then', async () => {
		await watcher.begin({ filters: { search: 'is:starred' } });
		await watcher.poll();
		await watcher.arrive({ subject: 'Found late' });
		await watcher.arrive({ subject: 'Never found' });
		expect(await watcher.subjects()).toEqual([]);
		const { messages } = await watcher.call<{ messages: { id: string }[] }>('GET', '/messages');
		await watcher.call('POST', `/messages/${messages[1]?.id}/modify`, { addLabelIds: ['STARRED'] });
		expect(await watcher.subjects()).toEqual(['Found late']);
		expect(await watcher.subjects()).toEqual([]);
	});

	test('an archived message is new all the same, one in the trash is not', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ subject: 'Archived' });
		await watcher.call('POST', `/messages/${await watcher.newest()}/modify`, { removeLabelIds: ['INBOX'] });
		await watcher.arrive({ subject: 'Trashed' });
		await watcher.call('POST', `/messages/${await watcher.newest()}/trash`);
		expect(await watcher.subjects()).toEqual(['Archived']);
	});
});

describe('labels', () => {
	test('one that is added starts the workflow each time, others do not', async () => {
		await watcher.begin({ events: ['labelAdded'], addedLabelIds: ['STARRED', 'IMPORTANT'] });
		await watcher.arrive({ subject: 'Old' });
		await watcher.poll();
		const id = await watcher.newest();
		const modify = async (body: object) => await watcher.call('POST', `/messages/${id}/modify`, body);
		await watcher.arrive({ subject: 'New' });
		await modify({ removeLabelIds: ['UNREAD'] });
		expect(await watcher.poll()).toEqual([]);
		await modify({ addLabelIds: ['STARRED', 'UNREAD'] });
		await modify({ removeLabelIds: ['STARRED'] });
		await modify({ addLabelIds: ['STARRED', 'IMPORTANT'] });
		const items = await watcher.poll();
		expect(items.map(({ json }) => [json.event, json.subject, json.addedLabels])).toEqual([['labelAdded', 'Old', ['STARRED']], ['labelAdded', 'Old', ['STARRED', 'IMPORTANT']]]);
		expect(await watcher.poll()).toEqual([]);
	});

	test('both events of one message are given, in their order', async () => {
		await watcher.begin({ events: ['newMessage', 'labelAdded'], addedLabelIds: ['STARRED'] });
		await watcher.poll();
		await watcher.arrive({ subject: 'One' });
		await watcher.call('POST', `/messages/${await watcher.newest()}/modify`, { addLabelIds: ['STARRED'] });
		expect((await watcher.poll()).map(({ json }) => json.event)).toEqual(['newMessage', 'labelAdded']);
	});
});

import { Api } from '../../../nodes/core/api';
import { PlatformError } from '../../../nodes/core/errors';
import { LEASE, Taken } from '../../../nodes/core/journal/journal';
import type { Store } from '../../../nodes/core/journal/store';
import type { Session } from '../../../nodes/core/session';
import type { Done, Network, Post, Step } from '../../../nodes/networks/network';
import { pinterest } from '../../../nodes/platforms/pinterest';
import { newEntry } from '../../../nodes/QmarkPublisher/journal/entry';
import type { Entry } from '../../../nodes/QmarkPublisher/journal/entry';
import { PublicationJournal } from '../../../nodes/QmarkPublisher/journal/journal';
import { Publication } from '../../../nodes/QmarkPublisher/publish';
import { memoryStore } from './memoryStore';

const MINUTE = 60_000;
const target = { network: 'vendor', account: '1' };
const wanted = newEntry(target, 'content', '');
const post: Post = { account: '1', texts: ['Bonjour'], media: [], stories: [] };
/** Nothing is sent here. */
const unconnected: Partial<Session> = { platform: pinterest };
const nowhere = new Api(unconnected as Session, 'send');

const networkOf = (steps: Step[]): Network => ({
	...{ name: 'vendor', platform: pinterest, facts: pinterest.posts, scopes: [], actAs: () => ({}), standing: async () => await Promise.resolve({}), remove: async () => await Promise.resolve() },
	steps: () => steps,
});

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

let store: Store;
beforeEach(() => (store = memoryStore()));

const journalOf = (owner: string) => new PublicationJournal(store, owner);
const seen = async () => (await journalOf('reader').known([wanted.key])).get(wanted.key);
const advanced = async (journal: PublicationJournal, entry: Entry, steps: Step[]) => await new Publication({ network: networkOf(steps), post, choices: {}, api: nowhere, journal, entry, atMost: 60 * MINUTE }).advance();
/** A run that begins now; its end is told by `outcome`. */
async function begun(owner: string, steps: Step[]) {
	const journal = journalOf(owner);
	const outcome = advanced(journal, await journal.claim(wanted), steps).then(({ entry }) => entry.status, (error: unknown) => (error instanceof Taken ? 'taken' : error));
	await jest.advanceTimersByTimeAsync(10);
	return outcome;
}
/** What another run, on another machine, gets. */
const claimedBy = async (owner: string) => (await journalOf(owner).claim(wanted, await seen())).owner;

const lasting = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));
const published: Done = { id: 'P1' };

describe('what takes longer than a lease', () => {
	test('preparing: no other run takes it over while this one works on it', async () => {
		const publish = jest.fn(async () => await Promise.resolve(published));
		const steps: Step[] = [{ name: 'post', prepare: async (_, memo) => { await lasting(4 * LEASE); return { memo: { ...memo, file: 'F1' }, ready: true }; }, publish }];
		const outcome = begun('first', steps);
		for (let passed = 0; passed < 4 * LEASE - MINUTE; passed += MINUTE / 2) {
			await jest.advanceTimersByTimeAsync(MINUTE / 2);
			expect(await claimedBy('second')).toBe('first');
		}
		await jest.advanceTimersByTimeAsync(2 * MINUTE);
		expect(await outcome).toBe('published');
		expect(publish).toHaveBeenCalledTimes(1);
		expect(await seen()).toMatchObject({ owner: 'first', status: 'published', done: [published] });
	});

	test('the call itself, longer than it was thought to: no other run makes it again', async () => {
		const publish = jest.fn(async () => { await lasting(30 * MINUTE); return published; });
		const outcome = begun('first', [{ name: 'upload', atMost: 10 * MINUTE, publish, find: async () => await Promise.resolve('absent') }]);
		for (let passed = 0; passed < 29; passed++) {
			await jest.advanceTimersByTimeAsync(MINUTE);
			expect(await claimedBy('second')).toBe('first');
			expect(await seen()).toMatchObject({ status: 'publishing' });
		}
		await jest.advanceTimersByTimeAsync(2 * MINUTE);
		expect(await outcome).toBe('published');
		expect(publish).toHaveBeenCalledTimes(1);
	});

	test('a process that died in its call is gone on with once the call must be over, and not before', async () => {
		void begun('first', [{ name: 'upload', atMost: 10 * MINUTE, publish: async () => await new Promise(() => undefined), find: async () => await Promise.resolve('absent') }]);
		await jest.advanceTimersByTimeAsync(1_000);
		jest.clearAllTimers();
		jest.setSystemTime(Date.now() + 10 * MINUTE);
		expect(await claimedBy('second')).toBe('first');
		jest.setSystemTime(Date.now() + 2 * MINUTE);
		expect(await claimedBy('second')).toBe('second');
	});

	test('a journal that cannot be written for a moment ends neither', async () => {
		const { update } = store;
		let isDown = false;
		store.update = async (changes) => {
			if (isDown) throw new Error('The database is not there.');
			return await update(changes);
		};
		const publish = jest.fn(async () => { await lasting(3 * LEASE); return published; });
		const outcome = begun('first', [{ name: 'post', prepare: async (_, memo) => { await lasting(3 * LEASE); return { memo, ready: true }; }, publish }]);
		await jest.advanceTimersByTimeAsync(LEASE / 3 - 1_000);
		isDown = true;
		await jest.advanceTimersByTimeAsync(LEASE / 2);
		isDown = false;
		await jest.advanceTimersByTimeAsync(3 * LEASE);
		isDown = true;
		await jest.advanceTimersByTimeAsync(LEASE / 2);
		isDown = false;
		await jest.advanceTimersByTimeAsync(3 * LEASE);
		expect(await outcome).toBe('published');
		expect(publish).toHaveBeenCalledTimes(1);
	});
});

describe('another run that took it over', () => {
	/** As after a machine was asleep for longer than a lease. */
	async function takenOver(steps: Step[]) {
		const outcome = begun('first', steps);
		await jest.advanceTimersByTimeAsync(1_000);
		jest.setSystemTime(Date.now() + 2 * LEASE);
		expect(await claimedBy('second')).toBe('second');
		return { outcome };
	}

	test('during preparing: this run ends without the call', async () => {
		const publish = jest.fn(async () => await Promise.resolve(published));
		let isPrepared = false;
		const { outcome } = await takenOver([{ name: 'post', prepare: async (_, memo) => { await lasting(10 * LEASE); isPrepared = true; return { memo, ready: true }; }, publish }]);
		await jest.advanceTimersByTimeAsync(LEASE);
		expect(await outcome).toBe('taken');
		await jest.advanceTimersByTimeAsync(20 * LEASE);
		expect(isPrepared).toBe(true);
		expect(publish).not.toHaveBeenCalled();
		expect(await seen()).toMatchObject({ owner: 'second' });
	});

	test('in the last moment of preparing', async () => {
		const publish = jest.fn(async () => await Promise.resolve(published));
		const { outcome } = await takenOver([{ name: 'post', prepare: async (_, memo) => { await lasting(10_000); return { memo, ready: true }; }, publish }]);
		await jest.advanceTimersByTimeAsync(LEASE);
		expect(await outcome).toBe('taken');
		expect(publish).not.toHaveBeenCalled();
	});

	test('what fails to prepare in the meantime does no harm', async () => {
		const { outcome } = await takenOver([{ name: 'post', prepare: async () => { await lasting(2 * LEASE); throw new PlatformError({ verdict: 'stop', message: 'No.', hint: 'Look.' }); }, publish: async () => await Promise.resolve(published) }]);
		await jest.advanceTimersByTimeAsync(5 * LEASE);
		expect(await outcome).toBe('taken');
	});
});

describe('drafts', () => {
	const draft: Done = { id: 'D1', draft: 'Finish it in the app.' };
	const step = (done: Done, more: Partial<Step> = {}): Step => ({ name: 'post', publish: async () => await Promise.resolve(done), ...more });

	test('are no publication, and say what is to be done', async () => {
		expect(await begun('first', [step(draft)])).toBe('draft');
		expect(await seen()).toMatchObject({ status: 'draft', hint: 'Finish it in the app.', done: [draft], at: expect.stringMatching(/^20/) });
		expect(await seen()).not.toHaveProperty('post');
	});

	test('stay drafts where another step follows', async () => {
		expect(await begun('first', [step(draft), step({ id: 'C1' }, { name: 'comment' })])).toBe('draft');
		expect(await seen()).toMatchObject({ status: 'draft', hint: 'Finish it in the app.' });
	});

	test('found by what became of a lost call', async () => {
		const lost = new PlatformError({ verdict: 'unknown', message: 'No answer.', hint: 'Look.' });
		expect(await begun('first', [{ name: 'post', publish: async () => await Promise.reject(lost), find: async () => await Promise.resolve(draft) }])).toBe('draft');
	});

	test('are nobody’s to take', async () => {
		await begun('first', [step(draft)]);
		expect(await journalOf('second').claim(wanted, await seen())).toMatchObject({ owner: 'first', status: 'draft' });
	});
});

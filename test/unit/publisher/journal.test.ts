import { newEntry } from '../../../nodes/QmarkPublisher/journal/entry';
import type { Entry } from '../../../nodes/QmarkPublisher/journal/entry';
import { Taken } from '../../../nodes/core/journal/journal';
import type { Store } from '../../../nodes/core/journal/store';
import { PublicationJournal } from '../../../nodes/QmarkPublisher/journal/journal';
import { memoryStore } from './memoryStore';

describe('what a run knew of an entry before somebody else wrote it', () => {
	const wanted = newEntry({ network: 'telegram', account: '-100' }, 'J1', '');
	let store: Store;
	let slow: PublicationJournal;
	let other: PublicationJournal;
	const seenBy = async (journal: PublicationJournal): Promise<Entry | undefined> => (await journal.known([wanted.key])).get(wanted.key);

	beforeEach(() => {
		store = memoryStore();
		[slow, other] = [new PublicationJournal(store, 'slow'), new PublicationJournal(store, 'other')];
	});

	/** `slow` has let its lease pass before its call, and `other` has read the entry as it stood then. */
	async function overdue(): Promise<{ mine: Entry; seen: Entry | undefined }> {
		const mine = await slow.write({ ...(await slow.claim(wanted)), status: 'preparing', lease: Date.now() - 1 });
		return { mine, seen: await seenBy(other) };
	}

	test('is not written over a call that its owner has noted since', async () => {
		const { mine, seen } = await overdue();
		const since = Date.now();
		await slow.write({ ...mine, status: 'publishing', since, lease: since + 60_000 });
		expect(await other.claim(wanted, seen)).toMatchObject({ owner: 'slow', status: 'publishing', since });
		expect(await seenBy(slow)).toMatchObject({ owner: 'slow', status: 'publishing', since });
	});

	test('keeps its owner from noting a call once another has taken it over', async () => {
		const { mine, seen } = await overdue();
		expect(await other.claim(wanted, seen)).toMatchObject({ owner: 'other', status: 'preparing' });
		await expect(slow.write({ ...mine, status: 'publishing', since: Date.now() })).rejects.toThrow(Taken);
	});

	test('keeps a second from taking over what a first has taken over', async () => {
		const { seen } = await overdue();
		const third = new PublicationJournal(store, 'third');
		await other.claim(wanted, seen);
		expect(await third.claim(wanted, seen)).toMatchObject({ owner: 'other' });
	});
});

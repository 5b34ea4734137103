import { Journal } from '../../core/journal/journal';
import type { Store } from '../../core/journal/store';
import { entryOf, isOpen, isWork, rowOf } from './entry';
import type { Entry } from './entry';

/** Entries among which the newest post of an account is looked for. */
const RECENT = 50;

/** What is published where. */
export class PublicationJournal extends Journal<Entry> {
	constructor(store: Store, owner: string, signal?: AbortSignal) {
		super(store, { rowOf, entryOf, isWork, isOpen }, owner, signal);
	}

	/** Publications of which all that is wished for is so. */
	async matching({ network = '', account = '', contentId = '', status = '' }: { network?: string; account?: string; contentId?: string; status?: string }, limit: number): Promise<Entry[]> {
		return await this.find({ network, account, content_id: contentId, status }, limit);
	}

	/** ID of the newest post on this account that was out before `since`, in ms since 1970. */
	async latest(network: string, account: string, since: number): Promise<string | undefined> {
		const out = (await this.matching({ network, account, status: 'published' }, RECENT)).filter(({ at, done }) => done.length > 0 && Date.parse(at) < since);
		const [{ done = [] } = {}] = out.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
		// A first comment comes after its post, and has no address of its own.
		return (done.findLast(({ permalink }) => permalink) ?? done.at(-1))?.id;
	}
}

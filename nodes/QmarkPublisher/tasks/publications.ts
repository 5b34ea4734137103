import type { INodeExecutionData } from 'n8n-workflow';
import { failureOf, refused } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { networks } from '../../networks';
import type { Network } from '../../networks/network';
import type { Entry } from '../journal/entry';
import { publishedOf } from '../journal/entry';
import type { PublicationJournal } from '../journal/journal';
import { Publication } from '../publish';
import type { Run, Task } from '../run';

/** More than anybody keeps in a Data Table. */
const EVERYTHING = 1_000_000;
const DAY = 24 * 60 * 60_000;

/** An entry and the item that asked for it. */
interface Asked {
	entry: Entry;
	index: number;
}

/** The entries that the input items name by `key`. A key that is none is told, not skipped. */
async function ofInput(run: Run, journal: PublicationJournal): Promise<Asked[]> {
	const keys = run.context.getInputData().map(({ json }) => (typeof json.key === 'string' ? json.key : ''));
	const missing = keys.indexOf('');
	if (missing >= 0) throw refused('Key', `item ${missing} has no “key”.`, 'Pass on the items that “Publish” or “Get Many” answered.');
	const known = await journal.known([...new Set(keys)]);
	return keys.map((key, index) => {
		const entry = known.get(key);
		if (!entry) throw refused('Key', `the journal has no publication “${key}” (item ${index}).`, 'Check that both nodes have the same journal.');
		return { entry, index };
	});
}

const networkOf = ({ network }: Entry): Network => {
	const found = networks.get(network);
	if (!found) throw refused('Network', `“${network}” is no network that QMARK publishes on.`, 'Update QMARK, or delete this line of the journal.');
	return found;
};

const reasonOf = ({ message: reason, verdict, hint }: Failure) => ({ reason, verdict, hint });

export const getMany: Task = async (run) => {
	const filters = run.options({ account: '', contentId: '', network: '', status: '' }, 'filters');
	const all = run.context.getNodeParameter('returnAll', 0, false) === true;
	const limit = all ? EVERYTHING : Number(run.context.getNodeParameter('limit', 0, 50));
	const entries = await run.journal().matching(filters, limit);
	return await Promise.all(entries.map(async (entry) => await run.item(publishedOf(entry), 0)));
};

/** In doubt are those that say so, and those whose run was cut off in the middle of a call. */
async function inDoubt(journal: PublicationJournal): Promise<Asked[]> {
	const [unknown, cutOff] = await Promise.all([journal.matching({ status: 'unknown' }, EVERYTHING), journal.matching({ status: 'publishing' }, EVERYTHING)]);
	return [...unknown, ...cutOff.filter(({ lease }) => lease <= Date.now())].map((entry) => ({ entry, index: 0 }));
}

/** Asks the network what became of the call that is noted, and goes on with what was begun. */
async function lookedUp(run: Run, journal: PublicationJournal, entry: Entry, index: number): Promise<Entry> {
	const network = networkOf(entry);
	if (!entry.post || entry.since === 0) return entry;
	const api = await run.sessions.api(network, entry.account, 'send', index);
	const work = { network, post: entry.post, choices: run.choices, api, journal, entry: { ...entry, status: 'publishing' as const }, atMost: DAY };
	return (await new Publication(work).advance()).entry;
}

/** A person has looked. What follows the step that was in doubt is left to the next run. */
async function decided(run: Run, journal: PublicationJournal, entry: Entry, decision: string): Promise<Entry> {
	const told = { reason: '', verdict: '', hint: '', since: 0 };
	if (decision === 'absent') return await journal.write({ ...entry, ...told, status: 'failed', verdict: 'retry', reason: 'A person found that it is not out.', hint: 'The next run publishes it.' });
	// Its ID is not known.
	const done = [...entry.done, { id: '' }];
	const at = entry.at || new Date(entry.since || Date.now()).toISOString();
	const steps = entry.post ? networkOf(entry).steps(entry.post, run.choices).length : done.length;
	if (done.length < steps) return await journal.write({ ...entry, ...told, done, memo: {}, at, status: 'failed', verdict: 'retry', reason: 'A part of it is not out yet.', hint: 'The next run goes on with it.' });
	return await journal.write({ ...entry, ...told, done, memo: {}, at, post: undefined, status: 'published' });
}

async function reconciled(run: Run, journal: PublicationJournal, { entry: seen, index }: Asked, decision: string): Promise<INodeExecutionData> {
	try {
		if (seen.status !== 'unknown' && seen.status !== 'publishing') return await run.item(publishedOf(seen), index);
		const entry = await journal.takeOver(seen, seen.status === 'unknown');
		if (entry.owner !== journal.owner) return await run.item(publishedOf(entry), index);
		return await run.item(publishedOf(decision === 'ask' ? await lookedUp(run, journal, entry, index) : await decided(run, journal, entry, decision)), index);
	} catch (error) {
		return await run.item({ ...publishedOf(seen), ...reasonOf(failureOf(error)) }, index);
	}
}

/** Settles what is in doubt, by the network's word or by a person's. */
export const reconcile: Task = async (run) => {
	const journal = run.journal();
	const input = run.context.getNodeParameter('which', 0) === 'input';
	const decision = input ? String(run.context.getNodeParameter('decision', 0, 'ask')) : 'ask';
	const entries = input ? await ofInput(run, journal) : await inDoubt(journal);
	const items: INodeExecutionData[] = [];
	for (const asked of entries) items.push(await reconciled(run, journal, asked, decision));
	return items;
};

async function removed(run: Run, journal: PublicationJournal, { entry: seen, index }: Asked): Promise<INodeExecutionData> {
	if (seen.status === 'deleted') return await run.item(publishedOf(seen), index);
	const done = seen.done.filter(({ id }) => id !== '');
	if (done.length === 0) throw refused('Publication', `“${seen.key}” is not out, or its ID is not known.`, 'Look at the network, and delete it there.');
	try {
		const network = networkOf(seen);
		await network.remove(await run.sessions.api(network, seen.account, 'send', index), seen.account, done);
		const entry = await journal.takeOver(seen, true);
		return await run.item(publishedOf(await journal.write({ ...entry, status: 'deleted', reason: '', verdict: '', hint: '' })), index);
	} catch (error) {
		return await run.item({ ...publishedOf(seen), ...reasonOf(failureOf(error)) }, index);
	}
}

/** Deletes what is out on the networks. Its line stays in the journal, so that no run publishes it again. */
export const remove: Task = async (run) => {
	const journal = run.journal();
	const items: INodeExecutionData[] = [];
	for (const asked of await ofInput(run, journal)) items.push(await removed(run, journal, asked));
	return items;
};

/** Days for which a network gives numbers on a story or post are its own; one that refuses is told beside the others. */
async function counted(run: Run, { entry, index }: Asked): Promise<INodeExecutionData> {
	const published = publishedOf(entry);
	const base = { contentId: published.contentId, network: published.network, account: published.account, key: published.key, postId: published.postId, permalink: published.permalink, at: published.at };
	const [done] = entry.done;
	const network = networkOf(entry);
	if (!network.results || !done?.id) return await run.item({ ...base, available: false, reason: `${network.platform.name} gives apps no numbers on this post.` }, index);
	try {
		const results = await network.results(await run.sessions.api(network, entry.account, 'read', index), done);
		return await run.item({ ...base, available: true, ...results, asOf: new Date().toISOString() }, index);
	} catch (error) {
		return await run.item({ ...base, available: false, ...reasonOf(failureOf(error)) }, index);
	}
}

/** What each post was seen and liked, by the same names on all networks. */
export const getResults: Task = async (run) => {
	const journal = run.journal();
	const since = Date.now() - Number(run.context.getNodeParameter('days', 0, 30)) * DAY;
	const recent = async () => (await journal.matching({ status: 'published' }, EVERYTHING)).filter(({ at }) => Date.parse(at) >= since).map((entry) => ({ entry, index: 0 }));
	const entries = run.context.getNodeParameter('which', 0) === 'input' ? await ofInput(run, journal) : await recent();
	const items: INodeExecutionData[] = [];
	for (const asked of entries) items.push(await counted(run, asked));
	return items;
};

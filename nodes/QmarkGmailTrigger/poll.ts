import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import { openSession } from '../core/session';
import { at } from '../networks/gmail/paths';
import { gmail } from '../platforms/gmail';
import { filterOf } from './filter';
import { newMessage } from './happening';
import type { Happening } from './happening';
import { historyAfter, MOST } from './history';
import type { Told } from './history';
import { foundAmong, listedAfter, newestOf, present } from './listing';
import { recall, remember } from './memory';
import type { Memory, Waiting } from './memory';
import { readAll } from './read';
import type { Poll } from './read';

const DAY = 24 * 60 * 60_000;

const MOST_WAITING = 500;

/** The editor shows so many. */
const SHOWN = 3;

/** Polls under way, by workflow and node: one that takes longer than the pause between two is not run twice. */
const running = new Set<string>();

export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const key = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const isManual = context.getMode() === 'manual';
	if (!isManual && running.has(key)) return null;
	if (!isManual) running.add(key);
	try {
		const session = await openSession(context, gmail);
		const api = new Api(session, 'read');
		const filter = filterOf(context);
		const profile = await api.send<gmail_v1.Schema$Profile>({ url: at('profile') });
		const run: Poll = { context, session, api, filter, account: profile.emailAddress ?? '' };
		const items = isManual ? await sample(run) : await news(run, profile.historyId ?? '');
		return items.length > 0 ? [items] : null;
	} finally {
		if (!isManual) running.delete(key);
	}
}

/** For the editor: the newest messages that fit. Nothing is remembered. */
async function sample(run: Poll): Promise<INodeExecutionData[]> {
	const { api, filter } = run;
	const ids = await newestOf(api, filter, SHOWN);
	const isLabelled = !filter.events.includes('newMessage');
	const readings = await readAll(run, ids.map((id) => (isLabelled ? { event: 'labelAdded', id, key: id, added: filter.addedLabelIds.slice(0, 1) } : newMessage(id))));
	const items = readings.flatMap(({ item }) => item ?? []);
	if (items.length > 0) return items;
	throw new PlatformError({ verdict: 'fix-input', code: 'nothing-found', message: 'No message in the mailbox fits this trigger’s settings.', hint: 'Widen the labels or filters, or send a message that fits, then fetch again.' });
}

/** What is new since the last poll. The memory changes at the very end, when all has been read. */
async function news(run: Poll, historyId: string): Promise<INodeExecutionData[]> {
	const { api, account, filter, context } = run;
	const data = context.getWorkflowStaticData('node');
	const memory = recall(data);
	if (memory?.account !== account) {
		const { ids, newest } = await present(api);
		remember(data, { account, historyId, seen: ids, readUpTo: newest, polledAt: Date.now(), waiting: [] });
		return [];
	}
	if (historyId === memory.historyId && memory.waiting.length === 0) return [];
	const polledAt = Date.now();
	const known = new Set(memory.seen);
	const told = (await historyAfter(api, memory.historyId, filter, (key) => known.has(key))) ?? (await listed(run, memory, historyId, known));
	const { happenings, waiting } = await searched(run, told, memory, polledAt);
	const readings = await readAll(run, happenings);
	const readUpTo = readings.reduce((latest, { at: time }) => Math.max(latest, time), memory.readUpTo);
	remember(data, { account, historyId: told.historyId, seen: [...memory.seen, ...happenings.map(({ key }) => key)], readUpTo, polledAt: told.isPart ? memory.polledAt : polledAt, waiting });
	return readings.flatMap(({ item }) => item ?? []);
}

/**
 * In place of a lost history, all messages after the last known one. Only once none is left over the history goes on, from where it
 * was before the listing. Labels that were put on meanwhile are not told any more.
 */
async function listed({ api, filter }: Poll, { historyId, readUpTo }: Memory, present: string, known: ReadonlySet<string>): Promise<Told> {
	if (!filter.events.includes('newMessage')) return { happenings: [], historyId: present };
	const ids = (await listedAfter(api, filter, readUpTo)).filter((id) => !known.has(id));
	return { happenings: ids.slice(0, MOST).map((id) => newMessage(id)), historyId: ids.length > MOST ? historyId : present, isSearched: true };
}

/** A history has no search: its new messages are looked for in a listing by the search. What that does not find yet is looked for again. */
async function searched({ api, filter }: Poll, { happenings, isSearched }: Told, memory: Memory, now: number): Promise<{ happenings: Happening[]; waiting: Waiting[] }> {
	if (filter.search === '' || isSearched) return { happenings, waiting: isSearched ? memory.waiting : [] };
	const fresh = happenings.flatMap(({ event, id }) => (event === 'newMessage' ? [{ id, since: now }] : []));
	const candidates = [...memory.waiting.filter(({ id }) => fresh.every((one) => one.id !== id)), ...fresh];
	const found = candidates.length > 0 ? await foundAmong(api, filter, candidates.map(({ id }) => id), memory.polledAt - DAY) : new Set<string>();
	const late = memory.waiting.filter(({ id }) => found.has(id) && !memory.seen.includes(id)).map(({ id }) => newMessage(id, true));
	const early = happenings.filter(({ event, id }) => event !== 'newMessage' || (found.has(id) && late.every((one) => one.id !== id)));
	return { happenings: [...late, ...early], waiting: candidates.filter(({ id, since }) => !found.has(id) && since > now - gmail.indexing).slice(-MOST_WAITING) };
}

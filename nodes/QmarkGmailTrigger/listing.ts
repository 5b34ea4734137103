import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../core/api';
import { collect } from '../core/paging';
import { at } from '../networks/gmail/paths';
import { gmail } from '../platforms/gmail';
import { asked } from './filter';
import type { Filter } from './filter';

const MINUTE = 60_000;

/** Messages so much older than the last known one are listed too: Gmail does not promise their order to the second. */
const OVERLAP = 10 * MINUTE;

const after = (time: number) => (time > 0 ? `after:${Math.floor(time / 1000)}` : '');

interface Listing {
	q: string;
	labelIds?: readonly string[];
	includeSpamTrash: boolean;
	page?: number;
}

/** IDs, the newest message first. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list */
async function* idsOf(api: Api, { q, labelIds = [], includeSpamTrash, page = gmail.limits.page }: Listing): AsyncGenerator<string> {
	const url = [at('messages'), labelIds.map((id) => `labelIds=${encodeURIComponent(id)}`).join('&')].filter(Boolean).join('?');
	const qs = { maxResults: page, ...(q && { q }), ...(includeSpamTrash && { includeSpamTrash }) };
	for await (const { id } of api.pages<gmail_v1.Schema$Message>({ url, qs })) if (id) yield id;
}

/** The operators of one search do not bind those of another. */
const searchOf = ({ search }: Filter) => (search === '' ? '' : `(${search})`);

/** Labels that every message fits by, whatever else it has; the rest is looked at when it is read. */
const labelsOf = (filter: Filter) => (filter.includeSent || filter.includeSpamTrash ? filter.labelIds.filter((id) => id !== 'INBOX') : asked(filter));

/** IDs of new messages that Gmail’s search finds among `ids`, which came after `since`. Nothing more is listed once all are found. */
export async function foundAmong(api: Api, filter: Filter, ids: readonly string[], since: number): Promise<Set<string>> {
	const missing = new Set(ids);
	const found = new Set<string>();
	for await (const id of idsOf(api, { q: `${searchOf(filter)} ${after(since)}`, includeSpamTrash: true })) {
		if (missing.delete(id)) found.add(id);
		if (missing.size === 0) break;
	}
	return found;
}

/** All that may fit and came after the last known message, the oldest first: in place of a history that Gmail no longer has. */
export async function listedAfter(api: Api, filter: Filter, readUpTo: number): Promise<string[]> {
	const ids = idsOf(api, { q: [searchOf(filter), after(readUpTo - OVERLAP)].filter(Boolean).join(' '), labelIds: labelsOf(filter), includeSpamTrash: filter.includeSpamTrash });
	return (await collect(ids, Infinity)).reverse();
}

/** The newest that fit: for the editor. */
export async function newestOf(api: Api, filter: Filter, most: number): Promise<string[]> {
	const isLabelled = !filter.events.includes('newMessage');
	const labelIds = isLabelled ? filter.addedLabelIds.slice(0, 1) : labelsOf(filter);
	return await collect(idsOf(api, { q: isLabelled ? '' : searchOf(filter), labelIds, includeSpamTrash: filter.includeSpamTrash, page: most }), most);
}

/** What lies in the mailbox as the trigger starts: it is known, and its newest message is where a listing begins. */
export async function present(api: Api): Promise<{ ids: string[]; newest: number }> {
	const ids = await collect(idsOf(api, { q: '', includeSpamTrash: true }), gmail.limits.page);
	const [first] = ids;
	if (first === undefined) return { ids, newest: 0 };
	const { internalDate } = await api.send<gmail_v1.Schema$Message>({ url: at('messages', first), qs: { format: 'minimal' } });
	return { ids, newest: Number(internalDate) };
}

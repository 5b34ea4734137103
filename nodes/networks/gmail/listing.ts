import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Request } from '../../core/request';
import { gmail } from '../../platforms/gmail';
import { completed, fetchMessage, ownAddress } from './fetch';
import { at, one } from './paths';
import { messageOf } from './read';

type Message = gmail_v1.Schema$Message;
type Draft = gmail_v1.Schema$Draft;

/** What narrows a listing down, as the panel’s fields name it. */
export interface Filters {
	includeSpamTrash?: boolean;
	labelIds?: readonly unknown[];
	q?: string;
	readStatus?: 'both' | 'read' | 'unread';
	receivedAfter?: string;
	receivedBefore?: string;
	sender?: string;
}

function seconds(operator: 'after' | 'before', value: string | undefined, field: string): string[] {
	if (!value) return [];
	const time = Date.parse(String(value));
	if (Number.isNaN(time)) throw refused(field, `“${value}” is not a date.`, 'Enter a date and time, such as 2026-11-20T09:00:00Z.');
	return [`${operator}:${Math.floor(time / 1000)}`];
}

/** Gmail’s search: https://support.google.com/mail/answer/7190 */
export const queryOf = ({ q = '', readStatus = 'both', receivedAfter, receivedBefore, sender = '' }: Filters): string =>
	[
		q.trim(),
		sender.trim() === '' ? '' : `from:"${sender.trim().replaceAll('"', '')}"`,
		readStatus === 'both' ? '' : `is:${readStatus}`,
		...seconds('after', receivedAfter, 'Received After'),
		...seconds('before', receivedBefore, 'Received Before'),
	]
		.filter(Boolean)
		.join(' ');

/** Gmail wants a repeated parameter for several labels, which is why they stand in the URL. */
function listed(kind: 'drafts' | 'messages' | 'threads', filters: Filters, most: number): Request {
	const labels = (filters.labelIds ?? []).map((id) => `labelIds=${encodeURIComponent(String(id))}`).join('&');
	const q = queryOf(filters);
	const qs: IDataObject = { maxResults: Math.min(most, gmail.limits.page), ...(q && { q }), ...(filters.includeSpamTrash && { includeSpamTrash: true }) };
	return { url: at(kind) + (labels && `?${labels}`), qs };
}

/** So many are read at once. */
const WIDTH = 10;

/** The results of the first entries in order, a few at a time. */
async function* inRows<T, R>(entries: AsyncIterable<T>, atMost: number, work: (entry: T) => Promise<R>): AsyncGenerator<R> {
	let row: T[] = [];
	let left = atMost;
	for await (const entry of entries) {
		row.push(entry);
		left--;
		if (row.length < WIDTH && left > 0) continue;
		yield* await Promise.all(row.map(work));
		row = [];
		if (left === 0) return;
	}
	yield* await Promise.all(row.map(work));
}

interface Wanted {
	returnAll: boolean;
	limit: number;
	simple: boolean;
}

const most = ({ returnAll, limit }: Pick<Wanted, 'returnAll' | 'limit'>) => (returnAll ? Infinity : limit);

/** Gmail’s own resource, or the words that all networks’ messages share. */
const shownBy = (simple: boolean, account: string) => (message: Message): object => (simple ? messageOf(message, account) : message);

/** One message. */
export async function getMessage(api: Api, id: string, simple: boolean): Promise<object> {
	const message = await fetchMessage(api, id);
	return shownBy(simple, simple ? await ownAddress(api) : '')(message);
}

/** Messages, newest first. A listing names only IDs: each message is read by itself. */
export async function* listMessages(api: Api, wanted: Wanted & { filters: Filters }): AsyncGenerator<object> {
	const shown = shownBy(wanted.simple, wanted.simple ? await ownAddress(api) : '');
	yield* inRows(api.pages<Message>(listed('messages', wanted.filters, most(wanted))), most(wanted), async ({ id }) => shown(await fetchMessage(api, id ?? '')));
}

const draftShown = (shown: (message: Message) => object, simple: boolean) => ({ id, message = {} }: Draft) => (simple ? { draftId: id, ...shown(message) } : { id, message: shown(message) });

async function fetchDraft(api: Api, id: string): Promise<Draft> {
	const draft = await api.send<Draft>({ url: one('drafts', id), qs: { format: 'full' } });
	return { ...draft, message: await completed(api, draft.message ?? {}) };
}

/** One draft. */
export async function getDraft(api: Api, id: string, simple: boolean): Promise<object> {
	const draft = await fetchDraft(api, id);
	return draftShown(shownBy(simple, simple ? await ownAddress(api) : ''), simple)(draft);
}

/** Drafts, newest first. */
export async function* listDrafts(api: Api, wanted: Wanted & { filters: Filters }): AsyncGenerator<object> {
	const shown = draftShown(shownBy(wanted.simple, wanted.simple ? await ownAddress(api) : ''), wanted.simple);
	yield* inRows(api.pages<Draft>(listed('drafts', wanted.filters, most(wanted))), most(wanted), async ({ id }) => shown(await fetchDraft(api, id ?? '')));
}

/** One thread with all its messages. */
export async function getThread(api: Api, id: string, simple: boolean): Promise<object> {
	const thread = await api.send<gmail_v1.Schema$Thread>({ url: one('threads', id), qs: { format: 'full' } });
	const shown = shownBy(simple, simple ? await ownAddress(api) : '');
	const messages: object[] = [];
	for (const message of thread.messages ?? []) messages.push(shown(await completed(api, message)));
	return { ...thread, messages };
}

/** Threads, the one with the newest message first, as Gmail lists them: ID, snippet and history. */
export const listThreads = (api: Api, wanted: Omit<Wanted, 'simple'> & { filters: Filters }): AsyncIterable<object> => api.pages<object>(listed('threads', wanted.filters, most(wanted)));

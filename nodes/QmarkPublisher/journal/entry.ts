import type { IDataObject } from 'n8n-workflow';
import { isoOf, ownerIn, textIn, tokenOf } from '../../core/journal/line';
import type { Line } from '../../core/journal/line';
import type { Table } from '../../core/journal/store';
import type { Target } from '../../model/content';
import type { Adaptation, Published, Status } from '../../model/published';
import { statuses } from '../../model/published';
import type { Done, Memo, Post } from '../../networks/network';

/** `claiming`: being reserved · `preparing`: nothing is public yet · `publishing`: a call is, or was, on its way that cannot be taken back. */
export const workStatuses = ['claiming', 'preparing', 'publishing'] as const;
export type EntryStatus = (typeof workStatuses)[number] | Status;

/** One line of the journal: what is known of one content on one account. */
export interface Entry extends Line, Required<Target> {
	contentId: string;
	slot: string;
	status: EntryStatus;
	/** Steps that are done, in order. */
	done: Done[];
	/** What the step under way has prepared. */
	memo: Memo;
	/** What is being published, kept from its first call until it is out: it is gone on with as it was begun. */
	post?: Post;
	/** When the call that is on its way was made, in ms since 1970; 0 for none. */
	since: number;
	/** Failures of steps without which the publication stands. */
	missing: string[];
	adapted: Adaptation[];
	reason: string;
	verdict: string;
	hint: string;
	/** When it was published. ISO 8601 UTC; empty while it is not. */
	at: string;
}

/** Names of the columns, in their order. `state` is JSON. */
export const columns = [
	...(['key', 'content_id', 'network', 'account', 'slot', 'status', 'post_id', 'permalink', 'published_at', 'reason', 'verdict', 'hint'] as const),
	...(['adapted', 'owner', 'lease', 'state'] as const),
] as const;

/** Where the lines are kept unless the panel says otherwise. */
export const table: Table = { name: 'QMARK publications', columns, title: 'Publishing journal' };

/**
 * The idempotency key of a content on an account. It begins with the network's name, so that no store takes it for a formula, whatever the content's ID.
 * Parts are percent-encoded, so that no two of them can look like others.
 */
export const keyOf = ({ network, account, contentId, slot }: Required<Target> & { contentId: string; slot: string }): string =>
	[network, account, contentId, slot].map(encodeURIComponent).join('/');

export const rowOf = (entry: Entry): Record<(typeof columns)[number], string> => ({
	...{ key: entry.key, content_id: entry.contentId, network: entry.network, account: entry.account, slot: entry.slot, status: entry.status },
	...{ post_id: entry.done[0]?.id ?? '', permalink: linkOf(entry.done) ?? '', published_at: entry.at },
	...{ reason: entry.reason, verdict: entry.verdict, hint: entry.hint, adapted: JSON.stringify(entry.adapted), owner: tokenOf(entry), lease: isoOf(entry.lease) },
	state: JSON.stringify({ done: entry.done, memo: entry.memo, post: entry.post, since: entry.since, missing: entry.missing }),
});

const known: readonly string[] = [...workStatuses, ...statuses];
const isStatus = (text: string): text is EntryStatus => known.includes(text);

function parsed<T extends object>(text: string, otherwise: T): T {
	if (text === '') return otherwise;
	const value: T = JSON.parse(text);
	return value;
}

/** A line as a store answered it. Throws on one that QMARK did not write. */
export function entryOf(row: IDataObject): Entry {
	const text = (name: string) => textIn(row, name);
	const status = text('status');
	if (!isStatus(status)) throw new Error(`The journal's line “${text('key')}” has the status “${status}”, which is none of ${known.join(', ')}.`);
	const nothing = { done: new Array<Done>(), memo: {}, since: 0, missing: new Array<string>() };
	return {
		...{ id: text('id') || text('key'), key: text('key'), contentId: text('content_id'), network: text('network'), account: text('account'), slot: text('slot') },
		...{ status, ...ownerIn(text('owner')), lease: Date.parse(text('lease')) || 0, at: text('published_at') },
		...{ reason: text('reason'), verdict: text('verdict'), hint: text('hint'), adapted: parsed(text('adapted'), new Array<Adaptation>()) },
		...nothing,
		...parsed(text('state'), nothing),
	};
}

export const isWork = ({ status }: Entry): boolean => status === 'claiming' || status === 'preparing' || status === 'publishing' || status === 'processing';

/** What was refused or failed may be tried again; what is out, deleted or in doubt is left alone. */
export const isOpen = ({ status }: Entry): boolean => status === 'refused' || status === 'failed';

export const newEntry = (target: Required<Target>, contentId: string, slot: string): Entry => ({
	...{ ...target, id: '', key: keyOf({ ...target, contentId, slot }), contentId, slot, status: 'claiming', owner: '', turn: 0, lease: 0, done: [], memo: {}, since: 0 },
	...{ missing: [], adapted: [], reason: '', verdict: '', hint: '', at: '' },
});

/** A step without which the publication stands may have no link, and a thread's first message has the one to show. */
const linkOf = (done: readonly Done[]) => done.find(({ permalink }) => permalink)?.permalink;

const shownStatus = (status: EntryStatus): Status => (status === 'claiming' || status === 'preparing' || status === 'publishing' ? 'processing' : status);

/** Characters of a changed text that are answered; the journal keeps the whole. */
const SHOWN = 200;
const excerpt = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

/** The entry as the node answers it. */
export const publishedOf = (entry: Entry): Published => ({
	...{ contentId: entry.contentId, network: entry.network, account: entry.account, status: shownStatus(entry.status), permalink: linkOf(entry.done) },
	...{ reason: [entry.reason, ...entry.missing].filter(Boolean).join(' ') || undefined, hint: entry.hint || undefined, at: entry.at || undefined },
	...{ postId: entry.done[0]?.id || undefined, key: entry.key, verdict: entry.verdict || undefined },
	adapted: entry.adapted.map((change) => ({ ...change, before: excerpt(change.before), after: excerpt(change.after) })),
});

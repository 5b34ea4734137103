import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isoOf, ownerIn, textIn, tokenOf } from '../../core/journal/line';
import type { Kind, Line } from '../../core/journal/line';
import type { Table } from '../../core/journal/store';

/** `claiming`: being reserved · `sending`: a call is, or was, on its way · `in-doubt`: nobody can tell whether it went out. */
const statuses = ['claiming', 'sending', 'sent', 'in-doubt', 'failed', 'refused', 'unsubscribed'] as const;
type EntryStatus = (typeof statuses)[number];

/** One line of the journal: what a person was sent in a campaign, or that a person wants no more. */
export interface Entry extends Line {
	status: EntryStatus;
	campaign: string;
	/** Address that sends. */
	mailbox: string;
	/** Empty for an opt-out: its key tells whose it is, and to nobody who does not know the address. */
	recipient: string;
	/** What the unsubscribe link of this very message carries. Cannot be guessed. */
	token: string;
	messageId: string;
	threadId: string;
	/** When the call that is on its way was made, in ms since 1970; 0 for none. */
	since: number;
	/** When it was sent. ISO 8601 UTC. */
	at: string;
	reason: string;
	verdict: string;
	hint: string;
}

const columns = ['key', 'campaign', 'mailbox', 'recipient', 'status', 'message_id', 'thread_id', 'sent_at', 'token', 'since', 'reason', 'verdict', 'hint', 'owner', 'lease'] as const;

/** Where the lines are kept unless the panel says otherwise. */
export const table: Table = { name: 'QMARK campaigns', columns, title: 'Campaign journal' };

/** The same whichever way an address is written. */
export const plainAddress = (address: string): string => address.trim().toLowerCase();

const mark = (address: string): string => createHash('sha256').update(plainAddress(address)).digest('base64url');

/** Begins with a word, so that no sheet takes it for a formula, whatever the campaign's name. */
export const keyOf = (campaign: string, address: string): string => `campaign/${encodeURIComponent(campaign)}/${mark(address)}`;

export const optOutKeyOf = (address: string): string => `unsubscribed/${mark(address)}`;

const isStatus = (text: string): text is EntryStatus => statuses.some((one) => one === text);

export const newEntry = (key: string, known: Partial<Entry>): Entry => ({
	...{ id: '', key, status: 'claiming', owner: '', turn: 0, lease: 0, campaign: '', mailbox: '', recipient: '', token: '', messageId: '', threadId: '', since: 0, at: '' },
	...{ reason: '', verdict: '', hint: '' },
	...known,
});

/** How stores hold the lines. */
export const kind: Kind<Entry> = {
	rowOf: (entry) => ({
		...{ key: entry.key, campaign: entry.campaign, mailbox: entry.mailbox, recipient: entry.recipient, status: entry.status, message_id: entry.messageId, thread_id: entry.threadId },
		...{ sent_at: entry.at, token: entry.token, since: isoOf(entry.since), reason: entry.reason, verdict: entry.verdict, hint: entry.hint, owner: tokenOf(entry), lease: isoOf(entry.lease) },
	}),
	entryOf: (row: IDataObject) => {
		const text = (name: (typeof columns)[number] | 'id') => textIn(row, name);
		const status = text('status');
		if (!isStatus(status)) throw new Error(`The journal's line “${text('key')}” has the status “${status}”, which is none of ${statuses.join(', ')}.`);
		return {
			...{ id: text('id') || text('key'), key: text('key'), status, ...ownerIn(text('owner')), lease: Date.parse(text('lease')) || 0 },
			...{ campaign: text('campaign'), mailbox: text('mailbox'), recipient: text('recipient'), token: text('token'), messageId: text('message_id'), threadId: text('thread_id') },
			...{ since: Date.parse(text('since')) || 0, at: text('sent_at'), reason: text('reason'), verdict: text('verdict'), hint: text('hint') },
		};
	},
	isWork: ({ status }) => status === 'claiming' || status === 'sending',
	// One in doubt is looked for again, by a connection that may; nothing is sent before it was looked for.
	isOpen: ({ status }) => status === 'failed' || status === 'refused' || status === 'in-doubt',
};

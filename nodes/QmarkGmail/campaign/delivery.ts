import { randomBytes } from 'node:crypto';
import { PlatformError, failureOf } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { LEASE, Taken } from '../../core/journal/journal';
import type { Journal } from '../../core/journal/journal';
import { gmail } from '../../platforms/gmail';
import type { Entry } from './entry';
import { newEntry, optOutKeyOf } from './entry';

/** How a message goes out, and how one of which the answer was lost is found. */
export interface Mailer {
	/** Calls `note` right before the message goes out; what that throws keeps it from going. */
	send(entry: Entry, note: () => Promise<void>): Promise<{ id: string; threadId: string }>;
	/** `absent`: it is not in “Sent”. `unclear`: the connection may not look there. */
	find(entry: Entry): Promise<{ id: string; threadId: string } | 'absent' | 'unclear'>;
}

type Saying = Pick<Entry, 'reason' | 'verdict' | 'hint'>;

const told = ({ message: reason, verdict, hint }: Failure): Saying => ({ reason, verdict, hint });
const nothing: Saying = { reason: '', verdict: '', hint: '' };

const doubt: Saying = { reason: 'The answer to this message was lost, and this connection may not look into “Sent”.', verdict: 'unknown', hint: 'It is not sent again unless it is looked for first: connect the mailbox with full access, and the next run does.' };
const early: Saying = { reason: 'The answer to this message was lost, and Gmail’s search does not know it yet.', verdict: 'unknown', hint: 'Nothing needs to be done: a later run looks again, and sends it if it is not there by then.' };

const unguessable = (): string => randomBytes(24).toString('base64url');

/** Keeps a message from going out. */
class Unwanted extends Error {}

/** One message to one person: noted right before the call, noted after it, and looked for where the answer is missing. */
export class Delivery {
	constructor(
		private readonly journal: Journal<Entry>,
		private readonly mailer: Mailer,
	) {}

	/** Answers the line as it is then. What another run has is left to it. */
	async deliver(claimed: Entry): Promise<Entry> {
		const entry = claimed.since > 0 ? await this.settled(claimed) : claimed;
		return entry.since > 0 ? entry : await this.send(entry);
	}

	private async send(claimed: Entry): Promise<Entry> {
		let entry = claimed;
		// Not earlier: before its turn comes, somebody may unsubscribe, and another run may take it over.
		const note = async () => {
			if (await this.journal.look(optOutKeyOf(entry.recipient))) throw new Unwanted();
			entry = await this.journal.write({ ...entry, ...nothing, status: 'sending', since: Date.now(), lease: Date.now() + LEASE });
		};
		// Where the journal fails after the call, the call has not failed.
		return await this.mailer.send(entry, note).then(
			async (ids) => await this.sent(entry, ids),
			async (error: unknown) => await this.unsent(entry, error),
		);
	}

	private async sent(entry: Entry, { id, threadId }: { id: string; threadId: string }): Promise<Entry> {
		return await this.journal.write({ ...entry, ...nothing, status: 'sent', messageId: id, threadId, at: new Date(entry.since).toISOString() });
	}

	/** What became of a call that was noted. `since` is 0 where it surely did not arrive, which nothing but Gmail’s search can tell, and not at once. */
	private async settled(entry: Entry): Promise<Entry> {
		const found = await this.mailer.find(entry).catch(failureOf);
		if (found === 'unclear') return await this.journal.write({ ...entry, ...doubt, status: 'in-doubt' });
		if (found !== 'absent') return 'verdict' in found ? await this.open(entry, told(found)) : await this.sent(entry, found);
		if (Date.now() < entry.since + gmail.indexing) return await this.open(entry, early);
		return await this.journal.write({ ...entry, ...nothing, since: 0, lease: Date.now() + LEASE });
	}

	/** It stays noted, and is looked for before anything else is done. */
	private async open(entry: Entry, why: Saying): Promise<Entry> {
		return await this.journal.write({ ...entry, ...why, lease: Date.now() });
	}

	/** Nobody knows whether a call without an answer arrived. */
	private async unsent(entry: Entry, error: unknown): Promise<Entry> {
		if (error instanceof Taken) throw error;
		if (error instanceof Unwanted) return await this.journal.write({ ...entry, ...nothing, since: 0, status: 'unsubscribed' });
		const failure = failureOf(error);
		if (entry.since > 0 && failure.verdict === 'unknown') return await this.open(entry, told(failure));
		const status = failure.verdict === 'fix-input' ? 'refused' : 'failed';
		return await this.journal.write({ ...entry, ...told(failure), since: 0, status });
	}
}

/** A line for a person who is to be written to. */
export const wantedEntry = (key: string, known: { campaign: string; mailbox: string; recipient: string }): Entry => newEntry(key, { ...known, token: unguessable() });

/** Whether the account as a whole cannot send any more for now. */
export const endsTheRun = ({ verdict }: Entry): boolean => verdict === 'wait' || verdict === 'reconnect' || verdict === 'stop';

export const endOf = ({ reason, verdict, hint }: Entry): PlatformError =>
	new PlatformError({ verdict: verdict === 'reconnect' ? 'reconnect' : 'stop', message: reason, hint: `${hint} What was not sent yet goes with the next run.` });

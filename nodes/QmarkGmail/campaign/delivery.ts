import { randomBytes } from 'node:crypto';
import { PlatformError, failureOf } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { LEASE, Taken } from '../../core/journal/journal';
import type { Journal } from '../../core/journal/journal';
import { wait } from '../../core/wait';
import { gmailSending } from '../../platforms/gmailSending';
import type { Entry } from './entry';
import { newEntry, optOutKeyOf } from './entry';

/** How a message goes out, and how one of which the answer was lost is found. */
export interface Mailer {
	send(entry: Entry): Promise<{ id: string; threadId: string }>;
	/** `absent`: it is not in “Sent”. `unclear`: the connection may not look there. */
	find(entry: Entry): Promise<{ id: string; threadId: string } | 'absent' | 'unclear'>;
}

const told = ({ message: reason, verdict, hint }: Failure) => ({ reason, verdict, hint });
const nothing = { reason: '', verdict: '', hint: '' };

const doubt = { reason: 'The answer to this message was lost, and this connection may not look into “Sent”.', verdict: 'unknown', hint: 'It is not sent again. Connect the mailbox with full access, and the next run looks it up.' };

export const unguessable = (): string => randomBytes(24).toString('base64url');

/** One message to one person: noted before the call, noted after it, and looked for where the answer is missing. */
export class Delivery {
	constructor(
		private readonly journal: Journal<Entry>,
		private readonly mailer: Mailer,
		private readonly signal?: AbortSignal,
	) {}

	/** Answers the line as it is then. What another run has is left to it. */
	async deliver(claimed: Entry): Promise<Entry> {
		let entry = claimed;
		try {
			if (entry.since > 0) entry = await this.settle(entry);
			if (entry.status === 'sent' || entry.status === 'in-doubt') return entry;
			// Asked at the last moment: somebody may have unsubscribed since the run began.
			if (await this.journal.look(optOutKeyOf(entry.recipient))) return await this.journal.write({ ...entry, ...nothing, status: 'unsubscribed' });
			entry = await this.journal.write({ ...entry, ...nothing, status: 'sending', since: Date.now(), lease: Date.now() + LEASE });
			return await this.sent(entry, await this.mailer.send(entry));
		} catch (error) {
			if (error instanceof Taken) return await Promise.reject(error);
			return await this.failed(entry, failureOf(error));
		}
	}

	private async sent(entry: Entry, { id, threadId }: { id: string; threadId: string }): Promise<Entry> {
		return await this.journal.write({ ...entry, ...nothing, status: 'sent', messageId: id, threadId, at: new Date(entry.since).toISOString() });
	}

	/** What became of a call that was noted. Gmail’s search needs a moment to know a message, so nothing counts as absent before that. */
	private async settle(entry: Entry): Promise<Entry> {
		const certain = entry.since + gmailSending.settling;
		for (;;) {
			const found = await this.mailer.find(entry);
			if (found === 'unclear') return await this.journal.write({ ...entry, ...doubt, status: 'in-doubt' });
			if (found !== 'absent') return await this.sent(entry, found);
			if (Date.now() >= certain) return await this.journal.write({ ...entry, status: 'sending', since: 0, lease: Date.now() + LEASE });
			await wait(Math.min(certain - Date.now(), gmailSending.settling / 10), this.signal);
		}
	}

	/** Nobody knows whether a call without an answer arrived: it stays noted, and is looked for before anything else is done. */
	private async failed(entry: Entry, failure: Failure): Promise<Entry> {
		if (entry.since > 0 && failure.verdict === 'unknown') return await this.journal.write({ ...entry, ...told(failure), lease: Date.now() });
		const status = failure.verdict === 'fix-input' ? 'refused' : 'failed';
		return await this.journal.write({ ...entry, ...told(failure), since: 0, status });
	}
}

/** A line for a person who is to be written to. */
export const wantedEntry = (key: string, known: { campaign: string; mailbox: string; recipient: string }): Entry => newEntry(key, { ...known, token: unguessable() });

/** Whether the account as a whole cannot send any more for now. */
export const endsTheRun = ({ status, verdict }: Entry): boolean => status === 'failed' && (verdict === 'wait' || verdict === 'reconnect' || verdict === 'stop');

export const endOf = ({ reason, verdict, hint }: Entry): PlatformError =>
	new PlatformError({ verdict: verdict === 'reconnect' ? 'reconnect' : 'stop', message: reason, hint: `${hint} What was not sent yet goes with the next run.` });

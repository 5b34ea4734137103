import { failureOf, PlatformError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { Journal, Taken } from '../../core/journal/journal';
import { ownerOf, storeOf } from '../../core/journal/open';
import type { Answer, Together } from '../../core/operation';
import { gmail } from '../../platforms/gmail';
import { Delivery, endOf, endsTheRun, wantedEntry } from './delivery';
import type { Mailer } from './delivery';
import { keyOf, kind, optOutKeyOf, plainAddress, table } from './entry';
import type { Entry } from './entry';
import { checked, mailboxOf, mailerFor } from './mailer';
import type { Input, Job } from './mailer';

const DAY = 24 * 60 * 60_000;
/** Lines that are looked up and reserved in one go. Few enough to be sent before their lease is over, at the pace that Gmail allows. */
const RESERVED = 25;

type Told = Pick<Entry, 'status' | 'reason' | 'hint'> | { status: 'duplicate' | 'deferred' | 'in-progress'; reason: string; hint: string };

const elsewhere: Told = { status: 'in-progress', reason: 'Another run is sending it.', hint: 'Nothing needs to be done. If that run was cut off, the next one goes on in a few minutes.' };
const twice: Told = { status: 'duplicate', reason: 'Another item of this run has the same address and campaign.', hint: 'Nothing needs to be done.' };
const unwanted: Told = { status: 'unsubscribed', reason: 'This person wants no more messages.', hint: 'Nothing needs to be done.' };
const begunBy = ({ mailbox }: Entry): Told => ({ status: 'in-progress', reason: `${mailbox} began to send it, and its answer was lost.`, hint: 'Run the campaign with that mailbox too: only there can it be seen whether it went out.' });
const deferred = (reason: string): Told => ({ status: 'deferred', reason, hint: 'Run the workflow again later, by a schedule: it goes on where it stopped.' });

const refusedAs = ({ message: reason, hint, verdict }: Failure): Told => ({ status: verdict === 'fix-input' ? 'refused' : 'failed', reason, hint });

/** The rest of the run goes on: what this one met stays with it. */
function notDone(error: unknown): Told {
	if (error instanceof Taken) return elsewhere;
	if (error instanceof PlatformError) return refusedAs(error);
	throw error;
}

function answerOf({ item, address, input }: Job, entry: Entry | Told): Answer {
	const { status, reason, hint } = entry;
	const sent = 'messageId' in entry && entry.messageId ? { messageId: entry.messageId, threadId: entry.threadId, sentAt: entry.at } : {};
	return { item, json: { to: address, campaign: input.campaign, status, ...sent, ...(reason && { reason, hint }) } };
}

/** One run of the operation over all its items. */
class Run {
	private readonly answers = new Map<number, Answer>();
	private readonly journal: Journal<Entry>;
	private end?: Entry;
	private sent = 0;

	constructor(
		private readonly all: Together<Input>,
		private readonly mailer: (job: Job) => Mailer,
		private readonly mailbox: string,
	) {
		const { context, session } = all;
		this.journal = new Journal(storeOf(context, table), kind, ownerOf(context), session.signal);
	}

	async run(): Promise<Answer[]> {
		const jobs = this.jobs();
		const { dailyLimit = 450, mostPerRun = Infinity } = jobs[0]?.input.options ?? {};
		const today = jobs.length > 0 ? await this.sentToday(dailyLimit) : 0;
		const most = Math.min(mostPerRun, dailyLimit - today);
		const why = most < mostPerRun ? `The daily limit of ${dailyLimit} messages is reached: ${this.mailbox} has sent ${today} in the last 24 hours before this run.` : `This run’s limit of ${mostPerRun} messages is reached.`;
		for (let at = 0; at < jobs.length; at += RESERVED) await this.some(jobs.slice(at, at + RESERVED), most, why);
		// Where the workflow goes on all the same, the items tell it.
		if (this.end && this.end.verdict !== 'wait' && !this.all.context.continueOnFail()) throw endOf(this.end);
		return this.all.context.getInputData().flatMap((_, item) => this.answers.get(item) ?? []);
	}

	/** The items that can be sent, each address of a campaign once. */
	private jobs(): Job[] {
		const first = new Set<string>();
		return this.all.context.getInputData().flatMap((_, item): Job[] => {
			try {
				const given = this.all.inputOf(item);
				const input = { ...given, campaign: given.campaign.trim() };
				const address = checked(input);
				const job = { item, input, address, key: keyOf(input.campaign, address) };
				if (!first.has(job.key)) return [(first.add(job.key), job)];
				this.tell(job, twice);
			} catch (error) {
				this.answers.set(item, { item, json: { ...refusedAs(failureOf(error)) } });
			}
			return [];
		});
	}

	private tell(job: Job, entry: Entry | Told): void {
		this.answers.set(job.item, answerOf(job, entry));
	}

	private async sentToday(most: number): Promise<number> {
		const lines = await this.journal.find({ mailbox: this.mailbox, status: 'sent' }, most);
		return lines.filter(({ at }) => Date.parse(at) > Date.now() - DAY).length;
	}

	/** A few at a time: looked up, reserved together, and sent side by side. */
	private async some(jobs: readonly Job[], most: number, why: string): Promise<void> {
		const known = await this.journal.known(jobs.flatMap(({ key, address }) => [key, optOutKeyOf(address)]));
		const open = jobs.filter((job) => {
			const seen = known.get(job.key);
			const isUnwanted = known.has(optOutKeyOf(job.address)) && !seen?.since;
			const settled = (seen && this.settled(seen)) ?? (isUnwanted ? unwanted : undefined);
			if (settled) this.tell(job, settled);
			return !settled;
		});
		const queue = (await this.reserved(open, known, most, why)).values();
		const lane = async () => {
			for (const [job, entry] of queue) this.tell(job, await this.one(job, entry));
		};
		await Promise.all(Array.from({ length: gmail.concurrency.send }, lane));
	}

	/** What there is to tell of a line that is not this run’s to go on with. Only the mailbox that has a message on its way can look for it. */
	private settled(seen: Entry): Entry | Told | undefined {
		if (!this.journal.isFree(seen)) return kind.isWork(seen) ? elsewhere : seen;
		return seen.since > 0 && seen.mailbox !== this.mailbox ? begunBy(seen) : undefined;
	}

	/** Those that this run has now, as many as may still go. What was begun by an earlier run counts already and is brought to its end. */
	private async reserved(open: readonly Job[], known: ReadonlyMap<string, Entry>, most: number, why: string): Promise<(readonly [Job, Entry])[]> {
		let room = this.end ? 0 : most - this.sent;
		const mine = await Promise.all(
			open.map(async (job): Promise<(readonly [Job, Entry])[]> => {
				const seen = known.get(job.key);
				if (this.end || (!seen?.since && room-- <= 0)) return this.leave(job, deferred(this.end?.reason ?? why));
				const wanted = wantedEntry(job.key, { campaign: job.input.campaign, mailbox: this.mailbox, recipient: job.address });
				const entry = await this.journal.claim(wanted, seen).catch((error: unknown) => notDone(error));
				if (!('owner' in entry)) return this.leave(job, entry);
				const settled = entry.owner === this.journal.owner ? this.settled(entry) : kind.isWork(entry) ? elsewhere : entry;
				return settled ? this.leave(job, settled) : [[job, { ...entry, mailbox: this.mailbox }]];
			}),
		);
		return mine.flat();
	}

	private leave(job: Job, entry: Entry | Told): [] {
		this.tell(job, entry);
		return [];
	}

	private async one(job: Job, entry: Entry): Promise<Entry | Told> {
		if (this.end) return deferred(this.end.reason);
		this.all.session.signal?.throwIfAborted();
		try {
			const after = await new Delivery(this.journal, this.mailer(job)).deliver(entry);
			if (after.status === 'sent' || after.status === 'sending') this.sent++;
			if (endsTheRun(after)) this.end = after;
			return after;
		} catch (error) {
			return notDone(error);
		}
	}
}

/** Sends each person one message of the campaign, as many as the mailbox may, and goes on in the next run. */
export async function sendCampaign(all: Together<Input>): Promise<Answer[]> {
	return await new Run(all, mailerFor(all), plainAddress(await mailboxOf(all))).run();
}

import { tryToParseDateTime } from 'n8n-workflow';
import type { INodeExecutionData } from 'n8n-workflow';
import { PlatformError, failureOf, toNodeError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import { wait } from '../../core/wait';
import type { Content } from '../../model/content';
import { isTime } from '../../model/readContent';
import { newEntry, publishedOf } from '../journal/entry';
import type { Entry } from '../journal/entry';
import { Taken } from '../../core/journal/journal';
import type { PublicationJournal } from '../journal/journal';
import { park } from '../park';
import { isRefused, plan } from '../plan';
import type { Plan } from '../plan';
import { Publication } from '../publish';
import type { Run, Task } from '../run';
import type { Job } from '../targets';
import { asked, lookedAt } from './check';

/** Milliseconds for which a publication is waited for without parking the execution: most pictures take less. */
const IN_PLACE = 15_000;
/** Accounts that are served side by side. */
const WIDTH = 50;

/** What became of a job: its entry, and when to ask again where its network needs time. */
interface Outcome {
	plan: Plan;
	entry: Entry;
	again?: number;
}

const entryFor = ({ content, named, account }: Job): Entry => newEntry({ network: named, account }, content.id, content.slot ?? '');

/** A call of it was made, or is on its way. */
const isBegun = (entry?: Entry) => entry !== undefined && (entry.since > 0 || entry.done.length > 0);

const isOut = ({ status }: Entry) => status === 'published' || status === 'draft' || status === 'unknown' || status === 'deleted' || status === 'scheduled';

/** All that keeps it from being published, as one failure. */
function refusalOf({ findings }: Plan): Failure {
	const errors = findings.filter(({ severity }) => severity === 'error');
	const message = errors.map(({ field, message: told }) => `${field}: ${told}`).join(' ');
	return { verdict: 'fix-input', code: 'check', message, hint: [...new Set(errors.map(({ fix }) => fix))].join(' ') };
}

const withFailure = (entry: Entry, { message: reason, verdict, hint }: Failure): Entry => ({ ...entry, status: verdict === 'fix-input' || verdict === 'stop' ? 'refused' : 'failed', reason, verdict, hint });

/** Another run has it: that is told, and nothing is done. */
const elsewhere = (entry: Entry): Entry => (isOut(entry) ? entry : { ...entry, status: 'processing', reason: 'Another run is publishing it.', hint: 'Nothing needs to be done. If that run was cut off, the next one goes on in a few minutes.' });

/** Claims the entry and notes a refusal, so that the journal tells of it too; what is out or under way elsewhere stays as it is. */
async function noted(journal: PublicationJournal, one: Plan, seen: Entry | undefined, failure: Failure): Promise<Entry> {
	const entry = await journal.claim(entryFor(one.job), seen);
	if (entry.owner !== journal.owner || isBegun(entry)) return entry.owner === journal.owner ? entry : elsewhere(entry);
	return await journal.write(withFailure({ ...entry, adapted: one.adapted }, failure));
}

async function advanced(run: Run, journal: PublicationJournal, one: Plan, claimed: Entry, atMost: number): Promise<Outcome> {
	const { job, post } = one;
	if (!job.network || !post) return { plan: one, entry: claimed };
	const api = await run.sessions.api(job.network, job.account, 'send', job.index);
	const end = Date.now() + IN_PLACE;
	let entry = { ...claimed, adapted: isBegun(claimed) ? claimed.adapted : one.adapted };
	for (;;) {
		const { entry: now, again } = await new Publication({ network: job.network, post, choices: run.choices, api, journal, entry, atMost }).advance();
		entry = now;
		if (again === undefined || again > end) return { plan: one, entry, again };
		await wait(again - Date.now(), run.context.getExecutionCancelSignal());
	}
}

/** Milliseconds by which a time may still lie ahead: schedules do not start on the second. */
const EARLY = 60_000;

/** A content goes out at its time, not before it, whatever starts the node; what cannot be read as a time is a finding already. */
function isAhead(run: Run, { publishAt, timeZone }: Content): boolean {
	return publishAt !== undefined && isTime(publishAt) && tryToParseDateTime(publishAt, timeZone ?? run.context.getTimezone()).toMillis() > Date.now() + EARLY;
}

const scheduled = (entry: Entry, { publishAt }: Content): Entry => ({ ...entry, status: 'scheduled', reason: `Its time is ${publishAt ?? ''}.`, hint: 'Publish it again then, or switch on “Publish Before Its Time”.' });

/** Publishes one job as far as it goes now. Whatever happens to it stays with it. */
async function published(run: Run, journal: PublicationJournal, one: Plan, seen: Entry | undefined, atMost: number): Promise<Outcome> {
	const { job } = one;
	let entry = seen ?? entryFor(job);
	try {
		// What was begun is brought to its end, also where the content would be refused by now.
		if (isRefused(one) && !isBegun(seen)) return { plan: one, entry: job.network && job.account ? await noted(journal, one, seen, refusalOf(one)) : withFailure(entry, refusalOf(one)) };
		if (job.network) await run.sessions.of(job.network);
		entry = await journal.claim(entryFor(job), seen);
		if (entry.owner !== journal.owner || isOut(entry)) return { plan: one, entry: elsewhere(entry) };
		return await advanced(run, journal, one, entry, atMost);
	} catch (error) {
		if (error instanceof Taken) return { plan: one, entry: elsewhere(entry) };
		return { plan: one, entry: withFailure(entry, failureOf(error)) };
	}
}

/** One account after the other’s posts in their order, several accounts side by side. */
async function all(plans: readonly Plan[], work: (one: Plan) => Promise<Outcome>): Promise<Outcome[]> {
	const queues = new Map<string, Plan[]>();
	for (const one of plans) {
		const account = `${one.job.named}/${one.job.account}`;
		queues.set(account, [...(queues.get(account) ?? []), one]);
	}
	const outcomes = new Map<Plan, Outcome>();
	const lanes = queues.values();
	const lane = async () => {
		for (const queue of lanes) for (const one of queue) outcomes.set(one, await work(one));
	};
	await Promise.all(Array.from({ length: Math.min(WIDTH, queues.size) }, lane));
	return plans.flatMap((one) => outcomes.get(one) ?? []);
}

/** A content of which one network refuses its part goes nowhere: not begun ones take over the reason of the first that is refused. */
function together(plans: readonly Plan[], seen: ReadonlyMap<string, Entry>): Plan[] {
	return plans.map((one) => {
		const refusing = plans.find((other) => other.job.index === one.job.index && isRefused(other));
		const begun = seen.get(one.job.key);
		if (!refusing || isRefused(one) || (begun && (isOut(begun) || isBegun(begun)))) return one;
		const { message } = refusalOf(refusing);
		return { ...one, findings: [...one.findings, { network: one.job.named, account: one.job.account, severity: 'error', field: 'targets', rule: 'all-or-nothing', message: `${refusing.job.named} would refuse its part. ${message}`, fix: 'Correct that, or switch “All or Nothing” off.' }] };
	});
}

async function plansFor(run: Run, jobs: readonly Job[], seen: ReadonlyMap<string, Entry>, { lookAtFiles, allOrNothing }: { lookAtFiles: boolean; allOrNothing: boolean }): Promise<Plan[]> {
	const open = jobs.filter(({ key }) => !isOut(seen.get(key) ?? newEntry({ network: '', account: '' }, '', '')));
	const looked = lookAtFiles ? await lookedAt(run, open) : open;
	const plans = allOrNothing ? together(await asked(run, looked), seen) : looked.map((job) => plan(job, run.wishes));
	const byKey = new Map(plans.map((one) => [one.job.key, one]));
	return jobs.map((job) => byKey.get(job.key) ?? plan(job));
}

/** Entries that are reserved in one go. */
const RESERVED = 100;

/**
 * Reserves the entries that are not there yet, many at once: one by one they would cost the journal a call each. Answers what to wait for before a
 * plan is begun; the later ones are reserved while the first are sent. Those in whose way another run is are met again then.
 */
function reserving(journal: PublicationJournal, plans: readonly Plan[], seen: Map<string, Entry>): (one: Plan) => Promise<void> {
	const fresh = plans.filter((one) => !seen.has(one.job.key) && !isRefused(one));
	const ready = new Map<Plan, Promise<void>>();
	const reserve = async (some: readonly Plan[]) => {
		const claims = await Promise.allSettled(some.map(async (one) => await journal.claim(entryFor(one.job))));
		for (const claim of claims) if (claim.status === 'fulfilled') seen.set(claim.value.key, claim.value);
	};
	let last = Promise.resolve();
	for (let from = 0; from < fresh.length && fresh.length > 1; from += RESERVED) {
		const some = fresh.slice(from, from + RESERVED);
		last = last.then(async () => await reserve(some));
		for (const one of some) ready.set(one, last);
	}
	return async (one) => await ready.get(one);
}

/** What is out with its link, what is not with its reason; a key that stands in several items is published once and told in each. */
export const publish: Task = async (run) => {
	const options = run.options({ allOrNothing: false, lookAtFiles: true, publishEarly: false, stopOnFailure: false, waitAtMost: 60, waitForProcessing: true });
	const jobs = run.jobs();
	const journal = run.journal();
	const once = [...new Map(jobs.map((job) => [job.key, job])).values()];
	const seen = await journal.known(once.filter(({ network, account }) => network && account).map(({ key }) => key));
	const plans = await plansFor(run, once, seen, options);
	const ahead = new Set(options.publishEarly ? [] : once.filter(({ key, content }) => !isBegun(seen.get(key)) && isAhead(run, content)).map(({ key }) => key));
	const reserved = reserving(journal, plans.filter(({ job }) => !ahead.has(job.key)), seen);
	const outcomes = await all(plans, async (one) => {
		await reserved(one);
		const entry = seen.get(one.job.key);
		if (entry && (isOut(entry) || !journal.isFree(entry))) return { plan: one, entry: elsewhere(entry) };
		if (ahead.has(one.job.key) && !isRefused(one)) return { plan: one, entry: scheduled(entryFor(one.job), one.job.content) };
		return await published(run, journal, one, entry, options.waitAtMost * 60_000);
	});
	const pending = outcomes.flatMap(({ again }) => again ?? []);
	if (pending.length > 0 && options.waitForProcessing) return await park(run, Math.min(...pending));
	if (options.stopOnFailure) stopFor(run, outcomes);
	const byKey = new Map(outcomes.map((outcome) => [outcome.plan.job.key, outcome]));
	return await Promise.all(jobs.map(async (job) => await answerFor(run, job, byKey.get(job.key))));
};

async function answerFor(run: Run, job: Job, outcome: Outcome | undefined): Promise<INodeExecutionData> {
	const entry = outcome?.entry ?? entryFor(job);
	const warnings = (outcome?.plan.findings ?? []).filter(({ severity }) => severity === 'warning');
	return await run.item({ ...publishedOf(entry), ...(warnings.length > 0 && { warnings }) }, job.index);
}

/** Fails the node once everything else is done, so that Retry On Fail tries again what is missing. */
function stopFor(run: Run, outcomes: readonly Outcome[]): void {
	const failed = outcomes.filter(({ entry }) => entry.status === 'failed');
	const [first] = failed;
	if (!first) return;
	const { reason, verdict, hint } = first.entry;
	const others = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
	throw toNodeError(run.context.getNode(), new PlatformError({ verdict: verdict === 'wait' || verdict === 'reconnect' ? verdict : 'retry', message: `${first.plan.job.named}: ${reason}${others}`, hint }), first.plan.job.index);
}

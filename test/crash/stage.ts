import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { openPublisher, table } from '../operations/publisher/stage';
import type { Answer } from '../operations/publisher/stage';
import { root } from '../support/sources';
import { MINUTE, passTime } from '../support/time';
import type { Order, Report } from './child';
import { connections, itemOf, vendors } from './scenarios';
import type { Scenario } from './scenarios';

/** What the networks show, told apart by network, kind and text: how often each. */
export type Shown = ReadonlyMap<string, number>;

/** What a scenario came to. */
export interface Result {
	status: string;
	reason: string;
	/** Posts more than there should be, and fewer. */
	duplicates: number;
	lost: number;
	/** A person had to look. */
	person: boolean;
	/** Runs of the node until it was settled. */
	runs: number;
}

/** As the sandbox calls what answers. */
const networkOf = ({ network }: Scenario) => vendors[network] ?? network;

/** A process that waits for an order; starting one takes longer than what it is then killed in. */
function spare(): { child: ChildProcess; ready: Promise<unknown> } {
	const child = spawn(process.execPath, ['--import', pathToFileURL(require.resolve('tsx')).href, join(root, 'test', 'crash', 'child.ts')], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		env: { ...process.env, NODE_OPTIONS: '', N8N_USER_FOLDER: mkdtempSync(join(tmpdir(), 'qmark-crash-')) },
	});
	const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The publishing process ended with ${String(code)} before it was given an order.`)));
	const ready = Promise.race([once(child, 'message'), died]);
	// One that is never needed is killed when all is over.
	ready.catch(() => undefined);
	return { child, ready };
}

/** What a process told; one that could not even begin proves nothing. */
function told(report: Report | undefined): Report {
	if (!report || report.error !== undefined) throw new Error(`The publishing process failed: ${report?.error ?? 'it ended without a word'}`);
	return report;
}

/** One sandbox, one journal in a file, and everything that can happen to a publication. */
export async function openCrashStage() {
	const folder = mkdtempSync(join(tmpdir(), 'qmark-crash-'));
	const file = join(folder, 'journal.sqlite');
	const publisher = await openPublisher(file);
	let executions = 0;
	const spares: ReturnType<typeof spare>[] = [];
	const takeSpare = async () => {
		while (spares.length < 2) spares.push(spare());
		const next = spares.shift() ?? spare();
		spares.push(spare());
		await next.ready;
		return next.child;
	};

	const choicesOf = ({ network, controlChat, options }: Scenario): INodeParameters => ({ networks: [network], adapt: true, options: { lookAtFiles: false, ...options, ...(controlChat && { controlChat: String(seed.telegram.customer.id) }) } });
	/** Calls that were given up may still be at work: who looks at a network then does not see their effect. */
	const atRest = async () => {
		const inFlight = async () => {
			const { data } = await axios.get<Record<string, { inFlight?: number }>>(`${publisher.origin}/_sandbox/stats`);
			return JSON.stringify(data).match(/"inFlight":[1-9]/) !== null;
		};
		for (let waited = 0; waited < 200 && (await inFlight()); waited++) await new Promise((resolve) => setImmediate(resolve));
	};
	const shown = async ({ network }: Scenario): Promise<Shown> => {
		await atRest();
		// What a network still encodes shows up by itself.
		passTime(2 * MINUTE);
		const counts = new Map<string, number>();
		const control = `${seed.telegram.customer.first_name}`;
		for (const entry of await publisher.timeline()) {
			// What is read back through the control chat stands there for a moment.
			if (entry.network !== network || entry.account.startsWith(control)) continue;
			const key = [entry.network, entry.kind, entry.text].join('/');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		return counts;
	};

	/** Runs the node until it neither waits nor fails, as schedules and resumed executions would; time passes in between. */
	const settle = async (scenario: Scenario, { executionId = `crash-${++executions}`, runs = 0 } = {}): Promise<{ answer: Answer; runs: number }> => {
		for (let id = executionId; ; ) {
			const { answers, waitTill } = await publisher.run('content:publish', [], choicesOf(scenario), { items: [itemOf(scenario, publisher.sample)], executionId: id });
			runs++;
			const [answer] = answers;
			if (!answer && !waitTill) throw new Error('The Publisher answered nothing.');
			if (answer && ((!waitTill && !['processing', 'failed'].includes(answer.status)) || runs > 12)) return { answer, runs };
			// The sub-workflow that has waited publishes in an execution of its own.
			id = `crash-${++executions}`;
			if (waitTill) passTime(Math.max(0, waitTill.getTime() - Date.now()));
			else {
				// The next scheduled run is another execution.
				passTime(5 * MINUTE);
			}
		}
	};

	const compared = (found: Shown, expected: Shown) => {
		const keys = new Set([...found.keys(), ...expected.keys()]);
		const difference = (key: string) => (found.get(key) ?? 0) - (expected.get(key) ?? 0);
		return {
			duplicates: [...keys].reduce((sum, key) => sum + Math.max(0, difference(key)), 0),
			lost: [...keys].reduce((sum, key) => sum + Math.max(0, -difference(key)), 0),
		};
	};

	/**
	 * A person looks a while later. Of a call that its caller gave up the sandbox does not tell that it still works on it, as when it loads an album's
	 * pictures: what is shown must have stood still for a second of real time.
	 */
	const cameToRest = async (scenario: Scenario) => {
		for (let before = -1, now = total(await shown(scenario)); before !== now; now = total(await shown(scenario))) {
			before = now;
			await delay(1_000);
		}
	};

	/** Settles a scenario; where a person is asked, the person looks at the network, tells what is there, and the next run goes on. */
	const judge = async (scenario: Scenario, expected: Shown, from: { executionId?: string; runs?: number } = {}): Promise<Result> => {
		let { answer, runs } = await settle(scenario, from);
		const told = String(answer.reason ?? '');
		let person = / may be there|is missing/.test(told);
		for (let looks = 0; answer.status === 'unknown' && looks < 5; looks++) {
			person = true;
			await cameToRest(scenario);
			const isThere = total(await shown(scenario)) > (await steps()) + (scenario.controlChat ? 1 : 0);
			await publisher.run('publication:reconcile', [], { which: 'input', decision: isThere ? 'published' : 'absent' }, { items: [{ json: { key: answer.key } }] });
			({ answer, runs } = await settle(scenario, { runs }));
		}
		const missing = /is missing/.test(String(answer.reason ?? ''));
		const { duplicates, lost } = compared(await shown(scenario), expected);
		// A first comment that could not be written, or that may be there, is told: the publication stands without it.
		return { status: answer.status, reason: String(answer.reason ?? ''), duplicates, lost: missing ? Math.max(0, lost - 1) : lost, person: person || missing, runs };
	};

	/** Steps of the only entry that the journal knows to be done, as posts on the timeline. */
	const steps = async () => {
		const [row] = publisher.tables().rows(table);
		const { done = [] }: { done?: object[] } = JSON.parse(String(row?.state ?? '{}'));
		return await Promise.resolve(done.length);
	};
	const total = (counts: Shown) => [...counts.values()].reduce((sum, count) => sum + count, 0);

	const requests = async (scenario: Scenario) => await publisher.requests(networkOf(scenario));

	return {
		...publisher,
		networkOf,
		settle,
		judge,
		shown,
		/** Everything as if nothing had ever happened. A control chat takes a first message, from which messages are counted. */
		begin: async (scenario: Scenario) => {
			rmSync(file, { force: true });
			for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
			await publisher.begin();
			await publisher.settings({ google: { videoProcessingSeconds: 3, accessSeconds: 30 * 86_400 }, linkedin: { processingSeconds: 3, partBytes: 200_000 }, meta: { processingSeconds: 3 }, pinterest: { processingSeconds: 3, limits: { org_write: 10_000, org_read: 100_000 } }, threads: { processingSeconds: 3 }, tiktok: { processingSeconds: 3, accessSeconds: 30 * 86_400 } });
			publisher.connect((await connections[scenario.network]?.(publisher.origin, scenario.app)) ?? {});
			if (scenario.controlChat) await publisher.publish([{ id: 'before', text: 'Avant', targets: [{ network: 'telegram' }] }]);
		},
		/** What a run without a fault shows and calls: the boundaries that faults are put at. */
		clean: async (scenario: Scenario) => {
			const before = (await requests(scenario)).length;
			const { answer } = await settle(scenario);
			const calls = (await requests(scenario)).slice(before);
			return { answer, expected: await shown(scenario), calls };
		},
		/** Runs the node as *Retry On Fail* does: in the same execution, until it does not throw or has been tried so often. */
		retried: async (scenario: Scenario, tries: number): Promise<void> => {
			const { options, ...choices } = choicesOf(scenario);
			const parameters = { ...choices, options: { ...Object(options), stopOnFailure: true, waitForProcessing: false } };
			const executionId = `crash-${++executions}`;
			for (let tried = 1; tried <= tries; tried++) {
				const thrown = await publisher.run('content:publish', [], parameters, { items: [itemOf(scenario, publisher.sample)], executionId }).then(() => false, () => true);
				if (!thrown) return;
			}
		},
		/** Publishes in a process of its own, which is killed when the fault strikes. True when it was. */
		killed: async (scenario: Scenario, executionId = `crash-${++executions}`): Promise<boolean> => {
			const child = await takeSpare();
			const order: Order = { origin: publisher.origin, file, items: [itemOf(scenario, publisher.sample)], credentials: publisher.connected(), parameters: { resource: 'content', operation: 'publish', ...publisher.accounts, ...choicesOf(scenario) }, executionId, now: Date.now() };
			const ended = Promise.race([once(child, 'message').then(([report]: Report[]) => report), once(child, 'exit').then(() => undefined)]);
			child.send(order);
			let over = false;
			let report: Report | undefined;
			void ended.then((last) => {
				report = last;
				over = true;
			});
			while (!over) {
				const { data } = await axios.get<{ hits: number }[]>(`${publisher.origin}/_sandbox/faults`);
				if (data.some(({ hits }) => hits > 0)) break;
				await new Promise((resolve) => setImmediate(resolve));
			}
			if (over) told(report);
			const isDue = !over;
			child.kill('SIGKILL');
			if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
			return isDue;
		},
		/** The same scenario in two processes at once, as by two workers. Answers what each told. */
		together: async (scenario: Scenario): Promise<Report[]> => {
			const children = [await takeSpare(), await takeSpare()];
			const answers = children.map(async (child) => {
				const gone = once(child, 'exit').then(() => undefined);
				return told(await Promise.race([once(child, 'message').then(([report]: Report[]) => report), gone]));
			});
			for (const child of children) {
				const order: Order = { origin: publisher.origin, file, items: [itemOf(scenario, publisher.sample)], credentials: publisher.connected(), parameters: { resource: 'content', operation: 'publish', ...publisher.accounts, ...choicesOf(scenario) }, executionId: `crash-${++executions}`, now: Date.now() };
				child.send(order);
			}
			return await Promise.all(answers);
		},
		close: async () => {
			for (const { child } of spares) child.kill('SIGKILL');
			await publisher.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export type CrashStage = Awaited<ReturnType<typeof openCrashStage>>;

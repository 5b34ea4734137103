/**
 * The crash matrix: everything that can go wrong, at every call of every kind of publication. After each run the networks must show each post exactly
 * once. `CRASH_MATRIX=all` runs it whole, which takes a quarter of an hour; otherwise a part of it is taken that reaches every call.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../support/sources';
import { MINUTE, hurry, passTime, presentTime } from '../support/time';
import { hasten } from './haste';
import { scenarios } from './scenarios';
import type { Scenario } from './scenarios';
import { openCrashStage } from './stage';
import type { CrashStage, Result } from './stage';

const whole = process.env.CRASH_MATRIX === 'all';

export interface Cell extends Result {
	scenario: string;
	fault: string;
	/** Which call it struck. */
	call: string;
}

/** What befalls one call. `always`: at every call also in the short run. */
const faults = [
	{ name: 'reset before the effect', kind: 'reset', when: 'before' },
	{ name: 'reset after the effect', kind: 'reset', when: 'after', always: true },
	{ name: 'timeout before the effect', kind: 'timeout', when: 'before' },
	{ name: 'timeout after the effect', kind: 'timeout', when: 'after' },
	{ name: '500 before the effect', kind: 'status', status: 500, when: 'before' },
	{ name: '500 after the effect', kind: 'status', status: 500, when: 'after' },
	{ name: '502 before the effect', kind: 'status', status: 502, when: 'before' },
	{ name: '502 after the effect', kind: 'status', status: 502, when: 'after' },
	{ name: '503 before the effect', kind: 'status', status: 503, when: 'before' },
	{ name: '429 before the effect', kind: 'status', status: 429, when: 'before' },
	{ name: 'malformed after the effect', kind: 'malformed', when: 'after' },
] as const;

jest.setTimeout(1_800_000);

/** Shows the whole result where it is not. */
const sound = (result: object, status = 'published') => void expect(result).toEqual({ ...result, status, duplicates: 0, lost: 0 });

/** Networks of the matrix's first half: two processes share the time. */
const meta: readonly Scenario['network'][] = ['facebook', 'instagram', 'threads'];

/** One half of the matrix; `part` names its report. */
export function crashMatrix(part: 'meta' | 'others'): void {
	const cells: Cell[] = [];
	const note = (scenario: Scenario, fault: string, call: string, result: Result) => void cells.push({ scenario: `${scenario.network}: ${scenario.name}`, fault, call, ...result });
	let stage: CrashStage;
	let turn = 0;
	/** Whether this one of all is run. The short run takes every `n`th, so that each fault meets each scenario somewhere. */
	const isTaken = (always: boolean, n: number) => whole || always || turn++ % n === 0;

	beforeAll(async () => {
		hasten();
		hurry(60);
		stage = await openCrashStage();
	});
	afterAll(async () => {
		await stage.close();
		presentTime();
		const file = join(root, '.qmark', `crash-matrix-${part}.json`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify({ whole, cells }, null, '\t'));
		const sum = (count: (cell: Cell) => number) => cells.reduce((all, cell) => all + count(cell), 0);
		console.log(`crash matrix: ${cells.length} runs, ${sum(({ duplicates }) => duplicates)} duplicates, ${sum(({ lost }) => lost)} lost, a person asked in ${sum(({ person }) => Number(person))}`);
	});

	describe.each(scenarios.filter(({ network }) => meta.includes(network) === (part === 'meta')).map((scenario) => ({ title: `${scenario.network}: ${scenario.name}`, scenario })))('$title', ({ scenario }) => {
		let expected: ReadonlyMap<string, number>;
		let calls: { method: string; path: string }[];

		beforeAll(async () => {
			await stage.begin(scenario);
			// What the others are held against shall not depend on how busy this machine is.
			hasten(MINUTE);
			const clean = await stage.clean(scenario).finally(() => hasten());
			expect(clean.answer).toMatchObject({ status: scenario.ends ?? 'published' });
			({ expected, calls } = clean);
			expect(expected.size).toBeGreaterThan(0);
		});

		const callAt = (index: number) => `${calls[index]?.method ?? ''} ${calls[index]?.path ?? ''}`;

		test('whatever becomes of a call: 0 duplicates, 0 lost', async () => {
			for (const [index] of calls.entries()) {
				for (const { name, ...fault } of faults) {
					if (!isTaken('always' in fault, 9)) continue;
					await stage.begin(scenario);
					const { kind, when } = fault;
					await stage.fault({ network: stage.networkOf(scenario), match: '', kind, when, ...('status' in fault && { status: fault.status }), skip: index });
					const result = await stage.judge(scenario, expected);
					note(scenario, name, callAt(index), result);
					sound({ fault: name, call: callAt(index), ...result }, scenario.ends);
				}
			}
		});

		test('a killed process: 0 duplicates, 0 lost', async () => {
			for (const [index] of calls.entries()) {
				for (const when of ['before', 'after'] as const) {
					if (!isTaken(false, 12)) continue;
					await stage.begin(scenario);
					await stage.fault({ network: stage.networkOf(scenario), match: '', kind: 'timeout', when, skip: index });
					// Where media were ready sooner this time, fewer calls were made, and the process has ended by itself.
					if (!(await stage.killed(scenario))) continue;
					await stage.clearFaults();
					// A run that was cut off keeps its entries for a while.
					passTime(10 * MINUTE);
					const result = await stage.judge(scenario, expected);
					note(scenario, `SIGKILL ${when} the effect`, callAt(index), result);
					sound({ fault: 'SIGKILL', when, call: callAt(index), ...result }, scenario.ends);
				}
			}
		});

		test('Retry On Fail, five tries: 0 duplicates, 0 lost', async () => {
			for (const [index] of calls.entries()) {
				for (const kind of ['reset', 'status'] as const) {
					if (!isTaken(false, 6)) continue;
					await stage.begin(scenario);
					await stage.fault({ network: stage.networkOf(scenario), match: '', kind, when: 'after', status: 500, skip: index, times: 2 });
					await stage.retried(scenario, 5);
					const result = await stage.judge(scenario, expected);
					note(scenario, `Retry On Fail after ${kind}`, callAt(index), result);
					sound({ fault: 'retry', kind, call: callAt(index), ...result }, scenario.ends);
				}
			}
		});

		test('two triggers at once in one process: 0 duplicates, 0 lost', async () => {
			for (let round = 0; round < (whole ? 5 : 1); round++) {
				await stage.begin(scenario);
				await Promise.all([stage.settle(scenario), stage.settle(scenario)]);
				const result = await stage.judge(scenario, expected);
				note(scenario, 'two triggers at once', '', result);
				sound({ ...result }, scenario.ends);
			}
		});

		test('two workers at once on one journal: 0 duplicates, 0 lost', async () => {
			for (let round = 0; round < (whole ? 3 : 1); round++) {
				await stage.begin(scenario);
				await stage.together(scenario);
				passTime(10 * MINUTE);
				const result = await stage.judge(scenario, expected);
				note(scenario, 'two workers at once', '', result);
				sound({ ...result }, scenario.ends);
			}
		});

	});

	test('the matrix is large enough, and few publications need a person', () => {
		const asked = cells.filter(({ person }) => person).length;
		expect(cells.filter(({ duplicates, lost }) => duplicates + lost > 0)).toEqual([]);
		expect(cells.length).toBeGreaterThanOrEqual(whole ? 500 : 80);
		// A killed process that was over before it was killed is no run: enough were not.
		expect(cells.filter(({ fault }) => fault.startsWith('SIGKILL')).length).toBeGreaterThanOrEqual(whole ? 75 : 4);
		// Telegram without a control chat tells nothing, nor does TikTok of photos whose publish_id got lost, nor LinkedIn of a member's image; all others find out by themselves.
		expect(cells.filter(({ person, scenario, call }) => person && !/^(telegram|tiktok: photos|linkedin: image of a member)/.test(scenario) && !/comments/.test(call)).map(({ scenario, call, fault }) => [scenario, call, fault])).toEqual([]);
		expect(asked / cells.length).toBeLessThan(0.25);
	});
}

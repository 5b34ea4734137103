/**
 * `npx tsx test/simulation/bigVideo.ts [networks]`: a video of 1 GB through a real n8n to each network that takes one. What it adds to the n8n process's peak
 * memory, against the same workflow without the upload; how much is sent after a reset in the middle; and how many posts there are in the end.
 * `BIG_VIDEO_MB` makes it smaller.
 */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stopAll } from '../../sandbox/children';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import type { workflowOf } from '../bench/workflows';
import { fileFromDisk, httpRequestUpload } from '../bench/workflows';
import type { Fault } from '../support/sandbox';
import { videoFile } from './videoFile';
import { publisher, videoTargets, type VideoTarget } from './videoTargets';
import { openTheatre, type Run, type Theatre } from './videoTheatre';

export interface VideoUpload {
	/** Peak memory above that of the same workflow without the upload, run right before: the median, and the most of all runs, that with the reset too. */
	addedMB: number;
	worstMB: number;
	seconds: number;
	/** Bytes that arrived in the run whose connection was reset in the middle, in all. */
	sentAfterReset: number;
	/** A run each: as it should be, with resets in the middle, and with the answer to the publishing call lost. */
	runs: number;
	posts: number;
}

export interface BigVideo {
	bytes: number;
	/** Peaks of the workflow without an upload, in MB, as they followed each other. */
	baseline: number[];
	/** What an upload adds whose node keeps all of it in memory: n8n's HTTP Request. */
	controlMB: number;
	networks: Record<string, VideoUpload>;
	/** One content to all of them, in medians; its seconds are those of the whole workflow. Posts: of its first run, once it has run again, and of another one whose publishing calls all got no answer, run twice. */
	publisher: { addedMB: number; seconds: number; posts: Record<string, number>; postsAfterRepeat: Record<string, number>; postsAfterLostAnswers: Record<string, number> };
	/** What is not as it should be. */
	broken: string[];
}

const MB = 1024 * 1024;
const SMALL = 8 * MB;
const ROUNDS = 3;
/** Milliseconds in which n8n gives back what it has needed to start, and runs without an upload before the first one that is measured. */
const REST = 40_000;
const CALM = 6;
/** What an upload may add to the peak. */
const MOST_ADDED = 32;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const rounded = (value: number) => Number(value.toFixed(1));
const noOperation = { name: 'Under test', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
const step = ({ node, parameters }: Pick<VideoTarget, 'node' | 'parameters'>) => ({ name: 'Under test', type: `n8n-nodes-qmark.${node}`, typeVersion: 1, parameters });

interface Measured extends Run {
	/** MB. */
	added: number;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const sentIn = ({ requests }: Run) => sum(requests.map(({ bytes }) => bytes));

/** In the middle of the middle one of the calls that carried the video. */
function middleOf({ requests }: Run, { vendor: network, uploads: match }: VideoTarget): Fault {
	const carried = requests.filter(({ host, path, bytes }) => `/${host}${path}`.includes(match) && bytes > MB / 2);
	const middle = Math.floor(carried.length / 2);
	return { network, match, kind: 'reset', afterBytes: Math.floor((carried[middle]?.bytes ?? 0) / 2), skip: carried.filter(({ bytes }, index) => index < middle && bytes > (carried[middle]?.bytes ?? 0) / 2).length };
}

async function show(theatre: Theatre, bytes: number): Promise<BigVideo> {
	const broken: string[] = [];
	const expected = (truth: boolean, sentence: string) => {
		if (!truth) broken.push(sentence);
		if (!truth) console.log(`  ✗ ${sentence}`);
	};
	const succeeded = (name: string, { status, error }: Run) => expected(status === 'success', `${name}: ended with ${status}: ${error}`);
	const once = (name: string, { posts }: Run, networks: readonly string[]) => {
		for (const [network, count] of Object.entries(posts)) expected(count === (networks.includes(network) ? 1 : 0), `${name}: ${count} posts on ${network}`);
	};
	await videoFile(join(theatre.files, 'big.mp4'), bytes);
	await videoFile(join(theatre.files, 'small.mp4'), Math.min(SMALL, bytes));

	const play = async (name: string, file: string, steps: Parameters<typeof workflowOf>[1]) => await theatre.workflow(`${name} ${file}`, fileFromDisk(file), ...steps);
	const silent = await play('Nothing', 'big.mp4', [noOperation]);
	const acts = await Promise.all(videoTargets.map(async (target) => ({ target, small: await play(target.network, 'small.mp4', [step(target)]), big: await play(target.network, 'big.mp4', [step(target)]) })));
	const whole = { warm: await play('Publisher to warm up', 'small.mp4', publisher('warm')), small: await play('Publisher', 'small.mp4', publisher('small')), big: await play('Publisher', 'big.mp4', publisher('big')) };
	const tell = (name: string, run: Run) => {
		const answers = run.items.map(({ json }) => [json.network, json.status, json.reason, json.error].filter(Boolean).join(' '));
		console.log(`  ${name}: ${[run.status, ...answers].filter(Boolean).join(', ')}, ${run.seconds.toFixed(1)} s, peak ${run.peak.toFixed(0)} MB, ${run.requests.length} calls with ${(sentIn(run) / MB).toFixed(0)} MB${run.error ? `; ${run.error}` : ''}`);
	};
	const perform = async (name: string, workflow: StoredWorkflow, ...awaited: string[]) => {
		const run = await theatre.run(workflow, awaited);
		tell(name, run);
		return run;
	};
	const all = videoTargets.map(({ network }) => network);

	// Everything is loaded and has run once before anything is measured.
	for (const { target: { network }, small } of [...acts, ...acts]) {
		const run = await perform(`${network}, small`, small, network);
		succeeded(`${network}, small`, run);
		once(`${network}, small`, run, [network]);
	}
	if (broken.length > 0) throw new Error(`A small video does not get through:\n${broken.join('\n')}`);
	await perform('Publisher, small', whole.warm, ...all);
	await perform('nothing, to warm up', silent);

	await delay(REST);
	const baseline: number[] = [];
	const silence = async () => {
		const { peak } = await perform('nothing', silent);
		baseline.push(peak);
		return peak;
	};
	while (baseline.length < CALM) await silence();
	/** An upload right after the same workflow without it: n8n itself grows for hours. */
	const beside = async (name: string, workflow: StoredWorkflow, ...awaited: string[]): Promise<Measured> => {
		const without = await silence();
		const run = await perform(name, workflow, ...awaited);
		return { ...run, added: run.peak - without };
	};
	const runs = new Map(all.map((network): [string, Measured[]] => [network, []]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { target: { network }, big } of acts) {
			const run = await beside(network, big, network);
			succeeded(network, run);
			once(network, run, [network]);
			expected(sentIn(run) >= bytes && sentIn(run) < bytes * 1.05, `${network}: ${sentIn(run)} bytes were sent for ${bytes}`);
			runs.get(network)?.push(run);
		}
	}

	const networks: Record<string, VideoUpload> = {};
	for (const { target, small, big } of acts) {
		const { network, vendor, uploads, publishes, resumes } = target;
		const measured = runs.get(network) ?? [];
		const [first] = measured;
		if (!first) continue;
		await theatre.fault(middleOf(first, target));
		const cut = await beside(`${network}, reset in the middle`, big, network);
		expected((await theatre.met()) === 1, `${network}: no connection was reset under ${uploads}`);
		succeeded(`${network}, reset in the middle`, cut);
		once(`${network}, reset in the middle`, cut, [network]);
		const most = resumes ? 1.15 : 2;
		expected(sentIn(cut) < bytes * most, `${network}: ${sentIn(cut)} bytes were sent after a reset in the middle, of ${bytes}`);

		await theatre.fault({ network: vendor, ...publishes, kind: 'reset', when: 'after' });
		const lost = await perform(`${network}, answer lost`, small, network);
		expected((await theatre.met()) === 1, `${network}: no answer was lost under ${publishes.match}`);
		once(`${network}, answer lost`, lost, [network]);

		const every = [...measured, cut, lost];
		networks[network] = {
			addedMB: rounded(median(measured.map(({ added }) => added))),
			worstMB: rounded(Math.max(...[...measured, cut].map(({ added }) => added))),
			seconds: rounded(median(measured.map(({ seconds }) => seconds))),
			sentAfterReset: sentIn(cut),
			runs: every.length,
			posts: sum(every.map(({ posts }) => posts[network] ?? 0)),
		};
		expected((networks[network]?.addedMB ?? NaN) < MOST_ADDED, `${network}: an upload adds ${networks[network]?.addedMB} MB`);
	}

	const together = await beside('Publisher', whole.big, ...all);
	const contents = [together];
	for (let round = 2; round <= ROUNDS; round++) contents.push(await beside(`Publisher ${round}`, await play(`Publisher ${round}`, 'big.mp4', publisher(`big-${round}`)), ...all));
	for (const run of contents) {
		succeeded('Publisher', run);
		once('Publisher', run, all);
	}
	const repeated = await perform('Publisher again', whole.big);
	succeeded('Publisher again', repeated);
	once('Publisher again', repeated, []);
	const summed = (one: Run, other: Run) => Object.fromEntries(all.map((network) => [network, (one.posts[network] ?? 0) + (other.posts[network] ?? 0)]));
	for (const { vendor, publishes } of videoTargets) await theatre.fault({ network: vendor, ...publishes, kind: 'reset', when: 'after' });
	const unsure = await perform('Publisher, all answers lost', whole.small, ...all);
	expected((await theatre.met()) === all.length, 'Publisher: not every answer was lost');
	const rerun = await perform('Publisher, all answers lost, again', whole.small);
	const postsAfterLostAnswers = summed(unsure, rerun);
	once('Publisher, all answers lost', { ...rerun, posts: postsAfterLostAnswers }, all);
	const addedMB = rounded(median(contents.map(({ added }) => added)));
	expected(addedMB < MOST_ADDED, `Publisher: the uploads add ${addedMB} MB`);
	const control = await beside('HTTP Request', await play('HTTP Request', 'big.mp4', [httpRequestUpload(await theatre.telegram())]));
	succeeded('HTTP Request', control);
	const controlMB = rounded(control.added);
	expected(controlMB > MOST_ADDED, `HTTP Request: an upload that is kept in memory adds ${controlMB} MB, so nothing was measured`);
	return { bytes, baseline: baseline.map(rounded), controlMB, networks, publisher: { addedMB, seconds: rounded(median(contents.map(({ whole: seconds }) => seconds))), posts: together.posts, postsAfterRepeat: summed(together, repeated), postsAfterLostAnswers }, broken };
}

export async function bigVideo(bytes: number): Promise<BigVideo> {
	return await show(await openTheatre(), bytes);
}

if (require.main === module) {
	bigVideo(Number(process.env.BIG_VIDEO_MB ?? 1024) * MB)
		.then((figures) => {
			console.log(JSON.stringify(figures));
			if (figures.broken.length > 0) process.exitCode = 1;
		})
		.catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		})
		.finally(stopAll);
}

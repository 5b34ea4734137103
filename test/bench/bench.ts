/** `npm run bench`: QMARK against n8n's native node for the same work, in one n8n and one run, alternating. */
import axios from 'axios';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json';
import { stopAll } from '../../sandbox/children';
import { seed } from '../../sandbox/networks/seed';
import type { Operator } from '../../sandbox/n8n/operator';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { openStage, root } from '../support/stage';
import type { Stage } from '../support/stage';
import { cpuOf, peakOf, resetPeak } from './process';
import { fileFromDisk, httpRequestUpload, manyItems, work, workflowOf } from './workflows';

/** One line of the table. `ratio` is qmark / native. */
interface Row {
	name: string;
	unit: string;
	qmark: number;
	native: number;
	ratio: number;
}

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ITEMS = 1000;
const LATENCY = 40;
const VIDEO = 300;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const round = (value: number) => Number(value.toPrecision(4));
const row = (name: string, unit: string, qmark: number, native: number): Row => ({ name, unit, qmark: round(qmark), native: round(native), ratio: qmark === native ? 1 : round(qmark / native) });

type Side = 'qmark' | 'native';
const sides: Side[] = ['qmark', 'native'];

interface Sample {
	seconds: number;
	/** CPU time of the n8n process, in ms. */
	cpu: number;
	/** MB. */
	peak: number;
	/** Answers with status 429. */
	refused: number;
}

const refusals = async ({ networks }: Stage) => (await axios.get<{ telegram?: { tooMany: number } }>(`${networks.origin}/_sandbox/stats`)).data.telegram?.tooMany ?? 0;

async function runOnce(stage: Stage, workflow: StoredWorkflow, node?: string): Promise<Sample> {
	const { n8n, operator } = stage;
	const refused = await refusals(stage);
	resetPeak(n8n.pid);
	const before = cpuOf(n8n.pid);
	const execution = await operator.workflows.run(workflow, { timeoutMs: 600_000 });
	const cpu = cpuOf(n8n.pid) - before;
	if (execution.status !== 'success') throw new Error(`“${workflow.name}” ended with ${execution.status}: ${execution.error}`);
	const took = node ? (execution.data.resultData.runData[node]?.[0]?.executionTime ?? NaN) : 0;
	return { seconds: took / 1000, cpu, peak: peakOf(n8n.pid), refused: (await refusals(stage)) - refused };
}

/** Alternates the two nodes and the same workflow without either, so that drift hits all of them alike. */
async function compare(stage: Stage, kind: keyof typeof work, before: ReturnType<typeof manyItems>, rounds = ROUNDS) {
	const { operator } = stage;
	const without = await operator.importWorkflow(workflowOf(`${kind} without a node`, [before]));
	const under = {
		qmark: await operator.importWorkflow(workflowOf(`${kind} by QMARK`, [before, work[kind].qmark])),
		native: await operator.importWorkflow(workflowOf(`${kind} by the native node`, [before, work[kind].native])),
	};
	const samples: Record<Side | 'without', Sample[]> = { qmark: [], native: [], without: [] };
	for (let turn = 0; turn <= rounds; turn++) {
		const taken = { without: await runOnce(stage, without), qmark: await runOnce(stage, under.qmark, 'Under test'), native: await runOnce(stage, under.native, 'Under test') };
		// The first turn warms both up.
		if (turn > 0) for (const side of [...sides, 'without'] as const) samples[side].push(taken[side]);
		console.log(`  ${kind} ${turn}: ${[...sides, 'without' as const].map((side) => `${side} ${taken[side].seconds.toFixed(2)} s, ${taken[side].cpu} ms CPU, peak ${taken[side].peak.toFixed(0)} MB`).join(' · ')}`);
	}
	const of = (side: Side | 'without', key: keyof Sample) => median(samples[side].map((sample) => sample[key]));
	return { of, net: (side: Side, key: keyof Sample) => median(samples[side].map((sample, index) => sample[key] - (samples.without[index]?.[key] ?? 0))) };
}

async function throughput(stage: Stage, kind: 'send' | 'read'): Promise<Row[]> {
	const { of, net } = await compare(stage, kind, manyItems(ITEMS));
	return [
		row(`${kind}: ${ITEMS} at ${LATENCY} ms latency`, 'items/s', ITEMS / of('qmark', 'seconds'), ITEMS / of('native', 'seconds')),
		row(`${kind}: CPU of n8n`, 'ms/item', net('qmark', 'cpu') / ITEMS, net('native', 'cpu') / ITEMS),
		row(`${kind}: answers 429`, 'count', of('qmark', 'refused'), of('native', 'refused')),
	];
}

/** At the vendor's own ceiling of 30 a second; the native node cannot reach it at this latency. */
async function ceiling(stage: Stage): Promise<Row[]> {
	const count = 300;
	await credentials(stage.operator, stage.networks.origin, 30);
	await axios.post(`${stage.networks.origin}/_sandbox/settings`, { telegram: { perSecond: 30 } });
	const samples: Partial<Record<Side, Sample>> = {};
	for (const side of sides) {
		const workflow = await stage.operator.importWorkflow(workflowOf(`ceiling by ${side}`, [manyItems(count), work.send[side]]));
		samples[side] = await runOnce(stage, workflow, 'Under test');
	}
	const share = (side: Side) => (count / (samples[side]?.seconds ?? NaN) / 30) * 100;
	return [
		row('ceiling: share of the vendor’s 30 sends/s', '%', share('qmark'), share('native')),
		row('ceiling: answers 429', 'count', samples.qmark?.refused ?? NaN, samples.native?.refused ?? NaN),
	];
}

async function upload(stage: Stage): Promise<Row[]> {
	const path = join(stage.files, 'video.mp4');
	const file = await open(path, 'w');
	const piece = Buffer.alloc(1024 * 1024, 7);
	for (let written = 0; written < VIDEO; written++) await file.write(piece);
	await file.close();
	const { of, net } = await compare(stage, 'upload', fileFromDisk('video.mp4'), ROUNDS + 2);
	const url = `${stage.networks.origin}/api.telegram.org/bot${seed.telegram.token}/sendVideo`;
	const control = await stage.operator.importWorkflow(workflowOf('upload by HTTP Request', [fileFromDisk('video.mp4'), httpRequestUpload(url)]));
	const above = (await runOnce(stage, control, 'Under test')).peak - of('without', 'peak');
	rmSync(path);
	return [
		row(`upload of ${VIDEO} MB: peak memory above the workflow without it`, 'MB', net('qmark', 'peak'), net('native', 'peak')),
		row('upload: the same against the HTTP Request node, which buffers', 'MB', net('qmark', 'peak'), above),
	];
}

function load(stage: Stage): Row[] {
	const base = join(stage.installation.script, '..', '..', '..');
	const workflowPackage = join(base, 'n8n-workflow');
	const ours = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) => join(stage.userFolder, '.n8n', 'nodes', 'node_modules', manifest.name, file));
	const theirs = ['nodes/Telegram/Telegram.node.js', 'nodes/Facebook/FacebookGraphApi.node.js', 'credentials/TelegramApi.credentials.js', 'credentials/FacebookGraphApiOAuth2Api.credentials.js'].map((file) => join(base, 'n8n-nodes-base', 'dist', file));
	const measure = (files: string[]): { ms: number; mb: number } =>
		JSON.parse(execFileSync(stage.installation.node, ['--expose-gc', join(__dirname, 'load.js'), workflowPackage, ...files], { encoding: 'utf8', env: { ...process.env, NODE_PATH: base } }));
	const samples = { qmark: [] as ReturnType<typeof measure>[], native: [] as ReturnType<typeof measure>[] };
	for (let turn = 0; turn < 7; turn++) {
		samples.qmark.push(measure(ours));
		samples.native.push(measure(theirs));
	}
	const of = (side: Side, key: 'ms' | 'mb') => median(samples[side].map((sample) => sample[key]));
	return [row('load of the package', 'ms', of('qmark', 'ms'), of('native', 'ms')), row('load of the package: memory', 'MB', of('qmark', 'mb'), of('native', 'mb'))];
}

async function credentials(operator: Operator, origin: string, messagesPerSecond: number) {
	const shared = { accessToken: seed.telegram.token, baseUrl: `${origin}/api.telegram.org` };
	await operator.ensureCredential('Bench QMARK', 'qmarkTelegramApi', { ...shared, messagesPerSecond });
	await operator.ensureCredential('Bench native', 'telegramApi', shared);
}

function print(rows: Row[]) {
	const cells = [['', 'unit', 'QMARK', 'native', 'QMARK / native'], ...rows.map(({ name, unit, qmark, native, ratio }) => [name, unit, qmark, native, ratio].map(String))];
	const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
	for (const line of cells) console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

const asked = (part: string) => process.argv.length === 2 || process.argv.includes(part);

async function main() {
	const stage = await openStage('bench');
	try {
		await credentials(stage.operator, stage.networks.origin, 1000);
		await axios.post(`${stage.networks.origin}/_sandbox/settings`, { latencyMs: LATENCY, telegram: { perSecond: 1000, perChatPerSecond: 0, perGroupPerMinute: 0, localServer: true, strictParameters: false } });
		const rows: Row[] = [];
		if (asked('send')) rows.push(...(await throughput(stage, 'send')));
		if (asked('read')) rows.push(...(await throughput(stage, 'read')));
		if (asked('ceiling')) rows.push(...(await ceiling(stage)));
		if (asked('upload')) rows.push(...(await upload(stage)));
		if (asked('load')) rows.push(...load(stage));
		print(rows);
		if (process.argv.length > 2) return;
		mkdirSync(join(__dirname, 'results'), { recursive: true });
		writeFileSync(join(__dirname, 'results', 'latest.json'), `${JSON.stringify(rows, null, '\t')}\n`);
		console.log(`\nWritten to ${join('test', 'bench', 'results', 'latest.json')} (${root}).`);
	} finally {
		await stopAll();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

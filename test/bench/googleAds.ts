/**
 * `node sandbox/run.mjs test/bench/googleAds.ts [rows in thousands]`: an ad report read by QMARK Google Ads and by n8n's own HTTP Request node with its
 * pagination, from fake networks in a process of their own, in turn; and the same report as files. The last line is JSON.
 */
import '../support/environment.js';
import { Container } from '@n8n/di';
import axios from 'axios';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ICredentialDataDecryptedObject, IExecuteFunctions, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { operation } from '../../nodes/core/operation';
import { propertiesOf } from '../../nodes/core/properties';
import { runOperations } from '../../nodes/core/runner';
import { readReport } from '../../nodes/networks/googleAds/report';
import { queryOf } from '../../nodes/networks/googleAds/report/query';
import { googleAds } from '../../nodes/platforms/googleAds';
import { googleAdsReports } from '../../nodes/platforms/googleAdsReports';
import { seed } from '../../sandbox/networks/seed';
import { startNetworks } from '../../sandbox/networks-process';
import { freePort } from '../../sandbox/ports';
import type * as googleAdsNode from '../../nodes/QmarkGoogleAds/QmarkGoogleAds.node';
import { runNode } from '../support/context';
import { googleAdsCredential } from '../support/google';

const root = join(__dirname, '..', '..');
/** Milliseconds that Google is assumed to take for a page of 10,000 rows: the less they are, the less there is to gain by reading several at once. */
const LATENCY = Number(process.env.BENCH_LATENCY ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 1);
const THOUSANDS = Number(process.argv[2] ?? 1000);
const ROWS = THOUSANDS * 1000;
const PAGE = googleAdsReports.pageSize;
const DAYS = 100;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
/** The heap and the buffers beside it. */
const held = () => (process.memoryUsage().heapUsed + process.memoryUsage().external) / 1024 / 1024;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const round = (value: number) => Number(value.toPrecision(4));

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const input: Parameters<typeof readReport>[1] = {
	...{ account: seed.google.customerId, level: 'ad', campaign: '', time: 'range', since: day(-DAYS), until: day(-1), unit: 'day', breakdowns: [], metrics: [] },
	...{ output: 'rows', rowsPerItem: 100_000, simplify: true, options: {}, returnAll: true, limit: 50 },
};

// Without its full name, Node.js takes “.node” for a native module.
const { QmarkGoogleAds }: typeof googleAdsNode = module.require(join(root, 'nodes', 'QmarkGoogleAds', 'QmarkGoogleAds.node.ts'));

/** n8n's own node, of the n8n that the sandbox installs. */
function httpRequest(): INodeType {
	const load = createRequire(join(root, '.qmark', 'n8n', 'package.json'));
	const { HttpRequest }: { HttpRequest: new () => { nodeVersions: Record<string, INodeType> } } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	const node = new HttpRequest().nodeVersions['4.2'];
	if (!node) throw new Error('This n8n has no HTTP Request node 4.2.');
	return node;
}

/** The very same query, page after page. */
const native = (origin: string, token: string): INodeParameters => {
	const query = queryOf(input, day(0));
	return {
		...{ method: 'POST', url: `${origin}/googleads.googleapis.com/${googleAds.version.name}/customers/${seed.google.customerId}/googleAds:search`, authentication: 'none' },
		...{ sendBody: true, contentType: 'json', specifyBody: 'keypair', bodyParameters: { parameters: [{ name: 'query', value: query.gaql(query.range) }] } },
		...{ sendHeaders: true, specifyHeaders: 'keypair', headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }, { name: 'login-customer-id', value: seed.google.managerId }] } },
		options: {
			timeout: 600_000,
			pagination: {
				pagination: {
					...{ paginationMode: 'updateAParameterInEachRequest', parameters: { parameters: [{ type: 'body', name: 'pageToken', value: '={{ $response.body.nextPageToken }}' }] } },
					...{ paginationCompleteWhen: 'other', completeExpression: '={{ !$response.body.nextPageToken }}', limitPagesFetched: false, requestInterval: 0 },
				},
			},
		},
	};
};

/** The last line. Medians of the rounds; memory is heap and buffers above where a run began. */
export interface GoogleAdsBench {
	rows: number;
	latencyMs: number;
	seconds: { qmark: number; n8n: number; qmarkFiles: number };
	/** n8n’s time for the time of one item for each row, and for that of files. */
	ratio: number;
	ratioOfFiles: number;
	/** `qmark` and `n8n` with their output; `qmarkFiles`: with the report as NDJSON files on disk; `qmarkBeyondOutput`: what reading holds when its rows are let go; `page`: what 10,000 rows take. */
	peakMemoryMB: { qmark: number; n8n: number; qmarkFiles: number; qmarkBeyondOutput: number; page: number };
}

interface Run {
	seconds: number;
	rows: number;
	/** MB above where the run began, its output included. */
	peak: number;
}

async function timed(work: () => Promise<INodeExecutionData[]>, rowsOf: (items: INodeExecutionData[]) => number): Promise<Run> {
	collectGarbage();
	const before = held();
	let peak = 0;
	const watch = setInterval(() => (peak = Math.max(peak, held() - before)), 20);
	const started = performance.now();
	try {
		const items = await work();
		return { seconds: (performance.now() - started) / 1000, rows: rowsOf(items), peak };
	} finally {
		clearInterval(watch);
	}
}

/** MB that a page of such rows takes. */
function sizeOfPage(row: object): number {
	const text = JSON.stringify(row);
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const page: unknown[] = Array.from({ length: PAGE }, () => JSON.parse(text));
	collectGarbage();
	return page.length > 0 ? (process.memoryUsage().heapUsed - before) / 1024 / 1024 : 0;
}

/** What reading holds beside what it gave: its rows are counted and let go, and what then cannot be collected is measured. */
async function beyondOutput(credentials: Record<string, ICredentialDataDecryptedObject>): Promise<{ most: number; page: number }> {
	let [most, page] = [0, 0];
	const count = async function* (items: AsyncIterable<object>) {
		collectGarbage();
		const before = held();
		let read = 0;
		for await (const item of items) {
			const rows = 'rows' in item && Array.isArray(item.rows) ? item.rows : [];
			if (read === 0) page = sizeOfPage(rows[0]);
			read += rows.length;
			collectGarbage();
			most = Math.max(most, held() - before);
		}
		yield { read };
	};
	const batches = { ...input, output: 'batches' as const, rowsPerItem: PAGE };
	const operations = [operation({ resource: 'x', operation: 'x', effect: 'read', name: 'X', action: 'X', description: 'X', fields: [], run: (_, api) => count(readReport(api, batches)) })];
	const node: INodeType = {
		description: { ...new QmarkGoogleAds().description, credentials: [{ name: googleAds.credential, required: true }], properties: propertiesOf(operations) },
		async execute(this: IExecuteFunctions) {
			return await runOperations(this, googleAds, operations);
		},
	};
	await runNode({ node, credentials, parameters: { resource: 'x', operation: 'x' } });
	return { most, page };
}

const numberIn = (value: unknown) => (typeof value === 'number' ? value : 0);

async function main() {
	const log = join(root, '.qmark', 'bench-googleAds.log');
	const files = join(root, '.qmark', 'bench-googleAds');
	// Files go where n8n puts them: to disk.
	Container.get(BinaryDataConfig).localStoragePath = files;
	await Container.get(BinaryDataService).init();
	const networks = await startNetworks({ root, port: await freePort(), log });
	const set = async (settings: object) => void (await axios.post(`${networks.origin}/_sandbox/settings`, settings));
	try {
		await set({ google: { grow: { account: seed.google.customerId, rows: ROWS, days: DAYS }, opsPerDay: 0 } });
		const credentials = await googleAdsCredential(networks.origin);
		const { oauthTokenData } = credentials.qmarkGoogleAdsOAuth2Api ?? {};
		const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
		await set({ latencyMs: LATENCY });
		const http = httpRequest();
		const account = { __rl: true, mode: 'id', value: seed.google.customerId };
		const report = async (more: INodeParameters) => await runNode({ node: new QmarkGoogleAds(), credentials, parameters: { ...input, resource: 'report', operation: 'getAll', account, breakdowns: [], metrics: [], options: {}, ...more } });
		const sides = {
			qmark: async () => await timed(async () => await report({}), (items) => items.length),
			qmarkFiles: async () => await timed(async () => await report({ output: 'ndjson' }), (items) => items.reduce((sum, { json: { rows } }) => sum + numberIn(rows), 0)),
			n8n: async () =>
				await timed(
					async () => await runNode({ node: http, typeVersion: 4.2, credentials: {}, parameters: native(networks.origin, token) }),
					(items) => items.reduce((sum, { json: { results } }) => sum + (Array.isArray(results) ? results.length : 0), 0),
				),
		};
		const runs: Record<keyof typeof sides, Run[]> = { qmark: [], qmarkFiles: [], n8n: [] };
		for (let turn = 1; turn <= ROUNDS; turn++) {
			for (const side of ['qmark', 'n8n', 'qmarkFiles'] as const) {
				const run = await sides[side]();
				runs[side].push(run);
				console.log(`  ${turn} ${side}: ${run.rows} rows in ${run.seconds.toFixed(2)} s, ${run.peak.toFixed(0)} MB above its beginning`);
				if (run.rows !== ROWS) throw new Error(`${side} read ${run.rows} rows, not ${ROWS}.`);
			}
		}
		const of = (side: keyof typeof sides, key: keyof Run) => round(median(runs[side].map((run) => run[key])));
		const seconds = { qmark: of('qmark', 'seconds'), n8n: of('n8n', 'seconds'), qmarkFiles: of('qmarkFiles', 'seconds') };
		const { most, page } = await beyondOutput(credentials);
		const peakMemoryMB = { qmark: of('qmark', 'peak'), n8n: of('n8n', 'peak'), qmarkFiles: of('qmarkFiles', 'peak'), qmarkBeyondOutput: round(most), page: round(page) };
		const line: GoogleAdsBench = { rows: ROWS, latencyMs: LATENCY, seconds, ratio: round(seconds.n8n / seconds.qmark), ratioOfFiles: round(seconds.n8n / seconds.qmarkFiles), peakMemoryMB };
		console.log(JSON.stringify(line));
	} finally {
		await networks.stop();
		rmSync(log, { force: true });
		rmSync(files, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

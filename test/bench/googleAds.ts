/**
 * `node sandbox/run.mjs test/bench/googleAds.ts [rows in thousands]`: an ad report read by QMARK Google Ads and by n8n's own HTTP Request node with its
 * pagination, from fake networks in a process of their own, in turn; and the same report as files. The last line is JSON.
 */
import '../support/environment.js';
import { Container } from '@n8n/di';
import axios from 'axios';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
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
import { collectGarbage, day, held, httpRequest, median, round, sizeOfPage, timed } from './measuring';
import type { Run } from './measuring';
import { googleAdsCredential } from '../support/google';

const root = join(__dirname, '..', '..');
/** Milliseconds that Google is assumed to take for a page of 10,000 rows: the less they are, the less there is to gain by reading several at once. */
const LATENCY = Number(process.env.BENCH_LATENCY ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 1);
const THOUSANDS = Number(process.argv[2] ?? 1000);
const ROWS = THOUSANDS * 1000;
const PAGE = googleAdsReports.pageSize;
const DAYS = 100;

const input: Parameters<typeof readReport>[1] = {
	...{ account: seed.google.customerId, level: 'ad', campaign: '', time: 'range', since: day(-DAYS), until: day(-1), unit: 'day', breakdowns: [], metrics: [] },
	...{ output: 'rows', rowsPerItem: 100_000, simplify: true, options: {}, returnAll: true, limit: 50 },
};

// Without its full name, Node.js takes “.node” for a native module.
const { QmarkGoogleAds }: typeof googleAdsNode = module.require(join(root, 'nodes', 'QmarkGoogleAds', 'QmarkGoogleAds.node.ts'));

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

/** What reading holds beside what it gave: its rows are counted and let go, and what then cannot be collected is measured. */
async function beyondOutput(credentials: Record<string, ICredentialDataDecryptedObject>): Promise<{ most: number; page: number }> {
	let [most, page] = [0, 0];
	const count = async function* (items: AsyncIterable<object>) {
		collectGarbage();
		const before = held();
		let read = 0;
		for await (const item of items) {
			const rows = 'rows' in item && Array.isArray(item.rows) ? item.rows : [];
			if (read === 0) page = sizeOfPage(rows[0], PAGE);
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

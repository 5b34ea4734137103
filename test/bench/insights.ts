/**
 * `node sandbox/run.mjs test/bench/insights.ts [rows in thousands]`: an ad report read by QMARK Meta Ads and by n8n's own HTTP Request node with its
 * pagination, from fake networks in a process of their own, in turn. The last line is JSON.
 */
import '../support/environment.js';
import axios from 'axios';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { operation } from '../../nodes/core/operation';
import { propertiesOf } from '../../nodes/core/properties';
import { runOperations } from '../../nodes/core/runner';
import { readInsights } from '../../nodes/networks/meta/insights';
import type { InsightInput } from '../../nodes/networks/meta/insights/query';
import { metaAds } from '../../nodes/platforms/metaAds';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { seed } from '../../sandbox/networks/seed';
import { startNetworks } from '../../sandbox/networks-process';
import { freePort } from '../../sandbox/ports';
import type * as metaAdsNode from '../../nodes/QmarkMetaAds/QmarkMetaAds.node';
import { runNode } from '../support/context';
import { collectGarbage, day, held, httpRequest, median, round, sizeOfPage, timed } from './measuring';
import type { Run } from './measuring';
import { metaCredential } from '../support/sandbox';

const root = join(__dirname, '..', '..');
/** Milliseconds that Meta takes for a call at least; real reports take longer. */
const LATENCY = Number(process.env.BENCH_LATENCY ?? 150);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const THOUSANDS = Number(process.argv[2] ?? 100);
const PAGE = 500;
const DAYS = 100;
const ADS = THOUSANDS * 10;

const range = { since: day(-DAYS), until: day(-1) };
const fields = 'account_id,account_currency,campaign_id,campaign_name,adset_id,adset_name,ad_id,ad_name,date_start,date_stop,spend,impressions,clicks,actions,action_values,attribution_setting';

const input: InsightInput & { returnAll: boolean; limit: number } = {
	...{ adAccount: seed.meta.adAccount.id, reportOn: 'account', campaign: '', adSet: '', ad: '', level: 'ad', datePreset: 'range', ...range, timeIncrement: '1', incrementDays: 14 },
	...{ breakdowns: [], conversions: ['purchase', 'lead'], simplify: true, options: {}, returnAll: true, limit: 50 },
};

// Without its full name, Node.js takes “.node” for a native module.
const { QmarkMetaAds }: typeof metaAdsNode = module.require(join(root, 'nodes', 'QmarkMetaAds', 'QmarkMetaAds.node.ts'));

const native = (origin: string): INodeParameters => ({
	...{ method: 'GET', url: `${origin}/graph.facebook.com/v26.0/act_${seed.meta.adAccount.id}/insights`, authentication: 'none', sendQuery: true, specifyQuery: 'keypair', sendHeaders: true, specifyHeaders: 'keypair' },
	queryParameters: {
		parameters: [
			...Object.entries({ level: 'ad', time_increment: '1', time_range: JSON.stringify(range), limit: String(PAGE), fields }).map(([name, value]) => ({ name, value })),
		],
	},
	headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${seedTokens.user}` }] },
	options: {
		pagination: {
			pagination: {
				...{ paginationMode: 'responseContainsNextURL', nextURL: '={{ $response.body.paging.next }}', paginationCompleteWhen: 'other', completeExpression: '={{ !$response.body.paging.next }}' },
				...{ limitPagesFetched: false, requestInterval: 0 },
			},
		},
	},
});

/** The last line. Medians of the rounds; memory is heap and buffers above where a run began. */
export interface InsightsBench {
	rows: number;
	seconds: { qmark: number; n8n: number };
	ratio: number;
	/** `qmark` and `n8n` with their output; `qmarkBeyondOutput`: what reading holds when its rows are let go; `page`: what 500 rows take. */
	peakMemoryMB: { qmark: number; n8n: number; qmarkBeyondOutput: number; page: number };
}

/** What reading holds beside what it gave: its rows are counted and let go, and what then cannot be collected is measured. */
async function beyondOutput(origin: string): Promise<{ most: number; page: number }> {
	let [most, page] = [0, 0];
	const count = async function* (rows: AsyncIterable<object>) {
		collectGarbage();
		const before = held();
		let read = 0;
		for await (const row of rows) {
			if (read === 0) page = sizeOfPage('raw' in row && typeof row.raw === 'object' && row.raw !== null ? row.raw : row, PAGE);
			if (++read % 5_000 !== 0) continue;
			collectGarbage();
			most = Math.max(most, held() - before);
		}
		yield { read };
	};
	const operations = [operation({ resource: 'x', operation: 'x', effect: 'read', name: 'X', action: 'X', description: 'X', fields: [], run: (_, api) => count(readInsights(api, input)) })];
	const node: INodeType = {
		description: { ...new QmarkMetaAds().description, credentials: [{ name: metaAds.credential, required: true }], properties: propertiesOf(operations) },
		async execute(this: IExecuteFunctions) {
			return await runOperations(this, metaAds, operations);
		},
	};
	await runNode({ node, credentials: metaCredential(origin), parameters: { resource: 'x', operation: 'x' } });
	return { most, page };
}

async function main() {
	const log = join(root, '.qmark', 'bench-insights.log');
	const networks = await startNetworks({ root, port: await freePort(), log });
	const set = async (settings: object) => void (await axios.post(`${networks.origin}/_sandbox/settings`, settings));
	try {
		await set({ latencyMs: LATENCY, meta: { adDelivery: { ads: ADS, days: DAYS + 2 } } });
		const http = httpRequest();
		const byId = { __rl: true, mode: 'id', value: seed.meta.adAccount.id };
		const sides = {
			qmark: async () =>
				await timed(
					async () => await runNode({ node: new QmarkMetaAds(), credentials: metaCredential(networks.origin), parameters: { ...input, authentication: 'qmarkMetaOAuth2Api', resource: 'insight', operation: 'getAll', adAccount: byId, conversions: [...input.conversions], breakdowns: [], options: {} } }),
					(items) => items.length,
				),
			n8n: async () =>
				await timed(
					async () => await runNode({ node: http, typeVersion: 4.2, credentials: {}, parameters: native(networks.origin) }),
					(items) => items.reduce((sum, { json: { data } }) => sum + (Array.isArray(data) ? data.length : 0), 0),
				),
		};
		const runs: Record<keyof typeof sides, Run[]> = { qmark: [], n8n: [] };
		for (let turn = 1; turn <= ROUNDS; turn++) {
			for (const side of ['qmark', 'n8n'] as const) {
				const run = await sides[side]();
				runs[side].push(run);
				console.log(`  ${turn} ${side}: ${run.rows} rows in ${run.seconds.toFixed(2)} s, heap ${run.peak.toFixed(0)} MB above its beginning`);
				if (run.rows !== ADS * DAYS) throw new Error(`${side} read ${run.rows} rows, not ${ADS * DAYS}.`);
			}
		}
		const of = (side: keyof typeof sides, key: keyof Run) => round(median(runs[side].map((run) => run[key])));
		const seconds = { qmark: of('qmark', 'seconds'), n8n: of('n8n', 'seconds') };
		const { most, page } = await beyondOutput(networks.origin);
		const peakMemoryMB = { qmark: of('qmark', 'peak'), n8n: of('n8n', 'peak'), qmarkBeyondOutput: round(most), page: round(page) };
		const line: InsightsBench = { rows: ADS * DAYS, seconds, ratio: round(seconds.n8n / seconds.qmark), peakMemoryMB };
		console.log(JSON.stringify(line));
	} finally {
		await networks.stop();
		rmSync(log, { force: true });
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

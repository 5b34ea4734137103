import { Ref, Told, type Call, type Describe, type Handler } from '../call';
import { GraphError, invalid } from '../errors';
import { Params } from '../params';
import type { Meta } from '../state';
import { reportParams, type reportRules } from './insightsRules';
import { readQuery, type InsightsQuery, type Level } from './insightsQuery';
import { rowOf } from './insightsRow';
import { keysOf, localDays, runsOf, type Key, type Run } from './insightsRows';
import type { Ad, AdAccount, AdReportRun, AdSet, Campaign } from './model';

type Reported = AdAccount | Campaign | AdSet | Ad;
const levelOf: Record<Reported['type'], Level> = { AdAccount: 'account', Campaign: 'campaign', AdSet: 'adset', Ad: 'ad' };

const accountOf = (accountId: string, meta: Meta): AdAccount => {
	const account = meta.find('AdAccount', `act_${accountId}`);
	if (!account) throw new Error(`The sandbox lost ad account ${accountId}.`);
	return account;
};

const isOf = (node: Reported) => (run: Run): boolean => node.type === 'AdAccount' || [run.ad.id, run.adSet.id, run.campaign.id].includes(node.id);

interface Report {
	query: InsightsQuery;
	keys: Key[];
	account: AdAccount;
}

/** The rows of the reports that were read last: paging on must not begin anew. */
const recent = new WeakMap<Meta, Map<string, Report>>();
const remembered = 40;
/** And the ads behind them, as they stood in a minute. */
const recentRuns = new WeakMap<Meta, { of: string; runs: Run[] }>();
const minute = 60_000;

function reportOf(node: Reported, params: Params, meta: Meta): Report {
	const account = accountOf(node.accountId, meta);
	const today = Math.floor(localDays(account.timeZone, meta.now)(meta.now));
	const query = readQuery(params, levelOf[node.type], today);
	const changed = [...meta.all('Ad'), ...meta.all('AdSet'), ...meta.all('Campaign')].reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
	const state = [account.id, meta.issued, changed, Math.floor(meta.now / minute)].join();
	const key = JSON.stringify([node.id, query, state]);
	const reports = recent.get(meta) ?? new Map<string, Report>();
	recent.set(meta, reports);
	const known = reports.get(key);
	if (known) return known;
	const stood = recentRuns.get(meta);
	const { runs } = stood?.of === state ? stood : { runs: runsOf(account, meta) };
	recentRuns.set(meta, { of: state, runs });
	const report = { query, account, keys: keysOf(query, runs.filter(isOf(node)), account.currency, meta) };
	if (reports.size >= remembered) reports.clear();
	reports.set(key, report);
	return report;
}

const most = 5000;
const cursorOf = (index: number): string => Buffer.from(`row:${index}`).toString('base64url');

/** https://developers.facebook.com/docs/graph-api/results#cursors */
function pageOf({ query, keys, account }: Report, { params, path, version, token }: Call, meta: Meta): Told {
	const after = params.text('after');
	const place = after === undefined || after === '' ? undefined : /^row:(\d+)$/.exec(Buffer.from(after, 'base64url').toString())?.[1];
	if (after && place === undefined) throw invalid('Invalid cursors values. Pass "after" exactly as the previous answer gave it.');
	const start = place === undefined ? 0 : Number(place) + 1;
	const size = Math.min(params.integer('limit') ?? 25, most);
	const rows = keys.slice(start, start + size).map((key) => rowOf(key, query, account));
	if (rows.length === 0) return new Told({ data: [] });
	const cursors = { before: cursorOf(start), after: cursorOf(start + rows.length - 1) };
	const next = new URL(meta.graphUrl(`/${path}`, version));
	for (const name of params.names()) if (name !== 'access_token' && name !== 'after') next.searchParams.set(name, params.text(name) ?? '');
	next.searchParams.set('access_token', token.value);
	next.searchParams.set('after', cursors.after);
	return new Told({ data: rows, paging: { cursors, ...(start + size < keys.length && { next: next.href }) } });
}

function refuseAsAsked({ settings }: Meta): void {
	const refusal = settings.adInsightsRefusal;
	if (!refusal || (refusal.times ?? 1) < 1) return;
	settings.adInsightsRefusal = { ...refusal, times: (refusal.times ?? 1) - 1 };
	throw new GraphError(refusal.code, `(#${refusal.code}) Refused as the sandbox was told to`, { subcode: refusal.subcode });
}

const readNow: Handler<Reported> = (node, call, meta) => {
	refuseAsAsked(meta);
	const report = reportOf(node, call.params, meta);
	if (report.keys.length > meta.settings.adInsightsMostRows)
		throw new GraphError(100, "(#100) Please reduce the amount of data you're asking for, then retry your request", { subcode: 1487534 });
	return pageOf(report, call, meta);
};

/** JSON numbers beyond those of JavaScript. */
const rawNumber = (digits: string): unknown => ('rawJSON' in JSON && typeof JSON.rawJSON === 'function' ? JSON.rawJSON(digits) : Number(digits));

/** https://developers.facebook.com/docs/marketing-api/insights/best-practices#asynchronous */
const begin: Handler<Reported> = (node, { params }, meta) => {
	reportOf(node, params, meta);
	const values = Object.fromEntries(params.names().filter((name) => reportParams.includes(name) || name === 'fields').map((name) => [name, params.value(name)]));
	const run = meta.keep<AdReportRun>({ type: 'AdReportRun', id: meta.newId('adReportRun'), accountId: node.accountId, subjectId: node.id, values, createdAt: meta.now, updatedAt: meta.now });
	return new Told({ report_run_id: meta.settings.adReportIdAsNumber ? rawNumber(run.id) : run.id });
};

export const insightsHandlers = { 'GET insights': readNow, 'POST insights': begin };

interface Progress {
	status: string;
	percent: number;
	failure?: { code?: number; subcode?: number };
}

/** Completed does not mean all of it is there: that is said by the percentage. */
function progressOf({ createdAt }: AdReportRun, { now, settings }: Meta): Progress {
	const share = settings.adReportSeconds === 0 ? 1 : (now - createdAt) / 1000 / settings.adReportSeconds;
	if (share >= 1 && settings.adReportFailure) return { status: settings.adReportFailure.status, percent: 0, failure: settings.adReportFailure };
	if (share >= 1) return { status: 'Job Completed', percent: 100 };
	const status = share < 0.1 ? 'Job Not Started' : share < 0.2 ? 'Job Started' : share < 0.8 ? 'Job Running' : 'Job Completed';
	return { status, percent: Math.min(99, Math.floor(share * 100)) };
}

export const describeReport: Describe<AdReportRun> = (run, meta) => {
	const { status, percent, failure } = progressOf(run, meta);
	return {
		label: 'AdReportRun',
		defaults: ['id', 'account_id', 'async_status', 'async_percent_completion'],
		fields: {
			...{ id: () => run.id, account_id: () => run.accountId, async_status: () => status, async_percent_completion: () => percent },
			...{ is_running: () => percent < 100 && !failure, time_ref: () => Math.floor(run.createdAt / 1000) },
			...{ error_code: () => failure?.code, error_subcode: () => failure?.subcode, error_message: () => failure?.code && 'The report came to nothing' },
		},
	};
};

export const reportHandlers: Record<keyof typeof reportRules, Handler<AdReportRun>> = {
	GET: (run) => new Ref(run, ['id', 'account_id', 'async_status', 'async_percent_completion']),
	'GET insights': (run, call, meta) => {
		const subject = [meta.find('AdAccount', run.subjectId), meta.find('Campaign', run.subjectId), meta.find('AdSet', run.subjectId), meta.find('Ad', run.subjectId)].find((node) => node !== undefined);
		if (!subject || progressOf(run, meta).percent < 100) throw new GraphError(2601, '(#2601) Error accessing adreport job.', { subcode: 1815107 });
		return pageOf(reportOf(subject, new Params(run.values), meta), call, meta);
	},
};

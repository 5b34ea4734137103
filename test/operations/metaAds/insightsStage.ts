import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { QmarkMetaAds } from '../../../nodes/QmarkMetaAds/QmarkMetaAds.node';
import { seed } from '../../../sandbox/networks/seed';
import { jsonOf, runNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';

/** One call of the Graph API, without tokens and proofs. */
export interface Call {
	method: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
}

export const account = seed.meta.adAccount;
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const panel = {
	...{ authentication: 'qmarkMetaOAuth2Api', resource: 'insight', operation: 'getAll', adAccount: byId(account.id), reportOn: 'account', level: 'ad' },
	...{ datePreset: 'last_7d', timeIncrement: '1', breakdowns: [], conversions: ['purchase', 'lead'], simplify: true, returnAll: true, options: {} },
};

const withoutSecrets = (fields: object | undefined) => Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !/token|proof/.test(name)));

/** An ad account with ads that have been running, and the node that reads its reports. */
export async function openReports() {
	const sandbox = await openSandbox();
	let credentials = await metaCredential(sandbox.origin);
	const run = async (parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) => await runNode({ node: new QmarkMetaAds(), credentials, parameters: { ...panel, ...parameters }, ...more });
	return {
		sandbox,
		/** `grow`: so many ads that have been running for so many days. */
		reset: async (ads = 6, days = 40) => {
			await sandbox.reset();
			await sandbox.settings({ meta: { adDelivery: { ads, days }, adReportSeconds: 0 } });
			credentials = await metaCredential(sandbox.origin);
		},
		set: async (meta: object) => await sandbox.settings({ meta }),
		run,
		rows: async (parameters: INodeParameters = {}): Promise<IDataObject[]> => jsonOf(await run(parameters)),
		/** Calls since the last reset, oldest first; only of reports unless told. */
		calls: async (match = /insights/): Promise<Call[]> => {
			const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
			return data
				.filter(({ path }) => match.test(path) && !/oauth/.test(path))
				.map(({ method, path, query, body }) => ({ method, path: path.replace(/^\/v\d+\.0/, ''), query: withoutSecrets(query), body: withoutSecrets(body) }));
		},
		/** The most reads of reports that were under way at the same time. */
		together: async (): Promise<number> => {
			const { data } = await axios.get<{ path: string; at: string; ms: number }[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
			const edges = data
				.filter(({ path }) => path.endsWith('/insights'))
				.flatMap(({ at, ms }) => [{ time: Date.parse(at), change: 1 }, { time: Date.parse(at) + ms, change: -1 }])
				.sort((a, b) => a.time - b.time || a.change - b.change);
			let open = 0;
			return edges.reduce((most, { change }) => Math.max(most, (open += change)), 0);
		},
	};
}

export type Reports = Awaited<ReturnType<typeof openReports>>;

/** `YYYY-MM-DD` in the account's time zone, so many days from now. */
export const dayIn = (days: number, timeZone: string = account.timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now() + days * 86_400_000);

export const sum = (rows: IDataObject[], name: string) => rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);

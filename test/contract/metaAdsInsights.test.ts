import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { account, openReports } from '../operations/metaAds/insightsStage';
import type { Call, Reports } from '../operations/metaAds/insightsStage';
import { runSdk } from './sdk/run';

/** Meta's own SDK reads the same reports from the sandbox as the node does, and asks for them in the same way. */
interface Answers {
	firstPage: IDataObject[];
	secondPage: IDataObject[];
	whole: IDataObject[];
	byAge: IDataObject[];
	ofCampaign: IDataObject[];
	runId: string;
	states: string[];
	reported: IDataObject[];
	knows: string[];
}

let reports: Reports;
beforeAll(async () => (reports = await openReports()));
beforeEach(async () => await reports.reset(30, 10));
afterAll(async () => await reports.sandbox.close());

const fields = 'account_id,account_currency,campaign_id,campaign_name,adset_id,adset_name,ad_id,ad_name,date_start,date_stop,spend,impressions,clicks,actions,action_values,attribution_setting'.split(',');
const parameters = { level: 'ad', date_preset: 'last_7d', time_increment: 1 };
const asTheNode: INodeParameters = { level: 'ad', datePreset: 'last_7d', timeIncrement: '1' };

const drive = async (more: object = {}) => await runSdk<Answers>('metaAdsInsights', { origin: reports.sandbox.origin, token: seedTokens.user, version: 'v26.0', account: account.id, fields, parameters: { ...parameters, ...more } });

/** Lists come as JSON or comma-separated, in the query or in the body: Meta takes both. */
const listOf = (value: unknown): unknown => {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	if (text.startsWith('[')) return JSON.parse(text);
	return text.includes(',') ? text.split(',') : text;
};
const normal = ({ method, path, query, body }: Call) => ({
	...{ method, path },
	parameters: Object.fromEntries(Object.entries({ ...query, ...body }).filter(([name, value]) => name !== 'limit' && name !== 'id' && value !== '').map(([name, value]) => [name, listOf(value)])),
});

test('the SDK reads reports page after page, by breakdown, of one campaign and in the background', async () => {
	await reports.set({ adReportSeconds: 1 });
	const { result, refusal } = await drive();
	expect(refusal).toEqual(undefined);
	expect(result?.whole).toHaveLength(30 * 7);
	expect([...(result?.firstPage ?? []), ...(result?.secondPage ?? [])]).toEqual(result?.whole.slice(0, 20));
	expect(result?.ofCampaign).toHaveLength(20 * 7);
	expect(result?.reported).toEqual(result?.whole);
	const impressions = (rows: IDataObject[] = []) => rows.reduce((sum, row) => sum + Number(row.impressions), 0);
	expect(impressions(result?.byAge)).toBe(impressions(result?.whole));
	expect(result?.runId).toMatch(/^6023\d{14}$/);
	expect(Number.isSafeInteger(Number(result?.runId))).toBe(false);
	expect(result?.states.at(-1)).toBe('Job Completed');
});

test('the node gives the rows that the SDK reads', async () => {
	const { result } = await drive();
	const rows = await reports.rows({ ...asTheNode, simplify: false });
	const keyOf = (row: IDataObject) => `${row.ad_id} ${row.date_start}`;
	const sorted = (all: IDataObject[] = []) => [...all].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
	expect(sorted(rows)).toEqual(sorted(result?.whole));
});

test('the node puts the same requests on the wire as the SDK', async () => {
	const extra = { breakdowns: ['publisher_platform'], action_attribution_windows: ['7d_click', '1d_view'], filtering: [{ field: 'ad.name', operator: 'CONTAIN', value: 'Annonce' }] };
	await drive(extra);
	const bySdk = (await reports.calls(/act_\d+\/insights/)).map(normal);
	await reports.reset(30, 10);
	const chosen = { breakdowns: ['publisher_platform'], options: { attributionWindows: ['7d_click', '1d_view'], filters: { filter: [{ field: 'ad.name', operator: 'CONTAIN', value: 'Annonce' }] } } };
	await reports.rows({ ...asTheNode, ...chosen });
	await reports.rows({ ...asTheNode, ...chosen, operation: 'runReport', waitAtMost: 30 });
	const byNode = (await reports.calls(/act_\d+\/insights/)).map(normal);
	expect(byNode).toHaveLength(2);
	for (const call of byNode) expect(bySdk).toContainEqual(call);
});

test('a refusal reaches the SDK in Meta’s envelope', async () => {
	const { refusal } = await drive({ breakdowns: ['age', 'country'] });
	expect(refusal).toMatchObject({ code: 2, error_subcode: 1504041 });
});

test('Meta’s SDK knows every field that the node asks for', async () => {
	const { result } = await drive();
	expect(result?.knows).toEqual(expect.arrayContaining(fields));
});

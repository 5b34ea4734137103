import { queryOf } from '../../../nodes/networks/pinterest/ads/report/query';
import type { ReportInput } from '../../../nodes/networks/pinterest/ads/report/query';
import { rowOf } from '../../../nodes/networks/pinterest/ads/report/row';
import { pinterestReports } from '../../../nodes/platforms/pinterestReports';
import { pinterestSpec } from '../../support/pinterestSpec';

const input = (more: Partial<ReportInput> = {}): ReportInput => ({
	...{ adAccount: '549755800001', level: 'campaign', ids: '', time: 'last_7d', since: '', until: '', unit: 'day', conversions: 'TOTAL_CHECKOUT', metrics: [], simplify: true, options: {} },
	...more,
});
const account = { id: '549755800001', name: 'Shop', currency: 'EUR' };
const range = { since: '2026-11-01', until: '2026-11-10' };
const row = (raw: object, more: Partial<ReportInput> = {}) => rowOf({ ...raw }, range, queryOf(input(more), pinterestReports.direct), account);

beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-26T08:00:00Z') }));
afterAll(() => jest.useRealTimers());

test('what is missing is nothing, but a metric that is missing is not told', () => {
	expect(row({ CAMPAIGN_ID: '1' }, { metrics: ['CTR'] })).toMatchObject({ spend: 0, impressions: 0, clicks: 0, conversions: 0, conversionValue: 0, metrics: {} });
	expect(row({ CAMPAIGN_ID: '1', CTR: 0 }, { metrics: ['CTR'] })).toMatchObject({ metrics: { CTR: 0 } });
	expect(row({ CAMPAIGN_ID: '1', CTR: null }, { metrics: ['CTR'] }).metrics).toEqual({});
});

test.each([
	[1, 0.000001],
	[310_007, 0.310007],
	[1_100_000, 1.1],
	[33_330_000, 33.33],
	[9_007_199_254_740_991, 9_007_199_254.740991],
])('%s millionths are %s', (SPEND_IN_MICRO_DOLLAR, spend) => {
	expect(row({ SPEND_IN_MICRO_DOLLAR }).spend).toBe(spend);
});

test('a week and a month tell only days that were asked for', () => {
	expect(row({ DATE: '2026-10-26' }, { unit: 'week' })).toMatchObject({ date: '2026-11-01', dateStop: '2026-11-01' });
	expect(row({ DATE: '2026-11-02' }, { unit: 'week' })).toMatchObject({ date: '2026-11-02', dateStop: '2026-11-08' });
	expect(row({ DATE: '2026-11-01' }, { unit: 'month' })).toMatchObject({ date: '2026-11-01', dateStop: '2026-11-10' });
	expect(row({}, { unit: 'whole' })).toMatchObject({ date: '2026-11-01', dateStop: '2026-11-10' });
});

test('months stay whole where a report is cut', () => {
	const { ranges } = queryOf(input({ time: 'range', since: '2025-01-15', until: '2026-02-03', unit: 'month' }), pinterestReports.prepared);
	expect(ranges).toEqual([
		{ since: '2025-01-15', until: '2025-06-30' },
		{ since: '2025-07-01', until: '2025-12-31' },
		{ since: '2026-01-01', until: '2026-02-03' },
	]);
});

const spec = pinterestSpec();

(spec ? describe : describe.skip)('columns that Pinterest has', () => {
	const { levels, measures, conversions, metrics } = pinterestReports;
	const all = [...Object.values(measures), ...conversions.flatMap(({ value, worth }) => (worth ? [value, worth] : [value])), ...metrics.map(({ value }) => value), ...Object.values(levels).flatMap(({ columns }) => [...columns])];
	const refused = (path: string, query: Record<string, string>, method = 'GET', body?: object) =>
		spec?.problems({ method, path, query: new URLSearchParams(query), body, status: 200, answer: method === 'GET' ? [] : { report_status: 'IN_PROGRESS', token: 'x', message: null } });

	test('at once', () => {
		const query = { start_date: '2026-11-01', end_date: '2026-11-02', granularity: 'DAY', campaign_ids: '1' };
		expect(refused('/ad_accounts/1/campaigns/analytics', { ...query, columns: all.join(',') })).toEqual([]);
		expect(refused('/ad_accounts/1/campaigns/analytics', { ...query, columns: 'LOVE' })).toHaveLength(1);
	});

	test('in the background', () => {
		const columns = [...all, ...Object.values(levels).flatMap(({ status }) => [...status])];
		const body = (more: object) => ({ start_date: '2026-11-01', end_date: '2026-11-02', granularity: 'DAY', level: 'CAMPAIGN', ...more });
		expect(refused('/ad_accounts/1/reports', {}, 'POST', body({ columns }))).toEqual([]);
		expect(refused('/ad_accounts/1/reports', {}, 'POST', body({ columns: ['LOVE'] }))).toHaveLength(1);
	});
});

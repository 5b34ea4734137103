import { adGroups, ads, campaigns } from '../../../sandbox/networks/pinterest/ads/seed';
import { figuresOf } from '../../../sandbox/networks/pinterest/ads/figures';
import { byId, euros, openAdvertiser, yen } from './adsStage';
import type { Advertiser } from './adsStage';

let shop: Advertiser;
beforeAll(async () => {
	shop = await openAdvertiser();
});
afterAll(async () => await shop.close());
beforeEach(async () => await shop.reset());

const [printemps, noel] = campaigns;
const [france] = adGroups;
const [rouge, blanc, couronne] = ads;

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const entity = (ad: (typeof ads)[number]) => ({ ...ad, created_time: 1_767_225_600, updated_time: 0 });
const spent = (on: string, ...which: (typeof ads)[number][]) => which.reduce((sum, ad) => sum + figuresOf(entity(ad), on).spend, 0) / 1e6;
const direct = { resource: 'report', operation: 'getAll', returnAll: true, time: 'range', since: day(3), until: day(2), unit: 'day' };
const prepared = { ...direct, operation: 'runReport', since: day(300), until: day(299) };

describe('at once', () => {
	test('getAll: a row for each campaign and day, archived ones too, in the shape of all networks', async () => {
		const rows = await shop.rows({ ...direct, level: 'campaign' });
		expect(rows.map(({ campaignId, date, dateStop }) => [campaignId, date, dateStop])).toEqual([printemps, noel].flatMap(({ id }) => [day(3), day(2)].map((date) => [id, date, date])));
		expect(rows[0]).toEqual({
			...{ provider: 'pinterest', accountId: euros.id, level: 'campaign', campaignId: printemps.id, campaignName: 'Printemps', status: 'ACTIVE', date: day(3), dateStop: day(3), timeZone: 'UTC', currency: 'EUR' },
			...{ spend: spent(day(3), rouge, blanc), impressions: expect.any(Number), clicks: expect.any(Number), conversions: expect.any(Number), conversionValue: expect.any(Number) },
			...{ breakdowns: {}, attribution: '30d_click,30d_engagement,1d_view', asOf: expect.stringMatching(/^\d{4}-.*Z$/) },
		});
		expect((await shop.calls('GET', /analytics$/)).map(({ path, query }) => [path, query])).toEqual([
			[
				`/ad_accounts/${euros.id}/campaigns/analytics`,
				{
					...{ campaign_ids: [printemps.id, noel.id], start_date: day(3), end_date: day(2), granularity: 'DAY' },
					columns: 'CAMPAIGN_ID,CAMPAIGN_NAME,SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION,CLICKTHROUGH_1,TOTAL_CHECKOUT,TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
					...{ click_window_days: '30', engagement_window_days: '30', view_window_days: '1', conversion_report_time: 'TIME_OF_AD_ACTION' },
				},
			],
		]);
	});

	test('levels add up, and spend has no dust of fractions', async () => {
		const total = async (level: string) => {
			const rows = await shop.rows({ ...direct, level, unit: 'whole' });
			expect(rows.every(({ spend }) => /^\d+(\.\d{1,6})?$/.test(String(spend)))).toBe(true);
			return Math.round(rows.reduce((sum, { spend }) => sum + Number(spend), 0) * 1e6);
		};
		const account = await total('account');
		expect(account).toBe(Math.round((spent(day(3), rouge, blanc, couronne) + spent(day(2), rouge, blanc, couronne)) * 1e6));
		expect([await total('campaign'), await total('adGroup'), await total('ad')]).toEqual([account, account, account]);
	});

	test('an ad’s row names its campaign and ad group; IDs limit the report', async () => {
		const [row, ...more] = await shop.rows({ ...direct, level: 'ad', unit: 'whole', ids: rouge.id });
		expect(row).toMatchObject({ level: 'ad', adId: rouge.id, adName: 'Bouquet rouge', adGroupId: france.id, adGroupName: 'France', campaignId: printemps.id, campaignName: 'Printemps', status: 'ACTIVE', date: day(3), dateStop: day(2) });
		expect(more).toEqual([]);
	});

	test('yen are whole', async () => {
		const rows = await shop.rows({ ...direct, level: 'account', adAccount: byId(yen.id) });
		expect(rows).toHaveLength(2);
		expect(rows.every(({ currency, spend }) => currency === 'JPY' && Number.isInteger(spend))).toBe(true);
	});

	test('chosen metrics and columns are told in whole units, and missing ones are absent', async () => {
		const [row] = await shop.rows({ ...direct, level: 'account', unit: 'whole', metrics: ['CPC_IN_MICRO_DOLLAR', 'TOTAL_IMPRESSION', 'LEADS'], options: { columns: 'TOTAL_VIDEO_MRC_VIEWS, REPIN_1', clickWindow: 7, viewWindow: 0 } });
		const { metrics, impressions, clicks, spend } = Object(row);
		expect(Object.keys(metrics)).toEqual(['CPC', 'TOTAL_IMPRESSION', 'REPIN_1']);
		expect(metrics.CPC).toBeCloseTo(spend / clicks, 6);
		expect(metrics.TOTAL_IMPRESSION).toBeGreaterThanOrEqual(impressions);
		expect(row).toMatchObject({ attribution: '7d_click,30d_engagement,0d_view' });
	});

	test('a conversion is what was chosen, with its value where Pinterest tells one', async () => {
		const [all] = await shop.rows({ ...direct, level: 'account', unit: 'whole', conversions: 'TOTAL_CONVERSIONS' });
		const [checkouts] = await shop.rows({ ...direct, level: 'account', unit: 'whole' });
		expect(all).toMatchObject({ conversionValue: 0 });
		expect(Number(all?.conversions)).toBeGreaterThan(Number(checkouts?.conversions));
		expect(Number(checkouts?.conversionValue)).toBeCloseTo(Number(checkouts?.conversions) * 39.9, 6);
	});

	test('months and weeks tell only the days that were asked for', async () => {
		const rows = await shop.rows({ ...direct, level: 'account', since: day(60), until: day(1), unit: 'month' });
		expect([rows[0]?.date, rows.at(-1)?.dateStop]).toEqual([day(60), day(1)]);
		const weeks = await shop.rows({ ...direct, level: 'account', since: day(20), until: day(1), unit: 'week' });
		expect([weeks[0]?.date, weeks.at(-1)?.dateStop]).toEqual([day(20), day(1)]);
	});

	test('raw rows are as Pinterest gives them', async () => {
		expect((await shop.rows({ ...direct, level: 'account', simplify: false }))[0]).toMatchObject({ AD_ACCOUNT_ID: euros.id, DATE: day(3), SPEND_IN_MICRO_DOLLAR: expect.any(Number) });
	});

	test('more than 250 ads take several calls', async () => {
		const items = Array.from({ length: 250 }, (_, index) => ({ json: { name: `Annonce ${index}` } }));
		await shop.rows({ resource: 'ad', operation: 'create', adGroup: byId(france.id), pinId: '549000000000000911', name: '={{ $json.name }}', creativeType: 'REGULAR' }, items);
		expect(await shop.rows({ ...direct, level: 'ad', unit: 'whole' })).toHaveLength(253);
		expect((await shop.calls('GET', /analytics$/)).map(({ query }) => Object(query.ad_ids).length)).toEqual([250, 3]);
	});

	test('the API Sandbox tells it too', async () => {
		await shop.reset({ environment: 'sandbox' });
		expect(await shop.rows({ ...direct, level: 'account' })).toHaveLength(2);
	});

	test.each([
		['days too long ago', { since: day(91), until: day(80) }, /Since: .* is too long ago: Pinterest tells the last 90 days here.*/],
		['days to come', { since: day(1), until: day(-2) }, /Until: .* is still to come/],
		['days upside down', { since: day(1), until: day(2) }, /Since: is later than “Until”/],
		['a column that is no name', { options: { columns: 'spend' } }, /Columns: “spend” is not the name/],
		['an ID that is none', { ids: 'Printemps' }, /IDs: “Printemps” is not an ID/],
	])('%s are refused before anything is sent', async (_, parameters, reason) => {
		expect(await shop.refusal({ ...direct, level: 'campaign', ...parameters })).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect(await shop.calls('GET', /analytics$/)).toEqual([]);
	});
});

describe('in the background', () => {
	test('runReport: Pinterest is asked, waited for, and its file read without a token', async () => {
		const rows = await shop.rows({ ...prepared, level: 'adGroup', ids: france.id });
		expect(rows).toMatchObject([day(300), day(299)].map((date) => ({ level: 'adGroup', adGroupId: france.id, adGroupName: 'France', campaignId: printemps.id, status: 'ACTIVE', date, spend: spent(date, rouge, blanc), currency: 'EUR' })));
		expect(await shop.calls('POST')).toMatchObject([
			{
				path: `/ad_accounts/${euros.id}/reports`,
				body: { start_date: day(300), end_date: day(299), granularity: 'DAY', level: 'AD_GROUP', report_format: 'JSON', ad_group_ids: [france.id], columns: expect.arrayContaining(['AD_GROUP_STATUS', 'SPEND_IN_MICRO_DOLLAR']), click_window_days: 30 },
			},
		]);
		expect((await shop.calls('GET', /reports$/)).length).toBe(2);
		expect(await shop.calls('GET', /metrics_report/)).toMatchObject([{ status: 200 }]);
	});

	test('more than 186 days are several reports, one after the other', async () => {
		const rows = await shop.rows({ ...prepared, level: 'account', since: day(400), until: day(200) });
		expect(rows.map(({ date }) => date)).toEqual(Array.from({ length: 201 }, (_, index) => day(400 - index)));
		expect((await shop.calls('POST')).map(({ body }) => [Object(body).start_date, Object(body).end_date])).toEqual([[day(400), day(215)], [day(214), day(200)]]);
	}, 20_000);

	test('months are not cut', async () => {
		const rows = await shop.rows({ ...prepared, level: 'account', since: '2025-01-01', until: '2025-12-31', unit: 'month' });
		expect(rows.map(({ date, dateStop }) => [date, dateStop])).toEqual(Array.from({ length: 12 }, (_, month) => [0, 1].map((end) => new Date(Date.UTC(2025, month + end, end ? 0 : 1)).toISOString().slice(0, 10))));
		expect((await shop.calls('POST')).map(({ body }) => Object(body).end_date)).toEqual(['2025-06-30', '2025-12-31']);
	}, 20_000);

	test('a link that has ended is asked for anew, and no link is ever told', async () => {
		await shop.fault({ match: 'metrics_report', kind: 'status', status: 403, times: 1 });
		expect(await shop.rows({ ...prepared, level: 'account' })).toHaveLength(2);
		expect((await shop.calls('GET', /reports$/)).length).toBe(3);
		await shop.fault({ match: 'metrics_report', kind: 'status', status: 403, times: 2 });
		const refused = await shop.refusal({ ...prepared, level: 'account' });
		expect(refused).toMatchObject({ error: expect.stringMatching(/could not be fetched/), details: { verdict: 'retry', code: 'report' } });
		expect(JSON.stringify(refused)).not.toMatch(/Amz|metrics_report/);
	}, 20_000);

	test('a report that is not ready in time is for later', async () => {
		expect(await shop.refusal({ ...prepared, level: 'account', waitAtMost: 1 })).toMatchObject({ details: { verdict: 'wait', code: 'processing', hint: expect.stringMatching(/Wait at Most/) } });
	});

	test.each([
		['more days than a row may have', { since: day(400), until: day(200), unit: 'whole' }, /Until: Pinterest takes at most 186 days at once here/],
		['days too long ago', { since: day(915), until: day(900) }, /tells the last 914 days/],
	])('%s are refused before anything is sent', async (_, parameters, reason) => {
		expect(await shop.refusal({ ...prepared, level: 'campaign', ...parameters })).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect(await shop.calls('POST')).toEqual([]);
	});

	test('the API Sandbox prepares none, which is said beforehand', async () => {
		await shop.reset({ environment: 'sandbox' });
		expect(await shop.refusal({ ...prepared, level: 'account' })).toMatchObject({ error: expect.stringMatching(/API Sandbox prepares no reports/), details: { verdict: 'stop', code: 'api-sandbox' } });
		expect(await shop.calls('POST')).toEqual([]);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import { account, byId, dayIn, openReports, sum } from './insightsStage';
import type { Reports } from './insightsStage';

let reports: Reports;
beforeAll(async () => (reports = await openReports()));
beforeEach(async () => await reports.reset());
afterAll(async () => await reports.sandbox.close());

const measures = ['spend', 'impressions', 'clicks', 'conversions', 'conversionValue'];
const totals = (rows: IDataObject[]) => Object.fromEntries(measures.map((name) => [name, Number(sum(rows, name).toFixed(2))]));
const range = (since: number, until: number) => ({ datePreset: 'range', since: dayIn(since), until: dayIn(until) });

test('a row is in the shape of all networks: numbers, major units, the account’s days, and Meta’s own row beside it', async () => {
	const rows = await reports.rows();
	expect(rows).toHaveLength(42);
	expect(rows[0]).toEqual({
		...{ provider: 'meta', accountId: account.id, level: 'ad', currency: 'EUR', timeZone: 'Europe/Paris', attribution: '7d_click_1d_view' },
		...{ campaignId: expect.stringMatching(/^1201\d{14}$/), campaignName: 'Campagne 1', adGroupId: expect.stringMatching(/^1202/), adGroupName: 'Public 1', adId: expect.stringMatching(/^1203/), adName: 'Annonce 1' },
		...{ date: dayIn(-7), dateStop: dayIn(-7), spend: expect.any(Number), impressions: expect.any(Number), clicks: expect.any(Number), conversions: expect.any(Number), conversionValue: expect.any(Number) },
		...{ breakdowns: {}, asOf: expect.stringMatching(/^\d{4}-.*Z$/), raw: expect.objectContaining({ spend: expect.any(String), date_start: dayIn(-7) }) },
	});
	const raw = rows.map((row) => row.raw as IDataObject);
	expect(sum(rows, 'spend')).toBeCloseTo(sum(raw, 'spend'), 6);
	expect(rows.map(({ date }) => date)).toEqual([...rows.map(({ date }) => date)].sort());
});

test('one call, with the parameters of Meta’s reference; the account is known for a while', async () => {
	await reports.rows({ level: 'campaign' });
	const known = await reports.calls(/./);
	await reports.rows({ level: 'campaign' });
	expect((await reports.calls(/./)).slice(known.length)).toEqual([
		{
			...{ method: 'GET', path: `/act_${account.id}/insights`, body: {} },
			query: { level: 'campaign', time_increment: '1', date_preset: 'last_7d', limit: '500', fields: 'account_id,account_currency,campaign_id,campaign_name,date_start,date_stop,spend,impressions,clicks,actions,action_values,attribution_setting' },
		},
	]);
});

test('what it adds up to is the same for every level, increment and breakdown', async () => {
	const whole = totals(await reports.rows());
	expect(whole.conversions).toBeGreaterThan(0);
	for (const level of ['account', 'campaign', 'adset']) expect(totals(await reports.rows({ level }))).toEqual(whole);
	for (const timeIncrement of ['7', 'monthly', 'all_days']) expect(totals(await reports.rows({ timeIncrement }))).toEqual(whole);
	expect(totals(await reports.rows({ timeIncrement: 'days', incrementDays: 3 }))).toEqual(whole);
	for (const breakdowns of [['age', 'gender'], ['country'], ['publisher_platform', 'platform_position']]) expect(totals(await reports.rows({ breakdowns }))).toEqual(whole);
});

test('breakdowns are told by name', async () => {
	const rows = await reports.rows({ level: 'account', breakdowns: ['age', 'gender'] });
	expect(rows.map(({ breakdowns }) => breakdowns)).toContainEqual({ age: '25-34', gender: 'female' });
	expect((await reports.calls())[0]?.query.breakdowns).toBe('["age","gender"]');
	expect((await reports.rows({ level: 'account', options: { otherBreakdowns: 'dma' } }))[0]).toMatchObject({ breakdowns: { dma: 'unknown' } });
});

test('a purchase is counted once, though Meta lists it three times', async () => {
	const [row] = await reports.rows({ level: 'account', timeIncrement: 'all_days', conversions: ['purchase'] });
	const { actions } = row?.raw as { actions: { action_type: string; value: string }[] };
	const purchases = actions.filter(({ action_type: type }) => /purchase/.test(type));
	expect(purchases).toHaveLength(3);
	expect(row?.conversions).toBe(Number(purchases[0]?.value));
	const options = { otherConversions: 'offsite_conversion.fb_pixel_purchase, omni_purchase' };
	const [named] = await reports.rows({ level: 'account', timeIncrement: 'all_days', conversions: [], options });
	expect(named?.conversions).toBe(row?.conversions);
	expect(named?.conversionValue).toBe(row?.conversionValue);
});

test('attribution windows: of those after a click the longest counts, and the windows are told', async () => {
	const usual = totals(await reports.rows({ level: 'account', timeIncrement: 'all_days' }));
	const [both] = await reports.rows({ level: 'account', timeIncrement: 'all_days', options: { attributionWindows: ['1d_click', '7d_click', '1d_view'] } });
	expect(both).toMatchObject({ attribution: '7d_click,1d_view', conversions: usual.conversions });
	const [click] = await reports.rows({ level: 'account', timeIncrement: 'all_days', options: { attributionWindows: ['1d_click'] } });
	expect(Number(click?.conversions)).toBeLessThan(Number(usual.conversions));
	expect(Number(click?.conversions)).toBeGreaterThan(0);
});

test('action breakdowns divide the actions and not the rows', async () => {
	const usual = totals(await reports.rows({ level: 'account' }));
	const rows = await reports.rows({ level: 'account', options: { actionBreakdowns: ['action_device'] } });
	expect(totals(rows)).toEqual(usual);
	expect((await reports.calls()).at(-1)?.query.action_breakdowns).toBe('["action_type","action_device"]');
	expect(rows[0]?.raw).toMatchObject({ actions: expect.arrayContaining([expect.objectContaining({ action_device: 'iphone' })]) });
});

test('a campaign, an ad set and an ad report on themselves', async () => {
	const [first] = await reports.rows();
	const ids = { campaign: byId(String(first?.campaignId)), adSet: byId(String(first?.adGroupId)), ad: byId(String(first?.adId)) };
	expect(await reports.rows({ reportOn: 'ad', ...ids })).toHaveLength(7);
	expect(await reports.rows({ reportOn: 'adset', ...ids })).toHaveLength(35);
	expect(await reports.rows({ reportOn: 'campaign', level: 'campaign', ...ids })).toHaveLength(7);
	expect((await reports.calls()).map(({ path }) => path)).toEqual(expect.arrayContaining([`/${first?.adId}/insights`, `/${first?.adGroupId}/insights`, `/${first?.campaignId}/insights`]));
});

test('filters, sorting and fields', async () => {
	const filters = { filter: [{ field: 'ad.name', operator: 'IN', value: 'Annonce 1, Annonce 3' }, { field: 'campaign.name', operator: 'CONTAIN', value: 'campagne' }] };
	expect(new Set((await reports.rows({ options: { filters } })).map(({ adName }) => adName))).toEqual(new Set(['Annonce 1', 'Annonce 3']));
	const sorted = await reports.rows({ timeIncrement: 'all_days', options: { sort: 'spend_descending' } });
	expect(sorted.map(({ spend }) => spend)).toEqual([...sorted.map(({ spend }) => Number(spend))].sort((a, b) => b - a));
	const [row] = await reports.rows({ simplify: false, options: { fields: 'ad_id, reach, frequency' } });
	expect(Object.keys(row ?? {}).sort()).toEqual(['ad_id', 'date_start', 'date_stop', 'frequency', 'reach']);
	expect((await reports.rows({ options: { fields: 'reach' } }))[0]).toMatchObject({ spend: expect.any(Number), raw: { reach: expect.any(String) } });
});

test('the status of what the rows are about comes by batch, each once', async () => {
	await reports.reset(120, 10);
	const rows = await reports.rows({ options: { includeStatus: true } });
	expect(rows).toHaveLength(840);
	expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ACTIVE']));
	const batches = (await reports.calls(/^\/v\d+\.0\/$/)).map(({ body }) => body.batch as IDataObject[]);
	expect(batches.flat()).toHaveLength(120);
	expect(Math.max(...batches.map((parts) => parts.length))).toBe(50);
	expect(batches[0]?.[0]).toEqual({ method: 'GET', relative_url: expect.stringMatching(/^1203\d+\?fields=effective_status$/) });
});

test('today is there, and grows', async () => {
	await reports.reset(2, 3);
	await reports.sandbox.advance(60);
	const today = async () => (await reports.rows({ level: 'account', datePreset: 'today' }))[0] ?? { date: '', impressions: 0 };
	const before = await today();
	await reports.sandbox.advance(1800);
	const after = await today();
	// Midnight may have passed meanwhile.
	expect(Number(after.impressions)).toBeGreaterThan(after.date === before.date ? Number(before.impressions) : 0);
});

test('an account without minor units and in another time zone', async () => {
	const { yenAdAccount } = seed.meta;
	await reports.set({ adDelivery: { ads: 1, days: 5, account: yenAdAccount.id } });
	const [row] = await reports.rows({ adAccount: byId(`act_${yenAdAccount.id}`), datePreset: 'yesterday' });
	expect(row).toMatchObject({ currency: 'JPY', timeZone: 'Asia/Tokyo', date: dayIn(-1, 'Asia/Tokyo'), raw: { spend: String(row?.spend) } });
	expect(Number.isInteger(row?.spend)).toBe(true);
});

test.each([
	{ name: 'a level above the object', parameters: { reportOn: 'ad', ad: byId('1'), level: 'campaign' }, message: /^Level: a report on one ad has no rows by campaign/ },
	{ name: 'a date that is none', parameters: { ...range(-3, -1), since: '2026-02-31' }, message: /^Since: “2026-02-31” is no date/ },
	{ name: 'days the wrong way round', parameters: range(-1, -3), message: /^Since: is later than “Until”/ },
	{ name: 'too many days in a row', parameters: { timeIncrement: 'days', incrementDays: 91 }, message: /^Days in a Row: 91 is not a whole number from 1 to 90/ },
	{ name: 'a filter without a field', parameters: { options: { filters: { filter: [{ operator: 'EQUAL', value: 'x' }] } } }, message: /^Filters: a filter names no field/ },
	{ name: 'a number that is none', parameters: { options: { filters: { filter: [{ field: 'spend', operator: 'GREATER_THAN', value: 'much' }] } } }, message: /^Filters: “much” is no number/ },
])('refused before anything is sent: $name', async ({ parameters, message }) => {
	await expect(reports.rows(parameters)).rejects.toThrow(message);
	expect(await reports.calls()).toEqual([]);
});

test.each([
	{ name: 'breakdowns that do not go together', parameters: { breakdowns: ['age', 'country'] }, code: '2/1504041', verdict: 'fix-input' },
	{ name: 'a field that does not exist', parameters: { options: { fields: 'likes' } }, code: '100', verdict: 'fix-input' },
	{ name: 'days before Meta’s memory', parameters: range(-1300, -1200), code: '3018', verdict: 'fix-input' },
])('refused by Meta: $name', async ({ parameters, code, verdict }) => {
	await expect(reports.rows(parameters)).rejects.toMatchObject({ context: { code, verdict } });
	expect(await reports.calls()).toHaveLength(1);
});

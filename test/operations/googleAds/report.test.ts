import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { hurry, presentTime } from '../../support/time';
import { byId, customer, manager, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let advertiser: Advertiser;
beforeAll(async () => (advertiser = await openAdvertiser()));
beforeEach(async () => await advertiser.reset());
afterEach(presentTime);
afterAll(async () => await advertiser.sandbox.close());

const day = (days: number, timeZone = 'Europe/Paris') => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now() + days * 86_400_000);
const panel: INodeParameters = {
	...{ resource: 'report', operation: 'getAll', level: 'campaign', campaign: byId(''), time: 'last_7d', since: '', until: '', unit: 'day', breakdowns: [], metrics: [] },
	...{ output: 'rows', rowsPerItem: 100_000, simplify: true, options: {}, returnAll: true },
};
const rows = async (more: INodeParameters = {}) => await advertiser.rows({ ...panel, ...more });
const refusal = async (more: INodeParameters) => await advertiser.refusal({ ...panel, ...more });
const sum = (all: IDataObject[], name: string) => Number(all.reduce((total, row) => total + Number(row[name]), 0).toFixed(6));
const measures = ['spend', 'impressions', 'clicks', 'conversions', 'conversionValue'];
const totals = (all: IDataObject[]) => Object.fromEntries(measures.map((name) => [name, sum(all, name)]));
const reports = async () => (await advertiser.calls(/googleAds:search$/)).filter(({ body }) => /segments\.date BETWEEN/.test(String(body.query)));
const queries = async () => (await reports()).map(({ body }) => String(body.query));

test('a row is in the shape of all networks: numbers, major units, the account’s days', async () => {
	const all = await rows();
	expect(all).toHaveLength(21);
	expect(all.find(({ campaignName }) => campaignName === 'Mariages')).toEqual({
		...{ provider: 'google', accountId: customer, level: 'campaign', campaignId: expect.stringMatching(/^\d+$/), campaignName: 'Mariages', status: 'ENABLED' },
		...{ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), dateStop: expect.any(String), timeZone: 'Europe/Paris', currency: 'EUR' },
		...{ spend: expect.any(Number), impressions: expect.any(Number), clicks: expect.any(Number), conversions: expect.any(Number), conversionValue: expect.any(Number) },
		...{ breakdowns: {}, asOf: expect.stringMatching(/^\d{4}-.*Z$/) },
	});
	expect(new Set(all.map(({ date }) => date))).toEqual(new Set(Array.from({ length: 7 }, (_, index) => day(-7 + index))));
	expect(await queries()).toEqual([
		`SELECT campaign.id, campaign.name, campaign.status, segments.date, metrics.cost_micros, metrics.impressions, metrics.clicks, metrics.conversions, metrics.conversions_value FROM campaign WHERE segments.date BETWEEN '${day(-7)}' AND '${day(-1)}' PARAMETERS omit_unselected_resource_names = true`,
	]);
});

test('what it adds up to is what Google’s own sum says, for every level that counts all, unit and breakdown', async () => {
	const query = 'SELECT metrics.cost_micros, metrics.impressions, metrics.clicks, metrics.conversions, metrics.conversions_value FROM customer WHERE segments.date DURING LAST_7_DAYS';
	const { metrics } = (await advertiser.one({ resource: 'query', operation: 'run', query, returnAll: true })) as { metrics: Record<string, string> };
	const whole = { spend: Number(metrics.costMicros) / 1e6, impressions: Number(metrics.impressions), clicks: Number(metrics.clicks), conversions: Number(metrics.conversions ?? 0), conversionValue: Number(Number(metrics.conversionsValue ?? 0).toFixed(6)) };
	expect(whole.clicks).toBeGreaterThan(0);
	for (const level of ['account', 'campaign', 'adGroup', 'keyword']) expect(totals(await rows({ level }))).toEqual(whole);
	for (const unit of ['week', 'month', 'quarter', 'whole']) expect(totals(await rows({ unit }))).toEqual(whole);
	for (const breakdowns of [['device'], ['ad_network_type', 'day_of_week'], ['hour']]) expect(totals(await rows({ breakdowns }))).toEqual(whole);
});

test.each([
	{ level: 'account', own: { status: 'ENABLED' } },
	{ level: 'adGroup', own: { adGroupId: expect.stringMatching(/^\d+$/), adGroupName: expect.any(String) } },
	{ level: 'ad', own: { adGroupName: expect.any(String), adId: expect.stringMatching(/^\d+$/), status: 'ENABLED' } },
	{ level: 'keyword', own: { keywordId: expect.stringMatching(/^\d+$/), keyword: expect.any(String), matchType: expect.stringMatching(/^(EXACT|PHRASE|BROAD)$/) } },
	{ level: 'searchTerm', own: { searchTerm: expect.any(String), adGroupName: expect.any(String) } },
	{ level: 'asset', own: { assetId: expect.stringMatching(/^\d+$/), asset: expect.any(String), assetType: 'TEXT', assetField: expect.stringMatching(/^(HEADLINE|DESCRIPTION)$/) } },
])('by $level', async ({ level, own }) => {
	const all = await rows({ level });
	expect(all[0]).toMatchObject({ level, ...own });
	if (level !== 'account') expect(all[0]).toMatchObject({ campaignId: expect.stringMatching(/^\d+$/), campaignName: expect.any(String) });
	const names = ['searchTerm', 'keyword', 'asset', 'adId', 'adGroupId'].filter((name) => !(name in own) && !['ad', 'asset', 'keyword', 'searchTerm', 'adGroup'].includes(level));
	for (const name of names) expect(all[0]).not.toHaveProperty(name);
});

test('weeks, months and quarters tell their first and last day, and no day outside what was asked for', async () => {
	const range = { time: 'range', since: '2026-10-14', until: '2026-11-10', level: 'account' };
	expect((await rows({ ...range, unit: 'week' })).map(({ date, dateStop }) => [date, dateStop]).sort()).toEqual([['2026-10-14', '2026-10-18'], ['2026-10-19', '2026-10-25'], ['2026-10-26', '2026-11-01'], ['2026-11-02', '2026-11-08'], ['2026-11-09', '2026-11-10']]);
	expect((await rows({ ...range, unit: 'month' })).map(({ date, dateStop }) => [date, dateStop]).sort()).toEqual([['2026-10-14', '2026-10-31'], ['2026-11-01', '2026-11-10']]);
	expect(await rows({ ...range, unit: 'quarter' })).toMatchObject([{ date: '2026-10-14', dateStop: '2026-11-10' }]);
	expect(await rows({ ...range, unit: 'whole' })).toMatchObject([{ date: '2026-10-14', dateStop: '2026-11-10' }]);
});

test('breakdowns and further metrics are told by name; money among them in major units', async () => {
	const all = await rows({ breakdowns: ['device', 'hour'], metrics: ['average_cpc', 'ctr', 'all_conversions'] });
	expect(all.map(({ breakdowns }) => breakdowns)).toContainEqual({ device: 'MOBILE', hour: expect.stringMatching(/^\d+$/) });
	const clicked = all.find(({ clicks }) => Number(clicks) > 0);
	const { average_cpc: cpc, ctr } = clicked?.metrics as Record<string, number>;
	expect(cpc).toBeCloseTo(Number(clicked?.spend) / Number(clicked?.clicks), 6);
	expect(ctr).toBeCloseTo(Number(clicked?.clicks) / Number(clicked?.impressions), 6);
	expect((await rows({ level: 'searchTerm', breakdowns: ['search_term_match_type'] }))[0]?.breakdowns).toEqual({ search_term_match_type: expect.stringMatching(/^[A-Z_]+$/) });
});

test('in yen, whose amounts have no coins, and in its time zone', async () => {
	const [row] = await rows({ account: byId('3330000003'), level: 'account', unit: 'whole' });
	expect(row).toMatchObject({ currency: 'JPY', timeZone: 'Asia/Tokyo', date: day(-7, 'Asia/Tokyo'), spend: expect.any(Number) });
	expect(Number(row?.spend)).toBeGreaterThan(10);
});

test('filters, sorting, fields of the person’s own, and Google’s rows', async () => {
	const [first] = await rows();
	expect(new Set((await rows({ campaign: byId(String(first?.campaignId)) })).map(({ campaignName }) => campaignName))).toEqual(new Set([first?.campaignName]));
	expect(new Set((await rows({ options: { nameContains: 'maria' } })).map(({ campaignName }) => campaignName))).toEqual(new Set(['Mariages']));
	expect(await rows({ campaign: byId(''), options: { nameContains: 2026, conditions: '', fields: '' } })).toEqual([]);
	expect((await rows({ options: { minimumCost: 5.5 } })).every(({ spend }) => Number(spend) >= 5.5)).toBe(true);
	expect((await queries()).at(-1)).toContain('AND metrics.cost_micros >= 5500000');
	const options = { statuses: ['ENABLED'], minimumClicks: 1, minimumImpressions: 2, conditions: "AND campaign.advertising_channel_type = 'SEARCH'", fields: 'campaign.bidding_strategy_type', sort: 'cost' };
	const sorted = await rows({ level: 'campaign', options });
	expect(sorted.map(({ spend }) => spend)).toEqual([...sorted.map(({ spend }) => Number(spend))].sort((a, b) => b - a));
	expect(sorted[0]?.raw).toMatchObject({ campaign: { biddingStrategyType: expect.stringMatching(/MANUAL_CPC|MAXIMIZE_CONVERSIONS/) } });
	expect((await queries()).at(-1)).toMatch(/campaign\.status IN \('ENABLED'\) AND metrics\.clicks >= 1 AND metrics\.impressions >= 2 AND campaign\.advertising_channel_type = 'SEARCH' ORDER BY metrics\.cost_micros DESC/);
	expect((await rows({ simplify: false, returnAll: false, limit: 1 }))[0]).toEqual({ campaign: expect.any(Object), metrics: expect.any(Object), segments: { date: expect.any(String) } });
	expect((await queries()).at(-1)).toMatch(/ LIMIT 1 PARAMETERS/);
});

test.each([
	{ more: { account: byId(manager) }, message: /^Account: “Atelier Camélia \(manager\)” is a manager account/ },
	{ more: { time: 'range', since: '2026-02-30', until: '2026-03-01' }, message: /^Since: “2026-02-30” is no date/ },
	{ more: { time: 'range', since: '2026-03-02', until: '2026-03-01' }, message: /^Since: is later than “Until”/ },
	{ more: { time: 'range', since: '2019-01-01', until: '2019-02-01' }, message: /^Since: Google keeps days and weeks for 37 months/ },
	{ more: { level: 'ad', breakdowns: ['hour'] }, message: /^Breakdowns: Google has no “Hour” by this level/ },
	{ more: { unit: 'week', breakdowns: ['hour'] }, message: /^Breakdowns: “Hour” divides days only/ },
	{ more: { level: 'ad', metrics: ['search_impression_share'] }, message: /^Metrics: Google has no “Search Impression Share” by this level/ },
	{ more: { metrics: ['reach'] }, message: /^Metrics: “reach” is none that this node knows/ },
	{ more: { level: 'account', options: { nameContains: 'x' } }, message: /^Campaign Name Contains: a report on the account does not know campaigns/ },
	{ more: { campaign: byId('Mariages') }, message: /^Campaign: “Mariages” is not the ID/ },
	{ more: { options: { conditions: "campaign.status = 'ENABLED' ORDER BY metrics.clicks LIMIT 5" } }, message: /^Conditions: holds more than conditions/ },
	{ more: { options: { fields: 'campaign.labels FROM ad_group' } }, message: /^Fields: “campaign.labels FROM ad_group” is not the name of a field/ },
	{ more: { options: { minimumCost: -1 } }, message: /^Minimum Cost: -1 is not an amount/ },
	{ more: { level: 'searchTerm', options: { statuses: ['ENABLED'] } }, message: /^Statuses: a search term has no status/ },
	{ more: { output: 'csv', rowsPerItem: 0 }, message: /^Rows per Item: 0 is not a whole number/ },
])('$more is refused before the report costs a call', async ({ more, message }) => {
	expect(await refusal(more)).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
	expect(await reports()).toEqual([]);
});

describe('a large report', () => {
	const grown = { level: 'ad', time: 'range', since: day(-40), until: day(-1) };
	beforeEach(async () => await advertiser.reset({ grow: { rows: 80_000, days: 40 } }));

	const text = ({ binary }: INodeExecutionData) => Buffer.from(binary?.data?.data ?? '', 'base64').toString();
	const files = async (more: INodeParameters) => await advertiser.run({ ...panel, ...grown, ...more });

	test('is cut into spans that are read at the same time; every row comes once, the oldest days first', async () => {
		const all = await rows(grown);
		expect(all).toHaveLength(80_000);
		expect(new Set(all.map(({ adId, date }) => `${String(adId)} ${String(date)}`)).size).toBe(80_000);
		const spans = (await queries()).slice(1).map((query) => /BETWEEN '(\S+)' AND '(\S+)'/.exec(query)?.slice(1) ?? []);
		const distinct = [...new Set(spans.map(([since]) => since))].sort();
		expect(distinct).toHaveLength(8);
		expect(distinct[0]).toBe(day(-40));
		const order = all.map(({ date }) => distinct.findLastIndex((since) => (since ?? '') <= String(date)));
		expect(order).toEqual([...order].sort((a, b) => a - b));
	});

	test.each([15_000, 45_000])('%d rows wanted of it are one query, page after page', async (limit) => {
		expect(await rows({ ...grown, returnAll: false, limit })).toHaveLength(limit);
		expect(new Set(await queries()).size).toBe(1);
		expect(await queries()).toHaveLength(Math.ceil(limit / 10_000));
	});

	test('a limit above what there is does not slow it down', async () => {
		expect(await rows({ ...grown, returnAll: false, limit: 90_000 })).toHaveLength(80_000);
		expect(new Set(await queries()).size).toBe(9);
	});

	test('an account that takes only some queries at a time is read all the same', async () => {
		// Of an account of its own: what it is told to wait, in time that runs faster, is no other test’s.
		const account = '3330000003';
		await advertiser.reset({ grow: { account, rows: 80_000, days: 40 }, adsQps: 1 });
		hurry(5);
		const all = await rows({ ...grown, account: byId(account) });
		expect(new Set(all.map(({ adId, date }) => `${String(adId)} ${String(date)}`)).size).toBe(80_000);
		expect((await reports()).filter(({ status }) => status === 429).length).toBeGreaterThan(0);
	});

	test('as NDJSON files, as CSV files and as items of many rows: the same rows', async () => {
		const lines = (await files({ output: 'ndjson', rowsPerItem: 30_000 })).map((item) => ({ item, rows: text(item).trim().split('\n') }));
		expect(lines.map(({ item: { json, binary }, rows: all }) => [json.rows, json.part, all.length, binary?.data?.mimeType, binary?.data?.fileName])).toEqual([
			[30_000, 1, 30_000, 'application/x-ndjson', `${customer}-${day(-40)}-${day(-1)}-1.ndjson`],
			[30_000, 2, 30_000, 'application/x-ndjson', expect.stringMatching(/-2\.ndjson$/)],
			[20_000, 3, 20_000, 'application/x-ndjson', expect.stringMatching(/-3\.ndjson$/)],
		]);
		const parsed: IDataObject[] = lines.flatMap(({ rows: all }) => all.map((line) => JSON.parse(line)));
		const batches = await files({ output: 'batches', rowsPerItem: 50_000 });
		expect(batches.map(({ json }) => json.count)).toEqual([50_000, 30_000]);
		const together = batches.flatMap(({ json }) => json.rows as IDataObject[]);
		const csv = await files({ output: 'csv', rowsPerItem: 80_000 });
		const [head, ...records] = text(csv[0] ?? { json: {} }).trim().split('\n');
		expect(head).toBe('provider,accountId,level,campaignId,campaignName,adGroupId,adGroupName,adId,adName,status,date,dateStop,timeZone,currency,spend,impressions,clicks,conversions,conversionValue,asOf');
		expect(records).toHaveLength(80_000);
		expect(totals(parsed)).toEqual(totals(together));
		expect(Number(records.reduce((total, line) => total + Number(line.split(',')[14]), 0).toFixed(6))).toBe(totals(parsed).spend);
		expect(new Set(parsed.map(({ adId, date }) => `${String(adId)} ${String(date)}`)).size).toBe(80_000);
	});

	test('with a limit, files hold that many rows', async () => {
		expect((await files({ output: 'ndjson', rowsPerItem: 700, returnAll: false, limit: 1_500 })).map(({ json }) => json.rows)).toEqual([700, 700, 100]);
	});

	test('pages that are lost are asked for again, and no row is missing', async () => {
		for (const skip of [2, 5]) await advertiser.sandbox.fault({ network: 'google', match: 'googleAds:search', kind: 'reset', when: 'after', skip });
		hurry();
		expect(await rows(grown)).toHaveLength(80_000);
	});

	test('a refusal in the middle is the item’s, and not half a report', async () => {
		await advertiser.sandbox.fault({ network: 'google', match: 'googleAds:search', kind: 'status', status: 403, skip: 4, times: 20 });
		expect(await refusal(grown)).toMatchObject({ details: { verdict: 'stop' } });
		expect(await refusal({ ...grown, output: 'ndjson' })).toMatchObject({ details: { verdict: 'stop' } });
	});
});

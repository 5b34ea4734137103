import { metaAds } from '../../../nodes/platforms/metaAds';
import { seed } from '../../../sandbox/networks/seed';
import { byId, dayIn, openReports } from './insightsStage';
import type { Call, Reports } from './insightsStage';
import { hurry, presentTime } from '../../support/time';

let reports: Reports;
beforeAll(async () => (reports = await openReports()));
afterAll(async () => await reports.sandbox.close());
afterEach(presentTime);

const { yenAdAccount } = seed.meta;
const days = 100;
const all = { datePreset: 'range', since: dayIn(-days), until: dayIn(-1) };

const spans = (calls: Call[]) => calls.map(({ query }) => JSON.parse(String(query.time_range)) as { since: string; until: string });
const lengths = (calls: Call[]) => spans(calls).map(({ since, until }) => (Date.parse(until) - Date.parse(since)) / 86_400_000 + 1);
const posts = (calls: Call[]) => calls.filter(({ method }) => method === 'POST');

describe('200 ads for 100 days: 20,000 rows', () => {
	beforeEach(async () => await reports.reset(200, days + 1));

	test('all of them, each once, oldest days first, in about as many calls as there are pages', async () => {
		const rows = await reports.rows(all);
		expect(rows).toHaveLength(200 * days);
		expect(new Set(rows.map(({ adId, date }) => `${adId} ${date}`)).size).toBe(200 * days);
		const dates = rows.map(({ date }) => String(date));
		expect(dates).toEqual([...dates].sort());
		// A page holds 500 rows, a day has 200: the ten days first looked at tell that, and the others come two at a time at most.
		const calls = await reports.calls();
		expect(lengths(calls)[0]).toBe(days);
		expect(Math.max(...lengths(calls).slice(1))).toBeLessThanOrEqual(2);
		expect(calls.length).toBeLessThanOrEqual(1 + days);
	});

	test('a limit ends it: what one call gives is asked for in one call, of the size that is wanted', async () => {
		expect(await reports.run({ ...all, returnAll: false, limit: 300 })).toHaveLength(300);
		expect((await reports.calls()).map(({ query }) => query.limit)).toEqual(['300']);
	});

	test('a limit of a few pages fetches no more than these', async () => {
		expect(await reports.run({ ...all, returnAll: false, limit: 1_400 })).toHaveLength(1_400);
		expect((await reports.calls()).map(({ query }) => [query.limit, query.after !== undefined])).toEqual([['500', false], ['500', true], ['500', true]]);
	});

	test('a larger limit reads ahead, and not far beyond', async () => {
		expect(await reports.run({ ...all, returnAll: false, limit: 4_000 })).toHaveLength(4_000);
		const fetched = lengths((await reports.calls()).slice(1)).reduce((sum, length) => sum + length, 0);
		expect(fetched).toBeLessThanOrEqual(4_000 / 200 + 10);
	});

	test('many calls at once, and for several items together no more than a node may have', async () => {
		await reports.sandbox.settings({ latencyMs: 30 });
		await reports.run(all, { items: [{ json: {} }, { json: {} }, { json: {} }] });
		const most = await reports.together();
		expect(most).toBeGreaterThan(metaAds.concurrency.read / 2);
		expect(most).toBeLessThanOrEqual(metaAds.concurrency.read);
	});

	test('weeks are cut between weeks, so that each row sums up the same days', async () => {
		const rows = await reports.rows({ ...all, timeIncrement: '7' });
		expect(rows).toHaveLength(200 * Math.ceil(days / 7));
		expect(lengths((await reports.calls()).slice(1)).every((length) => length % 7 === 0 || length === days % 7)).toBe(true);
		const starts = [...new Set(rows.map(({ date }) => Date.parse(String(date))))];
		expect(starts.every((start) => (start - Date.parse(all.since)) % (7 * 86_400_000) === 0)).toBe(true);
	});

	test.each([
		{ name: 'the whole time in a row', parameters: { timeIncrement: 'all_days' }, pages: 1 },
		{ name: 'a sorted report', parameters: { options: { sort: 'spend_descending' } }, pages: 40 },
		{ name: 'a filter by numbers, which looks at the whole time', parameters: { options: { filters: { filter: [{ field: 'spend', operator: 'GREATER_THAN', value: '0' }] } } }, pages: 40 },
	])('never cut: $name', async ({ parameters, pages }) => {
		await reports.rows({ ...all, ...parameters });
		const calls = await reports.calls();
		expect(lengths(calls)).toEqual(Array.from({ length: pages }, () => days));
	});

	test('a preset is cut in the account’s own days', async () => {
		expect(await reports.rows({ datePreset: 'last_90d' })).toHaveLength(200 * 90);
		const [first, ...slices] = await reports.calls();
		expect(first?.query).toMatchObject({ date_preset: 'last_90d' });
		expect(spans(slices).map(({ since }) => since).sort()[0]).toBe(dayIn(-90));
		expect(spans(slices).map(({ until }) => until).sort().at(-1)).toBe(dayIn(-1));
	});

	test('a page lost on the way fails nothing and doubles nothing', async () => {
		hurry();
		await reports.sandbox.fault({ network: 'meta', match: '/insights', kind: 'reset', when: 'after', skip: 5, times: 2 });
		expect(await reports.rows(all)).toHaveLength(200 * days);
	});

	test('a failure for good ends the report', async () => {
		await reports.sandbox.fault({ network: 'meta', match: '/insights', kind: 'status', status: 403, skip: 20, times: 100 });
		await expect(reports.rows(all)).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
		expect((await reports.calls()).length).toBeLessThan(60);
	});
});

describe('more than one call gives', () => {
	beforeEach(async () => await reports.reset(30, 60));
	const span = { datePreset: 'range', since: dayIn(-40), until: dayIn(-1) };

	test('halves the days until each call gives enough, without a report in the background', async () => {
		await reports.set({ adInsightsMostRows: 100 });
		const rows = await reports.rows(span);
		expect(rows).toHaveLength(30 * 40);
		expect(posts(await reports.calls())).toEqual([]);
	});

	test('a day that is too much is prepared in the background', async () => {
		hurry();
		await reports.set({ adInsightsMostRows: 20 });
		const rows = await reports.rows({ ...span, since: dayIn(-3) });
		expect(rows).toHaveLength(30 * 3);
		expect(lengths(posts(await reports.calls()).map((call) => ({ ...call, query: call.body })))).toEqual([1, 1, 1]);
	});

	test.each(['100/1487534', '100/1504018', '2/1504038', '-3/1504045'])('%s: what cannot be cut is prepared in the background at once', async (refusal) => {
		hurry();
		const [code, subcode] = refusal.split('/').map(Number);
		await reports.set({ adInsightsRefusal: { code, subcode } });
		const rows = await reports.rows({ ...span, timeIncrement: 'all_days' });
		expect(rows).toHaveLength(30);
		expect(posts(await reports.calls())).toHaveLength(1);
	});
});

test('usage near its end slows the calls down before Meta refuses any', async () => {
	await reports.reset(1, 1);
	await reports.set({ adDelivery: { ads: 60, days: 30, account: yenAdAccount.id }, adInsightsThrottle: { app_id_util_pct: 10, acc_id_util_pct: 95 } });
	hurry(200);
	const started = Date.now();
	await reports.rows({ datePreset: 'last_28d', adAccount: byId(yenAdAccount.id) });
	expect(await reports.calls()).not.toHaveLength(1);
	expect(Date.now() - started).toBeGreaterThanOrEqual(30_000);
}, 60_000);

// The last one: it holds the whole app back, by a clock that is far ahead.
test('the throttle is obeyed: it waits as long as Meta says and goes on', async () => {
	await reports.reset(3, 10);
	hurry(200);
	await reports.set({ adInsightsRefusal: { code: 4, subcode: 1504022, times: 2 } });
	const started = Date.now();
	expect(await reports.rows()).toHaveLength(21);
	expect(Date.now() - started).toBeGreaterThanOrEqual(60_000);
});

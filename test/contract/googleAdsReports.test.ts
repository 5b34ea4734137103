import { AdsClient, codesOf, listOf, numberAt, textAt } from './googleAdsClient';

const ads = new AdsClient();
beforeAll(async () => await ads.start());
beforeEach(async () => await ads.reset({ accessSeconds: 10_000_000 }));
afterAll(async () => await ads.stop());

const [customer, yen, manager, tester] = ['2220000002', '3330000003', '1110000001', '5550000005'];
const days = "segments.date DURING LAST_14_DAYS";
const counted = 'metrics.impressions, metrics.clicks, metrics.cost_micros, metrics.conversions, metrics.conversions_value, metrics.all_conversions';
const names = ['impressions', 'clicks', 'costMicros', 'conversions', 'conversionsValue', 'allConversions'];
type Rows = Awaited<ReturnType<AdsClient['search']>>;
const sumOf = (rows: Rows, name: string) => rows.reduce((sum, row) => sum + numberAt(row, `metrics.${name}`), 0);
const sums = (rows: Rows) => names.map((name) => Math.round(sumOf(rows, name) * 100) / 100);

test('the sums of all levels are equal: account, budgets, campaigns, ad groups, ads, keywords, search terms', async () => {
	const of = async (from: string) => sums(await ads.search(`SELECT ${counted} FROM ${from} WHERE ${days}`));
	const account = await of('customer');
	expect(account.every((sum) => sum > 0)).toBe(true);
	for (const from of ['campaign_budget', 'campaign', 'ad_group', 'ad_group_ad', 'keyword_view', 'search_term_view']) expect([from, await of(from)]).toEqual([from, account]);
});

test('the sums of all divisions are equal, alone and together', async () => {
	const of = async (...segments: string[]) => sums(await ads.search(`SELECT campaign.id, ${segments.map((name) => `segments.${name}, `).join('')}${counted} FROM campaign WHERE ${days}`));
	const whole = await of();
	for (const segments of [['date'], ['week'], ['month'], ['device'], ['hour'], ['day_of_week'], ['ad_network_type'], ['date', 'device', 'hour', 'ad_network_type']]) expect([segments, await of(...segments)]).toEqual([segments, whole]);
	const conversions = await ads.search(`SELECT segments.conversion_action_name, metrics.conversions, metrics.all_conversions FROM customer WHERE ${days}`);
	expect([sumOf(conversions, 'conversions'), sumOf(conversions, 'allConversions')]).toEqual([whole[3], whole[5]]);
	expect(conversions.map((row) => textAt(row, 'segments.conversionActionName')).sort()).toEqual(['Appel à la boutique', 'Commande en ligne']);
});

test('the same question always has the same answer, also after a reset', async () => {
	const ask = () => ads.search(`SELECT ad_group.id, segments.date, ${counted} FROM ad_group WHERE ${days}`);
	const first = await ask();
	await ads.reset();
	expect(await ask()).toEqual(first);
});

test('rates and averages follow from what was counted', async () => {
	const [row = {}] = await ads.search(`SELECT ${counted}, metrics.ctr, metrics.average_cpc, metrics.average_cpm, metrics.cost_per_conversion, metrics.conversions_from_interactions_rate, metrics.search_impression_share, metrics.search_budget_lost_impression_share, metrics.search_rank_lost_impression_share FROM customer WHERE ${days}`);
	const at = (name: string) => numberAt(row, `metrics.${name}`);
	expect(at('ctr')).toBeCloseTo(at('clicks') / at('impressions'), 9);
	expect(at('averageCpc')).toBeCloseTo(at('costMicros') / at('clicks'), 3);
	expect(at('averageCpm')).toBeCloseTo((at('costMicros') / at('impressions')) * 1000, 3);
	expect(at('costPerConversion')).toBeCloseTo(at('costMicros') / at('conversions'), 3);
	expect(at('conversionsFromInteractionsRate')).toBeCloseTo(at('conversions') / at('clicks'), 9);
	expect(at('searchImpressionShare') + at('searchBudgetLostImpressionShare') + at('searchRankLostImpressionShare')).toBeCloseTo(1, 9);
	expect(at('searchBudgetLostImpressionShare')).toBeGreaterThan(0);
});

test('no budget is overspent on any day, whether one campaign has it or two', async () => {
	const rows = await ads.search('SELECT campaign_budget.name, campaign_budget.amount_micros, campaign_budget.reference_count, segments.date, metrics.cost_micros FROM campaign_budget WHERE segments.date DURING LAST_30_DAYS');
	expect(rows.length).toBeGreaterThan(50);
	expect(rows.filter((row) => numberAt(row, 'metrics.costMicros') > numberAt(row, 'campaignBudget.amountMicros'))).toEqual([]);
	expect(new Set(rows.map((row) => textAt(row, 'campaignBudget.referenceCount')))).toEqual(new Set(['1', '2']));
});

test('yen have no cents, neither in costs nor in values', async () => {
	const rows = await ads.search(`SELECT customer.currency_code, keyword_view.resource_name, segments.date, ${counted} FROM keyword_view WHERE segments.date DURING LAST_30_DAYS`, yen);
	expect(rows[0]).toMatchObject({ customer: { currencyCode: 'JPY' } });
	expect(sumOf(rows, 'conversionsValue')).toBeGreaterThan(0);
	expect(rows.filter((row) => numberAt(row, 'metrics.costMicros') % 1_000_000 !== 0 || numberAt(row, 'metrics.conversionsValue') % 1 !== 0)).toEqual([]);
});

test('what counts nothing is a row only while nothing divides the report; a test account counts nothing', async () => {
	const paused = "ad_group.status = 'PAUSED'";
	expect(await ads.search(`SELECT ad_group.name, metrics.clicks FROM ad_group WHERE ${days} AND ${paused}`)).toMatchObject([{ adGroup: { name: 'Couronnes de l’Avent' } }]);
	expect(await ads.search(`SELECT ad_group.name, segments.date, metrics.clicks FROM ad_group WHERE ${days} AND ${paused}`)).toEqual([]);
	const asTester = await ads.call(`customers/${tester}/googleAds:search`, { query: `SELECT customer.test_account, metrics.impressions FROM customer WHERE ${days}` }, { 'login-customer-id': '4440000004' });
	expect(asTester.data.results).toEqual([{ customer: { resourceName: `customers/${tester}`, testAccount: true } }]);
});

const byDay = async (where: string, from = 'campaign') => {
	const rows = await ads.search(`SELECT segments.date, metrics.impressions FROM ${from} WHERE segments.date BETWEEN '2026-01-01' AND '2030-01-01' AND ${where} ORDER BY segments.date`);
	return new Map(rows.map((row) => [textAt(row, 'segments.date'), numberAt(row, 'metrics.impressions')]));
};

test('a paused campaign serves nothing from then on, the days before stay, and enabled again it goes on', async () => {
	const where = "campaign.name = 'Mariages'";
	const resourceName = `customers/${customer}/campaigns/20000000037`;
	const set = async (status: string) => await ads.post('campaigns:mutate', { operations: [{ update: { resourceName, status }, updateMask: 'status' }] });
	const before = await byDay(where);
	const yesterday = [...before.keys()].at(-2) ?? '';
	await set('PAUSED');
	await ads.sandbox.advance(5 * 86_400);
	const during = await byDay(where);
	expect(during.get(yesterday)).toBe(before.get(yesterday));
	expect([...during.keys()].at(-1)).toBe([...before.keys()].at(-1));
	await set('ENABLED');
	await ads.sandbox.advance(3 * 86_400);
	const after = await byDay(where);
	expect(after.size).toBeGreaterThanOrEqual(during.size + 3);
	for (const [day, count] of during) expect([day, after.get(day)]).toEqual([day, count]);
});

test('a negative keyword keeps its searches away from then on', async () => {
	const campaign = `customers/${customer}/campaigns/20000000002`;
	const ask = async () => (await byDay("search_term_view.search_term LIKE '%livraison%' AND campaign.id = 20000000002", 'search_term_view')).size;
	const before = await ask();
	expect(before).toBeGreaterThan(100);
	await ads.post('campaignCriteria:mutate', { operations: [{ create: { campaign, negative: true, keyword: { text: 'livraison', matchType: 'BROAD' } } }] });
	await ads.sandbox.advance(10 * 86_400);
	expect((await ask()) - before).toBeLessThanOrEqual(1);
	const told = await ads.search("SELECT search_term_view.search_term FROM search_term_view WHERE segments.date DURING LAST_7_DAYS AND search_term_view.search_term LIKE '%livraison%' AND campaign.id = 20000000002");
	expect(told).toEqual([]);
});

test('a higher bid brings more impressions, a higher budget more clicks, from then on', async () => {
	const later = async (operation: { path: string; update: object; updateMask: string } | undefined) => {
		await ads.reset({ accessSeconds: 10_000_000 });
		if (operation) await ads.post(operation.path, { operations: [{ update: operation.update, updateMask: operation.updateMask }] });
		await ads.sandbox.advance(15 * 86_400);
		const rows = await ads.search(`SELECT campaign.id, ${counted} FROM campaign WHERE ${days}`);
		return rows.map((row) => [numberAt(row, 'metrics.impressions'), numberAt(row, 'metrics.clicks')]);
	};
	const [first = [], , third = []] = await later(undefined);
	const [richer = []] = await later({ path: 'campaignBudgets:mutate', update: { resourceName: `customers/${customer}/campaignBudgets/20000000001`, amountMicros: '20000000' }, updateMask: 'amountMicros' });
	expect(richer[1]).toBeGreaterThan((first[1] ?? 0) * 1.1);
	const dried = (await ads.search("SELECT ad_group.resource_name FROM ad_group WHERE ad_group.name = 'Fleurs séchées'")).map((row) => textAt(row, 'adGroup.resourceName'))[0];
	const [, , bolder = []] = await later({ path: 'adGroups:mutate', update: { resourceName: dried, cpcBidMicros: '1500000' }, updateMask: 'cpcBidMicros' });
	expect(bolder[0]).toBeGreaterThan((third[0] ?? 0) * 1.1);
});

test('a manager has no metrics, but tells the accounts below it', async () => {
	const asManager = async (query: string) => (await ads.call(`customers/${manager}/googleAds:search`, { query }, { 'login-customer-id': manager })).data;
	expect(codesOf(await asManager(`SELECT metrics.clicks FROM customer WHERE ${days}`))).toEqual(['queryError.REQUESTED_METRICS_FOR_MANAGER']);
	const tree = listOf((await asManager('SELECT customer_client.id, customer_client.level, customer_client.manager, customer_client.currency_code FROM customer_client WHERE customer_client.level <= 1')).results);
	expect(tree.map(({ customerClient }) => customerClient)).toMatchObject([{ id: manager, manager: true }, { id: customer, level: '1', currencyCode: 'EUR' }, { id: yen, level: '1', currencyCode: 'JPY' }]);
});

test('a row loses no name of a resource, unless it is asked to', async () => {
	const [row = {}] = await ads.search('SELECT campaign.name, ad_group_ad.ad.id FROM ad_group_ad');
	expect(row).toMatchObject({ adGroupAd: { resourceName: expect.any(String), ad: { id: expect.any(String), resourceName: expect.any(String) } }, campaign: { resourceName: expect.any(String) } });
	expect(row).not.toHaveProperty('adGroup');
	const [bare = {}] = await ads.search('SELECT campaign.name FROM campaign PARAMETERS omit_unselected_resource_names = true');
	expect(bare).toEqual({ campaign: { name: 'Bouquets - Nantes' } });
});

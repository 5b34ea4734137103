import { adGroups, ads, campaigns } from '../../../sandbox/networks/pinterest/ads/seed';
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

describe('reading', () => {
	test('adAccount: getAll lists those that the account may use, with or without shared ones', async () => {
		expect(await shop.rows({ resource: 'adAccount', operation: 'getAll', options: { shared: false } })).toMatchObject([{ id: euros.id, currency: 'EUR' }, { id: yen.id, currency: 'JPY' }]);
		expect(await shop.calls('GET')).toMatchObject([{ path: '/ad_accounts', query: { page_size: '50', include_shared_accounts: 'false' } }]);
	});

	test('adAccount: get tells one with its currency', async () => {
		expect(await shop.one({ resource: 'adAccount', operation: 'get', adAccount: byId(yen.id) })).toMatchObject({ id: yen.id, name: yen.name, currency: 'JPY' });
	});

	test('campaign: get tells amounts in units of the currency', async () => {
		expect(await shop.one({ resource: 'campaign', operation: 'get', campaign: byId(noel.id) })).toMatchObject({ id: noel.id, name: 'Noël', daily_spend_cap: 20, currency: 'EUR' });
	});

	test('adGroup: get tells budget and bid, no longer called micro', async () => {
		const group = await shop.one({ resource: 'adGroup', operation: 'get', adGroup: byId(france.id) });
		expect(group).toMatchObject({ id: france.id, budget: 12.5, bid: 0.4, currency: 'EUR' });
		expect(Object.keys(group).filter((name) => /micro/.test(name))).toEqual([]);
	});

	test('ad: get tells how its review went', async () => {
		expect(await shop.one({ resource: 'ad', operation: 'get', ad: byId(rouge.id) })).toMatchObject({ id: rouge.id, review_status: 'APPROVED' });
	});

	test('getAll: active and paused ones, or those of other statuses, newest first', async () => {
		expect((await shop.rows({ resource: 'campaign', operation: 'getAll', filters: {} })).map(({ id }) => id)).toEqual([printemps.id]);
		const all = await shop.rows({ resource: 'campaign', operation: 'getAll', filters: { statuses: ['ACTIVE', 'ARCHIVED'], newestFirst: true } });
		expect(all.map(({ id }) => id)).toEqual([noel.id, printemps.id]);
		expect((await shop.calls('GET', /campaigns$/)).at(-1)?.query).toEqual({ entity_statuses: ['ACTIVE', 'ARCHIVED'], order: 'DESCENDING', page_size: '50' });
	});

	test('getAll: those of a campaign, of an ad group, or with given IDs', async () => {
		expect((await shop.rows({ resource: 'adGroup', operation: 'getAll', filters: { campaigns: printemps.id } })).map(({ id }) => id)).toEqual([france.id]);
		expect((await shop.rows({ resource: 'ad', operation: 'getAll', filters: { adGroups: france.id } })).map(({ id }) => id)).toEqual([rouge.id, blanc.id]);
		expect((await shop.rows({ resource: 'ad', operation: 'getAll', filters: { ids: `${couronne.id}, ${rouge.id}` } })).map(({ id }) => id)).toEqual([rouge.id, couronne.id]);
	});

	test('getAll: pages follow the bookmark, and no more are fetched than wanted', async () => {
		const ids = Array.from({ length: 251 }, (_, index) => ({ json: { name: `No ${index}` } }));
		const made = await shop.rows({ resource: 'campaign', operation: 'create', name: '={{ $json.name }}', objective: 'AWARENESS', budgetType: 'adGroups' }, ids);
		expect(made).toHaveLength(251);
		await shop.quiet();
		expect(await shop.rows({ resource: 'campaign', operation: 'getAll', returnAll: true })).toHaveLength(252);
		expect((await shop.calls('GET', /campaigns$/)).map(({ query }) => [query.page_size, query.bookmark !== undefined])).toEqual([['250', false], ['250', true]]);
		expect(await shop.rows({ resource: 'campaign', operation: 'getAll', limit: 3 })).toHaveLength(3);
		expect((await shop.calls('GET', /campaigns$/))).toHaveLength(3);
		expect((await shop.calls('GET', /campaigns$/)).at(-1)?.query.page_size).toBe('3');
	});

	test('getAll: two kinds of IDs at once, and what is none, are refused before anything is sent', async () => {
		expect(await shop.refusal({ resource: 'ad', operation: 'getAll', filters: { campaigns: printemps.id, adGroups: france.id } })).toMatchObject({ error: expect.stringMatching(/Campaign IDs: there is “Ad Group IDs” already/) });
		expect(await shop.refusal({ resource: 'ad', operation: 'getAll', filters: { ids: 'Printemps' } })).toMatchObject({ error: expect.stringMatching(/IDs: “Printemps” is not an ID/), details: { verdict: 'fix-input' } });
		expect(await shop.calls('GET', /ads$/)).toEqual([]);
	});

	test('the lists of the panel', async () => {
		expect(await shop.list('searchAdAccounts', 'japan')).toEqual([{ name: 'Atelier Camélia Japan (JPY)', value: yen.id }]);
		expect(await shop.list('searchCampaigns')).toEqual([{ name: 'Printemps', value: printemps.id }]);
		expect(await shop.list('searchAdGroups', 'fra')).toEqual([{ name: 'France', value: france.id }]);
		expect(await shop.list('searchAds')).toEqual([{ name: 'Bouquet rouge', value: rouge.id }, { name: 'Bouquet blanc (paused)', value: blanc.id }, { name: 'Couronne', value: couronne.id }]);
	});
});

describe('creating', () => {
	const campaign = { resource: 'campaign', operation: 'create', name: 'Été', objective: 'CONSIDERATION', budgetType: 'daily', dailySpendCap: 25.5 };
	const group = { resource: 'adGroup', operation: 'create', campaign: byId(printemps.id), name: 'Portugal', billableEvent: 'CLICKTHROUGH', budgetType: 'DAILY', budget: 7.35, bidStrategy: 'MAX_BID', bid: 0.29 };
	const ad = { resource: 'ad', operation: 'create', adGroup: byId(france.id), pinId: '549000000000000911', name: 'Pivoines', creativeType: 'REGULAR' };

	test('a campaign, paused, its cap in millionths', async () => {
		expect(await shop.one({ ...campaign, additionalFields: { startTime: '2030-01-01T00:00:00Z', endTime: '2030-02-01T00:00:00Z', trackingUrls: '{"click": ["https://example.com/c"]}' } })).toMatchObject({ name: 'Été', status: 'PAUSED', daily_spend_cap: 25.5, currency: 'EUR', created: true });
		expect(await shop.calls('POST')).toMatchObject([
			{
				path: `/ad_accounts/${euros.id}/campaigns`,
				body: [{ ad_account_id: euros.id, name: 'Été', objective_type: 'CONSIDERATION', status: 'PAUSED', daily_spend_cap: 25_500_000, is_campaign_budget_optimization: true, start_time: 1_893_456_000, end_time: 1_896_134_400, tracking_urls: { click: ['https://example.com/c'] } }],
				status: 200,
			},
		]);
	});

	test('a campaign whose ad groups have the budget sends none', async () => {
		await shop.one({ ...campaign, budgetType: 'adGroups' });
		expect(await shop.calls('POST')).toMatchObject([{ body: [{ ad_account_id: euros.id, name: 'Été', objective_type: 'CONSIDERATION', status: 'PAUSED' }] }]);
		expect(Object.keys(Object((await shop.calls('POST'))[0]?.body)[0])).not.toContain('daily_spend_cap');
	});

	test('yen have no decimals: refused before anything is made', async () => {
		expect(await shop.refusal({ ...campaign, adAccount: byId(yen.id) })).toMatchObject({ error: expect.stringMatching(/“25\.5” has too many decimals; JPY has whole amounts only/) });
		expect(await shop.calls('POST')).toEqual([]);
		expect(await shop.one({ ...campaign, adAccount: byId(yen.id), dailySpendCap: 3000 })).toMatchObject({ daily_spend_cap: 3000, currency: 'JPY' });
		expect(await shop.calls('POST')).toMatchObject([{ body: [{ daily_spend_cap: 3_000_000_000 }] }]);
	});

	test('an ad group with budget, bid and targets', async () => {
		const targeting = { locations: 'PT, FR', genders: ['female'], ageMin: 25, languages: 'pt', devices: ['iphone'] };
		expect(await shop.one({ ...group, targeting, additionalFields: { pacing: 'STANDARD', placement: 'SEARCH', autoTargeting: false } })).toMatchObject({ name: 'Portugal', status: 'PAUSED', budget: 7.35, bid: 0.29, created: true });
		expect(await shop.calls('POST')).toMatchObject([
			{
				body: [
					{
						...{ campaign_id: printemps.id, budget_in_micro_currency: 7_350_000, bid_in_micro_currency: 290_000, bid_strategy_type: 'MAX_BID', auto_targeting_enabled: false, placement_group: 'SEARCH' },
						targeting_spec: { LOCATION: ['PT', 'FR'], GENDER: ['female'], LOCALE: ['pt'], APPTYPE: ['iphone'], MINIMUM_AGE: '25', MAXIMUM_AGE: '65+' },
					},
				],
			},
		]);
	});

	test('an ad of a Pin', async () => {
		expect(await shop.one({ ...ad, additionalFields: { destinationUrl: 'https://example.com/pivoines', callToAction: 'SHOP_NOW' } })).toMatchObject({ name: 'Pivoines', status: 'PAUSED', campaign_id: printemps.id, created: true });
		expect(await shop.calls('POST')).toMatchObject([{ path: `/ad_accounts/${euros.id}/ads`, body: [{ ad_group_id: france.id, pin_id: '549000000000000911', creative_type: 'REGULAR', status: 'PAUSED', destination_url: 'https://example.com/pivoines', customizable_cta_type: 'SHOP_NOW' }] }]);
	});

	test('what would run at once needs a confirmation', async () => {
		expect(await shop.refusal({ ...ad, status: 'ACTIVE' })).toMatchObject({ error: expect.stringMatching(/Confirm Spending: is off, and the new ad would be active/), details: { verdict: 'fix-input' } });
		expect(await shop.calls('POST')).toEqual([]);
		expect(await shop.one({ ...ad, status: 'ACTIVE', confirm: true })).toMatchObject({ status: 'ACTIVE' });
	});

	test.each([
		['a lifetime budget without an end', { ...group, budgetType: 'LIFETIME' }, /End Time: is empty/],
		['an end before the start', { ...campaign, additionalFields: { startTime: '2030-02-01T00:00:00Z', endTime: '2030-01-01T00:00:00Z' } }, /End Time: .* is not after the start/],
		['an end that has passed', { ...campaign, additionalFields: { endTime: '2020-01-01T00:00:00Z' } }, /End Time: .* has passed/],
		['no amount', { ...group, budget: 0 }, /Budget: is 0/],
		['ages upside down', { ...group, targeting: { ageMin: 40, ageMax: 30 } }, /Minimum Age: 40 is above the maximum, 30/],
		['a country that is none', { ...group, targeting: { locations: 'France' } }, /Locations: “France” is none/],
		['ages twice', { ...group, targeting: { ageMin: 20, json: '{"AGE_BUCKET": ["18-24"]}' } }, /AGE_BUCKET does not go with/],
		['four tracking addresses', { ...campaign, additionalFields: { trackingUrls: JSON.stringify({ click: Array(4).fill('https://example.com/') }) } }, /up to 3 addresses/],
		['an address that is none', { ...ad, additionalFields: { destinationUrl: 'example.com' } }, /Destination URL: “example\.com” is not a web address/],
		['a name that is too long', { ...ad, name: 'x'.repeat(256) }, /Name: has 256 characters; Pinterest allows 255/],
		['a Pin that is no ID', { ...ad, pinId: 'pivoines' }, /Pin ID: “pivoines” is not an ID/],
	])('%s is refused before anything is sent', async (_, parameters, reason) => {
		expect(await shop.refusal(parameters)).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect(await shop.calls('POST')).toEqual([]);
	});

	const named = (count: number, name = 'No') => Array.from({ length: count }, (_, index) => ({ json: { name: `${name} ${index}`, campaign: printemps.id, pin: '549000000000000911' } }));

	test('items travel together, 30 in a call, and keep their order', async () => {
		const made = await shop.rows({ ...group, name: '={{ $json.name }}' }, named(62));
		expect(made.map(({ name }) => name)).toEqual(named(62).map(({ json }) => json.name));
		expect((await shop.calls('POST')).map(({ body }) => Object(body).length)).toEqual([30, 30, 2]);
	});

	test('two of the same name do not share a call, so that each is told from the other', async () => {
		expect(await shop.rows({ ...group, name: 'Lisboa' }, named(2))).toHaveLength(2);
		expect((await shop.calls('POST')).map(({ body }) => Object(body).length)).toEqual([1, 1]);
	});

	test('one of a list that Pinterest refuses is that item’s error, whether its exceptions are a list or an object', async () => {
		const items = named(3).map(({ json }, index) => ({ json: { ...json, campaign: index === 1 ? '999' : printemps.id, pin: index === 2 ? '111' : '549000000000000911' } }));
		const groups = await shop.tries({ ...group, name: '={{ $json.name }}', campaign: { __rl: true, mode: 'id', value: '={{ $json.campaign }}' } }, items);
		expect(groups).toMatchObject([{ created: true }, { error: expect.stringMatching(/Pinterest refused: Campaign 999 not found/), details: { code: '404', verdict: 'fix-input' } }, { created: true }]);
		const made = await shop.tries({ ...ad, name: '={{ $json.name }}', pinId: '={{ $json.pin }}' }, items);
		expect(made).toMatchObject([{ created: true }, { created: true }, { error: expect.stringMatching(/Pin 111 not found/), details: { code: '50' } }]);
		expect((await shop.calls('POST')).map(({ body }) => Object(body).length)).toEqual([3, 3]);
	});

	test('one that Pinterest does not understand does not stop the others', async () => {
		const items = named(4).map(({ json }, index) => ({ json: { ...json, goal: index === 2 ? '{"no": 1}' : '' } }));
		await shop.fault({ match: 'ad_groups', kind: 'status', status: 400, times: 1 });
		const made = await shop.tries({ ...group, name: '={{ $json.name }}' }, items);
		expect(made).toMatchObject([{ created: true }, { created: true }, { created: true }, { created: true }]);
		expect((await shop.calls('POST')).map(({ body, status }) => [Object(body ?? []).length, status])).toEqual([[0, 400], [2, 200], [2, 200]]);
	});

	describe('without an answer', () => {
		const lost = { match: '/campaigns', kind: 'reset', when: 'after', times: 1 } as const;

		test('what was made is found by its name, and never made twice', async () => {
			await shop.fault(lost);
			expect(await shop.rows({ ...campaign, name: '={{ $json.name }}' }, named(3, 'Perdu'))).toMatchObject([{ name: 'Perdu 0', created: true }, { name: 'Perdu 1', created: true }, { name: 'Perdu 2', created: true }]);
			expect(await shop.calls('POST')).toHaveLength(1);
			expect((await shop.rows({ resource: 'campaign', operation: 'getAll', returnAll: true })).filter(({ name }) => /Perdu/.test(String(name)))).toHaveLength(3);
		});

		test('an older one of the same name is not taken for it', async () => {
			await shop.rows({ ...campaign, name: 'Encore' });
			await shop.fault({ ...lost, when: undefined });
			expect(await shop.refusal({ ...campaign, name: 'Encore' })).toMatchObject({ details: { verdict: 'unknown' } });
			expect((await shop.rows({ resource: 'campaign', operation: 'getAll', returnAll: true })).filter(({ name }) => name === 'Encore')).toHaveLength(1);
		});

		test('what is not found stays unknown, and is not sent again', async () => {
			await shop.fault({ ...lost, when: 'before' });
			expect(await shop.refusal({ ...campaign, name: 'Jamais' })).toMatchObject({ details: { verdict: 'unknown' } });
			expect(await shop.calls('POST')).toHaveLength(1);
		});

		test('an error of the server’s leaves it open too', async () => {
			await shop.fault({ match: '/campaigns', kind: 'status', status: 503, when: 'after' });
			expect(await shop.one({ ...campaign, name: 'Panne' })).toMatchObject({ name: 'Panne', created: true });
			expect(await shop.calls('POST')).toHaveLength(1);
		});
	});
});

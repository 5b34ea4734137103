import { byId, euros, openAdvertiser, yen } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const campaign = { resource: 'campaign', operation: 'create', name: 'Printemps', objective: 'OUTCOME_TRAFFIC' };
const adSet = { resource: 'adSet', operation: 'create', name: 'Suisse', dailyBudget: 12.5, targeting: { countries: 'CH' } };

describe('ad accounts', () => {
	test('are listed with their amounts in their currency', async () => {
		const accounts = await florist.run({ resource: 'adAccount', operation: 'getAll' });
		expect(accounts.map(({ json }) => json)).toMatchObject([
			{ id: euros, name: 'Atelier Camélia Ads', currency: 'EUR', min_daily_budget: 1, timezone_name: 'Europe/Paris' },
			{ id: yen, currency: 'JPY', min_daily_budget: 120 },
		]);
	});

	test('one account, and what a day costs at least', async () => {
		expect(await florist.one({ resource: 'adAccount', operation: 'get', options: { fields: 'name' } })).toMatchObject({ name: 'Atelier Camélia Ads', currency: 'EUR' });
		const minimum = await florist.one({ resource: 'adAccount', operation: 'getMinimumBudgets' });
		expect(minimum).toEqual({ min_daily_budget_imp: 1, min_daily_budget_low_freq: 40, min_daily_budget_high_freq: 5, min_daily_budget_video_views: 1, currency: 'EUR' });
	});

	test('the panel lists accounts, and what is in the chosen one', async () => {
		const id = await florist.campaignIn();
		const set = await florist.adSetIn(id);
		expect(await florist.list('searchAdAccounts', 'tokyo')).toEqual([{ name: 'Camélia Tokyo (JPY)', value: yen }]);
		expect(await florist.list('searchCampaigns')).toEqual([{ name: 'Printemps', value: id }]);
		expect(await florist.list('searchAdSets')).toEqual([{ name: 'Suisse', value: set }]);
		expect(await florist.list('searchCampaigns', '', { adAccount: byId(yen) })).toEqual([]);
		await expect(florist.list('searchCampaigns', '', { adAccount: byId('') })).rejects.toMatchObject({ message: expect.stringMatching(/^Ad Account: is empty/) });
	});
});

describe('campaigns', () => {
	test('are made paused, without a budget, under the Marketing API’s own version', async () => {
		const { id, ...made } = await florist.one(campaign);
		expect(made).toEqual({ name: 'Printemps', status: 'PAUSED', created: true });
		expect(id).toMatch(/^\d{18}$/);
		const body = { name: 'Printemps', objective: 'OUTCOME_TRAFFIC', status: 'PAUSED', special_ad_categories: [], is_adset_budget_sharing_enabled: false };
		expect(await florist.calls()).toEqual([{ method: 'POST', path: `/${euros}/campaigns`, query: {}, body, status: 200 }]);
		expect((await florist.sandbox.requests('meta')).filter(({ path }) => !path.includes('/v26.0/'))).toEqual([]);
	});

	test.each([
		{ name: 'euros', account: euros, amount: 12.5, minor: 1250, least: /^Daily Budget: 0.99 EUR is below the minimum of this ad account, 1.00 EUR a day/, below: 0.99, fine: /“12.345” has too many decimals; Meta takes at most 2 decimals in EUR/, decimals: 12.345 },
		{ name: 'yen', account: yen, amount: 1500, minor: 1500, least: /^Daily Budget: 119 JPY is below the minimum of this ad account, 120 JPY a day/, below: 119, fine: /“150.5” has too many decimals; Meta takes whole amounts only in JPY/, decimals: 150.5 },
	])('a budget in $name', async ({ account, amount, minor, least, below, fine, decimals }) => {
		const inAccount = { ...campaign, adAccount: byId(account), budgetType: 'daily' };
		const { id } = await florist.one({ ...inAccount, dailyBudget: amount });
		expect(await florist.calls()).toMatchObject([{ body: { daily_budget: minor } }]);
		const read = await florist.one({ resource: 'campaign', operation: 'get', adAccount: byId(account), campaign: byId(String(id)) });
		expect(read).toMatchObject({ daily_budget: amount, lifetime_budget: 0, currency: account === euros ? 'EUR' : 'JPY' });
		await florist.quiet();
		expect(await florist.refusal({ ...inAccount, dailyBudget: below })).toMatchObject({ error: expect.stringMatching(least) });
		expect(await florist.refusal({ ...inAccount, dailyBudget: decimals })).toMatchObject({ error: expect.stringMatching(fine) });
		expect(await florist.calls()).toEqual([]);
	});

	test('with everything', async () => {
		const additionalFields = { bidStrategy: 'COST_CAP', specialAdCategoryCountries: 'fr, PT', spendCap: 900, startTime: '2027-03-01T09:00:00Z', stopTime: '2027-04-01T09:00:00Z' };
		const { id } = await florist.one({ ...campaign, specialAdCategories: ['HOUSING'], budgetType: 'lifetime', lifetimeBudget: 250, status: 'ACTIVE', additionalFields });
		const [{ body } = { body: {} }] = await florist.calls();
		expect(body).toEqual({
			...{ name: 'Printemps', objective: 'OUTCOME_TRAFFIC', status: 'ACTIVE', lifetime_budget: 25_000, bid_strategy: 'COST_CAP', spend_cap: 90_000 },
			...{ special_ad_categories: ['HOUSING'], special_ad_category_country: ['FR', 'PT'], start_time: '2027-03-01T09:00:00.000Z', stop_time: '2027-04-01T09:00:00.000Z' },
		});
		const read = await florist.one({ resource: 'campaign', operation: 'get', campaign: byId(String(id)) });
		expect(read).toMatchObject({ lifetime_budget: 250, spend_cap: 900, start_time: '2027-03-01T09:00:00+0000', effective_status: 'ACTIVE' });
	});

	test.each([
		{ name: 'a special category without countries', more: { specialAdCategories: ['CREDIT'] }, message: /^Special Ad Category Countries: is empty/ },
		{ name: 'a country that is none', more: { specialAdCategories: ['CREDIT'], additionalFields: { specialAdCategoryCountries: 'France' } }, message: /“FRANCE” is not the code of a country/ },
		{ name: 'shared ad set budgets beside its own', more: { budgetType: 'daily', dailyBudget: 10, additionalFields: { shareBudgets: true } }, message: /^Share Ad Set Budgets: a campaign with a budget of its own/ },
		{ name: 'no budget where it should have one', more: { budgetType: 'daily', dailyBudget: 0 }, message: /^Daily Budget: 0.00 EUR is below the minimum/ },
		{ name: 'an amount that is none', more: { budgetType: 'daily', dailyBudget: '={{ "12,5" }}' }, message: /“12,5” is not an amount/ },
	])('refused beforehand: $name', async ({ more, message }) => {
		expect(await florist.refusal({ ...campaign, ...more })).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('Validate Only makes nothing', async () => {
		expect(await florist.one({ ...campaign, options: { validateOnly: true } })).toEqual({ valid: true, message: 'Campaign “Printemps” would be created.' });
		expect(await florist.calls()).toMatchObject([{ body: { execution_options: ['validate_only'] } }]);
		expect(await florist.run({ resource: 'campaign', operation: 'getAll' })).toEqual([]);
	});

	test('a person without the permission is told what to do', async () => {
		await florist.sandbox.settings({ meta: { dropScopes: ['ads_management'] } });
		expect(await florist.refusal(campaign)).toMatchObject({ details: { verdict: 'reconnect', code: '200', hint: expect.stringMatching(/tick Ads in the credential/) } });
	});
});

describe('ad sets', () => {
	test('are made in a campaign, for a country', async () => {
		const id = await florist.campaignIn();
		await florist.quiet();
		await florist.one({ ...adSet, campaign: byId(id) });
		const targeting = { geo_locations: { countries: ['CH'] } };
		expect(await florist.calls()).toMatchObject([
			{ path: `/${euros}/adsets`, body: { name: 'Suisse', campaign_id: id, status: 'PAUSED', optimization_goal: 'LINK_CLICKS', billing_event: 'IMPRESSIONS', daily_budget: 1250, targeting } },
		]);
		expect(await florist.run({ resource: 'adSet', operation: 'getAll', filters: { campaignId: id } })).toMatchObject([{ json: { name: 'Suisse', daily_budget: 12.5, currency: 'EUR', effective_status: 'PAUSED' } }]);
	});

	test('with everything', async () => {
		const id = await florist.campaignIn();
		const targeting = { countries: 'FR', ageMin: 25, ageMax: 60, genders: 'women', interests: '6003139266461, 6003020834693', advantageAudience: false, json: '{"publisher_platforms":["instagram"],"geo_locations":{"cities":[{"key":"777934"}]}}' };
		const additionalFields = {
			...{ beneficiary: 'Atelier Camélia', payor: 'Atelier Camélia', bidStrategy: 'COST_CAP', bidAmount: 1.2, conversionEvent: 'PURCHASE', datasetId: '440000000000001' },
			...{ destinationType: 'WEBSITE', endTime: '2027-04-01T09:00:00Z', attributionSpec: '[{"event_type":"CLICK_THROUGH","window_days":7}]' },
		};
		await florist.quiet();
		await florist.one({ ...adSet, campaign: byId(id), optimizationGoal: 'OFFSITE_CONVERSIONS', budgetType: 'lifetime', lifetimeBudget: 100, targeting, additionalFields });
		const [{ body } = { body: {} }] = await florist.calls();
		expect(body).toMatchObject({
			...{ lifetime_budget: 10_000, bid_amount: 120, bid_strategy: 'COST_CAP', end_time: '2027-04-01T09:00:00.000Z', dsa_beneficiary: 'Atelier Camélia', dsa_payor: 'Atelier Camélia' },
			promoted_object: { pixel_id: '440000000000001', custom_event_type: 'PURCHASE' },
			attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: 7 }],
			targeting: {
				...{ age_min: 25, age_max: 60, genders: [2], interests: [{ id: '6003139266461' }, { id: '6003020834693' }], publisher_platforms: ['instagram'] },
				...{ geo_locations: { cities: [{ key: '777934' }], countries: ['FR'] }, targeting_automation: { advantage_audience: 0 } },
			},
		});
	});

	test.each([
		{ name: 'no targeting', more: { targeting: {} }, message: /^Targeting: is empty/ },
		{ name: 'no names for the European Union', more: { targeting: { countries: 'CH, FR' } }, message: /^Beneficiary: is empty; ads shown in FR must say who benefits/ },
		{ name: 'an age Meta does not know', more: { targeting: { countries: 'CH', ageMin: 12 } }, message: /^Minimum Age: 12 is not between 13 and 65/ },
		{ name: 'ages the wrong way round', more: { targeting: { countries: 'CH', ageMin: 40, ageMax: 30 } }, message: /^Minimum Age: 40 is above the maximum age, 30/ },
		{ name: 'an interest by name', more: { targeting: { countries: 'CH', interests: 'fleurs' } }, message: /^Interests: “fleurs” is not an ID/ },
		{ name: 'a bid strategy without its amount', more: { additionalFields: { bidStrategy: 'COST_CAP' } }, message: /^Bid Amount: is empty; the bid strategy COST_CAP needs one/ },
		{ name: 'a lifetime budget without an end', more: { budgetType: 'lifetime', lifetimeBudget: 100 }, message: /^End Time: is empty/ },
		{ name: 'conversions without a dataset', more: { optimizationGoal: 'OFFSITE_CONVERSIONS' }, message: /^Dataset ID: is empty; Meta cannot optimize for OFFSITE_CONVERSIONS/ },
		{ name: 'no budget anywhere', more: { budgetType: 'campaign' }, message: /^Budget: campaign “Printemps” has no budget of its own/ },
		{ name: 'broken JSON', more: { targeting: { json: '{' } }, message: /^Other Targeting \(JSON\): this is not valid JSON/ },
	])('refused beforehand: $name', async ({ more, message }) => {
		const id = await florist.campaignIn();
		await florist.quiet();
		expect(await florist.refusal({ ...adSet, campaign: byId(id), ...more })).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('a budget on the campaign or on its ad sets, not on both', async () => {
		const id = await florist.campaignIn(euros, { budgetType: 'daily', dailyBudget: 20 });
		await florist.quiet();
		expect(await florist.refusal({ ...adSet, campaign: byId(id) })).toMatchObject({ error: expect.stringMatching(/^Budget: campaign “Printemps” has a budget of its own/) });
		expect(await florist.calls()).toEqual([]);
		const { id: set } = await florist.one({ ...adSet, budgetType: 'campaign', campaign: byId(id) });
		const update = { resource: 'adSet', operation: 'update', adSet: byId(String(set)), updateFields: { dailyBudget: 5 } };
		expect(await florist.refusal(update)).toMatchObject({ error: expect.stringMatching(/^Budget: campaign “Printemps” has a budget of its own/) });
	});

	test('housing is hidden from nobody', async () => {
		const id = await florist.campaignIn(euros, { specialAdCategories: ['HOUSING'], additionalFields: { specialAdCategoryCountries: 'CH' } });
		const under = { ...adSet, campaign: byId(id) };
		expect(await florist.refusal(under)).toMatchObject({ error: expect.stringMatching(/^Advantage\+ Audience: is not chosen; Meta wants it for the special ad category HOUSING/) });
		const narrow = { ...under, targeting: { countries: 'CH', advantageAudience: false, genders: 'men' } };
		expect(await florist.refusal(narrow)).toMatchObject({ error: expect.stringMatching(/allows no ages and no genders/) });
		expect(await florist.one({ ...under, targeting: { countries: 'CH', advantageAudience: false } })).toMatchObject({ created: true });
	});
});

describe('ads', () => {
	test('show a creative in an ad set, and tell what stops them', async () => {
		const set = await florist.adSetIn(await florist.campaignIn());
		const creativeId = await florist.creative();
		await florist.quiet();
		const { id } = await florist.one({ resource: 'ad', operation: 'create', name: 'Bouquet rouge', adSet: byId(set), creativeId, status: 'ACTIVE' });
		expect(await florist.calls()).toMatchObject([{ path: `/${euros}/ads`, body: { name: 'Bouquet rouge', adset_id: set, creative: { creative_id: creativeId }, status: 'ACTIVE' } }]);
		expect(await florist.one({ resource: 'ad', operation: 'get', ad: byId(String(id)) })).toMatchObject({ adset_id: set, creative: { id: creativeId }, status: 'ACTIVE', effective_status: 'ADSET_PAUSED' });
		expect(await florist.run({ resource: 'ad', operation: 'getAll', filters: { adSetId: set, statuses: ['ADSET_PAUSED'] } })).toHaveLength(1);
		expect(await florist.run({ resource: 'ad', operation: 'getAll', filters: { statuses: ['ACTIVE'] } })).toHaveLength(0);
	});
});

test('many objects by their IDs, in few calls; one of another account is refused', async () => {
	const ids: string[] = [];
	for (const name of ['un', 'deux', 'trois']) ids.push(await florist.campaignIn(euros, { name }));
	await florist.quiet();
	const read = await florist.run({ resource: 'campaign', operation: 'getAll', returnAll: true, filters: { ids: ids.join(', ') } });
	expect(read.map(({ json }) => json.name)).toEqual(['un', 'deux', 'trois']);
	expect(await florist.calls()).toHaveLength(1);
	const wrong = { resource: 'campaign', operation: 'getAll', adAccount: byId(yen), filters: { ids: ids[0] ?? '' } };
	await expect(florist.run(wrong)).rejects.toMatchObject({ message: expect.stringMatching(/^Campaign: \d+ is in ad account act_330000000000001, not in “Camélia Tokyo”/) });
});

test('a system user’s token works in the same accounts', async () => {
	const parameters = { authentication: 'qmarkMetaSystemUserApi', ...campaign };
	const [item] = await florist.asSystemUser(parameters);
	expect(item?.json).toMatchObject({ name: 'Printemps', created: true });
	expect(await florist.run({ resource: 'campaign', operation: 'getAll' })).toHaveLength(1);
});

test('what is in a campaign of another ad account is not shown in the wrong currency', async () => {
	const campaign = await florist.campaignIn();
	await florist.adSetIn(campaign);
	const list = { resource: 'adSet', operation: 'getAll', filters: { campaignId: campaign }, options: { fields: 'daily_budget' } };
	expect(await florist.run(list)).toMatchObject([{ json: { daily_budget: 12.5, currency: 'EUR' } }]);
	expect(await florist.refusal({ ...list, adAccount: byId(yen) })).toMatchObject({ error: expect.stringMatching(/^Ad Set: \d+ is in ad account act_330000000000001, not in “Camélia Tokyo”/) });
});

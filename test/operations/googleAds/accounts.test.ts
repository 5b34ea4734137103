import { DAY, passTime, presentTime } from '../../support/time';
import { googleAds } from '../../../nodes/platforms/googleAds';
import { byId, customer, manager, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let advertiser: Advertiser;
beforeAll(async () => (advertiser = await openAdvertiser()));
beforeEach(async () => await advertiser.reset());
afterEach(presentTime);
afterAll(async () => await advertiser.sandbox.close());

const all = { resource: 'account', operation: 'getAll', returnAll: true };

test('the tree is flat, with the way to each account and what leads there', async () => {
	const accounts = await advertiser.rows(all);
	expect(accounts[0]).toEqual({ id: manager, name: 'Atelier Camélia (manager)', level: 0, path: 'Atelier Camélia (manager)', manager: true, currency: 'EUR', timeZone: 'Europe/Paris', status: 'ENABLED', test: false, hidden: false });
	expect(accounts.find(({ id }) => id === customer)).toEqual({
		...{ id: customer, name: 'Atelier Camélia', level: 1, path: 'Atelier Camélia (manager) > Atelier Camélia', parentId: manager, loginCustomerId: manager },
		...{ manager: false, currency: 'EUR', timeZone: 'Europe/Paris', status: 'ENABLED', test: false, hidden: false },
	});
	expect(accounts.map(({ currency }) => currency)).toContain('JPY');
	expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
	expect((await advertiser.calls()).slice(0, 2)).toMatchObject([
		{ method: 'GET', path: '/customers:listAccessibleCustomers' },
		{ method: 'POST', path: `/customers/${manager}/googleAds:search`, body: { query: expect.stringMatching(/FROM customer_client WHERE customer_client\.level <= 1$/) } },
	]);
});

test('no manager has to be named for it', async () => {
	await advertiser.reset({}, { loginCustomerId: '' });
	expect((await advertiser.rows(all)).map(({ id }) => id)).toEqual(expect.arrayContaining([manager, customer]));
	expect(await advertiser.rows({ ...all, returnAll: false, limit: 1 })).toHaveLength(1);
});

test('the only account that is closed is a refusal', async () => {
	await advertiser.reset({ adsError: undefined });
	await advertiser.sandbox.fault({ network: 'google', match: 'googleAds:search', kind: 'status', status: 403, times: 5 });
	expect(await advertiser.refusal(all)).toMatchObject({ details: { verdict: 'stop' } });
});

test('one account with what matters before it is used', async () => {
	expect(await advertiser.one({ resource: 'account', operation: 'get' })).toEqual({
		...{ id: customer, name: 'Atelier Camélia', currency: 'EUR', timeZone: 'Europe/Paris', status: 'ENABLED', manager: false, test: false, autoTagging: true, optimizationScore: expect.any(Number), partnersBadge: false },
		conversionTracking: { status: 'CONVERSION_TRACKING_MANAGED_BY_SELF', customerDataTermsAccepted: true, enhancedConversionsForLeads: expect.any(Boolean), account: customer },
	});
	expect(await advertiser.refusal({ resource: 'account', operation: 'get', account: byId('9990000009') })).toMatchObject({ details: { verdict: 'stop', code: expect.stringMatching(/^auth/) } });
});

test('lists show names, currencies and IDs, and what the panel has chosen narrows them', async () => {
	expect(await advertiser.list('searchAccounts', 'tokyo')).toEqual([{ name: 'Camélia Tokyo (JPY) 333-000-0003 through 111-000-0001', value: '3330000003' }]);
	const campaigns = await advertiser.list('searchCampaigns');
	expect(campaigns.map(({ name }) => name)).toEqual(['Bouquets - Nantes', 'Fleurs séchées', 'Mariages']);
	expect(await advertiser.list('searchCampaigns', 'séch')).toEqual([campaigns[1]]);
	const inside = { campaign: byId(String(campaigns[2]?.value)) };
	const groups = await advertiser.list('searchAdGroups', '', inside);
	expect(groups.map(({ name }) => name)).toEqual(['Fleurs de mariage – Mariages', 'Événements – Mariages']);
	const ads = await advertiser.list('searchAds', '', { ...inside, adGroup: byId(String(groups[0]?.value)) });
	expect(ads.map(({ value }) => value)).toEqual([expect.stringMatching(new RegExp(`^${groups[0]?.value}~\\d+$`)), expect.stringMatching(/~/)]);
	expect((await advertiser.list('searchKeywords', 'mariée')).map(({ name }) => name)).toEqual(['bouquet de mariée (phrase) – Fleurs de mariage']);
	expect((await advertiser.list('searchAdGroups')).find(({ name }) => name.startsWith('Couronnes'))?.name).toMatch(/\(paused\)/);
	expect(await advertiser.list('searchBudgets')).toContainEqual({ name: 'Budget saison: 20 EUR, shared', value: expect.stringMatching(/^\d+$/) });
	await expect(advertiser.list('searchCampaigns', '', { account: byId('') })).rejects.toThrow(/Account: is empty/);
});

test('from 60 days before the version ends every run says so, and before that none does', async () => {
	const last = Date.parse(googleAds.version.until);
	passTime(last - 61 * DAY - Date.now());
	await advertiser.reset();
	expect((await advertiser.execute({ ...all })).hints).toEqual([]);
	presentTime();
	passTime(last - 59 * DAY - Date.now());
	await advertiser.reset();
	const { hints, outputs } = await advertiser.execute({ ...all });
	expect(hints).toEqual([expect.stringMatching(new RegExp(`^Google switches version ${googleAds.version.name} .* ${googleAds.version.until}\\. Update QMARK`))]);
	expect(outputs[0]?.length).toBeGreaterThan(2);
});

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

describe('changing', () => {
	const update = { resource: 'adGroup', operation: 'update', adGroup: byId(france.id) };

	test('only what is not so already is sent', async () => {
		const told = await shop.one({ ...update, confirm: true, updateFields: { name: 'France', budget: 15, status: 'PAUSED' } });
		expect(told).toMatchObject({ id: france.id, changed: true, currency: 'EUR', before: { name: 'France', budget: 12.5, status: 'ACTIVE' }, after: { name: 'France', budget: 15, status: 'PAUSED' } });
		expect(await shop.calls('PATCH')).toMatchObject([{ path: `/ad_accounts/${euros.id}/ad_groups`, body: [{ id: france.id, budget_in_micro_currency: 15_000_000, status: 'PAUSED' }] }]);
	});

	test('what is so already is not sent at all', async () => {
		expect(await shop.one({ ...update, updateFields: { budget: 12.5, status: 'ACTIVE', targeting: { values: { locations: 'FR' } } } })).toMatchObject({ changed: false, before: { budget: 12.5 }, after: { budget: 12.5 } });
		expect(await shop.calls('PATCH')).toEqual([]);
	});

	test('a campaign names its account, and an ad can be changed', async () => {
		expect(await shop.one({ resource: 'campaign', operation: 'update', campaign: byId(printemps.id), updateFields: { status: 'PAUSED' } })).toMatchObject({ changed: true, before: { status: 'ACTIVE' }, after: { status: 'PAUSED' } });
		expect(await shop.one({ resource: 'ad', operation: 'update', ad: byId(rouge.id), updateFields: { name: 'Roses', destinationUrl: 'https://example.com/roses' } })).toMatchObject({ changed: true, name: 'Roses' });
		expect(await shop.calls('PATCH')).toMatchObject([{ body: [{ id: printemps.id, ad_account_id: euros.id, status: 'PAUSED' }] }, { body: [{ id: rouge.id, name: 'Roses', destination_url: 'https://example.com/roses' }] }]);
	});

	test.each([
		['a raise without a confirmation', { updateFields: { budget: 13 } }, /Confirm Spending: is off, and the budget of the ad group “France” would rise/],
		['a higher bid without one', { updateFields: { bid: 0.5 } }, /the bid of the ad group “France” would rise/],
		['a raise beyond the limit', { confirm: true, updateFields: { budget: 30 } }, /would rise from 12\.50 EUR to 30\.00 EUR, by 140 %; “Largest Increase” allows 100 %/],
		['a limit of nothing', { confirm: true, largestIncrease: 0, updateFields: { budget: 12.51 } }, /“Largest Increase” allows 0 %/],
		['another status than expected', { onlyIf: { status: 'PAUSED' }, updateFields: { name: 'X' } }, /Only If: the status of the ad group “France” is ACTIVE, not PAUSED/],
		['another budget than expected', { onlyIf: { budget: 10 }, updateFields: { name: 'X' } }, /Only If: the budget of the ad group “France” is 12\.50 EUR, not 10\.00 EUR/],
		['a condition that is empty', { onlyIf: { status: '' }, updateFields: { name: 'X' } }, /Only If: the status that is expected is empty/],
		['nothing to change', { updateFields: {} }, /Update Fields: nothing is to be changed/],
		['an ad group that there is not', { adGroup: byId('999'), updateFields: { name: 'X' } }, /there is no ad group 999 in this ad account/],
		['an ad group of another account', { adAccount: byId(yen.id), updateFields: { name: 'X' } }, /there is no ad group .* in this ad account/],
		['a bid where Pinterest bids', { updateFields: { bidStrategy: 'AUTOMATIC_BID', bid: 0.1 } }, /Bid: has no effect/],
	])('%s is refused, and nothing is changed', async (_, parameters, reason) => {
		expect(await shop.refusal({ ...update, ...parameters })).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect(await shop.calls('PATCH')).toEqual([]);
	});

	test('less is no matter of confirming, and an activation is', async () => {
		expect(await shop.one({ ...update, updateFields: { budget: 10, bid: 0.3 } })).toMatchObject({ changed: true, after: { budget: 10, bid: 0.3 } });
		const activate = { resource: 'ad', operation: 'update', ad: byId(blanc.id), updateFields: { status: 'ACTIVE' } };
		expect(await shop.refusal(activate)).toMatchObject({ error: expect.stringMatching(/the ad “Bouquet blanc” would be active/) });
		expect(await shop.one({ ...activate, confirm: true })).toMatchObject({ changed: true, after: { status: 'ACTIVE' } });
	});

	test('a cap stays of its kind', async () => {
		const refused = await shop.refusal({ resource: 'campaign', operation: 'update', campaign: byId(noel.id), updateFields: { lifetimeSpendCap: 500 } });
		expect(refused).toMatchObject({ error: expect.stringMatching(/Lifetime Spend Cap: the campaign “Noël” has a daily spend cap/) });
	});

	test('items are read with one call and changed with one, each for itself', async () => {
		const items = [rouge.id, blanc.id, '999'].map((id, index) => ({ json: { id, name: index === 1 ? 'x'.repeat(256) : `Neuf ${index}` } }));
		const told = await shop.tries({ resource: 'ad', operation: 'update', ad: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, updateFields: { name: '={{ $json.name }}' } }, [...items, { json: { id: couronne.id, name: 'Neuf 3' } }]);
		expect(told).toMatchObject([{ changed: true, name: 'Neuf 0' }, { error: expect.stringMatching(/256 characters/) }, { error: expect.stringMatching(/no ad 999/) }, { changed: true, name: 'Neuf 3' }]);
		expect((await shop.calls('PATCH')).map(({ body }) => Object(body).length)).toEqual([2]);
		expect(await shop.calls('GET', /\/ads$/)).toHaveLength(1);
	});

	test('a lost answer is asked for again: the same values do no harm twice', async () => {
		await shop.fault({ match: 'ad_groups', kind: 'reset', when: 'after', times: 1, skip: 1 });
		expect(await shop.one({ ...update, updateFields: { status: 'PAUSED' } })).toMatchObject({ changed: true, after: { status: 'PAUSED' } });
		expect(await shop.calls('PATCH')).toHaveLength(2);
	});
});

test('an item by itself is made, changed and sent like several', async () => {
	const [made] = await shop.alone({ resource: 'ad', operation: 'create', adGroup: byId(france.id), pinId: '549000000000000911', name: 'Seule', creativeType: 'REGULAR' });
	expect(made).toMatchObject({ name: 'Seule', status: 'PAUSED', created: true });
	expect(await shop.alone({ resource: 'ad', operation: 'update', ad: byId(String(made?.id)), updateFields: { name: 'Deux' } })).toMatchObject([{ changed: true, name: 'Deux' }]);
	expect(await shop.alone({ resource: 'conversion', operation: 'send', eventName: 'lead', eventId: 'l1', userData: { email: 'jane@example.com' } })).toMatchObject([{ status: 'sent', event_id: 'l1' }]);
});

describe('refusals of Pinterest', () => {
	const get = { resource: 'campaign', operation: 'update', campaign: byId(printemps.id), updateFields: { name: 'Neuf' } };

	test('the limit is waited for as long as Pinterest says', async () => {
		await shop.fault({ match: 'campaigns', kind: 'status', status: 429, headers: { 'x-ratelimit-limit': '400', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, times: 1, skip: 1 });
		const began = Date.now();
		expect(await shop.one(get)).toMatchObject({ changed: true });
		expect(Date.now() - began).toBeGreaterThan(900);
		expect((await shop.calls('PATCH')).map(({ status }) => status)).toEqual([429, 200]);
	});

	test('a role that may not do it is a matter of the owner of the ad account', async () => {
		await shop.fault({ match: 'campaigns', kind: 'status', status: 403, skip: 1, body: { code: 29, message: 'You are not permitted to access that resource.' } });
		expect(await shop.refusal(get)).toMatchObject({ details: { verdict: 'stop', code: '29', hint: expect.stringMatching(/owner of the ad account for a role/) } });
	});

	test('a connection without the permission says to tick it', async () => {
		await shop.reset({ features: ['pins'] });
		expect(await shop.refusal(get)).toMatchObject({ details: { verdict: 'reconnect', code: '3' } });
	});

	test('an ad account that there is not', async () => {
		expect(await shop.refusal({ ...get, adAccount: byId('123') })).toMatchObject({ error: expect.stringMatching(/AdAccount not found/), details: { verdict: 'fix-input' } });
	});

	test('the API Sandbox has campaigns of its own', async () => {
		await shop.reset({ environment: 'sandbox' });
		expect(await shop.one({ resource: 'campaign', operation: 'create', name: 'Essai', objective: 'AWARENESS', budgetType: 'adGroups' })).toMatchObject({ created: true });
		await shop.reset();
		expect((await shop.rows({ resource: 'campaign', operation: 'getAll', returnAll: true })).map(({ name }) => name)).toEqual(['Printemps']);
	});
});

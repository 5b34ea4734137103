import { adGroups, ads, campaigns } from '../../../sandbox/networks/pinterest/ads/seed';
import { byId, openAdvertiser } from './adsStage';
import type { Advertiser } from './adsStage';

let shop: Advertiser;
beforeAll(async () => {
	shop = await openAdvertiser();
});
afterAll(async () => await shop.close());
beforeEach(async () => await shop.reset());

const [printemps] = campaigns;
const [france] = adGroups;
const [rouge, blanc] = ads;

/** An item without the column that an expression looks for, and one where it has nothing in it. */
const items = [{ json: {} }, { json: { of: null } }];
const found = '={{ $json.of }}';

const campaign = { resource: 'campaign', operation: 'create', name: 'Été', objective: 'CONSIDERATION', budgetType: 'daily', dailySpendCap: 25.5 };
const group = { resource: 'adGroup', operation: 'create', campaign: byId(printemps.id), name: 'Portugal', billableEvent: 'CLICKTHROUGH', budgetType: 'DAILY', budget: 7.35, bidStrategy: 'MAX_BID', bid: 0.29 };
const ad = { resource: 'ad', operation: 'create', adGroup: byId(france.id), pinId: '549000000000000911', name: 'Pivoines', creativeType: 'REGULAR' };
const update = { resource: 'adGroup', operation: 'update', adGroup: byId(france.id), confirm: true };

/** What an expression left empty neither spends money nor lifts a limit. */
describe('an expression that finds nothing', () => {
	test.each<[string, object, RegExp]>([
		['as the status of a new campaign', { ...campaign, status: found }, /Status: is empty/],
		['as the status of a new ad group', { ...group, status: found }, /Status: is empty/],
		['as the status of a new ad', { ...ad, status: found }, /Status: is empty/],
		['as the kind of a budget', { ...group, budgetType: found }, /Budget Type: is empty/],
		['as the bid strategy', { ...group, bidStrategy: found }, /Bid Strategy: is empty/],
		['as a confirmation', { ...ad, status: 'ACTIVE', confirm: found }, /Confirm Spending: is off/],
		['as a place to show ads in', { ...group, targeting: { genders: ['female'], locations: found } }, /Locations: is empty/],
		['as who shall not see them', { ...group, targeting: { excludedAudiences: found } }, /Excluded Audience IDs: is empty/],
		['as the lowest age', { ...group, targeting: { ageMin: found } }, /Minimum Age: is empty/],
		['as the limit of a raise', { ...update, largestIncrease: found, updateFields: { budget: 1250 } }, /Largest Increase \(%\): “” is not a percentage/],
	])('%s', async (_, parameters, reason) => {
		for (const item of await shop.tries({ ...parameters }, items)) expect(item).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect([...(await shop.calls('POST')), ...(await shop.calls('PATCH'))]).toEqual([]);
	});

	test.each<[string, object, RegExp]>([
		['as a new status', { status: found }, /Status: is empty/],
		['as a new bid strategy', { bidStrategy: found }, /Bid Strategy: is empty/],
		['as a new frequency cap', { frequencyCap: found }, /Frequency Cap: .* is no number of times/],
	])('%s changes nothing', async (_, updateFields, reason) => {
		for (const item of await shop.tries({ ...update, updateFields: { ...updateFields, name: 'Neuf' } }, items)) expect(item).toMatchObject({ error: expect.stringMatching(reason) });
		expect(await shop.calls('PATCH')).toEqual([]);
	});
});

test.each<[string, object]>([
	['a new ad', { ...ad, status: 'ACTIVE' }],
	['an ad', { resource: 'ad', operation: 'update', ad: byId(blanc.id), updateFields: { status: 'ACTIVE' } }],
])('the word “false” confirms nothing: %s', async (_, parameters) => {
	const [refused, made] = await shop.tries({ ...parameters, confirm: '={{ $json.confirm }}' }, [{ json: { confirm: 'false' } }, { json: { confirm: 'true' } }]);
	expect(refused).toMatchObject({ error: expect.stringMatching(/Confirm Spending: is off/) });
	expect(made).not.toHaveProperty('error');
});

test('a status that Pinterest does not have is refused beforehand', async () => {
	const refused = { error: expect.stringMatching(/Status: “active” is none that Pinterest knows/), details: { verdict: 'fix-input' } };
	expect(await shop.refusal({ ...ad, status: 'active' })).toMatchObject(refused);
	expect(await shop.refusal({ resource: 'ad', operation: 'update', ad: byId(rouge.id), updateFields: { status: 'active' } })).toMatchObject(refused);
});

test('another bid strategy may cost more, as a bid that limits it goes or comes', async () => {
	const automatic = { ...update, confirm: false, updateFields: { bidStrategy: 'AUTOMATIC_BID' } };
	expect(await shop.refusal(automatic)).toMatchObject({ error: expect.stringMatching(/Confirm Spending: is off, and the bid strategy of the ad group “France” would change/) });
	expect(await shop.one({ ...automatic, confirm: true })).toMatchObject({ changed: true });
	expect(await shop.refusal({ ...update, confirm: false, updateFields: { bidStrategy: 'MAX_BID', bid: 0.4 } })).toMatchObject({ error: expect.stringMatching(/the bid strategy .* would change/) });
});

test('a window of conversions that is empty is no window of no days', async () => {
	const report = { resource: 'report', operation: 'getAll', level: 'account', options: { clickWindow: '={{ $json.of }}' } };
	for (const item of await shop.tries(report, [{ json: { of: '' } }])) expect(item).toMatchObject({ error: expect.stringMatching(/Click Window: is empty/) });
});

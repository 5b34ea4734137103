import type { INodeParameters } from 'n8n-workflow';
import { byId, customer, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let advertiser: Advertiser;
beforeAll(async () => (advertiser = await openAdvertiser()));
beforeEach(async () => await advertiser.reset());
afterAll(async () => await advertiser.sandbox.close());

const list = async (more: INodeParameters = {}) => await advertiser.rows({ resource: 'recommendation', operation: 'getAll', campaign: byId(''), types: [], dismissed: false, returnAll: true, ...more });
const named = async (type: string) => String((await list({ types: [type] }))[0]?.resourceName);
const applying = (recommendation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'recommendation', operation: 'apply', recommendation, confirm: true, largestIncrease: 100, options: {}, ...more });
const action = /recommendations:/;

async function budgets(): Promise<number[]> {
	const rows = await advertiser.rows({ resource: 'query', operation: 'run', query: 'SELECT campaign_budget.amount_micros FROM campaign_budget ORDER BY campaign_budget.id', returnAll: true, options: { amounts: true, flatten: true } });
	return rows.map((row) => Number(row['campaignBudget.amount']));
}

test('what Google recommends, what it would change, and what that costs, in major units', async () => {
	const all = await list();
	expect(all.map(({ type }) => type).sort()).toEqual(['CAMPAIGN_BUDGET', 'KEYWORD', 'TARGET_CPA_OPT_IN']);
	expect(all.find(({ type }) => type === 'CAMPAIGN_BUDGET')).toMatchObject({
		...{ campaignName: 'Bouquets - Nantes', budget: 5, currency: 'EUR', dismissed: false, resourceName: expect.stringMatching(`^customers/${customer}/recommendations/`) },
		impact: { base: { cost: 28, clicks: 52 }, potential: { cost: 44, clicks: 81 }, change: { cost: 16, clicks: 29, conversions: 3 } },
		details: { currentBudgetAmount: 5, recommendedBudgetAmount: 8 },
	});
	expect(await list({ types: ['KEYWORD'] })).toMatchObject([{ type: 'KEYWORD', details: { keyword: { text: 'fleuriste nantes' }, recommendedCpcBid: 0.65 } }]);
	expect(await list({ campaign: byId('1') })).toEqual([]);
	expect(await list({ campaign: byId(String(all[0]?.campaignId)), returnAll: false, limit: 2 })).toHaveLength(2);
});

test('dismissed is dismissed, once or twice', async () => {
	const recommendation = await named('KEYWORD');
	const dismissing = { resource: 'recommendation', operation: 'dismiss', recommendation };
	expect(await advertiser.one(dismissing)).toEqual({ dismissed: true, resourceName: recommendation });
	expect(await advertiser.one(dismissing)).toEqual({ dismissed: true, resourceName: recommendation });
	expect((await advertiser.calls(action))[0]).toMatchObject({ path: `/customers/${customer}/recommendations:dismiss`, body: { operations: [{ resourceName: recommendation }], partialFailure: false } });
	expect((await list()).map(({ type }) => type)).not.toContain('KEYWORD');
	expect(await list({ dismissed: true, types: ['KEYWORD'] })).toMatchObject([{ dismissed: true }]);
});

test('applied: the budget is what was recommended, and the answer says so', async () => {
	const recommendation = await named('CAMPAIGN_BUDGET');
	expect(await advertiser.one(applying(recommendation))).toEqual({ applied: true, resourceName: recommendation, type: 'CAMPAIGN_BUDGET', budgetBefore: 5, budgetAfter: 8, currency: 'EUR' });
	expect(await budgets()).toContain(8);
	expect((await advertiser.calls(action))[0]?.body).toEqual({ operations: [{ resourceName: recommendation }], partialFailure: false });
	expect(await advertiser.refusal(applying(recommendation))).toMatchObject({ error: expect.stringMatching(/does not make this recommendation any more/) });
	expect(await advertiser.calls(action)).toHaveLength(1);
});

test('with a budget of the person’s own, or what the kind asks for', async () => {
	expect(await advertiser.one(applying(await named('CAMPAIGN_BUDGET'), { largestIncrease: 20, options: { newBudget: 5.5 } }))).toMatchObject({ budgetBefore: 5, budgetAfter: 5.5 });
	expect((await advertiser.calls(action))[0]?.body).toMatchObject({ operations: [{ campaignBudget: { newBudgetAmountMicros: '5500000' } }] });
	expect(await budgets()).toContain(5.5);
	expect(await advertiser.one(applying(await named('KEYWORD'), { options: { parameters: '{"keyword": {"matchType": "EXACT"}}' } }))).toEqual({ applied: true, resourceName: expect.any(String), type: 'KEYWORD' });
	expect((await advertiser.calls(action))[1]?.body).toMatchObject({ operations: [{ keyword: { matchType: 'EXACT' } }] });
});

test.each([
	{ name: 'without Confirm', more: { confirm: false }, message: /^Confirm: is off, and applying a recommendation takes effect at once/ },
	{ name: 'a raise above what is allowed', more: { largestIncrease: 50 }, message: /^Largest Increase \(%\): the budget would go from 5 EUR to 8 EUR, 60 % more; 50 % are allowed/ },
	{ name: 'a raise of the person’s own', more: { options: { newBudget: 50 } }, message: /from 5 EUR to 50 EUR, 900 % more/ },
	{ name: 'a raise hidden in Parameters', more: { options: { parameters: '{"campaignBudget": {"newBudgetAmountMicros": "90000000"}}' } }, message: /from 5 EUR to 90 EUR/ },
	{ name: 'a raise under the names of the protos', more: { options: { parameters: '{"campaign_budget": {"new_budget_amount_micros": 90000000}}' } }, message: /from 5 EUR to 90 EUR/ },
	{ name: 'a raise in another notation', more: { options: { parameters: '{"campaignBudget": {"newBudgetAmountMicros": "9e7"}}' } }, message: /^Parameters: “9e7” under “newBudgetAmountMicros” is not an amount in micros/ },
	{ name: 'an amount that the currency has no coins for', more: { options: { newBudget: 5.555 } }, message: /^New Budget: “5.555” has too many decimals/ },
	{ name: 'Parameters that are no JSON', more: { options: { parameters: '{' } }, message: /^Parameters: is not a JSON object/ },
	{ name: 'an amount that is none', more: { options: { newBudget: -3 } }, message: /^New Budget: “-3” is not an amount/ },
])('$name: nothing is applied', async ({ more, message }) => {
	expect(await advertiser.refusal(applying(await named('CAMPAIGN_BUDGET'), more))).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
	expect(await advertiser.calls(action)).toEqual([]);
	expect(await budgets()).toEqual([5, 20]);
});

test.each([
	{ recommendation: 'customers/1/recommendations/x', message: /is for account 1, not for 2220000002/ },
	{ recommendation: 'a b', message: /“a b” is not the ID of a recommendation/ },
	{ recommendation: 'MTIz', message: /does not make this recommendation any more/ },
])('$recommendation is refused', async ({ recommendation, message }) => {
	expect(await advertiser.refusal(applying(recommendation))).toMatchObject({ error: expect.stringMatching(message) });
	expect(await advertiser.calls(action)).toEqual([]);
});

test('what is applied is what was looked at: Parameters cannot name another recommendation', async () => {
	const [keyword, budget] = [await named('KEYWORD'), await named('CAMPAIGN_BUDGET')];
	expect(await advertiser.one(applying(keyword, { options: { parameters: { resourceName: budget, keyword: { match_type: 'EXACT' } } } }))).toMatchObject({ type: 'KEYWORD', resourceName: keyword });
	expect((await advertiser.calls(action))[0]?.body).toEqual({ operations: [{ resourceName: keyword, keyword: { matchType: 'EXACT' } }], partialFailure: false });
	expect(await budgets()).toEqual([5, 20]);
});

test('what stands in a field cannot write the query', async () => {
	const listing = { resource: 'recommendation', operation: 'getAll', types: [], dismissed: false, returnAll: true, campaign: byId('') };
	expect(await advertiser.refusal({ ...listing, campaign: byId("1' AND recommendation.type = 'KEYWORD") })).toMatchObject({ error: expect.stringMatching(/^Campaign: .* is not the ID of a campaign/) });
	await advertiser.refusal({ ...listing, types: ["KEYWORD') AND recommendation.type IN ('CAMPAIGN_BUDGET"] });
	expect((await advertiser.calls(/googleAds:search$/)).at(-1)?.body.query).toContain(String.raw`IN ('KEYWORD\') AND recommendation.type IN (\'CAMPAIGN_BUDGET')`);
});

test('a budget for a kind that has none is refused', async () => {
	expect(await advertiser.refusal(applying(await named('KEYWORD'), { options: { newBudget: 6 } }))).toMatchObject({ error: expect.stringMatching(/^New Budget: a recommendation of the kind KEYWORD takes no budget/) });
});

test('a lost answer to apply is in doubt and never sent again; one to dismiss is', async () => {
	const recommendation = await named('CAMPAIGN_BUDGET');
	await advertiser.sandbox.fault({ network: 'google', match: 'recommendations:apply', kind: 'reset', when: 'after' });
	expect(await advertiser.refusal(applying(recommendation))).toMatchObject({ details: { verdict: 'unknown' } });
	expect(await advertiser.calls(action)).toHaveLength(1);
	expect(await budgets()).toContain(8);
	const keyword = await named('KEYWORD');
	await advertiser.sandbox.fault({ network: 'google', match: 'recommendations:dismiss', kind: 'reset', when: 'after' });
	expect(await advertiser.one({ resource: 'recommendation', operation: 'dismiss', recommendation: keyword })).toEqual({ dismissed: true, resourceName: keyword });
});

import { customer, openWriter, yen } from './writer';
import type { Writer } from './writer';

let florist: Writer;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const own = async () => (await florist.find('budget', 'Bouquets - Nantes')).id;
const shared = async () => (await florist.find('budget', 'Budget saison')).id;
const update = (budget: string, amount: number, more = {}) => ({ resource: 'budget', operation: 'update', budget, updateFields: { amount }, largestIncrease: 100, ...more });

describe('reading', () => {
	test('many and one, amounts in the currency of the account', async () => {
		const budgets = await florist.rows({ resource: 'budget', operation: 'getAll', returnAll: true });
		expect(budgets.map(({ name, amount, currency, explicitlyShared }) => [name, amount, currency, explicitlyShared])).toContainEqual(['Budget saison', 20, 'EUR', true]);
		const id = await own();
		expect(await florist.one({ resource: 'budget', operation: 'get', budget: id })).toMatchObject({ id, amount: 5, currency: 'EUR', status: 'ENABLED' });
	});
});

describe('creating', () => {
	test('one of a campaign’s own unless it is to be shared', async () => {
		const made = await florist.one({ resource: 'budget', operation: 'create', name: 'Noël', amount: 12.34 });
		expect(made).toMatchObject({ id: expect.stringMatching(/^\d+$/), resourceName: `customers/${customer}/campaignBudgets/${String(made.id)}`, amount: 12.34, shared: false, created: true });
		const [sent] = await florist.mutates();
		expect(sent).toMatchObject({ collection: 'campaignBudgets', body: { partialFailure: true, validateOnly: false, operations: [{ create: { name: 'Noël', amountMicros: '12340000', explicitlyShared: false, deliveryMethod: 'STANDARD' } }] } });
	});

	test('a second shared one of the same name is refused before it is sent', async () => {
		expect(await florist.refusal({ resource: 'budget', operation: 'create', name: 'Budget saison', amount: 5, shared: true })).toMatchObject({ error: expect.stringContaining('exists already'), details: { code: 'exists', verdict: 'fix-input' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a name is as long as its bytes, for a budget', async () => {
		const create = { resource: 'budget', operation: 'create', amount: 5, shared: true };
		expect(await florist.refusal({ ...create, name: 'б'.repeat(128) })).toMatchObject({ error: 'Name: takes 256 bytes; Google allows 255 for a budget.' });
		expect(await florist.mutates()).toEqual([]);
		expect(await florist.one({ ...create, name: 'б'.repeat(127) })).toMatchObject({ created: true });
	});

	test('checked only, nothing is there afterwards', async () => {
		const create = { resource: 'budget', operation: 'create', name: 'Essai', amount: 5, options: { validateOnly: true } };
		expect(await florist.one(create)).toMatchObject({ valid: true, created: false, message: 'Budget “Essai” would be created.' });
		expect(await florist.mutates()).toMatchObject([{ body: { validateOnly: true } }]);
		expect(await florist.rows({ resource: 'budget', operation: 'getAll', filters: { nameContains: 'Essai' } })).toEqual([]);
	});
});

describe('money', () => {
	test.each([
		[12.345, 'has too many decimals; Google takes at most 2 decimals in EUR'],
		[0, 'is 0'],
		['douze', 'is not an amount'],
	])('%s euros are refused before anything is sent', async (amount, says) => {
		expect(await florist.refusal({ resource: 'budget', operation: 'create', name: 'Essai', amount })).toMatchObject({ error: expect.stringContaining(says) });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a yen has no smaller coin', async () => {
		const create = { account: yen, resource: 'budget', operation: 'create', name: 'Essai' };
		expect(await florist.refusal({ ...create, amount: 1800.5 })).toMatchObject({ error: expect.stringContaining('Google takes whole amounts only in JPY') });
		expect(await florist.one({ ...create, amount: 1800 })).toMatchObject({ created: true });
		expect(await florist.mutates()).toMatchObject([{ body: { operations: [{ create: { amountMicros: '1800000000' } }] } }]);
	});
});

describe('changing the amount', () => {
	test('sends what differs, and tells how it was', async () => {
		const budget = await own();
		expect(await florist.one(update(budget, 7.5))).toMatchObject({ id: budget, changed: true, before: { amount: 5 }, after: { amount: 7.5 }, currency: 'EUR', campaigns: ['Bouquets - Nantes'] });
		expect(await florist.mutates()).toMatchObject([{ body: { operations: [{ update: { resourceName: `customers/${customer}/campaignBudgets/${budget}`, amountMicros: '7500000' }, updateMask: 'amountMicros' }] } }]);
		expect(await florist.one({ resource: 'budget', operation: 'get', budget })).toMatchObject({ amount: 7.5 });
	});

	test('a resource name will do too, one of another account will not', async () => {
		const budget = `customers/${customer}/campaignBudgets/${await own()}`;
		expect(await florist.one(update(budget, 6))).toMatchObject({ changed: true });
		expect(await florist.refusal(update('customers/9999999999/campaignBudgets/1', 6))).toMatchObject({ error: expect.stringContaining('is in account 9999999999') });
		expect(await florist.refusal(update(`customers/${customer}/campaigns/1`, 6))).toMatchObject({ error: expect.stringContaining('is not the resource name of a budget') });
	});

	test('an increase beyond the limit is refused, unless the limit is raised', async () => {
		const budget = await own();
		expect(await florist.refusal(update(budget, 500))).toMatchObject({ error: expect.stringMatching(/would rise from 5\.00 EUR to 500\.00 EUR a day, by 9900 %; “Largest Increase” allows 100 %/), details: { code: 'increase' } });
		expect(await florist.mutates()).toEqual([]);
		expect(await florist.one(update(budget, 500, { largestIncrease: 100_000 }))).toMatchObject({ changed: true });
	});

	test.each<[unknown, string]>([['={{ $json.nothing }}', ''], ['={{ null }}', ''], ['={{ "" }}', ''], ['={{ "beaucoup" }}', 'beaucoup'], ['={{ -1 }}', '-1']])('a limit of %s is none that counts, and lifts nothing', async (largest, text) => {
		expect(await florist.refusal(update(await own(), 500, { largestIncrease: largest }))).toMatchObject({ error: `Largest Increase (%): “${text}” is not a percentage.`, details: { verdict: 'fix-input' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a word for no does not open a shared budget', async () => {
		expect(await florist.refusal(update(await shared(), 25, { options: { allowShared: '={{ "false" }}' } }))).toMatchObject({ details: { code: 'shared' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test.each(['={{ "true" }}', '={{ "false" }}', '={{ 1 }}', '={{ $json.nothing }}'])('a check of %s is neither, and nothing is done', async (check) => {
		expect(await florist.refusal(update(await own(), 6, { options: { validateOnly: check } }))).toMatchObject({ error: expect.stringMatching(/^Validate Only: “.*” is neither true nor false/) });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a shared budget is refused, naming the campaigns, unless that is meant', async () => {
		const budget = await shared();
		expect(await florist.refusal(update(budget, 25))).toMatchObject({ error: expect.stringMatching(/2 campaigns would get another budget, “Mariages”, “Fleurs séchées”/), details: { code: 'shared' } });
		expect(await florist.mutates()).toEqual([]);
		expect(await florist.one(update(budget, 25, { options: { allowShared: true } }))).toMatchObject({ changed: true, campaigns: ['Mariages', 'Fleurs séchées'] });
	});
});

describe('removing', () => {
	test('one in use is refused, naming who uses it', async () => {
		const budget = await shared();
		expect(await florist.refusal({ resource: 'budget', operation: 'remove', budget })).toMatchObject({ error: expect.stringContaining('in use by “Mariages”, “Fleurs séchées”'), details: { code: 'in-use' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('one that nobody uses goes, once', async () => {
		const { id } = await florist.one({ resource: 'budget', operation: 'create', name: 'Passager', amount: 5, shared: true });
		const remove = { resource: 'budget', operation: 'remove', budget: String(id) };
		expect(await florist.one(remove)).toMatchObject({ id, removed: true, changed: true });
		expect(await florist.one(remove)).toMatchObject({ id, removed: true, changed: false });
		expect((await florist.mutates()).map(({ body }) => body.operations)).toEqual([expect.anything(), [{ remove: `customers/${customer}/campaignBudgets/${String(id)}` }]]);
	});
});

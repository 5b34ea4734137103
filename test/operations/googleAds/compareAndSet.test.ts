import { customer, openWriter } from './writer';
import type { Writer } from './writer';

let florist: Writer;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const idOf = async (resource: string, name: string) => (await florist.find(resource, name)).id;

describe('Only If', () => {
	test('as expected, it is changed', async () => {
		const campaign = await idOf('campaign', 'Mariages');
		expect(await florist.one({ resource: 'campaign', operation: 'pause', campaign, onlyIf: { status: 'ENABLED' } })).toMatchObject({ changed: true });
	});

	test('stale, it is refused with both values, and nothing is sent', async () => {
		const campaign = await idOf('campaign', 'Mariages');
		expect(await florist.refusal({ resource: 'campaign', operation: 'update', campaign, updateFields: { name: 'Noces' }, onlyIf: { status: 'PAUSED' } })).toEqual({
			error: 'Only If: the status of the campaign “Mariages” is ENABLED, not PAUSED. Nothing was changed.',
			details: { code: 'only-if', verdict: 'fix-input', hint: expect.stringContaining('look at it') },
		});
		expect(await florist.mutates()).toEqual([]);
	});

	test('what is as wanted already is done, whatever was expected', async () => {
		const campaign = await idOf('campaign', 'Mariages');
		expect(await florist.one({ resource: 'campaign', operation: 'enable', campaign, onlyIf: { status: 'PAUSED' } })).toMatchObject({ changed: false, after: { status: 'ENABLED' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('an amount is compared in the currency of the account', async () => {
		const budget = await idOf('budget', 'Bouquets - Nantes');
		const update = { resource: 'budget', operation: 'update', budget, updateFields: { amount: 6 }, largestIncrease: 100 };
		expect(await florist.refusal({ ...update, onlyIf: { amount: 4.5 } })).toMatchObject({ error: 'Only If: the amount of the budget “Bouquets - Nantes” is 5.00 EUR, not 4.50 EUR. Nothing was changed.' });
		expect(await florist.one({ ...update, onlyIf: { amount: 5 } })).toMatchObject({ changed: true, before: { amount: 5 }, after: { amount: 6 } });
	});

	test('a bid too', async () => {
		const adGroup = await idOf('adGroup', 'Bouquets du jour');
		const update = { resource: 'adGroup', operation: 'update', adGroup, updateFields: { cpcBid: 0.75 } };
		expect(await florist.refusal({ ...update, onlyIf: { cpcBid: 0.5 } })).toMatchObject({ error: expect.stringContaining('the bid of the ad group “Bouquets du jour” is 0.60 EUR, not 0.50 EUR') });
		expect(await florist.one({ ...update, onlyIf: { cpcBid: 0.6 } })).toMatchObject({ changed: true });
	});

	test('what is expected of an item without it is refused, not taken for nothing', async () => {
		const campaign = await idOf('campaign', 'Mariages');
		expect(await florist.refusal({ resource: 'campaign', operation: 'remove', campaign, onlyIf: { status: '={{ $json.nothing }}' } })).toMatchObject({ error: expect.stringMatching(/^Only If: the status that is expected is empty/), details: { verdict: 'fix-input' } });
		const budget = await idOf('budget', 'Bouquets - Nantes');
		expect(await florist.refusal({ resource: 'budget', operation: 'update', budget, updateFields: { amount: 6 }, largestIncrease: 100, onlyIf: { amount: '={{ $json.nothing }}' } })).toMatchObject({ error: expect.stringMatching(/^Only If: the amount that is expected is empty/) });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a removal waits for what is expected as well', async () => {
		const campaign = await idOf('campaign', 'Mariages');
		const remove = { resource: 'campaign', operation: 'remove', campaign, onlyIf: { status: 'PAUSED' } };
		expect(await florist.refusal(remove)).toMatchObject({ details: { code: 'only-if' } });
		await florist.one({ resource: 'campaign', operation: 'pause', campaign });
		expect(await florist.one(remove)).toMatchObject({ removed: true });
	});
});

test('somebody else’s change between two runs is not overwritten', async () => {
	const budget = await idOf('budget', 'Bouquets - Nantes');
	const seen = Number((await florist.one({ resource: 'budget', operation: 'get', budget })).amount);
	await florist.one({ resource: 'budget', operation: 'update', budget, updateFields: { amount: 8 }, largestIncrease: 1000 });
	expect(await florist.refusal({ resource: 'budget', operation: 'update', budget, updateFields: { amount: seen * 1.2 }, largestIncrease: 1000, onlyIf: { amount: seen } })).toMatchObject({ error: expect.stringContaining('is 8.00 EUR, not 5.00 EUR') });
	expect(await florist.one({ resource: 'budget', operation: 'get', budget })).toMatchObject({ amount: 8, resourceName: `customers/${customer}/campaignBudgets/${budget}` });
});

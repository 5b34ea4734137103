import { customer, openWriter, yen } from './writer';
import type { Writer } from './writer';

let florist: Writer;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const idOf = async (name: string) => (await florist.find('campaign', name)).id;
const nameOf = (id: string) => `customers/${customer}/campaigns/${id}`;
const update = (campaign: string, updateFields: object, more = {}) => ({ resource: 'campaign', operation: 'update', campaign, updateFields: { ...updateFields }, ...more });
const create = { resource: 'campaign', operation: 'create', name: 'Printemps', dailyBudget: 12.5, biddingStrategy: 'TARGET_SPEND' };

describe('reading', () => {
	test('many: by default without the removed ones, filtered by name and status', async () => {
		const all = await florist.rows({ resource: 'campaign', operation: 'getAll', returnAll: true });
		expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['Bouquets - Nantes', 'Mariages', 'Fleurs séchées']));
		expect(await florist.rows({ resource: 'campaign', operation: 'getAll', filters: { nameContains: 'mariage' } })).toHaveLength(1);
		await florist.one({ resource: 'campaign', operation: 'remove', campaign: await idOf('Mariages') });
		expect(await florist.rows({ resource: 'campaign', operation: 'getAll', filters: { nameContains: 'mariage' } })).toEqual([]);
		expect(await florist.rows({ resource: 'campaign', operation: 'getAll', filters: { statuses: ['REMOVED'] } })).toMatchObject([{ name: 'Mariages', status: 'REMOVED' }]);
	});

	test('the limit is asked of Google', async () => {
		await florist.quiet();
		expect(await florist.rows({ resource: 'campaign', operation: 'getAll', returnAll: false, limit: 2 })).toHaveLength(2);
		expect((await florist.queries()).at(-1)).toMatch(/ LIMIT 2$/);
	});

	test('one, with its budget in the currency of the account', async () => {
		const id = await idOf('Bouquets - Nantes');
		const campaign = await florist.one({ resource: 'campaign', operation: 'get', campaign: nameOf(id) });
		expect(campaign).toMatchObject({ id, name: 'Bouquets - Nantes', status: 'ENABLED', biddingStrategyType: 'MANUAL_CPC', campaignBudget: { amount: 5 }, currency: 'EUR' });
		expect(await florist.refusal({ resource: 'campaign', operation: 'get', campaign: '1' })).toMatchObject({ error: 'Campaign: there is no campaign 1 in this account.', details: { code: 'missing' } });
	});
});

describe('creating', () => {
	test('a campaign and its own budget, both or none, paused', async () => {
		const made = await florist.one(create);
		expect(made).toMatchObject({ id: expect.stringMatching(/^\d+$/), name: 'Printemps', status: 'PAUSED', dailyBudget: 12.5, created: true });
		const budget = `customers/${customer}/campaignBudgets/-1`;
		expect(await florist.mutates()).toMatchObject([
			{
				collection: 'googleAds',
				body: {
					partialFailure: false,
					mutateOperations: [
						{ campaignBudgetOperation: { create: { resourceName: budget, amountMicros: '12500000', explicitlyShared: false } } },
						{
							campaignOperation: {
								create: {
									...{ name: 'Printemps', status: 'PAUSED', advertisingChannelType: 'SEARCH', campaignBudget: budget, targetSpend: {} },
									networkSettings: { targetGoogleSearch: true, targetSearchNetwork: true, targetContentNetwork: false },
									containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING',
								},
							},
						},
					],
				},
			},
		]);
		expect(await florist.one({ resource: 'campaign', operation: 'get', campaign: String(made.id) })).toMatchObject({ biddingStrategyType: 'TARGET_SPEND', campaignBudget: { amount: 12.5 } });
	});

	test.each([
		[{ biddingStrategy: 'MANUAL_CPC' }, { manualCpc: {} }],
		[{ biddingStrategy: 'TARGET_SPEND', maximumCpc: 0.8 }, { targetSpend: { cpcBidCeilingMicros: '800000' } }],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSIONS' }, { maximizeConversions: {} }],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSIONS', targetCpa: 9.99 }, { maximizeConversions: { targetCpaMicros: '9990000' } }],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSION_VALUE' }, { maximizeConversionValue: {} }],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSION_VALUE', targetRoas: 3.5 }, { maximizeConversionValue: { targetRoas: 3.5 } }],
	])('with the bidding of %o', async (bidding, sent) => {
		expect(await florist.one({ ...create, ...bidding })).toMatchObject({ created: true });
		const operations = (await florist.mutates())[0]?.body.mutateOperations?.[1];
		expect(operations).toMatchObject({ campaignOperation: { create: sent } });
		const given = Object.keys((operations as { campaignOperation: { create: object } }).campaignOperation.create);
		expect(given.filter((name) => ['manualCpc', 'targetSpend', 'maximizeConversions', 'maximizeConversionValue'].includes(name))).toEqual(Object.keys(sent));
	});

	test('with dates, networks and the declaration for the EU', async () => {
		const additionalFields = { startDate: `${day(3)}T00:00:00`, endDate: `${day(30)}T14:00:00.000+02:00`, networks: ['DISPLAY'], euPoliticalAds: true };
		expect(await florist.one({ ...create, additionalFields })).toMatchObject({ created: true });
		expect((await florist.mutates())[0]?.body.mutateOperations?.[1]).toMatchObject({
			campaignOperation: {
				create: {
					...{ startDateTime: `${day(3)} 00:00:00`, endDateTime: `${day(30)} 23:59:59`, containsEuPoliticalAdvertising: 'CONTAINS_EU_POLITICAL_ADVERTISING' },
					networkSettings: { targetGoogleSearch: true, targetSearchNetwork: false, targetContentNetwork: true },
				},
			},
		});
	});

	test.each([
		[{ additionalFields: { startDate: day(9), endDate: day(3) } }, 'is before the start date'],
		[{ additionalFields: { startDate: day(-3) } }, 'is past'],
		[{ additionalFields: { endDate: 'demain' } }, '“demain” is not a date'],
		[{ dailyBudget: 12.345 }, 'Daily Budget: “12.345” has too many decimals'],
		[{ biddingStrategy: 'TARGET_SPEND', maximumCpc: '={{ $json.nothing }}' }, 'Maximum Bid: is empty'],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSIONS', targetCpa: '={{ "" }}' }, 'Target CPA: is empty'],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSION_VALUE', targetRoas: '={{ null }}' }, 'Target ROAS: is empty'],
		[{ biddingStrategy: 'MAXIMIZE_CONVERSION_VALUE', targetRoas: 5000 }, 'Target ROAS: is 5000; Google takes 0.01 to 1000'],
		[{ name: 'x'.repeat(256) }, 'has 256 characters; Google allows 255'],
		[{ name: 'Mariages' }, 'Campaign: the campaign “Mariages” exists already'],
	])('is refused before it is sent: %o', async (parameters, says) => {
		expect(await florist.refusal({ ...create, ...parameters })).toMatchObject({ error: expect.stringContaining(says), details: { verdict: 'fix-input' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('checked only, neither campaign nor budget is there afterwards', async () => {
		expect(await florist.one({ ...create, options: { validateOnly: true } })).toMatchObject({ valid: true, created: false, message: 'Campaign “Printemps” would be created.' });
		expect(await florist.mutates()).toMatchObject([{ body: { validateOnly: true } }]);
		expect(await florist.rows({ resource: 'campaign', operation: 'getAll', filters: { nameContains: 'Printemps' } })).toEqual([]);
	});

	test('in an account in yen, whole amounts', async () => {
		expect(await florist.refusal({ ...create, account: yen })).toMatchObject({ error: expect.stringContaining('whole amounts only in JPY') });
		expect(await florist.one({ ...create, account: yen, dailyBudget: 1800 })).toMatchObject({ created: true });
	});

	test('a manager account has no campaigns', async () => {
		expect(await florist.refusal({ ...create, account: '1110000001' })).toMatchObject({ error: expect.stringMatching(/Account: |refused/) });
		expect(await florist.mutates()).toEqual([]);
	});
});

describe('changing', () => {
	test('sends only what differs, with its mask', async () => {
		const id = await idOf('Bouquets - Nantes');
		expect(await florist.one(update(id, { name: 'Bouquets - Nantes', status: 'PAUSED', endDate: day(30) }))).toMatchObject({ id, changed: true, before: { status: 'ENABLED', endDateTime: null }, after: { name: 'Bouquets - Nantes', status: 'PAUSED', endDateTime: `${day(30)} 23:59:59` } });
		expect(await florist.mutates()).toMatchObject([{ collection: 'campaigns', body: { operations: [{ update: { resourceName: nameOf(id), status: 'PAUSED', endDateTime: `${day(30)} 23:59:59` }, updateMask: 'status,endDateTime' }] } }]);
	});

	test('an end date can be taken away', async () => {
		const id = await idOf('Mariages');
		await florist.one(update(id, { endDate: day(30) }));
		await florist.quiet();
		expect(await florist.one(update(id, { noEndDate: true }))).toMatchObject({ changed: true, after: { endDateTime: null } });
		const [{ body } = { body: { operations: [] } }] = await florist.mutates();
		expect(body.operations).toEqual([{ update: { resourceName: nameOf(id) }, updateMask: 'endDateTime' }]);
		expect(await florist.one(update(id, { noEndDate: true }))).toMatchObject({ changed: false });
		expect(await florist.refusal(update(id, { noEndDate: true, endDate: day(5) }))).toMatchObject({ error: expect.stringContaining('there is an end date too') });
	});

	test('a target goes where the bidding of the campaign keeps it', async () => {
		const id = await idOf('Mariages');
		expect(await florist.one(update(id, { targetCpa: 10.5 }))).toMatchObject({ changed: true, before: { targetCpa: 12 }, after: { targetCpa: 10.5 }, currency: 'EUR' });
		expect(await florist.mutates()).toMatchObject([{ body: { operations: [{ update: { maximizeConversions: { targetCpaMicros: '10500000' } }, updateMask: 'maximizeConversions.targetCpaMicros' }] } }]);
	});

	test('a target that the bidding does not know is refused', async () => {
		const id = await idOf('Bouquets - Nantes');
		expect(await florist.refusal(update(id, { targetCpa: 10 }))).toMatchObject({ error: expect.stringContaining('campaign “Bouquets - Nantes” bids by MANUAL_CPC, which has none'), details: { hint: expect.stringContaining('MAXIMIZE_CONVERSIONS or TARGET_CPA') } });
		expect(await florist.refusal(update(await idOf('Mariages'), { targetRoas: 3 }))).toMatchObject({ error: expect.stringContaining('bids by MAXIMIZE_CONVERSIONS') });
		expect(await florist.mutates()).toEqual([]);
	});

	test('the start of a campaign that runs cannot be moved, that of a coming one can', async () => {
		expect(await florist.refusal(update(await idOf('Mariages'), { startDate: day(5) }))).toMatchObject({ error: expect.stringMatching(/Start Date: the campaign “Mariages” has started, on 2025-10-01/) });
		expect(await florist.mutates()).toEqual([]);
		const { id } = await florist.one({ ...create, additionalFields: { startDate: day(5) } });
		expect(await florist.one(update(String(id), { startDate: day(9) }))).toMatchObject({ changed: true, after: { startDateTime: `${day(9)} 00:00:00` } });
	});

	test('nothing to change is refused', async () => {
		expect(await florist.refusal(update(await idOf('Mariages'), {}))).toMatchObject({ error: expect.stringContaining('nothing is to be changed') });
	});

	test('checked only, it stays as it was', async () => {
		const id = await idOf('Mariages');
		expect(await florist.one(update(id, { status: 'PAUSED' }, { options: { validateOnly: true } }))).toMatchObject({ valid: true, changed: false, before: { status: 'ENABLED' }, after: { status: 'PAUSED' } });
		expect(await florist.mutates()).toMatchObject([{ body: { validateOnly: true } }]);
		expect(await florist.one({ resource: 'campaign', operation: 'get', campaign: id })).toMatchObject({ status: 'ENABLED' });
	});
});

describe('pausing, enabling and removing', () => {
	test('what is so already is not sent', async () => {
		const campaign = await idOf('Mariages');
		const pause = { resource: 'campaign', operation: 'pause', campaign };
		expect(await florist.one(pause)).toMatchObject({ changed: true, before: { status: 'ENABLED' }, after: { status: 'PAUSED' } });
		expect(await florist.one(pause)).toMatchObject({ changed: false, before: { status: 'PAUSED' }, after: { status: 'PAUSED' } });
		expect(await florist.one({ ...pause, operation: 'enable' })).toMatchObject({ changed: true, after: { status: 'ENABLED' } });
		expect((await florist.mutates()).map(({ body }) => body.operations?.[0]?.updateMask)).toEqual(['status', 'status']);
	});

	test('a removal is final and made once', async () => {
		const campaign = await idOf('Mariages');
		const remove = { resource: 'campaign', operation: 'remove', campaign };
		expect(await florist.one({ ...remove, options: { validateOnly: true } })).toMatchObject({ valid: true, removed: false });
		expect(await florist.one(remove)).toMatchObject({ id: campaign, name: 'Mariages', removed: true, changed: true });
		expect(await florist.one(remove)).toMatchObject({ removed: true, changed: false });
		expect((await florist.mutates()).map(({ body: { operations, validateOnly } }) => ({ operations, validateOnly }))).toEqual([true, false].map((validateOnly) => ({ operations: [{ remove: nameOf(campaign) }], validateOnly })));
		expect(await florist.refusal({ ...remove, operation: 'enable' })).toMatchObject({ error: expect.stringContaining('the campaign “Mariages” is removed') });
	});
});

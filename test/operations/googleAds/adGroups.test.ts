import { customer, item, openWriter } from './writer';
import type { Writer } from './writer';

let florist: Writer;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const campaignId = async (name: string) => (await florist.find('campaign', name)).id;
const idOf = async (name: string) => (await florist.find('adGroup', name)).id;
const update = (adGroup: string, updateFields: object) => ({ resource: 'adGroup', operation: 'update', adGroup, updateFields: { ...updateFields } });

describe('reading', () => {
	test('many: those of a campaign, by name and status', async () => {
		const campaign = await campaignId('Bouquets - Nantes');
		const all = await florist.rows({ resource: 'adGroup', operation: 'getAll', returnAll: true, filters: { campaign } });
		expect(all.map(({ name }) => name)).toEqual(['Bouquets du jour', 'Livraison de fleurs']);
		expect(all[0]).toMatchObject({ cpcBid: 0.6, currency: 'EUR', campaign: { id: campaign, name: 'Bouquets - Nantes' } });
		expect(await florist.rows({ resource: 'adGroup', operation: 'getAll', filters: { statuses: ['PAUSED'] } })).toMatchObject([{ name: 'Couronnes de l’Avent' }]);
	});

	test('one', async () => {
		const id = await idOf('Bouquets du jour');
		expect(await florist.one({ resource: 'adGroup', operation: 'get', adGroup: id })).toMatchObject({ id, name: 'Bouquets du jour', status: 'ENABLED' });
	});
});

describe('creating', () => {
	test('in a campaign, with a bid where that bids by hand', async () => {
		const campaign = await campaignId('Bouquets - Nantes');
		const made = await florist.one({ resource: 'adGroup', operation: 'create', campaign, name: 'Roses', cpcBid: 0.55, status: 'ENABLED' });
		expect(made).toMatchObject({ name: 'Roses', status: 'ENABLED', campaignId: campaign, created: true });
		expect(await florist.mutates()).toMatchObject([{ collection: 'adGroups', body: { operations: [{ create: { campaign: `customers/${customer}/campaigns/${campaign}`, name: 'Roses', status: 'ENABLED', type: 'SEARCH_STANDARD', cpcBidMicros: '550000' } }] } }]);
		expect(await florist.one({ resource: 'adGroup', operation: 'get', adGroup: String(made.id) })).toMatchObject({ cpcBid: 0.55 });
	});

	test('a bid that would have no effect is refused, and goes without', async () => {
		const create = { resource: 'adGroup', operation: 'create', campaign: await campaignId('Mariages'), name: 'Pièces montées' };
		expect(await florist.refusal({ ...create, cpcBid: 1 })).toMatchObject({ error: expect.stringMatching(/Bid: has no effect: campaign “Mariages” bids by itself \(MAXIMIZE_CONVERSIONS\)/) });
		expect(await florist.mutates()).toEqual([]);
		expect(await florist.one(create)).toMatchObject({ created: true });
	});

	test('names are unique in a campaign, not in the account', async () => {
		const items = ['Bouquets - Nantes', 'Mariages'].map(async (name) => item({ campaign: await campaignId(name) }));
		const create = { resource: 'adGroup', operation: 'create', campaign: '={{ $json.campaign }}', name: 'Bouquets du jour' };
		const results = await florist.rows(create, { items: await Promise.all(items), continueOnFail: true });
		expect(results).toMatchObject([{ error: expect.stringContaining('the ad group “Bouquets du jour” exists already'), details: { code: 'exists' } }, { created: true }]);
	});

	test('the same name twice in one run is refused the second time', async () => {
		const create = { resource: 'adGroup', operation: 'create', campaign: await campaignId('Mariages'), name: 'Arches' };
		expect(await florist.rows(create, { items: [item({}), item({})], continueOnFail: true })).toMatchObject([{ created: true }, { details: { code: 'exists' } }]);
	});
});

describe('changing', () => {
	test('name, status and bid, what differs alone', async () => {
		const adGroup = await idOf('Bouquets du jour');
		expect(await florist.one(update(adGroup, { name: 'Bouquets frais', status: 'ENABLED', cpcBid: 0.65 }))).toMatchObject({ changed: true, before: { name: 'Bouquets du jour', cpcBid: 0.6 }, after: { name: 'Bouquets frais', cpcBid: 0.65, status: 'ENABLED' }, currency: 'EUR' });
		expect(await florist.mutates()).toMatchObject([{ body: { operations: [{ update: { name: 'Bouquets frais', cpcBidMicros: '650000' }, updateMask: 'name,cpcBidMicros' }] } }]);
	});

	test('a bid under automated bidding is refused, and so is a target under manual bidding', async () => {
		expect(await florist.refusal(update(await idOf('Fleurs de mariage'), { cpcBid: 2 }))).toMatchObject({ error: expect.stringContaining('campaign “Mariages” bids by itself') });
		expect(await florist.refusal(update(await idOf('Bouquets du jour'), { targetCpa: 8 }))).toMatchObject({ error: expect.stringContaining('Target CPA: has no effect: campaign “Bouquets - Nantes” bids by MANUAL_CPC') });
		expect(await florist.refusal(update(await idOf('Fleurs de mariage'), { targetRoas: 2 }))).toMatchObject({ error: expect.stringContaining('Target ROAS: has no effect') });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a target of its own where the campaign has one', async () => {
		const adGroup = await idOf('Fleurs de mariage');
		expect(await florist.one(update(adGroup, { targetCpa: 9 }))).toMatchObject({ changed: true, after: { targetCpa: 9 } });
		expect(await florist.mutates()).toMatchObject([{ body: { operations: [{ update: { targetCpaMicros: '9000000' }, updateMask: 'targetCpaMicros' }] } }]);
	});
});

test('pausing, enabling and removing', async () => {
	const adGroup = await idOf('Bouquets du jour');
	const act = async (operation: string, more = {}) => await florist.one({ resource: 'adGroup', operation, adGroup, ...more });
	expect(await act('pause')).toMatchObject({ changed: true, after: { status: 'PAUSED' } });
	expect(await act('enable')).toMatchObject({ changed: true, after: { status: 'ENABLED' } });
	expect(await act('enable')).toMatchObject({ changed: false });
	expect(await act('remove', { options: { validateOnly: true } })).toMatchObject({ valid: true, removed: false });
	expect(await act('remove')).toMatchObject({ removed: true, changed: true });
	expect(await act('remove')).toMatchObject({ removed: true, changed: false });
	expect((await florist.mutates()).map(({ collection, body: { validateOnly } }) => [collection, validateOnly])).toEqual([['adGroups', false], ['adGroups', false], ['adGroups', true], ['adGroups', false]]);
});

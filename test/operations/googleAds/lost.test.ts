import { hurry, presentTime } from '../../support/time';
import { item, openWriter } from './writer';
import type { Writer } from './writer';

/** One sandbox for all, without a reset: at Google no ID ever comes twice. */
let florist: Writer;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.quiet());
afterAll(async () => await florist.sandbox.close());

const lost = (when: 'before' | 'after', times = 1) => ({ network: 'google', match: ':mutate', kind: 'reset', when, times }) as const;
const create = { resource: 'campaign', operation: 'create', dailyBudget: 12.5, biddingStrategy: 'TARGET_SPEND' };
const found = async (resource: string, filters: Record<string, string>) => await florist.rows({ resource, operation: 'getAll', filters });
const sent = async () => (await florist.mutates()).length;

describe('a change whose answer got lost', () => {
	test('that was made is told as made, and not sent again', async () => {
		const { id } = await florist.find('campaign', 'Mariages');
		await florist.sandbox.fault(lost('after'));
		expect(await florist.one({ resource: 'campaign', operation: 'pause', campaign: id })).toMatchObject({ changed: true, before: { status: 'ENABLED' }, after: { status: 'PAUSED' } });
		expect(await sent()).toBe(1);
	});

	test('that never arrived is sent again, also where Only If was', async () => {
		const { id } = await florist.find('campaign', 'Bouquets - Nantes');
		await florist.sandbox.fault(lost('before'));
		expect(await florist.one({ resource: 'campaign', operation: 'pause', campaign: id, onlyIf: { status: 'ENABLED' } })).toMatchObject({ changed: true });
		expect(await florist.find('campaign', 'Bouquets - Nantes')).toMatchObject({ status: 'PAUSED' });
		expect(await sent()).toBe(2);
	});

	test('a removal is looked for as well', async () => {
		const { id } = await florist.find('campaign', 'Mariages');
		await florist.sandbox.fault(lost('after'));
		expect(await florist.one({ resource: 'campaign', operation: 'remove', campaign: id })).toMatchObject({ removed: true, changed: true });
		expect(await sent()).toBe(1);
	});

	test('where Google stays away, the item may be run again', async () => {
		const { id } = await florist.find('campaign', 'Fleurs séchées');
		await florist.sandbox.fault(lost('before', 4));
		expect(await florist.refusal({ resource: 'campaign', operation: 'pause', campaign: id })).toMatchObject({ details: { verdict: 'retry', hint: expect.stringContaining('a repeat does no harm') } });
	}, 30_000);
});

describe('a new campaign whose answer got lost', () => {
	test('is found by its name, with its budget, and made once', async () => {
		await florist.sandbox.fault(lost('after'));
		const made = await florist.one({ ...create, name: 'Printemps' });
		expect(made).toMatchObject({ created: true, name: 'Printemps' });
		expect(await found('campaign', { nameContains: 'Printemps' })).toMatchObject([{ id: made.id, campaignBudget: { amount: 12.5 } }]);
		expect(await sent()).toBe(1);
	});

	test('is sent again where it is not there: Google takes a name once', async () => {
		await florist.sandbox.fault(lost('before'));
		expect(await florist.one({ ...create, name: 'Été' })).toMatchObject({ created: true });
		expect(await found('campaign', { nameContains: 'Été' })).toHaveLength(1);
		expect(await sent()).toBe(2);
	});

	test('a fault of the server’s is no different', async () => {
		await florist.sandbox.fault({ network: 'google', match: ':mutate', kind: 'status', status: 503, when: 'after' });
		expect(await florist.one({ ...create, name: 'Automne' })).toMatchObject({ created: true });
		expect(await found('campaign', { nameContains: 'Automne' })).toHaveLength(1);
		expect(await sent()).toBe(1);
	});
});

describe('keywords, whose answer got lost', () => {
	test('are found by their text, and only the rest is sent again', async () => {
		const { id: adGroup } = await florist.find('adGroup', 'Bouquets du jour');
		const items = ['renoncules', 'pivoines', 'dahlias'].map((text) => item({ text }));
		await florist.sandbox.fault(lost('after'));
		const made = await florist.rows({ resource: 'keyword', operation: 'create', adGroup, text: '={{ $json.text }}', matchType: 'EXACT', status: 'ENABLED' }, { items });
		expect(made).toMatchObject([{ created: true }, { created: true }, { created: true }]);
		expect(new Set(made.map(({ id }) => id)).size).toBe(3);
		expect(await sent()).toBe(1);
	});
});

describe('an ad, which has no name,', () => {
	const ad = async (page: string) => ({
		...{ resource: 'ad', operation: 'create', adGroup: (await florist.find('adGroup', 'Bouquets du jour')).id, finalUrl: `https://www.camelia.example/${page}` },
		...{ headlines: 'Renoncules\nDu marché\nAtelier Camélia', descriptions: 'Cueillies ce matin.\nLivrées ce soir.' },
	});
	const ads = async (page: string) => (await florist.rows({ resource: 'ad', operation: 'getAll', returnAll: true })).filter((one) => JSON.stringify(one).includes(`camelia.example/${page}`));

	test('is found by what it says', async () => {
		const parameters = await ad('renoncules');
		await florist.sandbox.fault(lost('after'));
		const made = await florist.one(parameters);
		expect(made).toMatchObject({ created: true });
		expect(await ads('renoncules')).toMatchObject([{ id: made.id }]);
		expect(await sent()).toBe(1);
	});

	test('is never sent again where it is not there: it may still come', async () => {
		const parameters = await ad('pivoines');
		await florist.sandbox.fault(lost('before'));
		expect(await florist.refusal(parameters)).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await ads('pivoines')).toEqual([]);
		expect(await sent()).toBe(1);
	});

	test('is not taken for one of the same texts that was there before', async () => {
		const parameters = await ad('dahlias');
		const { id } = await florist.one(parameters);
		await florist.quiet();
		await florist.sandbox.fault(lost('before'));
		expect(await florist.refusal(parameters)).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await ads('dahlias')).toMatchObject([{ id }]);
	});
});

describe('somebody else changes the same at the same time', () => {
	test('and the change is sent again', async () => {
		const { id } = await florist.find('campaign', 'Fleurs séchées');
		await florist.settings({ concurrentModification: 1 });
		expect(await florist.one({ resource: 'campaign', operation: 'update', campaign: id, updateFields: { name: 'Fleurs durables' } })).toMatchObject({ changed: true });
		expect(await sent()).toBe(2);
	});

	test('of many, those that collided alone', async () => {
		const items = (await florist.rows({ resource: 'campaign', operation: 'getAll', returnAll: true })).map(({ id }) => item({ id: String(id) }));
		await florist.settings({ concurrentModification: 1 });
		const rename = { resource: 'campaign', operation: 'update', campaign: '={{ $json.id }}', updateFields: { name: '=Nouvelle {{ $json.id }}' } };
		const results = await florist.rows(rename, { items });
		expect(results.length).toBeGreaterThan(2);
		expect(results.every(({ changed }) => changed === true)).toBe(true);
		expect(await sent()).toBe(2);
	});
});

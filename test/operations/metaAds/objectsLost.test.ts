import { byId, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

/** One sandbox for all, without a reset: at Meta no ID ever comes twice. Its clock is ahead, so that by its time whatever is made here may be what is looked for. */
let florist: Advertiser;
beforeAll(async () => {
	florist = await openAdvertiser();
	await florist.sandbox.advance(60);
});
afterEach(async () => await florist.quiet());
afterAll(async () => await florist.sandbox.close());

const create = { resource: 'campaign', operation: 'create', name: 'Printemps', objective: 'OUTCOME_TRAFFIC' };
const lost = (match: string, when: 'before' | 'after') => ({ network: 'meta', match, kind: 'reset', when }) as const;
const campaigns = async () => (await florist.run({ resource: 'campaign', operation: 'getAll' })).map(({ json }) => String(json.id));

describe('a new object whose answer got lost', () => {
	test('is found by its name', async () => {
		await florist.sandbox.fault(lost('/campaigns', 'after'));
		const { id } = await florist.one(create);
		expect(await campaigns()).toEqual([id]);
		expect(await florist.calls()).toHaveLength(1);
	});

	test('is not taken for one of the same name and second that another answer named', async () => {
		const before = await campaigns();
		const twin = await florist.campaignIn();
		await florist.quiet();
		await florist.sandbox.fault(lost('/campaigns', 'before'));
		expect(await florist.refusal(create)).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await florist.calls()).toHaveLength(1);
		expect((await campaigns()).sort()).toEqual([...before, twin].sort());
	});

	test('is one of two that it may be: nobody guesses', async () => {
		const twin = { special_ad_categories: [], name: 'Noël', objective: 'OUTCOME_TRAFFIC', is_adset_budget_sharing_enabled: false };
		await florist.client().post('/act_330000000000001/campaigns', twin);
		await florist.sandbox.fault(lost('/campaigns', 'after'));
		expect(await florist.refusal({ ...create, name: 'Noël' })).toMatchObject({ details: { verdict: 'unknown' } });
	});

	test('an ad set and an ad, by their names too', async () => {
		const campaign = await florist.campaignIn();
		await florist.sandbox.fault(lost('/adsets', 'after'));
		const adSet = await florist.adSetIn(campaign);
		const creative = await florist.creative();
		await florist.sandbox.fault(lost('/ads', 'after'));
		const ad = await florist.adIn(adSet, creative);
		const inCampaign = { filters: { campaignId: campaign } };
		expect(await florist.run({ resource: 'adSet', operation: 'getAll', ...inCampaign })).toMatchObject([{ json: { id: adSet } }]);
		expect(await florist.run({ resource: 'ad', operation: 'getAll', ...inCampaign })).toMatchObject([{ json: { id: ad } }]);
	});

	test('an audience, but for one of the same name and second that another answer named', async () => {
		const list = { resource: 'customAudience', operation: 'create', name: 'Clients fidèles' };
		const audiences = async () => await florist.run({ resource: 'customAudience', operation: 'getAll' });
		await florist.sandbox.fault(lost('/customaudiences', 'after'));
		expect(await florist.one(list)).toMatchObject({ id: expect.stringMatching(/^\d{18}$/), created: true });
		expect(await audiences()).toHaveLength(1);
		await florist.one({ ...list, name: 'Abonnés' });
		await florist.sandbox.fault(lost('/customaudiences', 'before'));
		expect(await florist.refusal({ ...list, name: 'Abonnés' })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await audiences()).toHaveLength(2);
	});

	test('a creative has no time to tell it by: nobody may send it again without looking', async () => {
		await florist.sandbox.fault(lost('/adcreatives', 'after'));
		const parameters = { resource: 'creative', operation: 'create', name: 'Bouquet', page: byId('100200300400501'), link: 'https://example.com/bouquets' };
		expect(await florist.refusal(parameters)).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await florist.calls()).toHaveLength(1);
	});

	test('a copy is found among those of its source', async () => {
		const campaign = await florist.campaignIn();
		await florist.quiet();
		await florist.sandbox.fault(lost('/copies', 'after'));
		const copy = await florist.one({ resource: 'campaign', operation: 'duplicate', campaign: byId(campaign) });
		expect(copy).toMatchObject({ id: expect.stringMatching(/^\d{18}$/), source_id: campaign });
		expect(copy.id).not.toBe(campaign);
		expect(await florist.calls()).toHaveLength(1);
	});

	test('a video by its title', async () => {
		await florist.sandbox.settings({ meta: { processingSeconds: 0 } });
		await florist.sandbox.fault(lost('/advideos', 'after'));
		const videoUrl = `${florist.sandbox.origin}/media/samples/bouquet-du-jour.mp4`;
		expect(await florist.one({ resource: 'video', operation: 'upload', videoUrl, name: 'Atelier' })).toMatchObject({ id: expect.stringMatching(/^\d{18}$/), status: 'ready' });
		expect(await florist.calls()).toHaveLength(1);
	});
});

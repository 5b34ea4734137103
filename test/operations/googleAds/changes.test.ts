import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, customer, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let advertiser: Advertiser;
beforeAll(async () => (advertiser = await openAdvertiser()));
beforeEach(async () => await advertiser.reset());
afterAll(async () => await advertiser.sandbox.close());

const changes = async (more: INodeParameters = {}) => await advertiser.rows({ resource: 'change', operation: 'getAll', campaign: byId(''), returnAll: true, options: {}, ...more });
const day = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(Date.now() + days * 86_400_000);

interface Named {
	resourceName: string;
	id: string;
}

/** Somebody works in the account with another tool. */
async function somebody() {
	const client = advertiser.client();
	const { data } = await client.post(`/customers/${customer}/googleAds:search`, { query: "SELECT campaign.id, campaign.campaign_budget FROM campaign WHERE campaign.name = 'Bouquets - Nantes'" });
	const { campaign }: { campaign: Named & { campaignBudget: string } } = data.results[0];
	const set = async (path: string, operations: object[]) => expect((await client.post(`/customers/${customer}/${path}:mutate`, { operations })).status).toBe(200);
	return {
		campaign,
		budget: async (euros: number) => await set('campaignBudgets', [{ update: { resourceName: campaign.campaignBudget, amountMicros: String(euros * 1e6) }, updateMask: 'amountMicros' }]),
		pause: async () => await set('campaigns', [{ update: { resourceName: campaign.resourceName, status: 'PAUSED' }, updateMask: 'status' }]),
		group: async () => await set('adGroups', [{ create: { name: 'Nouveau', campaign: campaign.resourceName, status: 'ENABLED', type: 'SEARCH_STANDARD', cpcBidMicros: '500000' } }]),
	};
}

test('who changed what, when, with what, from what to what: the latest first, money in major units', async () => {
	const { campaign, budget, pause, group } = await somebody();
	await budget(12.5);
	await advertiser.sandbox.advance(60);
	await pause();
	await advertiser.sandbox.advance(60);
	await group();
	const found = await changes();
	expect(found.map(({ operation, what }) => `${String(operation)} ${String(what)}`)).toEqual(['CREATE AD_GROUP', 'UPDATE CAMPAIGN', 'UPDATE CAMPAIGN_BUDGET']);
	expect(found[2]).toMatchObject({ who: 'camille@ateliercamelia.example', with: 'GOOGLE_ADS_API', timeZone: 'Europe/Paris', currency: 'EUR', resource: campaign.campaignBudget, changes: [{ field: 'amount', old: 5, new: 12.5 }] });
	expect(found[2]?.text).toBe('camille@ateliercamelia.example changed the campaign budget: amount from 5 to 12.5.');
	expect(found[1]).toMatchObject({ campaignId: campaign.id, campaignName: 'Bouquets - Nantes', changes: [{ field: 'status', old: 'ENABLED', new: 'PAUSED' }] });
	expect(found[1]?.text).toMatch(/changed the campaign in “Bouquets - Nantes”: status from ENABLED to PAUSED\.$/);
	expect(found[0]?.text).toMatch(/created the ad group in “Bouquets - Nantes”\.$/);
	expect((found[0]?.changes as IDataObject[]).find(({ field }) => field === 'cpcBid')).toEqual({ field: 'cpcBid', old: null, new: 0.5 });
	const [call] = (await advertiser.calls(/googleAds:search$/)).slice(-1);
	expect(call?.body.query).toMatch(/WHERE change_event\.change_date_time >= '\d{4}-\d\d-\d\d 00:00:00' AND change_event\.change_date_time <= '.*' ORDER BY change_event\.change_date_time DESC LIMIT 10000$/);
});

test('filters, a limit, and a day on which nothing happened', async () => {
	const { campaign, budget, pause } = await somebody();
	await budget(6);
	await pause();
	expect(await changes({ options: { kinds: ['CAMPAIGN'] } })).toMatchObject([{ what: 'CAMPAIGN' }]);
	expect(await changes({ campaign: byId(campaign.id) })).toMatchObject([{ what: 'CAMPAIGN' }]);
	expect(await changes({ options: { by: 'bruno@ateliercamelia.example' } })).toEqual([]);
	expect(await changes({ options: { clients: ['GOOGLE_ADS_WEB_CLIENT'] } })).toEqual([]);
	expect(await changes({ returnAll: false, limit: 1 })).toHaveLength(1);
	expect(await changes({ since: day(-5), until: day(-2) })).toEqual([]);
});

test('what expressions give is read as text, and cannot write the query', async () => {
	expect(await changes({ campaign: byId('20000000002'), options: { by: 7 } })).toEqual([]);
	await advertiser.refusal({ resource: 'change', operation: 'getAll', campaign: byId(''), returnAll: true, options: { kinds: ["AD') AND campaign.id IN ('1"] } });
	expect((await advertiser.calls(/googleAds:search$/)).at(-1)?.body.query).toContain(String.raw`IN ('AD\') AND campaign.id IN (\'1')`);
});

test('a limit gives the latest', async () => {
	const { budget } = await somebody();
	for (let euros = 6; euros < 12; euros++) {
		await budget(euros);
		await advertiser.sandbox.advance(1);
	}
	const all = (await changes()).map(({ text }) => text);
	expect(all).toHaveLength(6);
	expect((await changes({ returnAll: false, limit: 4 })).map(({ text }) => text)).toEqual(all.slice(0, 4));
});

test('more than one query gives are asked for from the earliest on, each once', async () => {
	const { campaign } = await somebody();
	const client = advertiser.client();
	for (let part = 0; part < 3; part++) {
		const operations = Array.from({ length: 4_000 }, (_, index) => ({ create: { campaign: campaign.resourceName, negative: true, keyword: { text: `sans ${part} ${index}`, matchType: 'EXACT' } } }));
		expect((await client.post(`/customers/${customer}/campaignCriteria:mutate`, { operations })).status).toBe(200);
		await advertiser.sandbox.advance(60);
	}
	await advertiser.quiet();
	const all = await changes();
	expect(all).toHaveLength(12_000);
	expect(new Set(all.map(({ resource }) => resource)).size).toBe(12_000);
	expect((await advertiser.calls(/googleAds:search$/)).filter(({ body }) => /FROM change_event/.test(String(body.query)))).toHaveLength(2);
});

test.each([
	{ more: { since: '2020-01-01' }, message: /^Since: 2020-01-01 is too long ago; Google keeps changes for 30 days/ },
	{ more: { since: day(-1), until: day(-2) }, message: /^Since: is later than “Until”/ },
	{ more: { since: 'soon' }, message: /^Since: “soon” is no date/ },
	{ more: { until: '2026-02-30' }, message: /^Until: “2026-02-30” is no date/ },
	{ more: { campaign: byId('1 AND campaign.id > 0') }, message: /^Campaign: “1 AND campaign.id > 0” is not the ID of a campaign/ },
])('$more is refused', async ({ more, message }) => {
	const { error } = await advertiser.refusal({ resource: 'change', operation: 'getAll', campaign: byId(''), returnAll: true, options: {}, ...more });
	expect(error).toMatch(message);
	expect(await advertiser.calls(/change_event/)).toEqual([]);
});

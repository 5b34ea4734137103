import { seed } from '../../../sandbox/networks/seed';
import { byId, openAdvertiser, yen } from './advertiser';
import type { Advertiser } from './advertiser';

/**
 * Meta's limit for an ad account, told in the headers of every reply. What is an hour there is a few seconds here: the bucket takes
 * 300 calls at once, and 50 more a second.
 */
const limit = { calls: 300, perSecond: 50 };
const burst = 500;

let florist: Advertiser;
let campaign: string;
beforeAll(async () => {
	florist = await openAdvertiser();
	campaign = await florist.campaignIn();
});
beforeEach(async () => {
	await florist.sandbox.settings({ meta: { adsRateLimit: limit, businessUsage: null } });
	// By the sandbox's clock the bucket is empty again.
	await florist.sandbox.advance(3600);
	await florist.quiet();
});
afterAll(async () => await florist.sandbox.close());

const read = async (items: number) => await florist.run({ resource: 'campaign', operation: 'get', campaign: byId(campaign) }, { items: Array.from({ length: items }, () => ({ json: {} })) });
const statuses = async () => (await florist.calls('GET')).map(({ status }) => status);
const timed = async (work: () => Promise<unknown>) => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};

test.each([80004, 613])('a burst that makes a naive loop meet %d finishes without', async (code) => {
	await florist.sandbox.settings({ meta: { adsRateLimit: { ...limit, code } } });
	const client = florist.client();
	const naive = await Promise.all(Array.from({ length: burst }, async () => (await client.get<{ error?: { code: number } }>(`/${campaign}?fields=name`)).data.error?.code));
	expect(naive.filter((one) => one === code).length).toBeGreaterThan(50);
	await florist.sandbox.advance(3600);
	await florist.quiet();
	expect(await read(burst)).toHaveLength(burst);
	const seen = await statuses();
	expect(seen.length).toBeGreaterThanOrEqual(burst);
	expect(seen.filter((status) => status !== 200)).toEqual([]);
}, 60_000);

test('two workflows at once share the pace of their ad account', async () => {
	const both = await Promise.all([read(burst / 2), read(burst / 2)]);
	expect(both.flat()).toHaveLength(burst);
	expect((await statuses()).filter((status) => status !== 200)).toEqual([]);
}, 60_000);

test('another ad account does not wait for it', async () => {
	const other = await florist.campaignIn(yen);
	// All of it: the next one waits until the bucket is empty.
	await florist.sandbox.settings({ meta: { adsRateLimit: { calls: 10, perSecond: 1 } } });
	await florist.sandbox.advance(3600);
	await read(10);
	const look = { resource: 'campaign', operation: 'get', adAccount: byId(yen), campaign: byId(other) };
	expect(await timed(async () => await florist.one(look))).toBeLessThan(3000);
	expect(await timed(async () => await read(1))).toBeGreaterThan(4000);
}, 60_000);

test('where others used the limit up, it waits as long as Meta says and finishes', async () => {
	await florist.sandbox.settings({ meta: { adsRateLimit: { calls: 10, perSecond: 5 }, businessUsage: { call_count: 0, estimated_time_to_regain_access: 0 } } });
	const client = florist.client();
	await Promise.all(Array.from({ length: 12 }, async () => await client.get(`/${campaign}?fields=name`)));
	await florist.quiet();
	let items: unknown[] = [];
	expect(await timed(async () => (items = await read(1)))).toBeGreaterThan(1500);
	expect(items).toHaveLength(1);
	expect(await statuses()).toEqual([400, 200]);
}, 60_000);

describe('what is used up belongs to whom it is counted for', () => {
	const inYen = async () => {
		const campaign = byId(await florist.campaignIn(yen));
		return async () => await timed(async () => await florist.one({ resource: 'campaign', operation: 'get', adAccount: byId(yen), campaign }));
	};

	test.each([
		['a list in the panel', async () => await florist.list('searchCampaigns')],
		['the forms of a page', async () => await florist.run({ resource: 'leadForm', operation: 'getAll', leadsPage: byId(seed.meta.page.id) })],
	])('%s of one that is busy holds up no other', async (_, work) => {
		const look = await inYen();
		await florist.sandbox.settings({ meta: { businessUsage: { call_count: 95, estimated_time_to_regain_access: 1 } } });
		await work();
		await florist.sandbox.settings({ meta: { businessUsage: null } });
		expect(await look()).toBeLessThan(3000);
	}, 60_000);
});

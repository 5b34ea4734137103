import { once } from 'node:events';
import { createServer } from 'node:http';
import { accountId, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const insightCalls = async () => (await florist.wire()).filter(({ path }) => path.endsWith('/insights')).map(({ query }) => query);

describe('account', () => {
	test('totals in one call', async () => {
		const metrics = ['accounts_engaged', 'reach', 'total_interactions', 'views'];
		const output = await florist.one('insight:getAccount', { metrics });
		const numbers = Object.fromEntries(metrics.map((metric) => [metric, expect.any(Number)]));
		expect(output).toEqual({ id: accountId, metrics: numbers, unavailable: [] });
		expect(await insightCalls()).toMatchObject([{ metric: metrics.join(','), period: 'day', metric_type: 'total_value' }]);
	});

	test('each kind of number in its own way', async () => {
		const metrics = ['reach', 'follower_count', 'online_followers', 'follower_demographics', 'accounts_engaged'];
		const options = { breakdown: 'follow_type', demographicsBy: 'city', timeframe: 'this_week', since: '2026-11-01T00:00:00Z', until: '2026-11-04T00:00:00Z' };
		expect(await florist.one('insight:getAccount', { metrics, options })).toEqual({
			id: accountId,
			metrics: { reach: expect.any(Number), accounts_engaged: expect.any(Number), follower_demographics: expect.any(Number) },
			series: { follower_count: expect.arrayContaining([{ value: expect.any(Number), end_time: expect.any(String) }]), online_followers: expect.any(Array) },
			breakdowns: {
				reach: [{ follow_type: 'FOLLOWER', value: expect.any(Number) }, { follow_type: 'NON_FOLLOWER', value: expect.any(Number) }],
				follower_demographics: expect.arrayContaining([{ city: 'Nantes, Pays de la Loire', value: expect.any(Number) }]),
			},
			unavailable: [],
		});
		expect(await insightCalls()).toContainEqual(expect.objectContaining({ metric: 'reach', breakdown: 'follow_type', since: '1793491200', until: '1793750400' }));
	});
});

describe('media', () => {
	const publish = async (operation: string, parameters: Record<string, string>) => String((await florist.one(operation, parameters)).id);
	const image = async () => await publish('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption: '' });
	const reel = async () => await publish('media:publishReel', { source: 'videoUrl', videoUrl: florist.sample('bouquet-du-jour.mp4'), caption: '' });
	const story = async () => await publish('media:publishStory', { source: 'imageUrl', imageUrl: florist.sample('tulipes-vase.jpg') });

	test.each([
		{ name: 'image', make: image, product: 'FEED', has: ['saved', 'profile_visits'], breakdown: { profile_activity: expect.arrayContaining([{ action_type: 'email', value: expect.any(Number) }]) } },
		{ name: 'reel', make: reel, product: 'REELS', has: ['reels_skip_rate', 'ig_reels_avg_watch_time'], breakdown: undefined },
		{ name: 'story', make: story, product: 'STORY', has: ['replies', 'link_clicks'], breakdown: expect.objectContaining({ navigation: expect.any(Array) }) },
	])('all that Instagram counts for this $name', async ({ make, product, has, breakdown }) => {
		const output = await florist.one('insight:getMedia', { mediaId: await make(), metrics: [] });
		expect(output).toMatchObject({ media_product_type: product, metrics: Object.fromEntries(has.map((metric) => [metric, expect.any(Number)])), unavailable: [] });
		expect(output.breakdowns).toEqual(breakdown);
	});

	test('one bad metric costs only itself, and is reported, not 0', async () => {
		const output = await florist.one('insight:getMedia', { mediaId: await reel(), metrics: ['reach', 'views', 'facebook_views', 'link_clicks'] });
		expect(output).toMatchObject({
			metrics: { reach: expect.any(Number), views: expect.any(Number) },
			unavailable: [
				{ metric: 'facebook_views', reason: expect.stringContaining('was not shared to Facebook') },
				{ metric: 'link_clicks', reason: 'Instagram does not count it for REELS.' },
			],
		});
		expect(output.metrics).not.toHaveProperty('facebook_views');
	});

	test('a metric that Meta switches off tomorrow costs only itself', async () => {
		const mediaId = await image();
		await florist.fault({ network: 'meta', match: '/insights', kind: 'status', status: 400, body: { error: { code: 100, message: '(#100) metric[0] must be one of …' } }, times: 2 });
		const output = await florist.one('insight:getMedia', { mediaId, metrics: ['reach', 'views'] });
		expect(output).toMatchObject({ metrics: { views: expect.any(Number) }, unavailable: [{ metric: 'reach', reason: expect.stringContaining('must be one of') }] });
	});

	test('a story with few viewers has no numbers; a missing permission stays an error', async () => {
		const [storyId, imageId] = [await story(), await image()];
		const refusal = { network: 'meta', match: '/insights', kind: 'status', status: 400, body: { error: { code: 10, message: '(#10) Not enough viewers' } }, times: 99 } as const;
		await florist.fault(refusal);
		expect(await florist.one('insight:getMedia', { mediaId: storyId, metrics: ['reach'] })).toMatchObject({ metrics: {}, unavailable: [{ metric: 'reach' }] });
		await expect(florist.run('insight:getMedia', { mediaId: imageId, metrics: ['reach'] })).rejects.toMatchObject({ context: { verdict: 'reconnect', code: '10' } });
	});
});

test('a metric without data is reported, not 0', async () => {
	const gateway = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{"data":[]}')).listen(0, '127.0.0.1');
	await once(gateway, 'listening');
	const address = gateway.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const output = await florist.one('insight:getAccount', { metrics: ['follower_count'] }, { gateway: `http://127.0.0.1:${port}` });
	gateway.close();
	expect(output).toEqual({ id: accountId, metrics: {}, unavailable: [{ metric: 'follower_count', reason: 'Instagram has no data for it yet.' }] });
});

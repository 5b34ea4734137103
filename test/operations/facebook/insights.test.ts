import { inSeconds, openFlorist, pageId } from './florist';
import type { Florist } from './florist';
import { facebook } from '../../../nodes/platforms/facebook';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const page = { resource: 'insight', operation: 'getPage' };
const day = 86_400;
const asked = async () => (await florist.calls('GET')).filter(({ path }) => path.endsWith('/insights')).map(({ query }) => query.metric);

test('page metrics by day, in one call', async () => {
	const seen = await florist.one({ ...page, metrics: ['page_media_view', 'page_follows'], options: { since: inSeconds(-3 * day), until: inSeconds(0) } });
	expect(seen).toEqual({
		id: pageId,
		period: 'day',
		metrics: { page_media_view: expect.arrayContaining([{ value: expect.any(Number), end_time: expect.any(String) }]), page_follows: expect.any(Array) },
		unavailable: [],
	});
	expect(await asked()).toEqual(['page_media_view,page_follows']);
});

test('every metric on offer is alive', async () => {
	const metrics = facebook.pageMetrics.map(({ value }) => value);
	expect(await florist.one({ ...page, metrics })).toMatchObject({ unavailable: [] });
	const postId = String((await florist.one({ resource: 'post', operation: 'createText', message: 'Compté' })).id);
	const post = await florist.one({ resource: 'insight', operation: 'getPost', postId, metrics: facebook.postMetrics.map(({ value }) => value) });
	expect(post).toMatchObject({ id: postId, metrics: { post_clicks: expect.any(Number), post_reactions_by_type_total: { like: expect.any(Number) } }, unavailable: [] });
});

test('a metric that Meta dropped does not take the others with it', async () => {
	const seen = await florist.one({ ...page, metrics: ['page_media_view'], options: { otherMetrics: 'page_impressions_unique, page_total_actions' } });
	expect(seen).toMatchObject({
		metrics: { page_media_view: expect.any(Array), page_total_actions: expect.any(Array) },
		unavailable: [{ metric: 'page_impressions_unique', reason: expect.stringContaining('valid insights metric') }],
	});
	expect(await asked()).toEqual(['page_media_view,page_impressions_unique,page_total_actions', 'page_media_view', 'page_impressions_unique', 'page_total_actions']);
});

test('a metric without this period is told with its reason', async () => {
	const seen = await florist.one({ ...page, period: 'week', metrics: ['page_media_view', 'page_follows'] });
	expect(seen).toMatchObject({ metrics: { page_media_view: expect.any(Array) }, unavailable: [{ metric: 'page_follows' }] });
});

test('a dead connection is not taken for dead metrics', async () => {
	await florist.sandbox.settings({ meta: { revokeTokens: true } });
	await expect(florist.one({ ...page, metrics: ['page_media_view', 'page_follows'] })).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
});

test.each([
	{ name: 'no metric', parameters: { metrics: [] }, message: /^Metrics: none is chosen/ },
	{ name: 'only dead metrics', parameters: { metrics: [], options: { otherMetrics: 'page_fans,page_views' } }, message: /^Metrics: Facebook gave none of page_fans, page_views/ },
	{ name: 'too long a span', parameters: { options: { since: inSeconds(-100 * day), until: inSeconds(0) } }, message: /^Since: the span has \d+ days; Facebook reads 90 at a time/ },
])('refused: $name', async ({ parameters, message }) => {
	await expect(florist.one({ ...page, ...parameters })).rejects.toThrow(message);
});

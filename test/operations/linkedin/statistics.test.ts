import { openPage, page } from './page';
import type { Page } from './page';

let linkedin: Page;
beforeAll(async () => (linkedin = await openPage()));
beforeEach(async () => await linkedin.begin());
afterAll(async () => await linkedin.close());

const DAY = 24 * 60 * 60_000;
const dayAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const midnight = (day: string) => Date.parse(day);

/** The address as it went out: neither parentheses nor commas are encoded, colons of URNs are. */
const sent = async (part: string) => (await linkedin.calls(part)).map(({ query }) => query);

describe('all posts together', () => {
	test('a tidy item for each day, the oldest first', async () => {
		const [since, until] = [dayAgo(3), dayAgo(2)];
		const items = await linkedin.run('statistic:getShares', { organization: page, period: 'DAY', since, until });
		expect(items).toMatchObject([
			{ organization: page, start: `${since}T00:00:00.000Z`, end: `${until}T00:00:00.000Z`, impressions: expect.any(Number), uniqueImpressions: expect.any(Number), clicks: expect.any(Number), reactions: -1, comments: 1, reposts: 0, engagement: 0.09 },
			{ start: `${until}T00:00:00.000Z`, end: `${dayAgo(1)}T00:00:00.000Z` },
		]);
		const start = midnight(since);
		expect(await sent('ShareStatistics')).toEqual([{ q: 'organizationalEntity', organizationalEntity: page, timeIntervals: `(timeRange:(start:${start},end:${midnight(dayAgo(1))}),timeGranularityType:DAY)` }]);
	});

	test('the day counts as it is written, with a time of day and an offset too', async () => {
		await linkedin.run('statistic:getShares', { organization: page, period: 'DAY', since: `${dayAgo(3)}T00:30:00.000+02:00`, until: `${dayAgo(3)}T23:00:00` });
		expect((await sent('ShareStatistics'))[0]?.timeIntervals).toContain(`start:${midnight(dayAgo(3))},end:${midnight(dayAgo(2))}`);
	});

	test('by month until today, and for all of the time', async () => {
		const months = await linkedin.run('statistic:getShares', { organization: page, period: 'MONTH', since: dayAgo(80) });
		expect(months.length).toBeGreaterThanOrEqual(3);
		expect(await linkedin.run('statistic:getShares', { organization: page, period: 'lifetime', since: 'whatever' })).toEqual([{ organization: page, impressions: 48_210, uniqueImpressions: 38_568, clicks: 2411, reactions: 1446, comments: 1, reposts: 0, engagement: 0.09 }]);
		expect((await sent('ShareStatistics'))[1]).toEqual({ q: 'organizationalEntity', organizationalEntity: page });
	});
});

describe('single posts', () => {
	test('shares and videos by parameters of their own; one that nobody saw comes without numbers', async () => {
		const [seen, unseen] = [await linkedin.posted('Les camélias'), await linkedin.posted('Les dahlias')];
		await linkedin.one('reaction:create', { author: page, entityId: seen, reactionType: 'LIKE' });
		const video = 'urn:li:ugcPost:7400000000000000099';
		const items = await linkedin.run('statistic:getPosts', { organization: page, posts: `${seen}\n${video}, https://www.linkedin.com/feed/update/${unseen}/ ${seen}` });
		expect(items).toMatchObject([{ post: seen, counted: true, impressions: 100, reactions: 1, comments: 0 }, { post: unseen, counted: false }, { post: video, counted: false }]);
		expect(items[1]).toEqual({ organization: page, post: unseen, counted: false });
		expect(await sent('ShareStatistics')).toMatchObject([{ shares: `List(${seen},${unseen})` }, { ugcPosts: `List(${video})` }]);
	});

	test('as a list that an expression gives', async () => {
		expect(await linkedin.run('statistic:getPosts', { organization: page, posts: '={{ ["urn:li:share:1", "urn:li:share:2"] }}' })).toMatchObject([{ post: 'urn:li:share:1' }, { post: 'urn:li:share:2' }]);
	});

	test('a hundred and twenty in three calls', async () => {
		const posts = Array.from({ length: 120 }, (_, n) => `urn:li:share:${7_400_000_000_000 + n}`).join('\n');
		expect(await linkedin.run('statistic:getPosts', { organization: page, posts })).toHaveLength(120);
		const calls = await linkedin.calls('ShareStatistics');
		expect(calls).toHaveLength(3);
		expect(Math.max(...calls.map(({ query }) => encodeURIComponent(String(query.shares)).length))).toBeLessThan(4000);
	});
});

describe('followers', () => {
	test('gained in each period, until two days ago', async () => {
		const items = await linkedin.run('statistic:getFollowers', { organization: page, period: 'DAY', since: dayAgo(5) });
		expect(items).toHaveLength(4);
		expect(items[0]).toMatchObject({ organization: page, start: `${dayAgo(5)}T00:00:00.000Z`, paidGain: 1 });
		expect(items[0]?.gain).toBe(Number(items[0]?.organicGain) + 1);
		await linkedin.run('statistic:getFollowers', { organization: page, period: 'WEEK', since: dayAgo(20) });
		expect((await sent('FollowerStatistics'))[1]?.timeIntervals).toContain('timeGranularityType:WEEK)');
	});

	test('by groups of people', async () => {
		const items = await linkedin.run('statistic:getFollowers', { organization: page, period: 'lifetime' });
		expect(items).toContainEqual({ organization: page, facet: 'geoCountry', segment: 'urn:li:geo:105015875', followers: 1200 });
		expect(items).toContainEqual({ organization: page, facet: 'staffCountRange', segment: 'SIZE_2_TO_10', followers: 402 });
		expect([...new Set(items.map(({ facet }) => facet))].sort()).toEqual(['associationType', 'function', 'geoCountry', 'industry', 'seniority', 'staffCountRange']);
	});
});

describe('the page', () => {
	test('seen in each period', async () => {
		const [item, ...more] = await linkedin.run('statistic:getPage', { organization: page, period: 'DAY', since: dayAgo(2), until: dayAgo(2) });
		expect(more).toEqual([]);
		expect(item).toEqual({ organization: page, start: `${dayAgo(2)}T00:00:00.000Z`, end: `${dayAgo(1)}T00:00:00.000Z`, allPageViews: expect.any(Number), allPageViewsUnique: expect.any(Number), overviewPageViews: expect.any(Number), overviewPageViewsUnique: expect.any(Number), buttonClicks: 6 });
		expect(await sent('PageStatistics')).toMatchObject([{ q: 'organization', organization: page }]);
	});

	test('seen in all, and by whom', async () => {
		expect(await linkedin.run('statistic:getPage', { organization: page, period: 'lifetime' })).toEqual([
			{ organization: page, facet: 'all', allPageViews: 5230, overviewPageViews: 4800, careersPageViews: 430, buttonClicks: 6 },
			{ organization: page, facet: 'geoCountry', segment: 'urn:li:geo:105015875', allPageViews: 4900 },
			{ organization: page, facet: 'industry', segment: 'urn:li:industry:27', allPageViews: 210 },
			{ organization: page, facet: 'seniority', segment: 'urn:li:seniority:4', allPageViews: 900 },
		]);
	});
});

describe('refused', () => {
	test.each([
		['statistic:getShares', { period: 'DAY' }, 'Since: is empty.'],
		['statistic:getShares', { period: 'DAY', since: 'demain' }, 'Since: “demain” is no date.'],
		['statistic:getShares', { period: 'DAY', since: '2027-02-30' }, 'Since: “2027-02-30” is no date.'],
		['statistic:getShares', { period: 'DAY', since: dayAgo(2), until: dayAgo(4) }, 'is later than “Until”'],
		['statistic:getShares', { period: 'DAY', since: dayAgo(370) }, 'is more than 12 months ago; LinkedIn keeps no older numbers.'],
		['statistic:getFollowers', { period: 'WEEK', since: dayAgo(370) }, 'is more than 12 months ago'],
		['statistic:getPosts', { posts: 'urn:li:activity:7400000000000000001' }, 'Posts: LinkedIn gives no statistics for urn:li:activity:7400000000000000001.'],
		['statistic:getPosts', { posts: 'le bouquet' }, 'Posts: “le” is no post.'],
		['statistic:getPosts', { posts: ' ' }, 'Posts: is empty.'],
	])('before anything is sent: %s %o', async (operation, parameters, message) => {
		expect(await linkedin.failure(operation, { organization: page, ...parameters })).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input' } });
		expect(await linkedin.calls('Statistics')).toEqual([]);
	});

	test('to one who is not an administrator, and of another organization', async () => {
		const asked: [string, object][] = [['statistic:getShares', { period: 'lifetime' }], ['statistic:getPosts', { posts: 'urn:li:share:1' }], ['statistic:getFollowers', { period: 'lifetime' }], ['statistic:getPage', { period: 'lifetime' }]];
		for (const [operation, more] of asked) expect(await linkedin.failure(operation, { organization: '1', ...more })).toMatchObject({ details: { code: 'ACCESS_DENIED' } });
		await linkedin.begin({ member: 1 });
		for (const [operation, more] of asked) {
			expect(await linkedin.failure(operation, { organization: page, ...more })).toMatchObject({ error: expect.stringContaining('Not enough permissions to access'), details: { verdict: 'reconnect', code: 'ACCESS_DENIED' } });
		}
	});
});

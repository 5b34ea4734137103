import type { INodeParameters } from 'n8n-workflow';
import { openChannel } from './channel';
import type { ChannelStage } from './channel';

let channel: ChannelStage;
beforeAll(async () => (channel = await openChannel()));
beforeEach(async () => await channel.begin());
afterAll(async () => await channel.close());

const DAY = 86_400_000;
const day = (ahead: number) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);
const metrics = ['views', 'likes'];
const asked = async () => (await channel.requests()).filter(({ path }) => path.endsWith('/reports')).map(({ query }) => query);
/** The analytics of a video that has been there for ten days. */
async function tenDays() {
	const ids = [await channel.uploaded('Un', { privacy: 'public' }), await channel.uploaded('Deux', { privacy: 'public' })];
	await channel.advance(10 * 86_400);
	return ids;
}
const tried = async (operation: string, parameters: INodeParameters) => (await channel.run(operation, parameters, { continueOnFail: true }))[0] ?? {};

test('the channel by day: a tidy item each', async () => {
	await tenDays();
	const rows = await channel.run('analytics:getChannelReport', { metrics, groupBy: 'day', startDate: day(1), endDate: `${day(4)}T12:00:00` });
	expect(rows).toHaveLength(4);
	expect(rows[0]).toEqual({ day: day(1), views: expect.any(Number), likes: expect.any(Number) });
	expect(await channel.run('analytics:getChannelReport', { metrics, groupBy: 'day', startDate: day(1), endDate: day(4) })).toEqual(rows);
	expect((await asked())[0]).toEqual({ ids: 'channel==MINE', startDate: day(1), endDate: day(4), metrics: 'views,likes', dimensions: 'day', sort: 'day' });
});

test('a video by day, and in all', async () => {
	const [videoId = '', other = ''] = await tenDays();
	const rows = await channel.run('analytics:getVideoReport', { videoId, metrics, groupBy: 'day', startDate: day(1), endDate: day(3) });
	expect(rows).toMatchObject([{ day: day(1), video: videoId }, { day: day(2) }, { day: day(3) }]);
	const [total] = await channel.run('analytics:getVideoReport', { videoId, metrics, groupBy: 'total', startDate: day(1), endDate: day(3) });
	expect(total).toEqual({ video: videoId, startDate: day(1), endDate: day(3), views: rows.reduce((sum, { views }) => sum + Number(views), 0), likes: rows.reduce((sum, { likes }) => sum + Number(likes), 0) });
	expect(await channel.run('analytics:getVideoReport', { videoId: other, metrics, groupBy: 'day', startDate: day(1), endDate: day(3) })).not.toEqual(rows);
});

test('the channel by video, those with most of the first metric, and by country', async () => {
	const ids = await tenDays();
	const rows = await channel.run('analytics:getChannelReport', { metrics, groupBy: 'video', most: 10, startDate: day(1), endDate: day(3) });
	expect(rows.map(({ video }) => video).sort()).toEqual(ids.sort());
	expect(Number(rows[0]?.views)).toBeGreaterThanOrEqual(Number(rows[1]?.views));
	expect(await channel.run('analytics:getChannelReport', { metrics, groupBy: 'country', startDate: day(1), endDate: day(3) })).toMatchObject([{ country: expect.any(String) }, {}, {}]);
});

test('four weeks up to three days ago, unless days are given', async () => {
	await channel.run('analytics:getChannelReport', { metrics, groupBy: 'total' });
	expect(await asked()).toMatchObject([{ startDate: day(-30), endDate: day(-3) }]);
	await channel.run('analytics:getChannelReport', { metrics, groupBy: 'total', endDate: '2027-03-31' });
	expect((await asked())[1]).toMatchObject({ startDate: '2027-03-04', endDate: '2027-03-31' });
});

test('days that an expression gives, as n8n’s own dates or with a time zone', async () => {
	await channel.run('analytics:getChannelReport', { metrics, groupBy: 'total', startDate: '={{ DateTime.fromISO("2027-03-04") }}', endDate: '={{ DateTime.fromISO("2027-03-31T23:30:00", { zone: "Asia/Tokyo", setZone: true }).toISO() }}' });
	await channel.run('analytics:getChannelReport', { metrics, groupBy: 'total', startDate: '={{ null }}', endDate: '={{ undefined }}' });
	expect(await asked()).toMatchObject([{ startDate: '2027-03-04', endDate: '2027-03-31' }, { startDate: day(-30), endDate: day(-3) }]);
	expect(await tried('analytics:getChannelReport', { metrics, groupBy: 'total', startDate: '={{ 20270304 }}' })).toMatchObject({ error: 'Start Date: “20270304” is no day.' });
});

test('days for which there are no numbers yet: nothing', async () => {
	await tenDays();
	expect(await channel.run('analytics:getChannelReport', { metrics, groupBy: 'total', startDate: '2099-01-01', endDate: '2099-01-02' })).toEqual([]);
});

test('what is refused before anything is sent', async () => {
	expect(await tried('analytics:getChannelReport', { metrics: [], groupBy: 'day' })).toMatchObject({ error: 'Metrics: none is chosen.' });
	expect(await tried('analytics:getChannelReport', { metrics, groupBy: 'day', startDate: 'hier' })).toMatchObject({ error: 'Start Date: “hier” is no day.' });
	expect(await tried('analytics:getChannelReport', { metrics, groupBy: 'day', startDate: '2027-02-01', endDate: '2027-01-01' })).toMatchObject({ error: 'Start Date: 2027-02-01 is after the end, 2027-01-01.' });
	expect(await channel.requests()).toEqual([]);
});

test('the permission for it is asked for under “Use For”', async () => {
	await channel.begin({ features: ['manage'] });
	expect(await tried('analytics:getChannelReport', { metrics, groupBy: 'day' })).toMatchObject({ details: { verdict: 'reconnect', hint: expect.stringContaining('Use For') } });
});

test('somebody else’s video', async () => {
	expect(await tried('analytics:getVideoReport', { videoId: 'abcdefghijk', metrics, groupBy: 'day' })).toMatchObject({ details: { code: 'forbidden', verdict: 'stop' } });
});

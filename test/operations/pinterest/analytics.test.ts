import { binary, openPinner, onBoard } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin());
afterAll(async () => await pinner.close());

const DAY = 86_400_000;
/** So many days ago, in UTC. */
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const metrics = ['IMPRESSION', 'SAVE'];
const counted = { IMPRESSION: expect.any(Number), SAVE: expect.any(Number) };

describe('the account', () => {
	test('a row a day; what Pinterest is still counting has its status and no number', async () => {
		const rows = await pinner.run('analytics:getAccount', { startDate: day(4), endDate: day(0), metrics });
		expect(rows).toEqual([
			...[4, 3, 2].map((ago) => ({ group: 'all', date: day(ago), dataStatus: 'READY', metrics: counted })),
			...[1, 0].map((ago) => ({ group: 'all', date: day(ago), dataStatus: 'PROCESSING' })),
		]);
		expect(await pinner.asked('/user_account/analytics')).toEqual({ start_date: day(4), end_date: day(0), metric_types: 'IMPRESSION,SAVE' });
		expect(await pinner.run('analytics:getAccount', { startDate: day(4), endDate: day(0), metrics })).toEqual(rows);
	});

	test('the last 30 days where none are named, filtered and split', async () => {
		const options = { adAccountId: '549755885175', appTypes: 'WEB', contentType: 'ORGANIC', fromClaimedContent: 'CLAIMED', pinFormat: 'ORGANIC_IMAGE', source: 'YOUR_PINS', splitField: 'SOURCE' };
		const rows = await pinner.run('analytics:getAccount', { metrics, options });
		expect(rows).toHaveLength(62);
		expect([...new Set(rows.map(({ group }) => group))]).toEqual(['your_pins', 'other_pins']);
		expect(await pinner.asked('/user_account/analytics')).toEqual({
			...{ start_date: day(30), end_date: day(0), metric_types: 'IMPRESSION,SAVE', ad_account_id: '549755885175' },
			...{ app_types: 'WEB', content_type: 'ORGANIC', from_claimed_content: 'CLAIMED', pin_format: 'ORGANIC_IMAGE', source: 'YOUR_PINS', split_field: 'SOURCE' },
		});
	});

	test('totals say how many of their days are ready', async () => {
		expect(await pinner.run('analytics:getAccount', { startDate: day(4), endDate: day(0), metrics, rows: 'totals' })).toEqual([{ group: 'all', days: 5, readyDays: 3, metrics: counted }]);
	});
});

describe('Pins', () => {
	test('one by the day, none before it was there', async () => {
		const pinId = await pinner.pinned('Rose');
		await pinner.advance(3 * 86_400);
		const rows = await pinner.run('analytics:getPin', { pinId, startDate: day(1), endDate: day(0), metrics });
		expect(rows).toEqual([
			{ pinId, group: 'all', date: day(1), dataStatus: 'BEFORE_PIN_CREATED' },
			{ pinId, group: 'all', date: day(0), dataStatus: 'READY', metrics: counted },
		]);
		expect(await pinner.run('analytics:getPin', { pinId, startDate: day(1), endDate: day(0), metrics, options: { splitField: 'APP_TYPE' } })).toHaveLength(6);
	});

	test('one in total, with what counts for its whole life', async () => {
		const pinId = await pinner.pinned('Rose');
		const [total] = await pinner.run('analytics:getPin', { pinId, metrics: ['SAVE', 'TOTAL_COMMENTS', 'TOTAL_REACTIONS'], rows: 'totals' });
		expect(total).toEqual({ pinId, group: 'all', days: 31, readyDays: 0, metrics: { SAVE: expect.any(Number) }, lifetime: { TOTAL_COMMENTS: expect.any(Number), TOTAL_REACTIONS: expect.any(Number) } });
	});

	test('several at once, each ID once', async () => {
		const ids = [await pinner.pinned('Un'), await pinner.pinned('Deux')];
		const rows = await pinner.run('analytics:getPins', { pinIds: [...ids, ids[0]].join('\n'), startDate: day(0), endDate: day(0), metrics });
		expect(rows).toEqual(ids.map((pinId) => ({ pinId, group: 'all', date: day(0), dataStatus: 'PROCESSING' })));
		expect(await pinner.asked('/pins/analytics')).toMatchObject({ pin_ids: ids, metric_types: 'IMPRESSION,SAVE' });
		await pinner.settings({ pinterest: { beta: false } });
		expect(await pinner.refusal('analytics:getPins', { pinIds: ids[0] ?? '', metrics })).toMatchObject({ details: { code: '29', hint: expect.stringContaining('beta') } });
	});

	test('one that is not there', async () => {
		expect(await pinner.refusal('analytics:getPin', { pinId: '1', metrics })).toMatchObject({ details: { code: '404', verdict: 'fix-input' } });
	});
});

describe('the best', () => {
	test('Pins, with a rank and the numbers that are ready', async () => {
		const ids = [await pinner.pinned('Un'), await pinner.pinned('Deux'), await pinner.pinned('Trois')];
		const asked = { sortBy: 'SAVE', metrics, limit: 2, options: { onlyNewPins: true } };
		const fresh = await pinner.run('analytics:getTopPins', asked);
		expect(fresh).toMatchObject([{ rank: 1, metrics: {}, dataStatus: { SAVE: 'PROCESSING' } }, { rank: 2, metrics: {} }]);
		await pinner.advance(3 * 86_400);
		const best = await pinner.run('analytics:getTopPins', asked);
		expect(best).toMatchObject([1, 2].map((rank) => ({ rank, pinId: expect.any(String), url: expect.stringContaining('/pin/'), dataStatus: { IMPRESSION: 'READY', SAVE: 'READY' }, metrics: counted, availability: { is_realtime: false } })));
		expect(ids).toEqual(expect.arrayContaining(best.map(({ pinId }) => pinId)));
		expect(await pinner.asked('/top_pins')).toMatchObject({ sort_by: 'SAVE', num_of_pins: '2', created_in_last_n_days: '30' });
	});

	test('video Pins alone', async () => {
		await pinner.pinned('Une image');
		const items = [{ json: {}, binary: { data: binary('eclosion-camelia.mp4', 'video/mp4') } }];
		const { id } = await pinner.one('pin:createVideo', { ...onBoard, source: 'binary', binaryField: 'data', cover: 'second', coverSecond: 1 }, { items });
		await pinner.advance(3 * 86_400);
		expect(await pinner.run('analytics:getTopVideoPins', { sortBy: 'VIDEO_MRC_VIEW', metrics: ['VIDEO_MRC_VIEW'], limit: 50 })).toMatchObject([{ rank: 1, pinId: id, metrics: { VIDEO_MRC_VIEW: expect.any(Number) } }]);
	});
});

describe('refused before anything is sent', () => {
	test.each([
		['91 days back', 'analytics:getAccount', { startDate: day(91) }, `Start Date: ${day(91)} is more than 89 days back`],
		['the edge of UTC', 'analytics:getAccount', { startDate: day(90) }, 'is more than 89 days back'],
		['tomorrow', 'analytics:getAccount', { endDate: day(-1) }, `End Date: ${day(-1)} has not come yet`],
		['an end before its start', 'analytics:getAccount', { startDate: day(1), endDate: day(2) }, 'Start Date: is later than “End Date”.'],
		['no date', 'analytics:getAccount', { startDate: 'hier' }, 'Start Date: “hier” is no date.'],
		['no metric', 'analytics:getAccount', { metrics: [] }, 'Metrics: none is chosen.'],
		['51 of the best', 'analytics:getTopPins', { sortBy: 'SAVE', limit: 51 }, 'Limit: is 51; Pinterest names the best 50 at most.'],
		['101 Pins', 'analytics:getPins', { pinIds: Array.from({ length: 101 }, (_, n) => n + 1).join('\n') }, 'Pin IDs: has 101 Pins; Pinterest takes 100 at once.'],
		['no Pins', 'analytics:getPins', { pinIds: ',' }, 'Pin IDs: is empty.'],
	])('%s', async (_, operation, parameters, message) => {
		expect(await pinner.refusal(operation, { metrics, ...parameters })).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input' } });
		expect(await pinner.requests()).toEqual([]);
	});

	test('89 days back and a time of the day are taken', async () => {
		expect(await pinner.run('analytics:getAccount', { metrics, startDate: `${day(89)}T23:59:00.000+02:00`, endDate: `${day(0)}T00:00:00` })).toHaveLength(90);
	});
});

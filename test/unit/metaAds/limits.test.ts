import { gated } from '../../../nodes/networks/meta/insights/gate';
import { requestOf } from '../../../nodes/networks/meta/insights/pages';
import { queryOf } from '../../../nodes/networks/meta/insights/query';
import { metaAds } from '../../../nodes/platforms/metaAds';
import { isTooMuch } from '../../../nodes/platforms/metaInsights';

const refusal = (error: object) => metaAds.parseError({ status: 400, headers: {}, body: { error } });

test('a usage header that is cut off tells nothing, and breaks nothing', () => {
	const headers = { 'x-app-usage': '{"call_count":95,', 'x-business-use-case-usage': '{"330000000000001":[{"type":"ads_man', 'x-ad-account-usage': '{', 'x-fb-ads-insights-throttle': '{"app_id_util_pct":' };
	expect([metaAds.usage(headers)?.percent, metaAds.laneUsage(headers)?.percent]).toEqual([0, 0]);
	expect(metaAds.laneUsage({ ...headers, 'x-ad-account-usage': '{"acc_id_util_pct":97,"reset_time_duration":10}' })).toEqual({ percent: 97, regain: 10_000 });
});

test.each([
	[{ code: 4 }, true],
	[{ code: 4, error_subcode: 1504022 }, true],
	[{ code: 4, error_subcode: 1504039 }, false],
	[{ code: 17, error_subcode: 2446079 }, false],
	[{ code: 80004 }, false],
])('%j is a limit of the whole app: %s', (error, shared) => expect(refusal(error)).toMatchObject({ verdict: 'wait', shared }));

test.each([
	[{ code: 1, message: 'Please reduce the amount of data you’re asking for, then retry your request' }, true],
	[{ code: 1, error_subcode: 99, message: 'Please reduce the amount of data' }, true],
	[{ code: 1, message: 'An unknown error occurred' }, false],
	[{ code: 100, message: 'Please reduce the amount of data' }, false],
])('%j is more than one call gives: %s', (error, expected) => {
	const failure = refusal(error);
	expect(failure && isTooMuch(failure)).toBe(expected);
});

test('calls about the leads of a page are counted for that page', () => {
	expect(metaAds.lane({ adAccount: 'act_33' })).toBe('33');
	expect(metaAds.lane({ leadsPage: '100' })).toBe('100');
	expect(metaAds.lane({})).toBeUndefined();
});

test('an ad account whose reports have to wait keeps its own calls together, and holds up no other', async () => {
	let [open, most] = [0, 0];
	let free = () => {};
	const pause = new Promise<void>((resolve) => (free = resolve));
	const waiting = Array.from({ length: 25 }, async () => await gated('33', async () => {
		most = Math.max(most, ++open);
		await pause;
		open--;
	}));
	expect(await gated('44', async () => 'read')).toBe('read');
	free();
	await Promise.all(waiting);
	expect(most).toBe(metaAds.concurrency.read);
	const input = { adAccount: 'act_33', reportOn: 'campaign', campaign: '7', adSet: '', ad: '', level: 'ad', datePreset: 'today', since: '', until: '' } as const;
	expect(requestOf(queryOf({ ...input, timeIncrement: '1', incrementDays: 1, breakdowns: [], conversions: [], simplify: true, options: {} }))).toMatchObject({ url: '/7/insights', lane: '33' });
});

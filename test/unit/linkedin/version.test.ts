import { linkedin } from '../../../nodes/platforms/linkedin';
import type { Request } from '../../../nodes/core/request';

const DAY = 24 * 60 * 60_000;
const { version } = linkedin;
const end = Date.parse(version.until);
const complete = (request: Request, appType = 'member') => linkedin.complete(request, { appType });

describe('the version', () => {
	afterEach(() => jest.useRealTimers());

	test('lives for a year from its month on, as LinkedIn promises', () => {
		const [, year = '', month = ''] = /^(\d{4})(\d\d)$/.exec(version.name) ?? [];
		expect(end - Date.UTC(Number(year), Number(month) - 1, 1)).toBeGreaterThanOrEqual(365 * DAY);
	});

	test('two months before its end people are told, and Token Guard finds it', async () => {
		jest.useFakeTimers({ now: end - 61 * DAY });
		expect(linkedin.notice()).toBeUndefined();
		expect(await linkedin.diagnose()).toEqual([]);
		jest.setSystemTime(end - 59 * DAY);
		expect(linkedin.notice()).toBe(`LinkedIn switches version ${version.name} of its API off on ${version.until}. Update QMARK before that day.`);
		expect(await linkedin.diagnose()).toMatchObject([{ problem: 'outdated-version', fix: expect.stringContaining('n8n-nodes-qmark') }]);
	});
});

test('only calls under /rest name the version', () => {
	expect(complete({ url: '/rest/posts', headers: { a: 'b' } }).headers).toEqual({ a: 'b', 'LinkedIn-Version': version.name, 'X-Restli-Protocol-Version': '2.0.0' });
	for (const url of ['/v2/userinfo', '/introspectToken', 'https://www.linkedin.com/dms-uploads/a']) expect(complete({ url })).toEqual({ url });
});

test('an app of the Community Management API is asked for the member elsewhere', () => {
	expect(complete({ url: '/v2/userinfo' }, 'community')).toEqual({ url: '/v2/me' });
});

test('uploads go to LinkedIn’s own hosts alone', () => {
	expect(linkedin.uploadsTo('https://www.linkedin.com/dms-uploads/a', {})).toBe(true);
	expect(linkedin.uploadsTo('https://linkedin.com.evil.example/a', {})).toBe(false);
	expect(linkedin.uploadsTo('http://www.linkedin.com/dms-uploads/a', {})).toBe(false);
});

test('pages end with the first that is not full', () => {
	const request = { url: '/rest/posts?q=author', qs: { start: 0, count: 2 } };
	expect(linkedin.nextPage(request, { elements: [{}, {}] })).toEqual({ ...request, qs: { start: 2, count: 2 } });
	expect(linkedin.nextPage(request, { elements: [{}] })).toBeUndefined();
	expect(linkedin.nextPage({ url: '/rest/posts' }, { elements: [{}, {}] })).toBeUndefined();
});

import { createHmac, randomUUID } from 'node:crypto';
import axios from 'axios';
import { QmarkMetaTrigger } from '../../../nodes/QmarkMetaTrigger/QmarkMetaTrigger.node';
import { readSignedRequest } from '../../../nodes/QmarkMetaTrigger/signedRequest';
import { statusPage } from '../../../nodes/QmarkMetaTrigger/statusPage';
import { serveWebhooks } from '../../support/webhooks';
import type { WebhookNode } from '../../support/webhooks';

const appSecret = 'app-secret-for-tests-only';
const userId = '17841400000000001';
const both = ['dataDeletion', 'deauthorize'];

const encode = (text: string) => Buffer.from(text).toString('base64url');
const sign = (encoded: string, secret = appSecret) => `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
/** As Meta makes it: https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback */
const signed = (changes: object = {}, secret = appSecret) =>
	sign(encode(JSON.stringify({ user_id: userId, algorithm: 'HMAC-SHA256', issued_at: 1795400000, expires: 1795403600, ...changes })), secret);

type Served = Awaited<ReturnType<typeof serveWebhooks>>;

const open: Served[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map(async ({ close }) => await close()))));

async function serve(changes: Partial<WebhookNode> = {}): Promise<Served> {
	const served = await serveWebhooks({
		node: new QmarkMetaTrigger(),
		parameters: { events: both },
		credentials: { qmarkMetaOAuth2Api: { clientId: '1', clientSecret: appSecret } },
		workflowId: randomUUID(),
		...changes,
	});
	open.push(served);
	return served;
}

const http = axios.create({ validateStatus: () => true });
const call = async ({ url }: Served, path: string, signed_request?: string) => await http.post(`${url}/${path}`, new URLSearchParams(signed_request === undefined ? {} : { signed_request }));
const requestDeletion = async (served: Served) => {
	const { data } = await call(served, 'data-deletion', signed({ issued_at: Math.floor(Math.random() * 1e9) }));
	const item = served.started.at(-1) ?? {};
	return { code: String(data.confirmation_code), statusUrl: String(data.url), completionUrl: String(item.completionUrl) };
};

test('a removal is answered 200 and starts one execution', async () => {
	const served = await serve();
	const { status } = await call(served, 'deauthorize', signed({ oauth_token: 'FAKE-token', code: 'FAKE-code' }));
	expect(status).toBe(200);
	expect(served.started).toEqual([
		{
			...{ event: 'deauthorize', requestId: expect.stringMatching(/^[0-9a-f]{32}$/), userId, issuedAt: new Date(1795400000_000).toISOString() },
			raw: { user_id: userId, algorithm: 'HMAC-SHA256', issued_at: 1795400000, expires: 1795403600 },
		},
	]);
});

test('a deletion request is answered with a status page and an alphanumeric code', async () => {
	const served = await serve();
	const { status, data } = await call(served, 'data-deletion', signed());
	expect(status).toBe(200);
	expect(data).toEqual({ url: `${served.url}/data-deletion-status?code=${data.confirmation_code}`, confirmation_code: expect.stringMatching(/^[0-9a-f]{32}$/) });
	expect(served.started).toMatchObject([{ event: 'dataDeletion', requestId: data.confirmation_code, userId, confirmationCode: data.confirmation_code, statusUrl: data.url }]);
	expect(served.stored()).toContain(data.confirmation_code);
	expect(served.stored()).not.toMatch(new RegExp(`${userId}|${appSecret}|proof`));
});

test('an ID that is no text keeps all its digits, and a request without a date is taken', async () => {
	const served = await serve();
	await call(served, 'deauthorize', sign(encode('{"algorithm":"HMAC-SHA256","user_id": 17841499999999999}')));
	expect(served.started).toMatchObject([{ userId: '17841499999999999', issuedAt: null }]);
});

const [goodSignature = '', goodPayload = ''] = signed().split('.');

test.each([
	['no field', undefined, 400, /signed_request is missing/],
	['an empty one', '', 400, /one dot in between/],
	['no dot', goodSignature + goodPayload, 400, /one dot in between/],
	['two dots', `${goodSignature}.${goodPayload}.${goodPayload}`, 400, /one dot in between/],
	['foreign characters', `${goodSignature}.${goodPayload}!`, 400, /base64url/],
	['a changed payload', `${goodSignature}.${encode('{"user_id":"1","algorithm":"HMAC-SHA256"}')}`, 401, /signature/],
	['a changed signature', `${encode('not the thirty-two bytes of a MAC')}.${goodPayload}`, 401, /signature/],
	['a short signature', `${encode('short')}.${goodPayload}`, 401, /signature/],
	['another app’s secret', signed({}, 'secret-of-another-app'), 401, /this app’s secret/],
	['another algorithm', signed({ algorithm: 'HMAC-SHA1' }), 401, /must be HMAC-SHA256/],
	['no algorithm', signed({ algorithm: undefined }), 401, /must be HMAC-SHA256/],
	['a payload that is no JSON', sign(encode('user_id=1')), 400, /not a JSON object/],
	['a payload that is a list', sign(encode('[1]')), 400, /not a JSON object/],
	['nobody', signed({ user_id: undefined }), 400, /no user_id/],
])('%s is refused in one sentence and starts nothing', async (_, request, status, message) => {
	const served = await serve();
	for (const path of ['deauthorize', 'data-deletion']) {
		expect(await call(served, path, request)).toMatchObject({ status, data: { message: expect.stringMatching(message) } });
	}
	expect(served.started).toEqual([]);
	expect(served.stored()).toBe('{}');
});

test('Meta’s own example of a signature is right: only a person is missing in it', () => {
	const example = 'vlXgu64BQGFSQrY0ZcJBZASMvYvTHu9GQ0YM9rjPSso.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsIjAiOiJwYXlsb2FkIn0';
	expect(readSignedRequest(example, ['secret'])).toMatchObject({ status: 400, message: expect.stringContaining('no user_id') });
	expect(readSignedRequest(example, ['Secret'])).toMatchObject({ status: 401 });
});

test.each(['deauthorize', 'data-deletion'])('%s: the same call again, also at once and after a restart, gets the same answer and no execution', async (path) => {
	const served = await serve();
	const request = signed();
	const answers = await Promise.all([call(served, path, request), call(served, path, request)]);
	answers.push(await call(served, path, request));
	const restarted = await serve();
	restarted.store(served.stored());
	answers.push(await http.post(`${restarted.url}/${path}`, new URLSearchParams({ signed_request: request })));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	expect(new Set(answers.map(({ data }) => data.confirmation_code)).size).toBe(1);
	expect([served.started.length, restarted.started.length]).toEqual([1, 0]);
});

test('both events may come with the same signed request, and each new request has a code of its own', async () => {
	const served = await serve();
	const request = signed();
	await call(served, 'deauthorize', request);
	const first = await call(served, 'data-deletion', request);
	const second = await call(served, 'data-deletion', signed({ issued_at: 1795400001 }));
	expect(served.started.map(({ event }) => event)).toEqual(['deauthorize', 'dataDeletion', 'dataDeletion']);
	expect(first.data.confirmation_code).not.toBe(second.data.confirmation_code);
});

test('who listens for a test event sees every call', async () => {
	const served = await serve({ mode: 'manual' });
	await call(served, 'deauthorize', signed());
	await call(served, 'deauthorize', signed());
	expect(served.started).toHaveLength(2);
});

test('an event that was not chosen is turned away', async () => {
	const served = await serve({ parameters: { events: ['deauthorize'] } });
	expect(await call(served, 'data-deletion', signed())).toMatchObject({ status: 404, data: { message: expect.stringContaining('Events') } });
	expect(served.started).toEqual([]);
});

describe('the status page', () => {
	const page = async (url: string) => await http.get<string>(url);

	test('tells honestly that the deletion is not finished, under its own strict policy', async () => {
		const served = await serve({ parameters: { events: both, statusPage: { organization: 'Fleurs & <Fils>', contact: 'privacy@shop.example' } } });
		const { statusUrl, code } = await requestDeletion(served);
		const { status, data, headers } = await page(statusUrl);
		expect(status).toBe(200);
		expect(data).toMatch(/not finished yet/);
		expect(data).toContain(code);
		expect(data).toContain('Fleurs &amp; &lt;Fils&gt;');
		expect(data).toContain('privacy@shop.example');
		expect(headers).toMatchObject({ 'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/), 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	});

	test.each(['', '?code=', '?code=0123', '?code=__proto__', '?code=a&code=b'])('knows nothing of %j', async (query) => {
		const served = await serve();
		await requestDeletion(served);
		expect(await page(`${served.url}/data-deletion-status${query}`)).toMatchObject({ status: 404, data: expect.stringContaining('no such request') });
	});

	test('never shows a removal', async () => {
		const served = await serve();
		await call(served, 'deauthorize', signed());
		const [key] = Object.keys(JSON.parse(served.stored())['node:QMARK Meta Trigger'].requests);
		expect(await page(`${served.url}/data-deletion-status?code=${key}`)).toMatchObject({ status: 404 });
	});

	test('shows what a stranger wrote as text', async () => {
		const served = await serve();
		const { data } = await page(`${served.url}/data-deletion-status?code=${encodeURIComponent('"><script>alert(1)</script>')}`);
		expect(data).not.toContain('<script>');
		expect(data).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(statusPage({ code: '\'&"', contact: '<b>', organization: '<i>' })).not.toMatch(/<b>|<i>|'&"/);
	});
});

describe('the end of a request', () => {
	const report = async (url: string, body?: object) => await http.post(url, body);

	test('is told by the completion URL, once, and stands on the page', async () => {
		const served = await serve();
		const { code, statusUrl, completionUrl } = await requestDeletion(served);
		const { status, data } = await report(completionUrl);
		expect([status, data]).toEqual([200, { confirmationCode: code, state: 'completed', decidedAt: expect.stringMatching(/Z$/) }]);
		expect((await report(completionUrl, { state: 'completed' })).data).toEqual(data);
		expect((await http.get(statusUrl)).data).toMatch(/has been deleted.*It was finished on/);
		expect(served.started).toHaveLength(1);
	});

	test('takes no body for completed', async () => {
		const { completionUrl } = await requestDeletion(await serve());
		expect(await http.post(completionUrl, '')).toMatchObject({ status: 200, data: { state: 'completed' } });
	});

	test('may be a refusal with its legal ground, shown as text, and may be corrected later', async () => {
		const served = await serve();
		const { statusUrl, completionUrl } = await requestDeletion(served);
		await report(completionUrl, { state: 'refused', note: 'Invoices <must> be kept for ten years.' });
		expect((await http.get(statusUrl)).data).toMatch(/was not deleted.*<blockquote>Invoices &lt;must&gt; be kept/);
		await report(completionUrl);
		expect((await http.get(statusUrl)).data).not.toMatch(/blockquote>/);
	});

	test.each([
		['another proof', (url: string) => url.replace(/proof=..../, 'proof=0000'), 403],
		['no proof', (url: string) => url.replace(/&proof=.*/, ''), 403],
		['another code', (url: string) => url.replace(/code=..../, 'code=0000'), 403],
		['a proof with more after it', (url: string) => `${url}00`, 403],
	])('%s changes nothing', async (_, change, status) => {
		const served = await serve();
		const { statusUrl, completionUrl } = await requestDeletion(served);
		expect(await report(change(completionUrl))).toMatchObject({ status, data: { message: expect.stringContaining('not made by this trigger') } });
		expect((await http.get(statusUrl)).data).toMatch(/not finished yet/);
	});

	test.each([{ state: 'received' }, { state: 'refused' }, { state: 'refused', note: ' ' }, { note: 'x'.repeat(501) }, { note: 1 }])('the report %j is refused', async (body) => {
		const served = await serve();
		const { completionUrl, statusUrl } = await requestDeletion(served);
		expect((await report(completionUrl, body)).status).toBe(400);
		expect((await http.get(statusUrl)).data).toMatch(/not finished yet/);
	});

	test('of a request that the node no longer knows is a 404', async () => {
		const { completionUrl } = await requestDeletion(await serve());
		const other = await serve();
		expect((await report(`${other.url}/${completionUrl.split('/').at(-1)}`)).status).toBe(404);
	});

	test('survives a save of older static data that came after it', async () => {
		const served = await serve();
		const { completionUrl, statusUrl } = await requestDeletion(served);
		const older = served.stored();
		await report(completionUrl);
		served.store(older);
		expect((await http.get(statusUrl)).data).toMatch(/has been deleted/);
		expect(served.stored()).toContain('completed');
	});
});

test('publishing needs the app secret, and nothing of Meta', async () => {
	const served = await serve();
	expect(await served.hook('checkExists')).toBe(false);
	expect(await served.hook('create')).toBe(true);
	expect(await served.hook('delete')).toBe(true);
	const bare = await serve({ credentials: { qmarkMetaOAuth2Api: { clientId: '1', clientSecret: '' } } });
	await expect(bare.hook('create')).rejects.toMatchObject({ message: expect.stringContaining('no app secret'), description: expect.stringContaining('app secret') });
});

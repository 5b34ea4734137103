import type { Api } from '../../../nodes/core/api';
import { heldFor } from '../../../nodes/core/governor';
import { exactJson } from '../../../nodes/core/json';
import type { Platform, Reply } from '../../../nodes/core/platform';
import type { Request } from '../../../nodes/core/request';
import { madeUpload } from '../../../nodes/core/upload';
import { openServer, runWith, token } from './stage';
import type { Vendor } from './stage';

let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => (server = await openServer()));
afterAll(async () => await server.close());

let accounts = 0;
let account = '';
beforeEach(() => {
	account = `account ${++accounts}`;
});

const refusal = { verdict: 'stop', code: 'refused', message: 'Refused.', hint: 'Look.' } as const;
const platform = (): Vendor => ({
	name: 'Vendor',
	account: () => account,
	baseUrl: () => `${server.origin}/api`,
	uploadsTo: (url) => url.startsWith(`${server.origin}/storage/`),
	parseError: ({ status, body }) => (typeof body === 'object' && body !== null && 'error' in body ? { ...refusal, verdict: status === 401 ? 'reconnect' : 'stop' } : undefined),
	retry: { attempts: 3, firstDelay: 40 },
	timeout: 5_000,
});
const sent = async (request: Request, more: Partial<Platform> = {}) => {
	const [item] = await runWith(async (api: Api) => ({ result: await api.send<unknown>(request) }), { ...platform(), ...more }, { continueOnFail: true });
	return item?.json ?? {};
};
const uploadUrl = () => `${server.origin}/storage/1?signature=2`;

describe('whole', () => {
	test('the reply with its status and headers, those in lower case', async () => {
		server.answers((_, res) => void res.writeHead(201, { 'X-RestLi-Id': 'urn:li:share:1', 'content-type': 'application/json' }).end('{"a":1}'));
		expect(await sent({ url: '/posts', method: 'POST', body: { b: 2 }, whole: true })).toMatchObject({ result: { status: 201, headers: { 'x-restli-id': 'urn:li:share:1' }, body: { a: 1 } } });
		expect(server.received).toMatchObject([{ method: 'POST', path: '/api/posts', body: '{"b":2}', headers: { authorization: `Bearer ${token}` } }]);
	});

	test('an empty body, and one that is no JSON, are an answer; without “whole” they are in doubt', async () => {
		for (const body of ['', 'fine']) {
			server.answers((_, res) => void res.writeHead(201).end(body));
			expect(await sent({ url: '/posts', method: 'POST', whole: true })).toMatchObject({ result: { status: 201, body } });
			expect(await sent({ url: '/posts', method: 'POST' })).toMatchObject({ details: { code: 'malformed', verdict: 'unknown' } });
		}
	});

	test('a refusal is one all the same', async () => {
		server.answers((_, res) => void res.writeHead(200).end('{"error":{}}'));
		expect(await sent({ url: '/posts', whole: true })).toMatchObject({ error: 'Refused.' });
	});
});

describe('accepts', () => {
	test('such a status is an answer, whatever its body says', async () => {
		server.answers((_, res) => void res.writeHead(308, { range: 'bytes=0-41' }).end('{"error":{}}'));
		expect(await sent({ url: '/upload', method: 'PUT', whole: true, accepts: [308, 404] })).toMatchObject({ result: { status: 308, headers: { range: 'bytes=0-41' } } });
	});

	test('another is none', async () => {
		server.answers((_, res) => void res.writeHead(404).end());
		expect(await sent({ url: '/upload', method: 'PUT', whole: true, accepts: [308] })).toMatchObject({ error: 'Vendor answered 404.' });
	});
});

describe('unsigned', () => {
	const file = madeUpload({
		...{ name: 'film.mp4', mime: 'video/mp4', size: 6 * 1024 * 1024 },
		async *read(offset = 0) {
			yield Buffer.alloc(6 * 1024 * 1024 - offset, 'x');
		},
	});
	const put = (more: Partial<Request> = {}): Request => ({ method: 'PUT', url: uploadUrl(), file, headers: { 'content-type': 'video/mp4' }, unsigned: true, whole: true, ...more });

	test('goes without the token, and a large file asks nobody whether it is still good', async () => {
		server.answers((_, res) => void res.writeHead(201, { etag: '"1"' }).end());
		const complete: Platform['complete'] = (request, _, access) => ({ ...request, headers: { ...request.headers, 'x-proof': access } });
		expect(await sent(put(), { complete })).toMatchObject({ result: { status: 201, headers: { etag: '"1"' } } });
		expect(server.received.map(({ method, path, body }) => [method, path, body.length])).toEqual([['PUT', '/storage/1?signature=2', file.size]]);
		const [{ headers } = { headers: {} }] = server.received;
		expect(headers).not.toHaveProperty('authorization');
		expect(headers).not.toHaveProperty('x-proof');
		expect(JSON.stringify(headers)).not.toContain(token);
	});

	test('a refusal with 401 renews nothing', async () => {
		server.answers((_, res) => void res.writeHead(401).end('{"error":{}}'));
		expect(await sent(put({ file: undefined, body: { a: 1 } }), { token: { renewBefore: 60_000 } })).toMatchObject({ error: 'Refused.' });
		expect(server.received).toHaveLength(1);
	});

	test('what it is asked to wait is waited here, and the account’s own calls are not held up', async () => {
		let calls = 0;
		server.answers((_, res) => void (++calls === 1 ? res.writeHead(429, { 'retry-after': '1' }).end() : res.writeHead(201).end()));
		expect(await sent(put({ file: undefined, body: { a: 1 } }))).toMatchObject({ result: { status: 201 } });
		const [first, second] = server.received;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
		expect(heldFor(`Vendor/${account}`)).toBe(0);
	});

	test('a wait too long for a workflow does not hold up the account either, where the vendor counts refused calls', async () => {
		server.answers((_, res) => void res.writeHead(429, { 'retry-after': '3600' }).end());
		expect(await sent(put({ file: undefined, body: { a: 1 } }), { retry: { attempts: 3, firstDelay: 40, punishes: true } })).toMatchObject({ details: { verdict: 'wait' } });
		expect(heldFor(`Vendor/${account}`)).toBe(0);
	});

	test('the account’s pause holds up its calls alone', async () => {
		server.answers((_, res) => void res.writeHead(429, { 'retry-after': '3600' }).end());
		expect(await sent({ url: '/posts' }, { retry: { attempts: 3, firstDelay: 40, punishes: true } })).toMatchObject({ details: { verdict: 'wait' } });
		server.answers((_, res) => void res.writeHead(201).end());
		expect(await sent({ url: '/posts', whole: true })).toMatchObject({ error: expect.stringContaining('asked to pause for another 3600 s') });
		expect(await sent(put())).toMatchObject({ result: { status: 201 } });
		expect(server.received).toHaveLength(1);
	});
});

describe('an address that an answer gave', () => {
	test.each(['signed', 'unsigned'])('one that is not the vendor’s own gets nothing, %s', async (way) => {
		server.answers((_, res) => void res.end('{}'));
		expect(await sent({ method: 'PUT', url: `${server.origin}/elsewhere`, body: { a: 1 }, ...(way === 'unsigned' && { unsigned: true }) })).toMatchObject({ error: 'Vendor named an address that is not its own, so nothing was sent there.', details: { code: 'foreign-host', verdict: 'stop' } });
		expect(server.received).toEqual([]);
	});

	test('a file does not follow to another place', async () => {
		server.answers((_, res) => void res.writeHead(307, { location: `${server.origin}/elsewhere` }).end());
		const file = madeUpload({ name: 'a', mime: 'text/plain', size: 1, read: async function* () { yield Buffer.from('a'); } });
		expect(await sent({ method: 'PUT', url: uploadUrl(), file, unsigned: true })).toMatchObject({ error: 'Vendor answered 307.' });
		expect(server.received).toHaveLength(1);
	});
});

describe('a platform that reads its own bodies', () => {
	const parse = exactJson;

	test('IDs of 64 bits stay as they are, also in a whole reply and beside fractions', async () => {
		server.answers((_, res) => void res.end('{"id":7012345678901234567,"rate":0.3333333333333333}'));
		const body = { id: '7012345678901234567', rate: 0.3333333333333333 };
		expect(await sent({ url: '/' }, { parse })).toEqual({ result: body });
		expect(await sent({ url: '/', whole: true }, { parse })).toMatchObject({ result: { body } });
	});

	test('what is sent is JSON all the same: an object, or a list', async () => {
		server.answers((_, res) => void res.end('{}'));
		await sent({ url: '/', method: 'POST', body: { a: 'é' } }, { parse });
		await sent({ url: '/', method: 'POST', list: [{ a: 1 }] }, { parse });
		await sent({ url: '/', method: 'POST', list: [{ a: 1 }] });
		expect(server.received.map(({ body, headers }) => [body, headers['content-type']])).toEqual([['{"a":"é"}', 'application/json'], ['[{"a":1}]', 'application/json'], ['[{"a":1}]', 'application/json']]);
	});

	test('a gateway that speaks no JSON leaves it in doubt, and files stay bytes', async () => {
		server.answers((_, res) => void res.end('<html>'));
		expect(await sent({ url: '/', method: 'POST' }, { parse })).toMatchObject({ details: { code: 'malformed', verdict: 'unknown' } });
		expect(await sent({ url: '/', encoding: 'text' }, { parse })).toEqual({ result: '<html>' });
	});
});

test('the reply alone is what callers know', async () => {
	server.answers((_, res) => void res.end('{}'));
	const [item] = await runWith(async (api) => Object.keys(await api.send<Reply>({ url: '/', whole: true })).reduce((all, name) => ({ ...all, [name]: true }), {}), platform());
	expect(item?.json).toEqual({ status: true, headers: true, body: true });
});

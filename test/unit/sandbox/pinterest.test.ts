import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { readForm } from '../../../sandbox/n8n/consent';
import { tokenPrefixes } from '../../../sandbox/networks/pinterest';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';

const { appId, appSecret, accounts, board } = seed.pinterest;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const scope = 'user_accounts:read,boards:read,boards:write,pins:read,pins:write';
const basic = { auth: { username: appId, password: appSecret } };
const live = 'api.pinterest.com';
const trial = 'api-sandbox.pinterest.com';
const DAY = 86_400;

let folder: string;
let sandbox: Sandbox;
let http: AxiosInstance;
const open = async (data?: string) => {
	sandbox = await startSandbox({ port: 0, data });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, maxRedirects: 0 });
};
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-pinterest-'));
	await open();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

const settings = async (pinterest: object) => (await http.post('/_sandbox/settings', { pinterest })).status;
const pass = (advance: number) => http.post('/_sandbox/clock', { advance });

const dialog = (more: Record<string, string> = {}) =>
	http.get<string>('/www.pinterest.com/oauth/', { params: { client_id: appId, redirect_uri, response_type: 'code', scope, state: 'st', ...more } });
/** Agrees on the consent page; answers the query of the redirect. */
const consent = async (more: Record<string, string> = {}, choices: Record<string, string> = {}) => {
	const page = await dialog(more);
	const filled = readForm(page.data);
	if (!filled) throw new Error(page.data);
	for (const [name, value] of Object.entries(choices)) filled.fields.set(name, value);
	const { headers } = await http.post(filled.action, filled.fields);
	return new URL(String(headers.location)).searchParams;
};
const codeOf = async (...asked: Parameters<typeof consent>) => (await consent(...asked)).get('code') ?? '';
const token = (fields: Record<string, string>, host = live, how: object = basic) =>
	http.post(`/${host}/v5/oauth/token`, new URLSearchParams(fields), how);
const redeem = (code: string, host = live, more: Record<string, string> = {}) =>
	token({ grant_type: 'authorization_code', code, redirect_uri, ...more }, host);
const renew = (refresh_token: string, host = live) => token({ grant_type: 'refresh_token', refresh_token }, host);
const connect = async (host = live, ...asked: Parameters<typeof consent>) => (await redeem(await codeOf(...asked), host)).data;

const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });
const get = (path: string, access: string, host = live) => http.get(`/${host}/v5/${path}`, bearer(access));
const wish = (more: object = {}) => ({
	board_id: board.id,
	title: 'Camélias',
	description: 'De ce matin',
	alt_text: 'Un bouquet',
	media_source: { source_type: 'image_url', url: `${sandbox.origin}/media/samples/bouquet-camelia.jpg` },
	...more,
});
const pin = (access: string, body: object = wish(), host = live) => http.post(`/${host}/v5/pins`, body, bearer(access));
const unauthenticated = { status: 401, data: { code: 2, message: 'Authentication failed.' } };

test('connecting gives 30 days of access and 60 days to renew, under recognisable prefixes', async () => {
	const query = await consent();
	expect(Object.fromEntries(query)).toEqual({ code: expect.stringContaining(tokenPrefixes.code), state: 'st' });
	const { status, data } = await redeem(query.get('code') ?? '');
	expect(status).toBe(200);
	expect(data).toEqual({
		access_token: expect.stringMatching(/^pina_SANDBOX/),
		refresh_token: expect.stringMatching(/^pinr_SANDBOX/),
		response_type: 'authorization_code',
		token_type: 'bearer',
		expires_in: 2_592_000,
		refresh_token_expires_in: 5_184_000,
		refresh_token_expires_at: expect.any(Number),
		scope: scope.replaceAll(',', ' '),
	});
	expect(Math.abs(data.refresh_token_expires_at - (Date.now() / 1000 + 60 * DAY))).toBeLessThan(5);
});

test('scopes may be separated by commas or spaces; the person gives all or cancels', async () => {
	expect((await connect(live, { scope: 'boards:read pins:read' })).scope).toBe('boards:read pins:read');
	expect(Object.fromEntries(await consent({}, { decision: 'cancel' }))).toEqual({ error: 'access_denied', state: 'st' });
	expect(await settings({ declinedScopes: ['pins:read'] })).toBe(400);
});

test('what is wrong with the app is told to the person', async () => {
	const wrong = { client_id: '1', redirect_uri: 'callback', response_type: 'token', scope: 'pins:reed' };
	for (const [name, value] of Object.entries(wrong)) expect((await dialog({ [name]: value })).status).toBe(400);
	expect((await dialog({ scope: '' })).status).toBe(400);
	expect((await dialog({ client_id: '', consumer_id: appId })).status).toBe(200);
});

test('the token endpoint takes the app by Basic only, and the grant in a form', async () => {
	const fields = { grant_type: 'authorization_code', code: await codeOf(), redirect_uri };
	expect(await token({ ...fields, client_id: appId, client_secret: appSecret }, live, {})).toMatchObject(unauthenticated);
	expect(await token(fields, live, { auth: { username: appId, password: 'wrong' } })).toMatchObject(unauthenticated);
	expect(await http.post(`/${live}/v5/oauth/token`, fields, basic)).toMatchObject({ status: 400, data: { code: 1 } });
	expect(await token({ grant_type: 'client_credentials' })).toMatchObject({ status: 400, data: { code: 1 } });
	expect((await token(fields)).status).toBe(200);
});

test('codes work once, in time, for their address', async () => {
	const code = await codeOf();
	const refused = { status: 400, data: { code: 283 } };
	expect(await redeem(code, live, { redirect_uri: `${redirect_uri}/` })).toMatchObject(refused);
	expect(await redeem('SANDBOXPIN-made-up')).toMatchObject(refused);
	expect((await redeem(code)).status).toBe(200);
	expect(await redeem(code)).toMatchObject(refused);
	const late = await codeOf();
	await pass(601);
	expect(await redeem(late)).toMatchObject(refused);
});

test('each renewal gives 60 new days; one who keeps the first refresh token ends after 60', async () => {
	const first = await connect();
	await pass(30 * DAY + 1);
	expect(await get('user_account', first.access_token)).toMatchObject(unauthenticated);
	const { data: second } = await renew(first.refresh_token);
	expect(second).toMatchObject({ response_type: 'refresh_token', expires_in: 2_592_000, refresh_token_expires_in: 5_184_000 });
	expect(second.refresh_token).not.toBe(first.refresh_token);
	expect((await get('user_account', second.access_token)).status).toBe(200);
	await pass(30 * DAY);
	expect(await renew(first.refresh_token)).toMatchObject(unauthenticated);
	expect((await renew(second.refresh_token)).status).toBe(200);
	await pass(60 * DAY);
	expect(await renew(second.refresh_token)).toMatchObject(unauthenticated);
});

test('a scope in the renewal may not ask for more', async () => {
	const { refresh_token } = await connect();
	expect((await token({ grant_type: 'refresh_token', refresh_token, scope })).status).toBe(200);
	expect((await token({ grant_type: 'refresh_token', refresh_token, scope: 'ads:read' })).status).toBe(400);
});

test('lives are settable', async () => {
	await settings({ accessSeconds: 60, refreshSeconds: 120 });
	const { expires_in, refresh_token_expires_in, refresh_token } = await connect();
	expect([expires_in, refresh_token_expires_in]).toEqual([60, 120]);
	await pass(121);
	expect(await renew(refresh_token)).toMatchObject(unauthenticated);
});

test('production and the API Sandbox know nothing of each other', async () => {
	const [production, sandboxed] = [await connect(live), await connect(trial)];
	expect((await get('boards', production.access_token, live)).status).toBe(200);
	expect((await get('boards', sandboxed.access_token, trial)).status).toBe(200);
	expect(await get('boards', production.access_token, trial)).toMatchObject(unauthenticated);
	expect(await get('boards', sandboxed.access_token, live)).toMatchObject(unauthenticated);
	expect(await renew(production.refresh_token, trial)).toMatchObject(unauthenticated);
	expect(await renew(sandboxed.refresh_token, live)).toMatchObject(unauthenticated);
	const renewed = (await renew(sandboxed.refresh_token, trial)).data;
	expect((await get('boards', renewed.access_token, trial)).status).toBe(200);
});

test('an app with Trial access pins in the API Sandbox only, where nobody sees it', async () => {
	await settings({ access: 'trial' });
	const [production, sandboxed] = [await connect(live), await connect(trial)];
	expect(await pin(production.access_token)).toMatchObject({ status: 403, data: { code: 29, message: expect.stringContaining('Trial access') } });
	const { status, data } = await pin(sandboxed.access_token, wish(), trial);
	expect(status).toBe(201);
	expect((await get(`pins/${data.id}`, sandboxed.access_token, trial)).data).toEqual(data);
	expect((await get(`pins/${data.id}`, production.access_token)).data).toMatchObject({ code: 50 });
	expect((await http.get('/timeline.json')).data).toEqual([]);
	expect((await http.get(`/www.pinterest.com/pin/${data.id}/`)).status).toBe(404);
});

test('a pin is on the timeline, with a page of its own', async () => {
	const { access_token } = await connect();
	const { status, data, headers } = await pin(access_token);
	expect(status).toBe(201);
	expect(headers['x-pinterest-rid']).toMatch(/^\d+$/);
	expect(data).toMatchObject({
		id: expect.stringMatching(/^\d+$/),
		board_id: board.id,
		title: 'Camélias',
		board_owner: { username: accounts[0].name },
		media: { media_type: 'image', images: { '1200x': { width: expect.any(Number), url: expect.stringContaining('/media/') } } },
	});
	const [entry] = (await http.get('/timeline.json')).data;
	expect(entry).toMatchObject({ network: 'pinterest', kind: 'pin', account: accounts[0].name, text: 'Camélias\nDe ce matin' });
	expect(entry.media).toEqual([{ kind: 'image', url: data.media.images['1200x'].url, alt: 'Un bouquet' }]);
	expect((await http.get(entry.url)).data).toContain('Camélias');
	const account = { id: accounts[0].id, username: accounts[0].name, pin_count: 1, board_count: 1 };
	expect((await get('user_account', access_token)).data).toMatchObject(account);
	const boards = { items: [{ id: board.id, name: board.name, pin_count: 1 }], bookmark: null };
	expect((await get('boards?page_size=250', access_token)).data).toMatchObject(boards);
});

test('what cannot be pinned is refused', async () => {
	const { access_token } = await connect();
	const image = (url: string) => ({ media_source: { source_type: 'image_url', url } });
	const refusals: [object, number, number][] = [
		[{ title: 'x'.repeat(101) }, 400, 1],
		[{ descripton: 'misspelt' }, 400, 1],
		[{ board_id: undefined }, 400, 1],
		[{ board_id: '1' }, 404, 40],
		[{ media_source: { source_type: 'video_id', media_id: '1' } }, 400, 1],
		[image('not a url'), 400, 1],
		[image(`${sandbox.origin}/media/samples/missing.jpg`), 400, 235],
		[image(`${sandbox.origin}/timeline.json`), 400, 1],
	];
	for (const [more, status, code] of refusals) expect(await pin(access_token, wish(more))).toMatchObject({ status, data: { code } });
	const other = await connect(live, {}, { account: accounts[1].id });
	expect((await pin(other.access_token)).data).toMatchObject({ code: 40 });
	expect((await get('boards', other.access_token)).data).toEqual({ items: [], bookmark: null });
	expect((await get('boards?page_size=251', access_token)).status).toBe(400);
	expect((await get('nothing', access_token)).status).toBe(404);
	expect((await http.get('/timeline.json')).data).toEqual([]);
});

test('a missing scope is code 3, a missing token code 2', async () => {
	const { access_token } = await connect(live, { scope: 'boards:read,pins:read,pins:write' });
	expect(await pin(access_token)).toMatchObject({ status: 401, data: { code: 3 } });
	expect((await get('boards', access_token)).status).toBe(200);
	await settings({ dropScopes: ['boards:read'] });
	expect(await get('boards', access_token)).toMatchObject({ status: 401, data: { code: 3 } });
	expect(await http.get(`/${live}/v5/boards`)).toMatchObject(unauthenticated);
});

test.each(['revoke', 'passwordChanged'])('%s ends one account or all, until it is connected anew', async (how) => {
	const [shop, personal] = [await connect(), await connect(live, {}, { account: accounts[1].id })];
	await settings({ [how]: { account: accounts[0].id } });
	expect(await renew(shop.refresh_token)).toMatchObject(unauthenticated);
	expect(await get('boards', shop.access_token)).toMatchObject(unauthenticated);
	expect((await get('boards', personal.access_token)).status).toBe(200);
	await settings({ [how]: true });
	expect(await get('boards', personal.access_token)).toMatchObject(unauthenticated);
	expect((await get('boards', (await connect()).access_token)).status).toBe(200);
});

test('the token endpoint may answer 200 with an error, or a failed server; tokens stay good', async () => {
	const { refresh_token } = await connect();
	await settings({ tokenEndpoint: 'error200' });
	expect(await renew(refresh_token)).toMatchObject({ status: 200, data: unauthenticated.data });
	await settings({ tokenEndpoint: 'html500' });
	expect(await renew(refresh_token)).toMatchObject({ status: 500, data: expect.stringContaining('<html>') });
	await settings({ tokenEndpoint: 'ok' });
	expect((await renew(refresh_token)).status).toBe(200);
});

test('the journal never holds a token, a code or the secret', async () => {
	const { access_token, refresh_token } = await connect();
	await renew(refresh_token);
	await pin(access_token);
	const journal = JSON.stringify((await http.get('/_sandbox/requests', { params: { network: 'pinterest' } })).data);
	for (const secret of [...Object.values(tokenPrefixes), appSecret]) expect(journal).not.toContain(secret);
	expect(journal).toContain('"grant_type":"refresh_token"');
});

test('grants and pins outlive a restart, each in its world; settings and a reset do not', async () => {
	const file = join(folder, 'networks.bin');
	await sandbox.close();
	await open(file);
	await settings({ access: 'trial' });
	const { access_token } = await connect(trial);
	const { id } = (await pin(access_token, wish(), trial)).data;
	const production = await connect();
	await sandbox.close();
	await open(file);
	expect((await get(`pins/${id}`, access_token, trial)).data).toMatchObject({ title: 'Camélias' });
	expect(await get('boards', access_token, live)).toMatchObject(unauthenticated);
	expect((await pin(production.access_token)).status).toBe(201);
	await http.post('/_sandbox/reset');
	expect(await get('boards', access_token, trial)).toMatchObject(unauthenticated);
});

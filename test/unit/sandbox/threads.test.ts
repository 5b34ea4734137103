import axios from 'axios';
import { seed } from '../../../sandbox/networks/seed';
import { tokenPrefixes } from '../../../sandbox/networks/threads';
import { day, hour, redirect_uri, World } from './meta/open';

const { appId, appSecret, accounts } = seed.threads;
const [first, second] = accounts;
const client = { client_id: appId, client_secret: appSecret };
const basic = 'threads_basic,threads_content_publish';
const graph = '/graph.threads.net';

let world: World;
beforeEach(async () => {
	world = await World.open();
});
afterEach(async () => await world.close());

const consent = async (choices?: Record<string, string>) => await world.consent('/www.threads.net/oauth/authorize', { client_id: appId, scope: basic }, choices);
const code = async (choices?: Record<string, string>) => (await consent(choices)).searchParams.get('code') ?? '';
const redeem = async (given: string, more: object = {}) =>
	await world.form(`${graph}/oauth/access_token`, { ...client, grant_type: 'authorization_code', redirect_uri, code: given, ...more });
const short = async (choices?: Record<string, string>): Promise<string> => (await redeem(await code(choices))).data.access_token;
const exchange = async (access_token: string) =>
	await world.get(`${graph}/access_token`, { grant_type: 'th_exchange_token', client_secret: appSecret, access_token });
const long = async (choices?: Record<string, string>): Promise<string> => (await exchange(await short(choices))).data.access_token;
const refreshing = (access_token: string) => ({ grant_type: 'th_refresh_token', access_token });
const refresh = async (token: string) => await world.get(`${graph}/refresh_access_token`, refreshing(token));
const me = async (access_token: string, fields = 'id,username') => await world.get(`${graph}/v1.0/me`, { fields, access_token });

it('answers a code with a bare number for the account', async () => {
	expect((await consent()).hash).toBe('#_');
	const fields = new URLSearchParams({ ...client, grant_type: 'authorization_code', redirect_uri, code: await code({ account: second.id }) });
	const { data } = await axios.post(`${world.origin}${graph}/oauth/access_token`, fields, { transformResponse: (text: string) => text });
	expect(data).toMatch(new RegExp(`^\\{"access_token":"THSANDBOX[^"]+","user_id":${second.id}\\}$`));
});

it('refuses wrong requests in its own form', async () => {
	const wrong = await world.get('/www.threads.net/oauth/authorize', { client_id: seed.meta.appId, redirect_uri, response_type: 'code', scope: basic });
	expect([wrong.status, wrong.data]).toEqual([400, { error_message: expect.stringContaining('Invalid platform app'), error_code: expect.any(Number) }]);
	const given = await code();
	expect((await redeem(given, { client_secret: 'wrong' })).data.error).toMatchObject({ code: 1, type: 'OAuthException' });
	expect((await redeem(given, { redirect_uri: 'http://127.0.0.1:1/' })).data.error).toMatchObject({ code: 100, error_subcode: 36008 });
	expect((await redeem(given)).status).toBe(200);
	expect((await redeem(given)).data.error).toMatchObject({ code: 100, error_subcode: 36009 });
});

it('exchanges, and refreshes from the second day on', async () => {
	const token = await long();
	expect((await refresh(token)).data.error.message).toContain('24 hours');
	await world.pass(day);
	const { data } = await refresh(token);
	expect(data).toEqual({ access_token: expect.stringMatching(/^THSANDBOX/), token_type: 'bearer', expires_in: 60 * day });
	expect((await world.form(`${graph}/refresh_access_token`, { ...refreshing(token), method: 'get' })).status).toBe(200);
	await world.settings({ threads: { methodOverride: false } });
	expect((await world.form(`${graph}/refresh_access_token`, { ...refreshing(token), method: 'get' })).data.error).toMatchObject({ error_subcode: 33 });
	await world.pass(60 * day);
	expect((await refresh(data.access_token)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
});

it('describes tokens to the app', async () => {
	const app = (await world.get(`${graph}/oauth/access_token`, { ...client, grant_type: 'client_credentials' })).data.access_token;
	expect(app).toMatch(/^TH\|/);
	const token = await short();
	const debug = async (access_token: string) => (await world.get(`${graph}/debug_token`, { input_token: token, access_token })).data;
	expect((await debug(app)).data).toMatchObject({ is_valid: true, user_id: first.id, scopes: basic.split(',') });
	expect((await debug(token)).data).toMatchObject({ is_valid: true });
	await world.pass(2 * hour);
	expect((await debug(app)).data).toMatchObject({ is_valid: false, error: { code: 190, subcode: 463 }, scopes: [] });
});

it('loses tokens and permissions on request, and can be out of order', async () => {
	const token = await long();
	expect((await me(token)).data).toEqual({ id: first.id, username: first.name });
	await world.settings({ threads: { dropScopes: ['threads_content_publish'] } });
	const refused = await world.form(`${graph}/v1.0/me/threads`, { media_type: 'TEXT', text: 'Bonjour', access_token: token });
	expect([refused.status, refused.data.error.code]).toEqual([403, 200]);
	await world.settings({ threads: { revoke: true } });
	expect((await me(token)).data.error).toMatchObject({ code: 190, error_subcode: 458 });
	await world.settings({ threads: { tokenEndpoint: 'error200', declinedScopes: ['threads_content_publish'] } });
	const broken = await redeem(await code());
	expect([broken.status, broken.data.error.code]).toEqual([200, 190]);
	const journal = await world.journal();
	for (const secret of [...tokenPrefixes, appSecret]) expect(journal).not.toContain(secret);
});

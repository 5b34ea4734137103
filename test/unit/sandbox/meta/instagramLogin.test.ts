import axios from 'axios';
import { seed } from '../../../../sandbox/networks/seed';
import { day, hour, redirect_uri, World } from './open';

const { appId, appSecret, accounts } = seed.instagramLogin;
const [business, creator] = accounts;
const client = { client_id: appId, client_secret: appSecret, grant_type: 'authorization_code', redirect_uri };
const scope = 'instagram_business_basic,instagram_business_content_publish';
const dialog = '/www.instagram.com/oauth/authorize';
const endpoint = '/api.instagram.com/oauth/access_token';

let world: World;
beforeEach(async () => {
	world = await World.open();
});
afterEach(async () => await world.close());

const set = async (instagramLogin: object) => await world.settings({ meta: { instagramLogin } });
const consent = async (choices?: Record<string, string>, asked = scope) => await world.consent(dialog, { client_id: appId, scope: asked }, choices);
const code = async (choices?: Record<string, string>, asked?: string) => (await consent(choices, asked)).searchParams.get('code') ?? '';
const short = async (choices?: Record<string, string>, asked?: string): Promise<string> =>
	(await world.form(endpoint, { ...client, code: await code(choices, asked) })).data.access_token;
const exchange = async (access_token: string, more: object = {}) =>
	await world.get('/graph.instagram.com/access_token', { grant_type: 'ig_exchange_token', client_secret: appSecret, access_token, ...more });
const long = async (...args: Parameters<typeof short>): Promise<string> => (await exchange(await short(...args))).data.access_token;
const refreshing = (access_token: string) => ({ grant_type: 'ig_refresh_token', access_token });
const refresh = async (token: string) => await world.get('/graph.instagram.com/refresh_access_token', refreshing(token));
const me = async (access_token: string, fields = 'user_id,username,account_type') =>
	await world.get('/graph.instagram.com/v25.0/me', { fields, access_token });
const post = async (edge: string, fields: object, token: string) =>
	await world.http.post(`/graph.instagram.com/v25.0/${business.id}/${edge}`, fields, { headers: { authorization: `Bearer ${token}` } });

it('redirects with the code, the state and #_', async () => {
	const back = await consent();
	expect([back.hash, back.searchParams.get('state'), back.searchParams.get('code')]).toEqual(['#_', 'any', expect.stringMatching(/^AQSANDBOX/)]);
});

it.each([
	[{ client_id: seed.meta.appId }, 'Invalid platform app'],
	[{ scope: 'instagram_basic' }, 'Invalid scope: instagram_basic'],
	[{ scope: 'instagram_business_content_publish' }, 'Missing scope: instagram_business_basic'],
	[{ response_type: 'token' }, 'Invalid response_type'],
])('shows the person what is wrong with %p', async (wrong, sentence) => {
	const { status, data } = await world.get(dialog, { client_id: appId, redirect_uri, response_type: 'code', scope, ...wrong });
	expect([status, data]).toEqual([400, expect.stringContaining(sentence)]);
});

it('answers a code flat with a bare number, or wrapped as documented', async () => {
	const fields = new URLSearchParams({ ...client, code: await code() });
	const flat = await axios.post(`${world.origin}${endpoint}`, fields, { responseType: 'text', transformResponse: (text: string) => text });
	expect(flat.data).toContain(`"user_id":${business.id},"permissions":["instagram_business_basic","instagram_business_content_publish"]`);
	await set({ wrappedAnswer: true });
	expect((await world.form(endpoint, { ...client, code: await code() })).data).toEqual({
		data: [{ access_token: expect.stringMatching(/^IGSANDBOX/), user_id: business.id, permissions: scope }],
	});
});

it('refuses a wrong client, JSON, a used code and another redirect address, in its own form', async () => {
	const fields = { ...client, code: await code() };
	const refusal = (error_message: string) => ({ error_type: 'OAuthException', code: 400, error_message });
	const ask = async (more: object) => (await world.form(endpoint, { ...fields, ...more })).data;
	expect(await ask({ client_id: seed.meta.appId })).toEqual(refusal('Invalid platform app'));
	expect(await ask({ client_secret: 'wrong' })).toEqual(refusal('Error validating client secret.'));
	expect((await world.http.post(endpoint, fields)).data).toEqual(refusal('Missing required field client_id'));
	expect((await world.http.post(`${endpoint}?${new URLSearchParams(fields)}`)).status).toBe(400);
	expect(await ask({ redirect_uri: 'http://127.0.0.1:1/' })).toMatchObject({ error_message: expect.stringContaining('redirect_uri') });
	expect(await ask({})).toHaveProperty('access_token');
	expect(await ask({})).toEqual(refusal('This authorization code has been used.'));
	const late = await code();
	await world.pass(2 * hour);
	expect(await ask({ code: late })).toEqual(refusal('This authorization code has expired.'));
});

it('exchanges a short token with the secret only', async () => {
	const token = await short();
	expect((await exchange(token, { client_secret: undefined })).data.error.message).toBe('Missing client_secret parameter.');
	const { data } = await exchange(token);
	expect(data).toEqual({ access_token: expect.stringMatching(/^IGSANDBOX/), token_type: 'bearer', expires_in: 60 * day });
	expect((await exchange(data.access_token)).data.error).toMatchObject({ code: 100, type: 'IGApiException' });
	await world.pass(hour);
	expect((await me(token)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
});

it('refreshes a long token from its second day on, while it lives', async () => {
	const token = await long();
	expect((await refresh(token)).data.error).toMatchObject({ code: 100, message: expect.stringContaining('24 hours') });
	await world.pass(day);
	const { data } = await refresh(token);
	expect(data).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 60 * day, permissions: scope });
	await world.pass(59 * day);
	expect((await refresh(token)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
	expect((await refresh(data.access_token)).status).toBe(200);
	expect((await refresh(await short())).data.error.code).toBe(100);
});

it('takes a POST for a GET where the method is overridden', async () => {
	const token = await long();
	await world.pass(2 * day);
	const path = '/graph.instagram.com/refresh_access_token';
	expect((await world.form(path, { ...refreshing(token), method: 'get' })).status).toBe(200);
	expect((await world.form(path, refreshing(token))).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	await set({ methodOverride: false });
	const { status, data } = await world.form(path, { ...refreshing(token), method: 'get' });
	expect([status, data.error.code, data.error.error_subcode, data.error.message]).toEqual([400, 100, 33, expect.stringContaining('Unsupported post request')]);
	expect((await refresh(token)).status).toBe(200);
});

it('reads the account by a token in the query, the form or the header', async () => {
	const token = await short();
	const shown = { user_id: business.id, username: business.name, account_type: 'BUSINESS' };
	expect((await me(token)).data).toMatchObject(shown);
	expect((await me(token)).data.id).not.toBe(business.id);
	const path = '/graph.instagram.com/v25.0/me?fields=user_id,username,account_type';
	expect((await world.form(path, { access_token: token, method: 'get' })).data).toMatchObject(shown);
	expect((await world.http.get(path, { headers: { authorization: `Bearer ${token}` } })).data).toMatchObject(shown);
	expect((await me(await short({ account: creator.id }))).data).toMatchObject({ username: creator.name, account_type: 'MEDIA_CREATOR' });
	expect((await me(token, 'nonsense')).data.error.code).toBe(100);
	expect((await me('IGwrong')).data.error.code).toBe(190);
});

it('publishes for the account of the token, and for no other', async () => {
	const token = await long();
	const image = { image_url: `${world.origin}/media/samples/mariage-blanc.jpg`, caption: 'Blanc' };
	const { id } = (await post('media', image, token)).data;
	const container = (await world.get(`/graph.instagram.com/v25.0/${id}`, { fields: 'status_code', access_token: token })).data;
	expect(container.status_code).toBe('FINISHED');
	const media = (await post('media_publish', { creation_id: id }, token)).data;
	const { permalink } = (await world.get(`/graph.instagram.com/v25.0/${media.id}`, { fields: 'permalink', access_token: token })).data;
	expect(await world.timeline()).toMatchObject([{ network: 'instagram', account: business.name, kind: 'photo', text: 'Blanc', url: permalink }]);
	const next = (await world.get(`/graph.instagram.com/v25.0/me/media`, { limit: 1, access_token: token })).data;
	expect(next.data).toEqual([{ id: media.id }]);
	expect((await post('media', image, await long({ account: creator.id }))).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await post('media', { ...image, upload_type: 'resumable' }, token)).data.error.code).toBe(100);
	await set({ dropScopes: ['instagram_business_content_publish'] });
	expect((await post('media', image, token)).data.error).toMatchObject({ code: 10, message: expect.stringContaining('instagram_business_content_publish') });
});

it('loses tokens to a revocation and to a new password', async () => {
	const token = await long();
	await set({ revoke: { account: business.id } });
	expect((await refresh(token)).data.error).toMatchObject({ code: 190, error_subcode: 458 });
	const later = await long();
	await set({ passwordChanged: true });
	expect((await me(later)).data.error).toMatchObject({ code: 190, error_subcode: 460 });
});

it('breaks its token endpoints on request, and remembers grants after a restart', async () => {
	const [token, given] = [await long(), await code()];
	await set({ tokenEndpoint: 'error200' });
	const broken = await world.form(endpoint, { ...client, code: given });
	expect([broken.status, broken.data.error_type]).toEqual([200, 'OAuthException']);
	await set({ tokenEndpoint: 'html500' });
	expect((await refresh(token)).status).toBe(500);
	await world.restart();
	await world.pass(day);
	expect((await refresh(token)).status).toBe(200);
	const journal = await world.journal();
	for (const secret of ['IGSANDBOX', 'AQSANDBOX', appSecret]) expect(journal).not.toContain(secret);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { giveConsent } from '../../../sandbox/n8n/consent';
import { tokenPrefixes } from '../../../sandbox/networks/linkedin';
import { readersSee } from '../../../sandbox/networks/linkedin/littleText';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';

const { clientId, clientSecret, accounts, organization } = seed.linkedin;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const client = { client_id: clientId, client_secret: clientSecret };
const selfServe = 'openid profile email w_member_social';
const community = 'r_basicprofile w_member_social w_organization_social rw_organization_admin';
const day = 86_400;

let folder: string;
let sandbox: Sandbox;
let http: AxiosInstance;

const open = async () => {
	sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, maxRedirects: 0 });
};
const control = async (path: string, body: object) => await http.post(`/_sandbox/${path}`, body);
const settings = async (linkedin: object) => expect((await control('settings', { linkedin })).data).toEqual({ ok: true });
const pass = async (seconds: number) => await control('clock', { advance: seconds });

const dialog = (changes: Record<string, string> = {}) => {
	const asked = { client_id: clientId, redirect_uri, response_type: 'code', scope: selfServe, state: 'any', ...changes };
	return `${sandbox.origin}/www.linkedin.com/oauth/v2/authorization?${new URLSearchParams(asked)}`;
};
const consent = async (scope = selfServe, choices: Record<string, string> = {}) =>
	new URL(await giveConsent(dialog({ scope }), redirect_uri, choices)).searchParams;
const oauth = async (path: string, form: object) => await http.post(`/www.linkedin.com/oauth/v2/${path}`, new URLSearchParams({ ...form }));
const redeem = async (code: string | null, changes: object = {}) =>
	await oauth('accessToken', { ...client, grant_type: 'authorization_code', code: code ?? '', redirect_uri, ...changes });
const connect = async (scope?: string, choices?: Record<string, string>) => (await redeem((await consent(scope, choices)).get('code'))).data;
const refresh = async (refresh_token: string) => await oauth('accessToken', { ...client, grant_type: 'refresh_token', refresh_token });
const introspect = async (token: string) => (await oauth('introspectToken', { ...client, token })).data;
const get = async (access: string, path: string, headers: object = {}) =>
	await http.get(`/api.linkedin.com${path}`, { headers: { authorization: `Bearer ${access}`, ...headers } });
const versioned = { 'linkedin-version': '202609', 'x-restli-protocol-version': '2.0.0' };
const post = async (access: string, changes: object = {}, headers: object = versioned) =>
	await http.post(
		'/api.linkedin.com/rest/posts',
		{
			author: `urn:li:person:${accounts[0].id}`,
			commentary: 'Bonjour',
			visibility: 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
			lifecycleState: 'PUBLISHED',
			isReshareDisabledByAuthor: false,
			...changes,
		},
		{ headers: { authorization: `Bearer ${access}`, ...headers } },
	);

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-linkedin-'));
	await open();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

test('connecting: 60 days, no refresh token, scopes with commas; then introspection and identity', async () => {
	const tokens = await connect();
	expect(tokens).toEqual({
		access_token: expect.stringMatching(/^AQSANDBOXLI/),
		expires_in: 60 * day,
		scope: 'email,openid,profile,w_member_social',
		token_type: 'Bearer',
	});
	expect((await get(tokens.access_token, '/v2/userinfo')).data).toMatchObject({ sub: accounts[0].id, given_name: 'Camille', family_name: 'Moreau' });
	const denied = await get(tokens.access_token, '/v2/me');
	expect([denied.status, denied.data.message]).toEqual([403, 'Not enough permissions to access: me.GET.NO_VERSION']);
	const seen = await introspect(tokens.access_token);
	expect(seen).toMatchObject({ active: true, status: 'active', client_id: clientId, scope: tokens.scope, auth_type: '3L' });
	expect(seen.expires_at - seen.created_at).toBe(60 * day);
	const other = await connect(community, { account: accounts[1].id });
	expect((await get(other.access_token, '/v2/me')).data).toMatchObject({ id: accounts[1].id, localizedFirstName: 'Bruno' });
});

test('the dialog: denial, a scope of a product that the app does not have, and errors that go to no address', async () => {
	expect((await consent(selfServe, { decision: 'cancel' })).get('error')).toBe('user_cancelled_authorize');
	await settings({ products: ['signIn', 'share'] });
	const { status, headers } = await http.get(dialog({ scope: community }));
	const answer = new URL(String(headers.location)).searchParams;
	expect([status, answer.get('error'), answer.get('state')]).toEqual([302, 'unauthorized_scope_error', 'any']);
	expect(answer.get('error_description')).toBe('Scope &quot;r_basicprofile&quot; is not authorized for your application');
	const page = async (changes: Record<string, string>) => await http.get(dialog(changes));
	expect((await page({ client_id: 'other' })).status).toBe(401);
	expect((await page({ redirect_uri: `${redirect_uri}#here` })).data).toContain('redirect_uri does not match');
	expect((await page({ scope: 'openid,profile' })).data).toContain('<form');
	expect((await control('settings', { linkedin: { declinedScopes: ['email'] } })).data.error).toContain('all scopes or to none');
});

test('the token endpoint: authentication in the body, one use of a code, its address and its half hour', async () => {
	const code = (await consent()).get('code');
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const form = new URLSearchParams({ grant_type: 'authorization_code', code: code ?? '', redirect_uri });
	const header = await http.post('/www.linkedin.com/oauth/v2/accessToken', form, { headers: { authorization: `Basic ${basic}` } });
	expect([header.status, header.data]).toEqual([
		400,
		{ error: 'invalid_request', error_description: 'A required parameter "client_id" is missing' },
	]);
	const wrong = await redeem(code, { client_secret: 'wrong' });
	expect([wrong.status, wrong.data.error]).toEqual([401, 'invalid_client']);
	const elsewhere = await redeem(code, { redirect_uri: 'http://127.0.0.1:5678/other' });
	expect([elsewhere.status, elsewhere.data.error]).toEqual([400, 'invalid_redirect_uri']);
	expect((await redeem(code)).status).toBe(200);
	const again = await redeem(code);
	expect([again.status, again.data.error_description]).toEqual([401, 'Unable to retrieve access token: authorization code not found']);
	const late = (await consent()).get('code');
	await pass(1801);
	expect((await redeem(late)).data.error).toBe('invalid_redirect_uri');
});

test('after 60 days the token is expired and nothing renews it', async () => {
	const { access_token } = await connect();
	await pass(60 * day);
	const { status, data } = await get(access_token, '/v2/userinfo');
	expect([status, data]).toEqual([
		401,
		{ status: 401, serviceErrorCode: 65602, code: 'EXPIRED_ACCESS_TOKEN', message: 'The token used in the request has expired' },
	]);
	expect(await introspect(access_token)).toMatchObject({ active: false, status: 'expired' });
	expect((await get('unknown', '/v2/userinfo')).data.code).toBe('INVALID_ACCESS_TOKEN');
	expect((await http.get('/api.linkedin.com/v2/userinfo')).data.code).toBe('EMPTY_ACCESS_TOKEN');
});

test('a partner’s refresh token stays the same and ends 365 days after the consent', async () => {
	await settings({ refreshTokens: true });
	const first = await connect();
	expect(first).toMatchObject({ refresh_token: expect.stringMatching(/^AQSANDBOXLR/), refresh_token_expires_in: 365 * day });
	await pass(59 * day);
	const { data: second } = await refresh(first.refresh_token);
	expect(second).toMatchObject({ refresh_token: first.refresh_token, expires_in: 60 * day });
	expect(Math.ceil(second.refresh_token_expires_in / day)).toBe(306);
	expect((await get(second.access_token, '/v2/userinfo')).status).toBe(200);
	await settings({ tokenEndpoint: 'error200' });
	expect(await refresh(first.refresh_token)).toMatchObject({ status: 200, data: { error: 'invalid_request' } });
	await settings({ tokenEndpoint: 'html500' });
	expect((await refresh(first.refresh_token)).status).toBe(500);
	await settings({ tokenEndpoint: 'ok' });
	await pass(306 * day);
	expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, data: { error: 'invalid_request' } });
});

test('another set of scopes ends the member’s earlier tokens, the same set does not', async () => {
	const [first, second] = [await connect(), await connect()];
	const bruno = await connect(selfServe, { account: accounts[1].id });
	expect((await get(first.access_token, '/v2/userinfo')).status).toBe(200);
	await connect('openid profile');
	for (const { access_token } of [first, second]) expect((await get(access_token, '/v2/userinfo')).data.code).toBe('REVOKED_ACCESS_TOKEN');
	expect((await get(bruno.access_token, '/v2/userinfo')).status).toBe(200);
});

test('taking access back, by the person or by the app', async () => {
	await settings({ refreshTokens: true });
	const [one, other] = [await connect(), await connect(selfServe, { account: accounts[1].id })];
	await settings({ revoke: { account: accounts[0].id } });
	expect((await get(one.access_token, '/v2/userinfo')).data).toMatchObject({ serviceErrorCode: 65601, code: 'REVOKED_ACCESS_TOKEN' });
	expect((await refresh(one.refresh_token)).data.error).toBe('invalid_request');
	expect((await oauth('revoke', { ...client, token: other.access_token })).status).toBe(200);
	expect(await introspect(other.access_token)).toMatchObject({ active: false, status: 'revoked' });
	expect((await oauth('introspectToken', { ...client, token: 'unknown' })).status).toBe(400);
	expect((await oauth('introspectToken', { ...client, client_secret: 'wrong', token: other.access_token })).status).toBe(401);
});

test('a post: the version, the id’s header, the duplicate, permissions, and a restart', async () => {
	const { access_token } = await connect();
	expect((await post(access_token, {}, {})).data).toMatchObject({ status: 400, code: 'VERSION_MISSING' });
	const sunset = await post(access_token, {}, { 'linkedin-version': '202501' });
	expect([sunset.status, sunset.data.message]).toEqual([426, 'Requested version 20250101 is not active']);
	const made = await post(access_token);
	expect([made.status, made.data, made.headers['x-restli-id']]).toEqual([201, '', 'urn:li:share:7400000000000000001']);
	const duplicate = { code: 'DUPLICATE_POST', message: `Content is a duplicate of ${made.headers['x-restli-id']}` };
	expect(await post(access_token)).toMatchObject({ status: 422, data: duplicate });
	expect((await post(access_token, { commentary: 'Salut' }, { 'linkedin-version': '202609' })).headers['x-linkedin-id']).toMatch(/^urn:li:share:/);
	expect((await post(access_token, { text: 'x' })).data.message).toContain('/text :: unrecognized field');
	expect((await post(access_token, { distribution: undefined })).data.code).toBe('MISSING_FIELD');
	expect((await post(access_token, { author: `urn:li:organization:${organization.id}` })).data.code).toBe('ACCESS_DENIED');
	expect((await post(access_token, { author: `urn:li:person:${accounts[1].id}` })).status).toBe(403);
	const [, first] = (await http.get('/timeline.json')).data;
	expect(first).toMatchObject({ network: 'linkedin', account: 'Camille Moreau', kind: 'text', text: 'Bonjour' });
	expect((await http.get(first.url)).data).toContain('Bonjour');
	await sandbox.close();
	await open();
	expect((await post(access_token)).status).toBe(422);
	await settings({ dropScopes: ['w_member_social'] });
	expect((await post(access_token, { commentary: 'Encore' })).data.code).toBe('ACCESS_DENIED');
});

test('pages: only who administers one may find and use it', async () => {
	const admin = await connect(community);
	const acls = '/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED';
	const { data } = await get(admin.access_token, acls, versioned);
	expect(data.elements).toMatchObject([{ role: 'ADMINISTRATOR', organization: `urn:li:organization:${organization.id}` }]);
	const content = { article: { source: 'https://ateliercamelia.example/', title: 'Atelier' } };
	expect((await post(admin.access_token, { author: `urn:li:organization:${organization.id}`, content })).status).toBe(201);
	expect((await http.get('/timeline.json')).data[0]).toMatchObject({ account: 'Atelier Camélia', kind: 'article' });
	const bruno = await connect(community, { account: accounts[1].id });
	expect((await get(bruno.access_token, acls, versioned)).data.elements).toEqual([]);
	expect((await post(bruno.access_token, { author: `urn:li:organization:${organization.id}` })).status).toBe(403);
	expect((await get((await connect()).access_token, acls, versioned)).status).toBe(403);
});

test('readers see nothing after an unescaped reserved character', () => {
	expect(readersSee('Save 20% (today) #sale')).toBe('Save 20% ');
	expect(readersSee('Save 20% \\(today\\) #sale')).toBe('Save 20% (today) #sale');
	expect(readersSee('Hi @[ACME Inc](urn:li:organization:42)! {hashtag|\\#|Été}')).toBe('Hi ACME Inc! #Été');
	expect(readersSee('#1 in #_x')).toBe('#1 in ');
});

test('the journal shows every token call and no secret', async () => {
	await settings({ refreshTokens: true });
	const { refresh_token, access_token } = await connect();
	await refresh(refresh_token);
	await introspect(access_token);
	const journal = JSON.stringify((await http.get('/_sandbox/requests?network=linkedin')).data);
	expect(journal.match(/accessToken/g)).toHaveLength(2);
	for (const secret of [clientSecret, ...Object.values(tokenPrefixes)]) expect(journal).not.toContain(secret);
});

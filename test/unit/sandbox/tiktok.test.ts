import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { giveConsent } from '../../../sandbox/n8n/consent';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';
import { tokenPrefixes } from '../../../sandbox/networks/tiktok';

const { clientKey, clientSecret, accounts } = seed.tiktok;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const client = { client_key: clientKey, client_secret: clientSecret };
const allScopes = 'user.info.basic,user.info.profile,video.publish';
const day = 86_400;

let folder: string;
let sandbox: Sandbox;
let http: AxiosInstance;

const open = async () => {
	sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true });
};
const control = async (path: string, body: object) => await http.post(`/_sandbox/${path}`, body);
const settings = async (tiktok: object) => expect((await control('settings', { tiktok })).data).toEqual({ ok: true });
const pass = async (seconds: number) => await control('clock', { advance: seconds });

const dialog = (changes: Record<string, string> = {}) => {
	const asked = { client_key: clientKey, redirect_uri, response_type: 'code', scope: allScopes, state: 'any', ...changes };
	return `${sandbox.origin}/www.tiktok.com/v2/auth/authorize/?${new URLSearchParams(asked)}`;
};
const consent = async (choices: Record<string, string> = {}, changes: Record<string, string> = {}) =>
	new URL(await giveConsent(dialog(changes), redirect_uri, choices)).searchParams;
const token = async (form: object, path = 'token/') => await http.post(`/open.tiktokapis.com/v2/oauth/${path}`, new URLSearchParams({ ...form }));
const redeem = async (code: string | null, changes: object = {}) =>
	await token({ ...client, grant_type: 'authorization_code', code: code ?? '', redirect_uri, ...changes });
const connect = async (choices?: Record<string, string>) => (await redeem((await consent(choices)).get('code'))).data;
const refresh = async (refresh_token: string, changes: object = {}) => await token({ ...client, grant_type: 'refresh_token', refresh_token, ...changes });
const as = (access: string) => ({ headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json; charset=UTF-8' } });
const user = async (access: string, fields = 'open_id,display_name') =>
	await http.get('/open.tiktokapis.com/v2/user/info/', { ...as(access), params: { fields } });
const publish = async (access: string, path: string, body: object = {}) =>
	await http.post(`/open.tiktokapis.com/v2/post/publish/${path}/`, body, { ...as(access), transformResponse: (text: string) => text });
const photos = (changes: object = {}, name = 'bouquet-camelia.jpg') => ({
	media_type: 'PHOTO',
	post_mode: 'DIRECT_POST',
	post_info: { title: 'Camélias', description: 'Du jour', privacy_level: 'PUBLIC_TO_EVERYONE', ...changes },
	source_info: { source: 'PULL_FROM_URL', photo_cover_index: 0, photo_images: [`${sandbox.origin}/media/samples/${name}`] },
});
/** Until the post is no longer being fetched; the last answer as text. */
const outcome = async (access: string, publish_id: string): Promise<string> => {
	const { data } = await publish(access, 'status/fetch', { publish_id });
	return String(data).includes('PROCESSING') ? await outcome(access, publish_id) : data;
};

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-tiktok-'));
	await open();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

test('connecting: commas, granted scopes in the redirect, a code to be decoded, TikTok’s answer and lives', async () => {
	const answer = await consent();
	expect(answer.get('code')).toMatch(/^SANDBOXTT\*0!/);
	expect([answer.get('scopes'), answer.get('state')]).toEqual([allScopes, 'any']);
	const { status, data } = await redeem(answer.get('code'));
	expect(status).toBe(200);
	expect(data).toEqual({
		access_token: expect.stringMatching(/^act\.SANDBOX/),
		expires_in: 7200,
		open_id: accounts[0].id,
		refresh_expires_in: 180 * day,
		refresh_token: expect.stringMatching(/^rft\.SANDBOX/),
		scope: allScopes,
		token_type: 'Bearer',
	});
	expect((await connect({ account: accounts[1].id })).open_id).toBe(accounts[1].id);
	expect((await consent({ decision: 'cancel' })).get('error')).toBe('access_denied');
});

test('the dialog names the parameter that is wrong: client_id instead of client_key, a query in the redirect, spaces between scopes', async () => {
	const page = async (changes: Record<string, string>) => (await http.get(dialog(changes))).data;
	expect(await page({ client_key: '', client_id: clientKey })).toContain('<code>client_key</code>');
	expect(await page({ redirect_uri: `${redirect_uri}?a=1` })).toContain('<code>redirect_uri</code>');
	expect(await page({ redirect_uri: 'http://n8n.example.com/callback' })).toContain('<code>redirect_uri</code>');
	expect(await page({ scope: 'user.info.basic video.publish' })).toContain('<code>scope</code>');
	expect(await page({ response_type: 'token' })).toContain('<code>response_type</code>');
	expect(await page({ client_id: clientKey })).toContain('<form');
});

test('the token endpoint wants client_key in a form, at the address with its slash', async () => {
	const code = (await consent()).get('code');
	const missing = await redeem(code, { client_key: '', client_id: clientKey });
	expect([missing.status, missing.data]).toEqual([
		400,
		{ error: 'invalid_request', error_description: 'Client key is missed in request.', log_id: expect.any(String) },
	]);
	expect((await redeem(code, { client_secret: 'wrong' })).data.error).toBe('invalid_client');
	expect((await redeem(code, { redirect_uri: 'http://127.0.0.1:5678/other' })).data.error_description).toMatch(/^Redirect_uri is not matched/);
	expect((await redeem(code, { grant_type: 'client_credentials' })).data.error).toBe('unsupported_grant_type');
	const json = await http.post('/open.tiktokapis.com/v2/oauth/token/', { ...client, code, redirect_uri, grant_type: 'authorization_code' });
	expect(json.data.error_description).toContain('x-www-form-urlencoded');
	expect((await token(client, 'token')).status).toBe(404);
	expect((await redeem(code)).status).toBe(200);
	expect((await redeem(code)).data.error).toBe('invalid_grant');
	const late = (await consent()).get('code');
	await pass(601);
	expect((await redeem(late)).data.error).toBe('invalid_grant');
});

test('renewal rotates: the new refresh token works, the old one and client_id do not', async () => {
	const first = await connect();
	await pass(7200);
	expect((await user(first.access_token)).data.error.code).toBe('access_token_invalid');
	expect((await refresh(first.refresh_token, { client_key: '', client_id: clientKey })).data.error).toBe('invalid_request');
	const { data: second } = await refresh(first.refresh_token);
	expect(second.refresh_token).not.toBe(first.refresh_token);
	expect((await user(second.access_token)).status).toBe(200);
	const again = await refresh(first.refresh_token);
	expect([again.status, again.data.error]).toEqual([400, 'invalid_grant']);
	await settings({ oauthErrorStatus: 200 });
	const quiet = await refresh(first.refresh_token);
	expect([quiet.status, quiet.data.error]).toEqual([200, 'invalid_grant']);
	await pass(180 * day);
	expect((await refresh(second.refresh_token)).data.error).toBe('invalid_grant');
});

test('a broken token endpoint spends nothing; lives can be set', async () => {
	await settings({ accessSeconds: 60, refreshSeconds: 600 });
	const { refresh_token, expires_in, refresh_expires_in } = await connect();
	expect([expires_in, refresh_expires_in]).toEqual([60, 600]);
	await settings({ tokenEndpoint: 'error200' });
	const odd = await refresh(refresh_token);
	expect([odd.status, odd.data.error]).toEqual([200, 'invalid_grant']);
	await settings({ tokenEndpoint: 'html500' });
	expect((await refresh(refresh_token)).status).toBe(500);
	await settings({ tokenEndpoint: 'ok' });
	expect((await refresh(refresh_token)).status).toBe(200);
	expect((await control('settings', { tiktok: { audited: 'no' } })).data.error).toBe('"tiktok.audited" must be true or false.');
});

test('taking access back, by the person or by the app, ends one account and leaves the other', async () => {
	const [one, other] = [await connect(), await connect({ account: accounts[1].id })];
	await settings({ revoke: { account: accounts[0].id } });
	expect((await user(one.access_token)).status).toBe(401);
	expect((await refresh(one.refresh_token)).data.error).toBe('invalid_grant');
	expect((await user(other.access_token)).status).toBe(200);
	const { status, data } = await token({ ...client, token: other.access_token }, 'revoke/');
	expect([status, data]).toEqual([200, '']);
	expect((await refresh(other.refresh_token)).data.error).toBe('invalid_grant');
	expect((await user((await connect()).access_token)).status).toBe(200);
});

test('scopes: unticked in the dialog, taken away later, and fields beyond them', async () => {
	await settings({ declinedScopes: ['video.publish'] });
	expect((await consent()).get('scopes')).toBe('user.info.basic,user.info.profile');
	const { access_token, scope } = await connect();
	expect(scope).toBe('user.info.basic,user.info.profile');
	const refused = await publish(access_token, 'creator_info/query');
	expect([refused.status, JSON.parse(refused.data).error.code]).toEqual([401, 'scope_not_authorized']);
	expect((await user(access_token, 'open_id,username')).data.data.user).toEqual({ open_id: accounts[0].id, username: 'ateliercamelia' });
	expect((await user(access_token, 'follower_count')).data.error.code).toBe('scope_permission_missed');
	expect((await user(access_token, '')).data.error.code).toBe('invalid_params');
	await settings({ dropScopes: ['user.info.basic'] });
	expect((await user(access_token)).data.error.code).toBe('scope_not_authorized');
});

test('a photo post appears; its id is a bare int64; another format fails; it survives a restart', async () => {
	const { access_token, refresh_token } = await connect();
	const creator = JSON.parse((await publish(access_token, 'creator_info/query')).data);
	expect(creator).toMatchObject({ data: { creator_username: 'ateliercamelia' }, error: { code: 'ok' } });
	const { publish_id } = JSON.parse((await publish(access_token, 'content/init', photos())).data).data;
	expect(await outcome(access_token, publish_id)).toMatch(/"status":"PUBLISH_COMPLETE".*"publicaly_available_post_id":\[7400000000000000001\]/);
	const [entry] = (await http.get('/timeline.json')).data;
	expect(entry).toMatchObject({ network: 'tiktok', account: 'Atelier Camélia', kind: 'photo', text: 'Camélias\nDu jour' });
	expect((await http.get(entry.url)).data).toContain('Du jour');
	const png = JSON.parse((await publish(access_token, 'content/init', photos({}, 'bon-cadeau.png'))).data).data;
	expect(await outcome(access_token, png.publish_id)).toContain('"status":"FAILED","fail_reason":"file_format_check_failed"');
	await sandbox.close();
	await open();
	expect(await outcome(access_token, publish_id)).toContain('7400000000000000001');
	expect((await refresh(refresh_token)).status).toBe(200);
});

test('an app without audit posts only what nobody else sees, on a private account', async () => {
	const { access_token } = await connect();
	const init = async (changes: object) => JSON.parse((await publish(access_token, 'content/init', photos(changes))).data);
	expect((await init({ privacy_level: 'FOLLOWER_OF_CREATOR' })).error.code).toBe('privacy_level_option_mismatch');
	expect((await init({ privacy_level: undefined })).error.code).toBe('invalid_param');
	expect((await init({ title: 'x'.repeat(91) })).error.message).toContain('90');
	await settings({ audited: false });
	expect((await init({ privacy_level: 'SELF_ONLY' })).error.code).toBe('unaudited_client_can_only_post_to_private_accounts');
	await settings({ privateAccount: true });
	const { publish_id } = (await init({ privacy_level: 'SELF_ONLY' })).data;
	expect(await outcome(access_token, publish_id)).toContain('"publicaly_available_post_id":[]');
	expect((await http.get('/timeline.json')).data[0].account).toBe('Atelier Camélia (only me)');
});

test('the journal shows every token call and no secret', async () => {
	const { refresh_token } = await connect();
	await refresh(refresh_token);
	const journal = JSON.stringify((await http.get('/_sandbox/requests?network=tiktok')).data);
	expect(journal.match(/oauth\/token/g)).toHaveLength(2);
	for (const secret of [clientSecret, ...Object.values(tokenPrefixes)]) expect(journal).not.toContain(secret);
});

import { tokenPrefixes } from '../../../sandbox/networks/google';
import { seed } from '../../../sandbox/networks/seed';
import {
	ask,
	bearer,
	codeOf,
	connect,
	consent,
	http,
	mail,
	pass,
	profile,
	redeem,
	redirect_uri,
	renew,
	restart,
	scopes,
	send,
	settings,
	token,
	useSandbox,
} from './googleClient';

const { clientId: client_id, clientSecret: client_secret, accounts } = seed.google;
const DAY = 86_400;

useSandbox();

test('connecting gives an hour of access and a refresh token, under recognisable prefixes', async () => {
	const query = await consent();
	expect(Object.fromEntries(query)).toEqual({
		state: 'st',
		code: expect.stringContaining(tokenPrefixes.code),
		scope: scopes('gmail.send', 'adwords'),
		authuser: '0',
		prompt: 'consent',
	});
	const { status, data } = await redeem(query.get('code') ?? '');
	expect(status).toBe(200);
	expect(data).toEqual({
		access_token: expect.stringMatching(/^ya29\.SANDBOX/),
		expires_in: 3599,
		refresh_token: expect.stringMatching(/^1\/\/SANDBOX/),
		scope: scopes('gmail.send', 'adwords'),
		token_type: 'Bearer',
	});
});

test('a refresh token comes only with access_type=offline, and again only with prompt=consent', async () => {
	expect(await connect({ access_type: 'online' })).not.toHaveProperty('refresh_token');
	expect(await connect({ prompt: '' })).not.toHaveProperty('refresh_token');
	expect(await connect({ prompt: '' }, { account: accounts[1].id })).toHaveProperty('refresh_token');
	expect(await connect()).toHaveProperty('refresh_token');
});

test('the person may untick scopes, but not who they are; short names come back long', async () => {
	const { scope } = await connect({ scope: `email ${scopes('gmail.send', 'adwords')}` }, {}, [scopes('gmail.send')]);
	expect(scope.split(' ').sort()).toEqual([...scopes('adwords', 'userinfo.email').split(' '), 'openid'].sort());
	await settings({ declinedScopes: [scopes('adwords')] });
	expect((await connect()).scope).toBe(scopes('gmail.send'));
});

test('cancelling is told to the app; what is wrong with the app is told to the person', async () => {
	expect(Object.fromEntries(await consent({}, { decision: 'cancel' }))).toEqual({ error: 'access_denied', state: 'st' });
	const page = (more: Record<string, string>) => http.get('/accounts.google.com/o/oauth2/v2/auth', { params: ask(more) });
	expect(await page({ client_id: 'other' })).toMatchObject({ status: 401, data: expect.stringContaining('invalid_client') });
	expect(await page({ redirect_uri: 'callback' })).toMatchObject({ status: 400, data: expect.stringContaining('redirect_uri_mismatch') });
	expect(await page({ scope: scopes('gmail.send', 'adwords').replace(' ', ',') })).toMatchObject({ data: expect.stringContaining('invalid_scope') });
	expect(await page({ scope: scopes('gmail.sent') })).toMatchObject({ status: 400, data: expect.stringContaining('invalid_scope') });
});

test('codes work once, in time, for their address, with the secret', async () => {
	const code = await codeOf();
	expect(await redeem(code, { client_secret: 'wrong' })).toMatchObject({ status: 401, data: { error: 'invalid_client' } });
	expect(await redeem(code, { client_secret: '' })).toMatchObject({ status: 400, data: { error_description: 'client_secret is missing.' } });
	expect(await redeem(code, { redirect_uri: `${redirect_uri}/` })).toMatchObject({ status: 400, data: { error: 'redirect_uri_mismatch' } });
	expect(await redeem('4/made-up')).toMatchObject({ status: 400, data: { error: 'invalid_grant', error_description: 'Malformed auth code.' } });
	expect((await redeem(code)).status).toBe(200);
	expect(await redeem(code)).toMatchObject({ status: 400, data: { error: 'invalid_grant' } });
	const late = await codeOf();
	await pass(601);
	expect(await redeem(late)).toMatchObject({ status: 400, data: { error: 'invalid_grant' } });
});

test('the token endpoint wants a form, and takes the secret in a Basic header too', async () => {
	const fields = { grant_type: 'authorization_code', code: await codeOf(), redirect_uri };
	const asJson = await http.post('/oauth2.googleapis.com/token', { client_id, client_secret, ...fields });
	expect(asJson).toMatchObject({ status: 400, data: { error: 'invalid_request' } });
	expect(await token({ grant_type: 'password' })).toMatchObject({ status: 400, data: { error: 'unsupported_grant_type' } });
	const basic = { auth: { username: client_id, password: client_secret } };
	expect((await http.post('/oauth2.googleapis.com/token', new URLSearchParams(fields), basic)).status).toBe(200);
});

test('renewal answers no new refresh token, and the old one works years later', async () => {
	const { access_token, refresh_token, scope } = await connect();
	await pass(3598);
	expect((await send(access_token)).status).toBe(200);
	await pass(2);
	const expired = await send(access_token);
	expect(expired).toMatchObject({
		status: 401,
		data: { error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError', message: 'Invalid Credentials' }] } },
	});
	expect(expired.headers['www-authenticate']).toContain('invalid_token');
	const renewed = await renew(refresh_token);
	expect(renewed.data).toEqual({ access_token: expect.stringMatching(/^ya29\.SANDBOX/), expires_in: 3599, scope, token_type: 'Bearer' });
	await pass(1000 * DAY);
	expect((await send((await renew(refresh_token)).data.access_token)).status).toBe(200);
	expect(await renew('1//made-up')).toMatchObject({ status: 400, data: { error: 'invalid_grant', error_description: 'Bad Request' } });
});

test('an app in Testing is told that its refresh token lives 7 days, unless it only identifies the person', async () => {
	await settings({ testing: true });
	const { refresh_token, refresh_token_expires_in } = await connect();
	const signIn = await connect({ scope: 'openid email' });
	expect(refresh_token_expires_in).toBe(604_799);
	expect(signIn).not.toHaveProperty('refresh_token_expires_in');
	await pass(7 * DAY - 2);
	expect((await renew(refresh_token)).status).toBe(200);
	await pass(2);
	const dead = { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' };
	expect(await renew(refresh_token)).toMatchObject({ status: 400, data: dead });
	expect((await renew(signIn.refresh_token)).status).toBe(200);
});

test('lives are settable', async () => {
	await settings({ accessSeconds: 60, refreshSeconds: 120 });
	const { expires_in, refresh_token } = await connect();
	expect(expires_in).toBe(60);
	await pass(121);
	expect((await renew(refresh_token)).status).toBe(400);
	expect(await settings({ accessSeconds: 'long' })).toBe(400);
	expect(await settings({ anything: 1 })).toBe(400);
});

test('a person takes the access back: of one account, by the settings or by /revoke', async () => {
	const [camille, bruno] = [await connect(), await connect({}, { account: accounts[1].id })];
	expect(await settings({ revoke: { account: accounts[0].id } })).toBe(200);
	expect((await renew(camille.refresh_token)).data.error_description).toBe('Token has been expired or revoked.');
	expect((await send(camille.access_token)).status).toBe(401);
	expect((await renew(bruno.refresh_token)).status).toBe(200);
	expect((await send((await connect()).access_token)).status).toBe(200);

	const revoke = (value: string) => http.post('/oauth2.googleapis.com/revoke', new URLSearchParams({ token: value }));
	expect((await revoke(bruno.access_token)).status).toBe(200);
	expect((await renew(bruno.refresh_token)).status).toBe(400);
	expect(await revoke(bruno.access_token)).toMatchObject({ status: 400, data: { error: 'invalid_token' } });
	expect(await settings({ revoke: { account: 'nobody' } })).toBe(400);
});

test('a changed password ends only grants with Gmail scopes', async () => {
	const mailing = await connect({ scope: scopes('gmail.send') });
	const advertising = await connect({ scope: scopes('adwords') });
	await settings({ passwordChanged: true });
	expect((await renew(mailing.refresh_token)).data.error).toBe('invalid_grant');
	expect((await renew(advertising.refresh_token)).status).toBe(200);
});

test('the token endpoint may answer 200 with an error, or a failed server; codes stay good', async () => {
	const code = await codeOf();
	await settings({ tokenEndpoint: 'error200' });
	expect(await redeem(code)).toMatchObject({ status: 200, data: { error: 'invalid_grant' } });
	await settings({ tokenEndpoint: 'html500' });
	expect(await redeem(code)).toMatchObject({ status: 500, data: expect.stringContaining('<h1>') });
	await settings({ tokenEndpoint: 'ok' });
	expect((await redeem(code)).status).toBe(200);
});

test('tokeninfo tells in texts whose token it is, and refuses a dead one', async () => {
	const { access_token } = await connect({ scope: `openid email ${scopes('gmail.send')}` });
	const person = { sub: accounts[0].id, email: accounts[0].name, email_verified: 'true' };
	const said = { aud: client_id, azp: client_id, ...person, expires_in: '3599', access_type: 'offline' };
	expect((await http.get('/oauth2.googleapis.com/tokeninfo', { params: { access_token } })).data).toMatchObject(said);
	const posted = await http.post('/oauth2.googleapis.com/tokeninfo', '', bearer(access_token));
	expect(posted.data).toMatchObject({ ...said, exp: expect.stringMatching(/^\d{10}$/) });
	await settings({ revoke: true });
	const dead = await http.get('/oauth2.googleapis.com/tokeninfo', { params: { access_token } });
	expect(dead).toMatchObject({ status: 400, data: { error: 'invalid_token' } });
});

test('userinfo names the person when openid was given', async () => {
	const userinfo = (access: string) => http.get('/openidconnect.googleapis.com/v1/userinfo', bearer(access));
	const { access_token } = await connect({ scope: 'openid email' });
	expect((await userinfo(access_token)).data).toEqual({ sub: accounts[0].id, email: accounts[0].name, email_verified: true });
	expect((await userinfo((await connect({ scope: scopes('gmail.send') })).access_token)).status).toBe(403);
	expect((await userinfo('ya29.none')).status).toBe(401);
});

test('the journal never holds a token, a code, the secret or a mail', async () => {
	const code = await codeOf();
	const { data } = await redeem(code);
	await renew(data.refresh_token);
	await send(data.access_token);
	await http.get('/oauth2.googleapis.com/tokeninfo', { params: { access_token: data.access_token } });
	await http.post('/oauth2.googleapis.com/revoke', undefined, { params: { token: data.refresh_token } });
	const journal = JSON.stringify((await http.get('/_sandbox/requests', { params: { network: 'google' } })).data);
	for (const secret of [...Object.values(tokenPrefixes), client_secret, mail]) expect(journal).not.toContain(secret);
	expect(journal).toContain('"grant_type":"refresh_token"');
});

test('grants and mails outlive a restart; settings and a reset do not', async () => {
	await restart();
	await settings({ testing: true });
	const { access_token, refresh_token } = await connect({ scope: 'https://mail.google.com/' });
	await send(access_token);
	await restart();
	expect((await profile(access_token)).data).toMatchObject({ messagesTotal: 1 });
	expect((await renew(refresh_token)).status).toBe(200);
	expect(await connect()).not.toHaveProperty('refresh_token_expires_in');
	await http.post('/_sandbox/reset');
	expect((await renew(refresh_token)).status).toBe(400);
});

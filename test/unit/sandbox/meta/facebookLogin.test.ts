import { tokenPrefixes } from '../../../../sandbox/networks/meta';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { day, hour, redirect_uri, World } from './open';

const { appId, appSecret, user, otherUser, systemUser, page, secondPage, whatsapp } = seed.meta;
const client = { client_id: appId, client_secret: appSecret };
const endpoint = '/graph.facebook.com/v25.0/oauth/access_token';
const scope = 'pages_show_list,pages_manage_posts,pages_read_engagement';

let world: World;
beforeEach(async () => {
	world = await World.open();
});
afterEach(async () => await world.close());

const code = async (choices?: Record<string, string>) =>
	(await world.consent('/www.facebook.com/v25.0/dialog/oauth', { client_id: appId, scope }, choices)).searchParams.get('code') ?? '';
const redeem = async (choices?: Record<string, string>): Promise<string> =>
	(await world.form(endpoint, { ...client, redirect_uri, code: await code(choices) })).data.access_token;
const exchange = async (token: string, more: object = {}) =>
	await world.form(endpoint, { ...client, grant_type: 'fb_exchange_token', fb_exchange_token: token, ...more });
const graph = async (path: string, access_token: string, params: object = {}) =>
	await world.get(`/graph.facebook.com/v25.0/${path}`, { access_token, ...params });
const debug = async (input_token: string) => (await graph('debug_token', `${appId}|${appSecret}`, { input_token })).data.data;
const asBruno = { account: otherUser.id };

it('issues codes and tokens with the prefixes it names, and writes none into the journal', async () => {
	const [given, token] = [await code(), await redeem()];
	expect([given, token].map((secret) => tokenPrefixes.some((prefix) => secret.startsWith(prefix)))).toEqual([true, true]);
	await graph('me', token);
	await debug(token);
	const journal = await world.journal();
	for (const prefix of [...tokenPrefixes, appSecret]) expect(journal).not.toContain(prefix);
});

it('knows the person who logged in', async () => {
	const [camille, bruno] = [await redeem(), await redeem(asBruno)];
	expect((await graph('me', camille)).data).toEqual({ id: user.id, name: user.name });
	expect((await graph('me', bruno)).data).toEqual({ id: otherUser.id, name: otherUser.name });
	const pages = async (token: string) => (await graph('me/accounts', token)).data.data.map(({ id }: { id: string }) => id);
	expect(await pages(camille)).toEqual([page.id, secondPage.id]);
	expect(await pages(bruno)).toEqual([secondPage.id]);
	expect(await debug(bruno)).toMatchObject({ type: 'USER', user_id: otherUser.id, is_valid: true });
	expect((await graph(user.id, bruno)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await graph(whatsapp.businessAccountId, bruno)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
});

it.each(['GET', 'POST'])('exchanges by %s a short token for one of 60 days, and never a dead one', async (method) => {
	const short = await redeem();
	expect((await debug(short)).expires_at - (await debug(short)).issued_at).toBe(hour);
	const params = { ...client, grant_type: 'fb_exchange_token', fb_exchange_token: short };
	const { data } = method === 'GET' ? await world.get(endpoint, params) : await world.form(endpoint, params);
	expect(data).toEqual({ access_token: expect.stringMatching(/^EAASANDBOX/), token_type: 'bearer', expires_in: 60 * day });
	await world.pass(2 * hour);
	const { status, data: dead } = await exchange(short);
	expect([status, dead.error.code, dead.error.error_subcode]).toEqual([400, 190, 463]);
	await world.pass(60 * day);
	expect((await graph('me', data.access_token)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
});

it('gives long tokens the life a test asks for', async () => {
	await world.settings({ meta: { longTokenSeconds: 5 * day } });
	expect((await exchange(await redeem())).data.expires_in).toBe(5 * day);
});

it('refuses a wrong secret, a used code and another redirect address', async () => {
	const given = await code();
	const ask = async (more: object) => (await world.form(endpoint, { ...client, redirect_uri, code: given, ...more })).data.error;
	expect(await ask({ client_secret: 'wrong' })).toMatchObject({ code: 1, message: 'Error validating client secret.' });
	expect(await ask({ redirect_uri: 'http://127.0.0.1:1/' })).toMatchObject({ code: 100, error_subcode: 36008 });
	expect(await ask({})).toBeUndefined();
	expect(await ask({})).toMatchObject({ code: 100, error_subcode: 36009 });
});

it('ends the tokens of one person, of all, and with a new password', async () => {
	const [camille, bruno] = [await redeem(), await redeem(asBruno)];
	await world.settings({ meta: { revoke: { account: otherUser.id } } });
	expect((await exchange(bruno)).data.error).toMatchObject({ code: 190, error_subcode: 458 });
	expect((await graph('me', camille)).status).toBe(200);
	await world.settings({ meta: { passwordChanged: true } });
	expect((await exchange(camille)).data.error).toMatchObject({ code: 190, error_subcode: 460 });
	expect((await graph('me', seedTokens.page)).data.error).toMatchObject({ code: 190, error_subcode: 460 });
	expect((await graph('me', seedTokens.systemUser)).status).toBe(200);
	expect((await graph('me', await redeem())).status).toBe(200);
});

it('tells which permissions were declined and which were dropped', async () => {
	await world.settings({ meta: { declinedScopes: ['pages_manage_posts'] } });
	const token = await redeem();
	const permissions = async () =>
		Object.fromEntries((await graph('me/permissions', token)).data.data.map((one: Record<string, string>) => [one.permission, one.status]));
	expect(await permissions()).toMatchObject({ pages_manage_posts: 'declined', pages_show_list: 'granted' });
	await world.settings({ meta: { dropScopes: ['pages_show_list'] } });
	expect(await permissions()).toMatchObject({ pages_show_list: 'declined', pages_read_engagement: 'granted' });
	expect((await debug(token)).scopes).not.toContain('pages_show_list');
});

it('has a system user whose token never ends, or after 60 days', async () => {
	const never = await debug(seedTokens.systemUser);
	expect(never).toMatchObject({ type: 'SYSTEM_USER', expires_at: 0, is_valid: true, user_id: systemUser.id });
	expect(never.scopes).toEqual(expect.arrayContaining(['whatsapp_business_messaging', 'whatsapp_business_management']));
	expect((await graph('me', seedTokens.systemUser)).data).toEqual({ id: systemUser.id, name: systemUser.name });
	await world.settings({ meta: { systemUserSeconds: 60 * day } });
	await world.pass(50 * day);
	expect((await exchange(seedTokens.systemUser)).data.expires_in).toBeLessThanOrEqual(10 * day);
	const renewed = (await exchange(seedTokens.systemUser, { set_token_expires_in_60_days: 'true' })).data;
	expect(renewed.expires_in).toBe(60 * day);
	await world.pass(11 * day);
	expect((await graph('me', seedTokens.systemUser)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
	expect((await graph('me', renewed.access_token)).status).toBe(200);
});

it('breaks its token endpoint on request', async () => {
	await world.settings({ meta: { tokenEndpoint: 'error200' } });
	const answer = await exchange(seedTokens.user);
	expect([answer.status, answer.data.error.type]).toEqual([200, 'OAuthException']);
	await world.settings({ meta: { tokenEndpoint: 'html500' } });
	const page = await exchange(seedTokens.user);
	expect([page.status, page.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
});

it('sends a denial back to the app', async () => {
	const { headers } = await world.form('/www.facebook.com/v25.0/dialog/oauth', {
		...{ client_id: appId, redirect_uri, scope, state: 'any', decision: 'cancel' },
	});
	expect(new URL(String(headers.location)).searchParams.get('error')).toBe('access_denied');
});

it('remembers its tokens after a restart', async () => {
	const token = await redeem(asBruno);
	await world.restart();
	expect((await graph('me', token)).data.id).toBe(otherUser.id);
});

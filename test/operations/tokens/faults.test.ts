import type { IDataObject } from 'n8n-workflow';
import { storeOf } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { DAY, HOUR, MINUTE, hurry, passTime } from '../../support/time';
import { network } from './networks';
import type { Network } from './networks';
import { connected, guard, isTokenCall, meetAt, renewalsAt, requestsTo, useSandbox } from './stage';

const sandbox = useSandbox();

/** Part of the path of the network’s token endpoint. */
const endpoints: Record<string, string> = {
	...{ Meta: '/oauth/access_token', 'Instagram Login': '/refresh_access_token', Threads: '/refresh_access_token', Gmail: 'oauth2.googleapis.com/token' },
	...{ 'Google Ads': 'oauth2.googleapis.com/token', TikTok: '/oauth/token/', LinkedIn: '/accessToken', Pinterest: '/oauth/token' },
};
const endpointOf = ({ name }: Network) => endpoints[name] ?? '';

/** Connected and due, with the old token still good. */
async function due(one: Network): Promise<Connection> {
	const connection = await connected(one);
	if (one.exchanged) await guard(connection);
	passTime(one.life - one.lead + (one.lead > HOUR ? HOUR : MINUTE));
	return connection;
}

const tokensOf = (connection: Connection): IDataObject => {
	const { access_token, refresh_token } = storeOf(connection);
	return { access_token, refresh_token };
};

const families = ['Meta', 'Threads', 'Instagram Login', 'TikTok', 'Gmail', 'Pinterest', 'LinkedIn'] as const;

const failures = [
	{ name: 'a reset', fault: { kind: 'reset' } },
	{ name: 'a server’s error page', fault: { kind: 'status', status: 502 } },
	{ name: 'half a JSON document', fault: { kind: 'malformed' } },
	{ name: 'being busy', fault: { kind: 'status', status: 503 } },
] as const;

describe.each(families)('%s: a renewal that fails while the old token is good', (name) => {
	const one = network(name);

	test.each(failures)('by $name: the token stays, requests go on, and the next renewal is made', async ({ fault }) => {
		const connection = await due(one);
		const before = tokensOf(connection);
		await meetAt(one, { match: endpointOf(one), ...fault });
		const report = await guard(connection);
		expect(report).toMatchObject({ state: 'due', account: expect.any(String), expiresAt: expect.any(String) });
		expect(tokensOf(connection)).toEqual(before);
		const tries = (await renewalsAt(one)).length;
		for (let use = 0; use < 3; use++) expect(await guard(connection, 'check')).toMatchObject({ account: report.account });
		expect(await renewalsAt(one)).toHaveLength(tries);
		expect(tokensOf(connection)).toEqual(before);
		passTime(6 * MINUTE);
		expect(await guard(connection)).toMatchObject({ state: 'renewed' });
	});

	test.each(['error200', 'html500'])('by the setting %s: the token and its end stay', async (tokenEndpoint) => {
		const connection = await due(one);
		const before = tokensOf(connection);
		const known = await guard(connection, 'report');
		await sandbox().settings(one.settings({ tokenEndpoint }));
		const report = await guard(connection);
		expect(report).toMatchObject({ state: 'due', expiresAt: known.expiresAt, account: expect.any(String), reason: expect.any(String) });
		expect(tokensOf(connection)).toEqual(before);
		// What n8n stored of the refusal misleads nobody afterwards.
		expect(await guard(connection, 'report')).toMatchObject({ expiresAt: known.expiresAt });
		await sandbox().settings(one.settings({ tokenEndpoint: 'ok' }));
		expect(await guard(connection)).toMatchObject({ state: 'renewed' });
		expect(tokensOf(connection).access_token).not.toBe(before.access_token);
		expect(JSON.stringify(storeOf(connection))).not.toMatch(/invalid_grant|"error"/);
	});
});

describe('a token endpoint that fails', () => {
	const one = network('Meta');

	test('is asked once in five minutes by everyone together, not once a request', async () => {
		const connection = await due(one);
		const before = (await renewalsAt(one)).length;
		await meetAt(one, { match: endpointOf(one), kind: 'status', status: 503, times: 2 });
		await Promise.all(Array.from({ length: 20 }, async () => expect(await guard(connection, 'check')).toMatchObject({ account: expect.any(String) })));
		expect(await renewalsAt(one)).toHaveLength(before + 1);
		passTime(4 * MINUTE);
		await guard(connection, 'check');
		expect(await renewalsAt(one)).toHaveLength(before + 1);
		passTime(2 * MINUTE);
		await guard(connection, 'check');
		expect(await renewalsAt(one)).toHaveLength(before + 2);
		passTime(6 * MINUTE);
		expect(await guard(connection, 'check')).toMatchObject({ state: 'renewed' });
	});

	test('that never answers holds a request up for half a minute at most', async () => {
		const connection = await due(one);
		const before = tokensOf(connection);
		await meetAt(one, { match: endpointOf(one), kind: 'timeout' });
		hurry();
		const began = Date.now();
		expect(await guard(connection)).toMatchObject({ state: 'due', account: expect.any(String) });
		expect(Date.now() - began).toBeLessThan(50_000);
		expect(tokensOf(connection)).toEqual(before);
	});

	test('an answer that is lost is no reason to connect again while the token lasts', async () => {
		const tiktok = network('TikTok');
		const connection = await due(tiktok);
		await meetAt(tiktok, { match: endpointOf(tiktok), kind: 'reset', when: 'after' });
		expect(await guard(connection)).toMatchObject({ state: 'due', account: expect.any(String) });
		// TikTok has given the next refresh token away; the one that is stored is spent.
		passTime(10 * MINUTE);
		expect(await guard(connection)).toMatchObject({ state: 'due', reason: expect.stringContaining('TikTok does not renew the connection'), breaksAt: expect.any(String) });
		passTime(tiktok.lead);
		expect(await guard(connection)).toMatchObject({ state: 'reconnect', hint: 'Open the credential and click Connect.' });
	});
});

describe('a platform that is down', () => {
	test.each(['TikTok', 'Meta', 'Gmail'] as const)('%s: unreachable, nobody has to connect again, and the token stays', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		if (one.exchanged) await guard(connection);
		const before = tokensOf(connection);
		await meetAt(one, { match: '', kind: 'reset', times: 100 });
		hurry();
		const report = await guard(connection);
		expect(report).toMatchObject({ state: 'unreachable', alert: { key: expect.stringContaining('unreachable') } });
		expect(report.hint).not.toMatch(/click Connect/);
		expect(tokensOf(connection)).toEqual(before);
	});

	test('also while its token is due', async () => {
		const one = network('TikTok');
		const connection = await due(one);
		const before = tokensOf(connection);
		await meetAt(one, { match: '', kind: 'status', status: 503, times: 100 });
		hurry();
		expect(await guard(connection)).toMatchObject({ state: 'unreachable' });
		expect(tokensOf(connection)).toEqual(before);
	});
});

describe('access taken back', () => {
	test.each([...families, 'Google Ads'] as const)('%s: a person has to connect again', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		if (one.exchanged) await guard(connection);
		const before = tokensOf(connection);
		await sandbox().settings(one.settings({ revoke: true }));
		const report = await guard(connection);
		expect(report).toMatchObject({ state: 'reconnect', hint: expect.stringMatching(/click Connect|connect again/), alert: { key: expect.stringContaining('/reconnect/') } });
		expect(tokensOf(connection)).toEqual(before);
		expect((await guard(connection, 'check')).alert?.key).toBe(report.alert?.key);
	});

	test.each(['Gmail', 'TikTok'] as const)('%s: once its last token is over too, nothing is sent any more', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		await sandbox().settings(one.settings({ revoke: true }));
		passTime(one.life + MINUTE);
		const seen = (await requestsTo(one)).length;
		expect(await guard(connection, 'check')).toMatchObject({ state: 'reconnect' });
		expect(await guard(connection, 'check')).toMatchObject({ state: 'reconnect' });
		expect((await requestsTo(one)).slice(seen).map(isTokenCall)).toEqual([true]);
	});

	test.each(['Meta', 'Threads', 'Instagram Login', 'Gmail'] as const)('%s: a changed password too', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		if (one.exchanged) await guard(connection);
		await sandbox().settings(one.settings({ passwordChanged: true }));
		expect(await guard(connection)).toMatchObject({ state: 'reconnect' });
	});

	test.each(['TikTok', 'LinkedIn'] as const)('%s: a changed password ends nothing', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		await sandbox().settings(one.settings({ passwordChanged: true }));
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
	});
});

describe('a permission taken back', () => {
	test.each([
		{ name: 'Meta', scope: 'pages_manage_posts' },
		{ name: 'Gmail', scope: 'https://www.googleapis.com/auth/gmail.send' },
		{ name: 'LinkedIn', scope: 'w_member_social' },
	] as const)('$name: named at once', async ({ name, scope }) => {
		const one = network(name);
		const connection = await connected(one);
		if (one.exchanged) await guard(connection);
		await sandbox().settings(one.settings({ dropScopes: [scope] }));
		expect(await guard(connection)).toMatchObject({ state: 'missing-permission', missingPermissions: [scope], reason: expect.stringContaining(scope) });
	});

	test.each([
		{ name: 'TikTok', scope: 'video.publish' },
		{ name: 'Pinterest', scope: 'pins:write' },
		{ name: 'Instagram Login', scope: 'instagram_business_content_publish' },
	] as const)('$name: named at the next renewal, which lists what is left', async ({ name, scope }) => {
		const one = network(name);
		const connection = await due(one);
		await sandbox().settings(one.settings({ dropScopes: [scope] }));
		expect(await guard(connection)).toMatchObject({ state: 'missing-permission', missingPermissions: [scope] });
	});
});

describe('clocks that differ', () => {
	/** As if the machine’s clock had jumped ahead since Connect. */
	const jumpAhead = (connection: Connection, ms: number) => {
		const stored = storeOf(connection);
		connection.data.oauthTokenData = { ...stored, n8n_expires_at: String(Number(stored.n8n_expires_at) - ms) };
	};

	test('two hours ahead: renewed early, and again only when due', async () => {
		const one = network('Gmail');
		const connection = await connected(one);
		jumpAhead(connection, 2 * HOUR);
		expect(await guard(connection)).toMatchObject({ state: 'renewed' });
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
		expect(await renewalsAt(one)).toHaveLength(1);
	});

	test('two hours ahead, and no renewal to be had: the platform has the last word on its token', async () => {
		const one = network('Gmail');
		const connection = await connected(one);
		jumpAhead(connection, 2 * HOUR);
		await sandbox().settings(one.settings({ tokenEndpoint: 'html500' }));
		expect(await guard(connection)).toMatchObject({ state: 'due', account: expect.any(String) });
	});

	test('two hours behind: the platform refuses, one renewal, the call is made again', async () => {
		const one = network('Gmail');
		const connection = await connected(one);
		await sandbox().advance((2 * HOUR) / 1000);
		expect(await guard(connection)).toMatchObject({ state: 'renewed' });
		expect(await renewalsAt(one)).toHaveLength(1);
	});

	test('behind, with a token that only lives while it lives: Meta’s word is taken for it', async () => {
		const one = network('Meta');
		const connection = await connected(one);
		await guard(connection);
		await sandbox().advance((one.life + DAY) / 1000);
		expect(await guard(connection)).toMatchObject({ state: 'reconnect' });
		expect((await requestsTo(one)).filter(({ path }) => path.endsWith('/me'))).not.toEqual([]);
	});
});

test.each(['Instagram Login', 'Threads'] as const)('%s without the method override: told as due, with the short token at work and kept', async (name) => {
	const one = network(name);
	await sandbox().settings(one.settings({ methodOverride: false }));
	const connection = await connected(one);
	const before = tokensOf(connection);
	const report = await guard(connection);
	expect(report).toMatchObject({ state: 'due', account: expect.any(String), alert: { title: expect.stringContaining('cannot be renewed') } });
	expect(tokensOf(connection)).toEqual(before);
	passTime(2 * HOUR);
	expect(await guard(connection)).toMatchObject({ state: 'reconnect' });
});

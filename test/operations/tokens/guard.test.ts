import { googleAds } from '../../../nodes/platforms/googleAds';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { telegramCredential } from '../../support/sandbox';
import { connect, newConnection, storeOf } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { DAY, HOUR, passTime } from '../../support/time';
import { network } from './networks';
import { connected, guard, requestsTo, useSandbox } from './stage';

const sandbox = useSandbox();

/** LinkedIn without refresh tokens: 60 days, then a person. */
async function ending(): Promise<Connection> {
	const { type, app } = network('LinkedIn');
	const connection = newConnection(type, { ...app, gateway: sandbox().origin });
	await connect(connection);
	return connection;
}

describe('the report', () => {
	test('of a connection that renews by itself', async () => {
		const connection = await connected(network('Meta'));
		const report = await guard(connection);
		expect(report).toEqual({
			...{ credentialId: connection.id, name: connection.id, type: 'qmarkMetaOAuth2Api', platform: 'Meta', account: seed.meta.user.name },
			...{ state: 'renewed', renewal: 'automatic', missingPermissions: [], findings: [], daysLeft: 59 },
			...{ expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), lastRenewedAt: expect.stringMatching(/Z$/) },
			reconnectUrl: `http://127.0.0.1:5678/home/credentials/${connection.id}`,
		});
		expect(report).not.toHaveProperty('alert.key');
		expect(report.breaksAt).toBeUndefined();
	});

	test('says what n8n holds without a single request', async () => {
		const connection = await connected(network('Meta'));
		await guard(connection);
		const before = (await requestsTo(network('Meta'))).length;
		expect(await guard(connection, 'report')).toMatchObject({ state: 'ok', account: undefined, expiresAt: expect.any(String) });
		expect(await requestsTo(network('Meta'))).toHaveLength(before);
	});

	test('of a connection that only a person can renew', async () => {
		const report = await guard(await ending());
		expect(report).toMatchObject({ state: 'ok', renewal: 'by hand', daysLeft: 59, breaksAt: report.expiresAt });
	});

	test.each(['check', 'renew', 'report'] as const)('of one that was never connected: %s', async (operation) => {
		const { type, app } = network('Threads');
		for (const data of [app, { ...app, oauthTokenData: {} }]) {
			const report = await guard(newConnection(type, { ...data, gateway: sandbox().origin }), operation);
			expect(report).toMatchObject({ state: 'reconnect', reason: 'The Threads credential is not connected.', hint: 'Open the credential and click Connect.', alert: { key: expect.stringMatching(/\/reconnect\/never$/) } });
		}
		expect(await requestsTo(network('Threads'))).toEqual([]);
	});

	test('of a bot’s token, which never ends', async () => {
		const { qmarkTelegramApi } = telegramCredential(sandbox().origin);
		const report = await guard(newConnection('qmarkTelegramApi', qmarkTelegramApi));
		expect(report).toMatchObject({ state: 'ok', renewal: 'not needed', daysLeft: undefined, account: expect.stringContaining(seed.telegram.bot.username) });
		const wrong = await guard(newConnection('qmarkTelegramApi', { ...qmarkTelegramApi, accessToken: '7000000002:SANDBOX-not-a-real-bot-token-000000' }));
		expect(wrong).toMatchObject({ state: 'reconnect' });
	});
});

describe('permissions', () => {
	test('those that must be granted can be named', async () => {
		const connection = await connected(network('Meta'));
		expect(await guard(connection, 'check', { requiredPermissions: 'pages_show_list, ads_management' })).toMatchObject({ state: 'missing-permission', missingPermissions: ['ads_management'] });
		expect(await guard(connection, 'check', { requiredPermissions: 'pages_show_list' })).toMatchObject({ state: 'ok', missingPermissions: [] });
	});

	test('those the person unticked at the consent are missing', async () => {
		const one = network('Gmail');
		await sandbox().settings(one.settings({ declinedScopes: ['https://www.googleapis.com/auth/gmail.send'] }));
		expect(await guard(await connected(one))).toMatchObject({ state: 'missing-permission', missingPermissions: ['https://www.googleapis.com/auth/gmail.send'] });
	});

	test.each(['Meta', 'Instagram Login', 'Threads', 'Gmail', 'Google Ads', 'TikTok', 'LinkedIn', 'Pinterest'] as const)('%s: what the credential asks for and was given is not missing', async (name) => {
		const connection = await connected(network(name));
		await guard(connection);
		expect(await guard(connection, 'check')).toMatchObject({ state: 'ok', missingPermissions: [] });
	});
});

describe('alerts', () => {
	const keysOverDays = async (connection: Connection, days: number, every = 6 * HOUR) => {
		const keys: string[] = [];
		for (let passed = 0; passed < days * DAY; passed += every) {
			passTime(every);
			const { alert } = await guard(connection);
			if (alert && !keys.includes(alert.key)) keys.push(alert.key);
		}
		return keys;
	};

	test('14, 7, 3 and 1 days before the end, once each, then once that it is over', async () => {
		const connection = await ending();
		passTime(40 * DAY);
		const end = new Date(Number(storeOf(connection).n8n_expires_at)).toISOString().slice(0, 10);
		const keys = await keysOverDays(connection, 25);
		const ends = (days: number) => `${connection.id}/ends/${end}/${days}`;
		expect(keys.slice(0, 4)).toEqual([ends(14), ends(7), ends(3), ends(1)]);
		expect(keys.slice(4)).toEqual([expect.stringContaining(`${connection.id}/reconnect/`)]);
	});

	test('a connection that is over is one event until it is connected again, and another when it ends anew', async () => {
		const one = network('Threads');
		const connection = await connected(one);
		await guard(connection);
		await sandbox().settings(one.settings({ revoke: true }));
		const first = await keysOverDays(connection, 2);
		expect(first).toEqual([expect.stringMatching(new RegExp(`^${connection.id}/reconnect/[0-9a-f]{8}$`))]);
		await connect(connection);
		expect((await guard(connection)).alert).toBeUndefined();
		await sandbox().settings(one.settings({ revoke: true }));
		const second = await keysOverDays(connection, 1);
		expect(second).toHaveLength(1);
		expect(second).not.toEqual(first);
	});

	test('says whose connection it is, why, and where to connect it', async () => {
		const one = network('TikTok');
		const connection = await connected(one);
		await sandbox().settings(one.settings({ revoke: true }));
		const { alert, reconnectUrl } = await guard(connection);
		expect(alert?.title).toBe(`TikTok “${connection.id}” needs to be connected again`);
		expect(alert?.text).toContain('click Connect');
		expect(alert?.text).toContain(reconnectUrl);
	});

	test('nothing while a connection renews by itself', async () => {
		const connection = await connected(network('Meta'));
		await guard(connection);
		expect(await keysOverDays(connection, 130, 2 * DAY)).toEqual([]);
	});
});

describe('a system user’s token', () => {
	const systemUser = (more: object = {}) => newConnection('qmarkMetaSystemUserApi', { accessToken: seedTokens.systemUser, clientSecret: seed.meta.appSecret, gateway: sandbox().origin, ...more });

	test('that never ends needs nothing', async () => {
		expect(await guard(systemUser())).toMatchObject({ state: 'ok', renewal: 'not needed', account: seed.meta.systemUser.name, daysLeft: undefined });
	});

	test('with an end is told before the day its owner noted', async () => {
		const connection = systemUser({ endsOn: new Date(Date.now() + 60 * DAY).toISOString() });
		expect(await guard(connection)).toMatchObject({ state: 'ok', renewal: 'by hand', daysLeft: 59 });
		passTime(54 * DAY);
		const due = await guard(connection);
		expect(due).toMatchObject({ state: 'due', daysLeft: 5, alert: { key: expect.stringMatching(/\/ends\/\d{4}-\d\d-\d\d\/7$/) } });
	});

	test('that has ended is said to be over, whatever was noted', async () => {
		await sandbox().settings({ meta: { systemUserSeconds: 3600 } });
		const connection = systemUser();
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
		passTime(2 * HOUR);
		expect(await guard(connection)).toMatchObject({ state: 'reconnect', alert: { key: expect.stringContaining('/reconnect/') } });
	});
});

describe('the version of the Google Ads API', () => {
	const one = network('Google Ads');
	const checked = async () => await guard(await connected(one), 'check', { nodeParameters: '{}' });

	test('is found to be near its end from 60 days before, with what to do', async () => {
		expect((await checked()).findings).toEqual([]);
		passTime(Date.parse(googleAds.version.until) - 59 * DAY - Date.now());
		expect((await checked()).findings).toEqual([{ problem: 'outdated-version', message: expect.stringContaining(googleAds.version.until), fix: expect.stringMatching(/Community Nodes/) }]);
	});
});

describe('a Google app in testing', () => {
	const one = network('Gmail');

	test('ends seven days after the consent: told from the first day on, by renewals too, and over then', async () => {
		await sandbox().settings(one.settings({ testing: true }));
		const connection = await connected(one);
		const first = await guard(connection, 'renew', { nodeParameters: '{}' });
		expect(first).toMatchObject({ state: 'due', findings: [{ problem: 'unaudited-app', fix: expect.stringContaining('Publish app') }], alert: { key: expect.stringMatching(/\/ends\/.*\/7$/) } });
		passTime(3 * DAY);
		const later = await guard(connection);
		expect(later.breaksAt?.slice(0, 10)).toBe(first.breaksAt?.slice(0, 10));
		expect(later).toMatchObject({ state: 'due', daysLeft: 3 });
		passTime(5 * DAY);
		expect(await guard(connection)).toMatchObject({ state: 'reconnect' });
	});

	test('once published and connected anew, nothing of the old end is left', async () => {
		await sandbox().settings(one.settings({ testing: true }));
		const connection = await connected(one);
		passTime(2 * HOUR);
		await guard(connection);
		await sandbox().settings(one.settings({ testing: false }));
		await connect(connection);
		expect(await guard(connection)).toMatchObject({ state: 'ok', breaksAt: undefined, findings: [] });
		passTime(30 * DAY);
		expect(await guard(connection)).toMatchObject({ state: 'renewed', breaksAt: undefined });
	});
});

test('LinkedIn’s refresh token ends a year after the consent, however often it renews: told two weeks before', async () => {
	const connection = await connected(network('LinkedIn'));
	const { breaksAt } = await guard(connection);
	expect(Math.round((Date.parse(breaksAt ?? '') - Date.now()) / DAY)).toBe(365);
	for (let renewals = 0; renewals < 6; renewals++) {
		passTime(55 * DAY);
		const report = await guard(connection);
		expect(report).toMatchObject({ state: 'renewed', renewal: 'automatic' });
		expect(Math.abs(Date.parse(report.breaksAt ?? '') - Date.parse(breaksAt ?? ''))).toBeLessThan(HOUR);
	}
	passTime(25 * DAY);
	expect(await guard(connection)).toMatchObject({ state: 'due', daysLeft: 9, alert: { key: expect.stringMatching(/\/ends\/.*\/14$/) } });
});

test.each(['TikTok', 'Pinterest'] as const)('%s: every renewal begins the refresh token’s life anew, so nothing ends', async (name) => {
	const connection = await connected(network(name));
	expect((await guard(connection)).breaksAt).toBeUndefined();
	passTime(network(name).life - 60_000);
	expect(await guard(connection)).toMatchObject({ state: 'renewed', breaksAt: undefined });
});

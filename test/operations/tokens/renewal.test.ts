import { connect, storeOf } from '../../support/connection';
import { DAY, HOUR, passTime } from '../../support/time';
import { network, networks } from './networks';
import { connected, guard, renewalsAt, requestsTo, isTokenCall, useSandbox } from './stage';

const sandbox = useSandbox();

/** Instagram and Threads refresh no token on its first day; all others do as soon as it is due. */
const near = (left: number) => ({ least: left - 60_000, most: left + 60_000 });
const expectLeft = (expiresAt: unknown, left: number) => {
	const { least, most } = near(left);
	expect(Number(expiresAt) - Date.now()).toBeGreaterThan(least);
	expect(Number(expiresAt) - Date.now()).toBeLessThan(most);
};

describe.each(networks)('$name', (one) => {
	/** Connected, and past the exchange of the first token where there is one. */
	const settled = async (account?: string) => {
		const connection = await connected(one, account);
		if (one.exchanged) await guard(connection);
		return connection;
	};

	test(one.exchanged ? 'the short token of Connect is exchanged at its first use' : 'the token of Connect is used as it is', async () => {
		const connection = await connected(one);
		const first = storeOf(connection).access_token;
		const report = await guard(connection);
		expect(report).toMatchObject({ state: one.exchanged ? 'renewed' : 'ok', renewal: 'automatic', missingPermissions: [] });
		expect(await renewalsAt(one)).toHaveLength(one.exchanged ? 1 : 0);
		expect(storeOf(connection).access_token === first).toBe(!one.exchanged);
		expectLeft(storeOf(connection).n8n_expires_at, one.life);
		expectLeft(Date.parse(report.expiresAt ?? ''), one.life);
	});

	test('a token that is not due is left alone', async () => {
		const connection = await settled();
		const before = await renewalsAt(one);
		passTime(one.life - one.lead - 16 * 60_000 > DAY ? one.life - one.lead - DAY : one.life - one.lead - 16 * 60_000);
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
		expect(await guard(connection, 'check')).toMatchObject({ state: 'ok' });
		expect(await renewalsAt(one)).toHaveLength(before.length);
	});

	test('a due token is renewed once, before the request, and stored', async () => {
		const connection = await settled();
		const before = storeOf(connection);
		const calls = (await renewalsAt(one)).length;
		const seen = (await requestsTo(one)).length;
		passTime(one.life - one.lead + 60_000);
		expect(await guard(connection, 'check')).toMatchObject({ state: 'renewed' });
		const [first] = (await requestsTo(one)).slice(seen);
		expect(first && isTokenCall(first)).toBe(true);
		const after = storeOf(connection);
		expect(after.access_token).not.toBe(before.access_token);
		expectLeft(after.n8n_expires_at, one.life);
		expect(after.refresh_token === before.refresh_token).toBe(one.refresh !== 'rotated');
		expect(Boolean(after.refresh_token)).toBe(one.refresh !== 'none');
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
		expect(await renewalsAt(one)).toHaveLength(calls + 1);
	});

	test('renews again and again, as long as it is used in time', async () => {
		const connection = await settled();
		for (let round = 0; round < 4; round++) {
			passTime(one.life - one.lead / 2);
			expect(await guard(connection)).toMatchObject({ state: 'renewed' });
		}
		expectLeft(storeOf(connection).n8n_expires_at, one.life);
	});

	test('another account connected after a renewal inherits nothing of the first one’s', async () => {
		const connection = await settled();
		passTime(one.life - one.lead + 60_000);
		const before = await guard(connection);
		passTime(one.lead > HOUR ? HOUR : 60_000);
		await connect(connection, { account: one.accounts[1] });
		const report = await guard(connection);
		expect(report.state).toBe(one.exchanged ? 'renewed' : 'ok');
		expect(report.account).not.toBe(before.account);
		expectLeft(storeOf(connection).n8n_expires_at, one.life);
		expect(await guard(connection)).toMatchObject({ state: 'ok', account: report.account });
	});
});

test('Instagram Login: the first answer wrapped in “data” is exchanged all the same, and stored flat', async () => {
	const one = network('Instagram Login');
	await sandbox().settings(one.settings({ wrappedAnswer: true }));
	const connection = await connected(one);
	expect(storeOf(connection)).toHaveProperty('data');
	expect(await guard(connection)).toMatchObject({ state: 'renewed', renewal: 'automatic' });
	expect(storeOf(connection)).toMatchObject({ access_token: expect.any(String) });
	expect(storeOf(connection)).not.toHaveProperty('data');
	expectLeft(storeOf(connection).n8n_expires_at, one.life);
	expect(await guard(connection)).toMatchObject({ state: 'ok' });
	// Connected anew, the wrapped answer lies beside the flat one of the renewal.
	await connect(connection, { account: one.accounts[1] });
	const again = await guard(connection);
	expect(again).toMatchObject({ state: 'renewed', account: 'camelia.perso' });
});

import type { INodeParameters } from 'n8n-workflow';
import { QmarkFacebook } from '../../../nodes/QmarkFacebook/QmarkFacebook.node';
import { seed } from '../../../sandbox/networks/seed';
import { storeOf } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { jsonOf, runNode } from '../../support/context';
import { HOUR, MINUTE, passTime } from '../../support/time';
import { network } from './networks';
import type { Network } from './networks';
import { connected, ended, expectNoSecrets, guard, isTokenCall, meetAt, renewalsAt, requestsTo, slotOf, useSandbox } from './stage';

const sandbox = useSandbox();
const twenty = Array.from({ length: 20 }, (_, index) => index);

const page = { __rl: true, mode: 'id', value: seed.meta.page.id };
const facebook = async (connection: Connection, parameters: INodeParameters, items = [{ json: {} }], continueOnFail = false) =>
	jsonOf(await runNode({ node: new QmarkFacebook(), parameters, ...slotOf(connection), items, continueOnFail }));
const pages: INodeParameters = { resource: 'page', operation: 'getAll', returnAll: true };
const onePage: INodeParameters = { resource: 'page', operation: 'get', page };

const due = async (one: Network) => {
	const connection = await connected(one);
	if (one.exchanged) await guard(connection);
	passTime(one.life - one.lead + MINUTE);
	return { connection, before: (await renewalsAt(one)).length };
};

describe('twenty executions at once on a due token', () => {
	test.each(['Meta', 'TikTok', 'Gmail', 'Pinterest', 'Threads'] as const)('%s: one renewal, and all of them work', async (name) => {
		const one = network(name);
		const { connection, before } = await due(one);
		const reports = await Promise.all(twenty.map(async () => await guard(connection, 'check')));
		expect(reports.map(({ state }) => state).filter((state) => state !== 'ok' && state !== 'renewed')).toEqual([]);
		expect(await renewalsAt(one)).toHaveLength(before + 1);
		expect((await requestsTo(one)).filter(({ status }) => status !== 200 && status !== 302)).toEqual([]);
		expect(await guard(connection)).toMatchObject({ state: 'ok' });
	});

	test('Meta, by its own node', async () => {
		const one = network('Meta');
		const { connection, before } = await due(one);
		const outputs = await Promise.all(twenty.map(async () => await facebook(connection, pages)));
		expect(outputs.map(({ length }) => length)).toEqual(twenty.map(() => 2));
		expect(await renewalsAt(one)).toHaveLength(before + 1);
	});
});

test('twenty items of one execution on a due token: one renewal', async () => {
	const one = network('Meta');
	const { connection, before } = await due(one);
	const outputs = await facebook(connection, onePage, twenty.map(() => ({ json: {} })));
	expect(outputs.map(({ id }) => id)).toEqual(twenty.map(() => seed.meta.page.id));
	expect(await renewalsAt(one)).toHaveLength(before + 1);
});

test('twenty first uses right after Connect: one exchange', async () => {
	const one = network('Meta');
	const connection = await connected(one);
	await Promise.all(twenty.map(async () => await facebook(connection, pages)));
	expect(await renewalsAt(one)).toHaveLength(1);
});

describe('a token that ends before its time', () => {
	test.each(['TikTok', 'Gmail', 'Google Ads', 'Pinterest', 'LinkedIn'] as const)('%s: renewed once after the refusal, and the call made again once', async (name) => {
		const one = network(name);
		const connection = await connected(one);
		const seen = (await requestsTo(one)).length;
		await sandbox().advance(one.life / 1000 + 60);
		expect(await guard(connection, 'check')).toMatchObject({ state: 'renewed' });
		const [refused, renewal, repeated, ...rest] = (await requestsTo(one)).slice(seen);
		expect(refused).toMatchObject({ status: 401 });
		expect(renewal && isTokenCall(renewal)).toBe(true);
		expect(repeated).toMatchObject({ status: 200, method: refused?.method, path: refused?.path });
		expect(rest.filter(({ status }) => status !== 200)).toEqual([]);
	});

	test('in the middle of a run: one renewal, one repeated call, every item answered', async () => {
		const one = network('Meta');
		const connection = await connected(one);
		await guard(connection);
		const [before, seen] = [(await renewalsAt(one)).length, (await requestsTo(one)).length];
		await meetAt(one, { match: `/v25.0/me/accounts`, kind: 'status', status: 401, body: ended, skip: 3 });
		const outputs = await facebook(connection, pages, twenty.slice(0, 8).map(() => ({ json: {} })));
		expect(outputs).toHaveLength(16);
		expect(await renewalsAt(one)).toHaveLength(before + 1);
		const listings = (await requestsTo(one)).slice(seen).filter(({ path }) => path.endsWith('/me/accounts'));
		expect(listings.map(({ status }) => status).filter((status) => status === 401)).toHaveLength(1);
		expect(listings).toHaveLength(9);
	});

	test('a refusal that stays is not met with renewals over and over', async () => {
		const one = network('Meta');
		const connection = await connected(one);
		await guard(connection);
		const before = (await renewalsAt(one)).length;
		await meetAt(one, { match: '/v25.0/me/accounts', kind: 'status', status: 401, body: ended, times: 100 });
		const [output] = await facebook(connection, pages, [{ json: {} }], true);
		expect(output).toMatchObject({ details: { verdict: 'reconnect', code: '190/463' } });
		expectNoSecrets(output, connection);
		expect(await renewalsAt(one)).toHaveLength(before + 1);
	});

	test('a post refused for its page’s token is sent once, and not published', async () => {
		const one = network('Meta');
		const connection = await connected(one);
		await guard(connection);
		await meetAt(one, { match: '/feed', kind: 'status', status: 401, body: ended });
		const [output] = await facebook(connection, { resource: 'post', operation: 'createText', page, message: 'Bonjour' }, [{ json: {} }], true);
		expect(output).toMatchObject({ details: { verdict: 'reconnect' } });
		expect((await requestsTo(one)).filter(({ path, method }) => method === 'POST' && path.endsWith('/feed'))).toHaveLength(1);
		expect(await sandbox().timeline()).toEqual([]);
	});
});

test('twenty calls refused at once bring one renewal', async () => {
	const one = network('TikTok');
	const connection = await connected(one);
	await sandbox().advance(3 * (HOUR / 1000));
	const first = storeOf(connection).access_token;
	const reports = await Promise.all(twenty.map(async () => await guard(connection, 'check')));
	expect(reports.map(({ state }) => state)).toEqual(twenty.map(() => 'renewed'));
	expect(await renewalsAt(one)).toHaveLength(1);
	expect(storeOf(connection).access_token).not.toBe(first);
});

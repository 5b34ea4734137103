import { QmarkInstagram } from '../../../nodes/QmarkInstagram/QmarkInstagram.node';
import { seed } from '../../../sandbox/networks/seed';
import type { Connection } from '../../support/connection';
import { jsonOf, runNode } from '../../support/context';
import { DAY, HOUR, passTime } from '../../support/time';
import { itemWith, sampleFile } from '../instagram/florist';
import { network } from './networks';
import { connected, ended, expectNoSecrets, guard, isTokenCall, meetAt, renewalsAt, requestsTo, slotOf, useSandbox } from './stage';

const sandbox = useSandbox();
const one = network('Meta');
beforeEach(async () => await sandbox().settings({ meta: { processingSeconds: 0 } }));

const video = sampleFile('bouquet-du-jour.mp4');
const large = Buffer.concat([video, Buffer.alloc(6 * 1024 * 1024)]);
const account = { __rl: true, mode: 'id', value: seed.meta.instagram.id };

const publish = async (connection: Connection, file = large) => {
	const parameters = { resource: 'media', operation: 'publishReel', account, source: 'binary', binaryField: 'data', caption: 'Téléversé' };
	const [output] = jsonOf(await runNode({ node: new QmarkInstagram(), parameters, ...slotOf(connection), items: [itemWith(file, 'video/mp4', 'bouquet.mp4')], continueOnFail: true }));
	expectNoSecrets(output, connection);
	return output;
};

const uploadsIn = <T extends { host: string }>(requests: T[]) => requests.filter(({ host }) => host === 'rupload.facebook.com');
const probe = ({ path }: { path: string }) => path === '/v25.0/me';

test('a due token is renewed before the first byte, and the platform is asked whether it takes it', async () => {
	const connection = await connected(one);
	await guard(connection);
	const seen = (await requestsTo(one)).length;
	passTime(one.life - one.lead + HOUR);
	expect(await publish(connection)).toMatchObject({ id: expect.any(String) });
	const calls = (await requestsTo(one)).slice(seen);
	const [upload, ...twice] = uploadsIn(calls);
	expect(twice).toEqual([]);
	expect(calls.findIndex(isTokenCall)).toBe(0);
	expect(calls.findIndex(probe)).toBeLessThan(calls.findIndex((call) => call === upload));
	expect(calls.filter(probe)).toHaveLength(1);
	expect(await sandbox().timeline()).toMatchObject([{ text: 'Téléversé' }]);
});

test.each([
	{ name: 'revoked', spoil: async () => await sandbox().settings({ meta: { revoke: true } }) },
	{ name: 'its password was changed', spoil: async () => await sandbox().settings({ meta: { passwordChanged: true } }) },
	{ name: 'expired', spoil: async () => passTime(one.life + DAY) },
])('$name: refused before a byte left, and the person is told to connect again', async ({ spoil }) => {
	const connection = await connected(one);
	await guard(connection);
	await spoil();
	expect(await publish(connection)).toMatchObject({ details: { verdict: 'reconnect', hint: expect.stringContaining('click Connect') } });
	expect(uploadsIn(await requestsTo(one))).toEqual([]);
	expect(await sandbox().timeline()).toEqual([]);
});

test('a token that dies after the container was made is found out before the bytes leave', async () => {
	const connection = await connected(one);
	await guard(connection);
	await meetAt(one, { match: '/v25.0/me', kind: 'status', status: 401, body: ended, times: 100 });
	expect(await publish(connection)).toMatchObject({ details: { verdict: 'reconnect' } });
	expect((await requestsTo(one)).filter(({ path, method }) => method === 'POST' && path.endsWith('/media'))).toHaveLength(1);
	expect(uploadsIn(await requestsTo(one))).toEqual([]);
});

test('found out and renewed: uploaded once', async () => {
	const connection = await connected(one);
	await guard(connection);
	const before = (await renewalsAt(one)).length;
	await meetAt(one, { match: '/v25.0/me', kind: 'status', status: 401, body: ended });
	expect(await publish(connection)).toMatchObject({ id: expect.any(String) });
	expect(await renewalsAt(one)).toHaveLength(before + 1);
	expect(uploadsIn(await requestsTo(one))).toHaveLength(1);
});

test('a 401 for the upload itself: the bytes are not sent a second time with another token', async () => {
	const connection = await connected(one);
	await guard(connection);
	await meetAt(one, { match: 'ig-api-upload', kind: 'status', status: 401, body: ended });
	expect(await publish(connection)).toMatchObject({ details: { verdict: 'reconnect' } });
	expect(uploadsIn(await requestsTo(one))).toHaveLength(1);
	expect(await sandbox().timeline()).toEqual([]);
});

test('a small file is not worth a call beforehand', async () => {
	const connection = await connected(one);
	await guard(connection);
	const seen = (await requestsTo(one)).length;
	expect(await publish(connection, video)).toMatchObject({ id: expect.any(String) });
	expect((await requestsTo(one)).slice(seen).filter(probe)).toEqual([]);
});

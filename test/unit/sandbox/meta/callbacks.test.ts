import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { seed } from '../../../../sandbox/networks/seed';
import { appScopedId } from '../../../../sandbox/networks/meta/instagramLogin/login';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { World } from './open';

const { user, otherUser, appSecret } = seed.meta;

let world: World;
let app: Server;
let received: string[];
let answer: string;
const url = () => {
	const address = app.address();
	return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/meta`;
};

beforeEach(async () => {
	world = await World.open();
	received = [];
	answer = JSON.stringify({ url: 'https://atelier-camelia.example/deletion/1', confirmation_code: 'c1' });
	app = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += String(part)));
		request.on('end', () => {
			received.push(body);
			response.end(answer);
		});
	});
	await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	await world.close();
	app.close();
});

const decoded = (body: string | undefined, secret: string) => {
	const [signature, payload = ''] = (new URLSearchParams(body).get('signed_request') ?? '').split('.');
	expect(signature).toBe(createHmac('sha256', secret).update(payload).digest('base64url'));
	return JSON.parse(Buffer.from(payload, 'base64url').toString());
};
/** The callbacks of a host once the last of them is through. */
const callbacks = async (host = 'graph.facebook.com') => {
	for (let tries = 0; tries < 100; tries++) {
		const { data } = await world.http.get(`/${host}/_callbacks`);
		if (data.every((one: { status: number | null; problem?: string }) => one.status !== null || one.problem !== undefined)) return data;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error('The sandbox did not finish its callbacks.');
};

it('tells the app who removed it, and ends their tokens', async () => {
	await world.settings({ meta: { deauthorize: { url: url() } } });
	expect(await callbacks()).toMatchObject([{ kind: 'deauthorize', user_id: user.id, status: 200 }]);
	expect(decoded(received[0], appSecret)).toEqual({ algorithm: 'HMAC-SHA256', user_id: user.id, issued_at: expect.any(Number) });
	const { data } = await world.get('/graph.facebook.com/v25.0/me', { access_token: seedTokens.user });
	expect(data.error).toMatchObject({ code: 190, error_subcode: 458 });
});

it('asks for the deletion of data, and keeps the confirmation', async () => {
	await world.settings({ meta: { dataDeletion: { url: url(), user: otherUser.id } } });
	const [sent] = await callbacks();
	expect(sent).toMatchObject({ kind: 'dataDeletion', user_id: otherUser.id, answer: { confirmation_code: 'c1' } });
	expect(sent.problem).toBeUndefined();
	expect(decoded(received[0], appSecret)).toMatchObject({ user_id: otherUser.id, expires: expect.any(Number) });
	await world.restart();
	expect(await callbacks()).toEqual([sent]);
});

it('says what Meta would not accept', async () => {
	answer = 'OK';
	await world.settings({ meta: { dataDeletion: { url: url() } } });
	expect(await callbacks()).toMatchObject([{ answer: 'OK', problem: expect.stringContaining('confirmation_code') }]);
	const refused = await world.http.post('/_sandbox/settings', { meta: { deauthorize: { url: 'https://example.com/' } } });
	expect([refused.status, refused.data.error]).toEqual([400, expect.stringContaining('127.0.0.1')]);
});

it('signs for Instagram Login and Threads with their own secrets', async () => {
	await world.settings({ meta: { instagramLogin: { deauthorize: { url: url() } } }, threads: { dataDeletion: { url: url() } } });
	await callbacks('graph.instagram.com');
	expect(await callbacks('graph.threads.net')).toMatchObject([{ kind: 'dataDeletion', status: 200 }]);
	const bodies = [...received].sort((a, b) => a.length - b.length);
	expect(decoded(bodies[0], seed.instagramLogin.appSecret).user_id).toBe(appScopedId(seed.instagramLogin.accounts[0].id));
	expect(decoded(bodies[1], seed.threads.appSecret).user_id).toBe(seed.threads.accounts[0].id);
});

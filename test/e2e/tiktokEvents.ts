import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seed } from '../../sandbox/networks/seed';
import { eventBody, signatureOf } from '../../sandbox/networks/tiktok/webhooks';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import type { Stage } from '../support/stage';
import { until } from './approver';
import { connectNetworks } from './pins';
import { shippedIn } from './shipped';

const path = 'workflows/tokens/tiktok-events.json';
const [account] = seed.tiktok.accounts;
const { channel, group } = seed.telegram;

/** The shipped workflow that tells what TikTok tells, in a real n8n that the sandbox calls. */
export function tiktokEvents(stage: () => Stage) {
	const { imported, networks, executions, said, http } = shippedIn(stage);
	const heard: { key: string; title: string; text: string }[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece: Buffer) => (body += piece.toString()));
		request.on('end', () => {
			heard.push(JSON.parse(body));
			response.end();
		});
	});
	let workflow: StoredWorkflow;
	let url = '';
	const tell = async (event: string, content: object) => await networks().settings({ tiktok: { event: { event, content, account: account.id } } });
	const post = async (body: string, signature: string) => (await http.post<unknown>(url, body, { headers: { 'content-type': 'application/json', 'tiktok-signature': signature }, transformRequest: (data: string) => data })).status;
	const now = () => Math.floor(Date.now() / 1000);
	/** Published, and heard: n8n says that it is published before it listens. */
	const listening = async (settings?: Record<string, string>) => {
		workflow = await stage().operator.workflows.publish(await imported(path, settings));
		const node = workflow.nodes.find(({ type }) => type.endsWith('.qmarkTikTokTrigger'));
		url = `${stage().n8n.url}/webhook/${node?.webhookId ?? `${workflow.id}/${encodeURIComponent(String(node?.name.toLowerCase()))}`}/callback`;
		await until(async () => await post('{}', ''), (status) => status === 401, 30);
	};

	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await connectNetworks(stage(), 'TikTok', 'Telegram', 'Gmail');
		await listening({ telegramChatId: `@${channel.username}`, teamChatId: `@${group.username}`, webhookUrl: `http://127.0.0.1:${port}/alert`, tiktokHandle: 'ateliercamelia' });
		await networks().settings({ tiktok: { webhook: url } });
	});
	afterAll(async () => {
		await networks().settings({ tiktok: { webhook: '' } });
		await stage().operator.workflows.unpublish(workflow);
		server.close();
	});

	test('a post that is public is told to the team, with its address, once although TikTok delivers it twice', async () => {
		await networks().settings({ tiktok: { webhookTwice: true } });
		await tell('post.publish.publicly_available', { publish_id: 'v_pub_file~v2-1.81', publish_type: 'DIRECT_PUBLISH', post_id: '7400000000000000081' });
		const [message] = await until(async () => await said(/7400000000000000081/), ({ length }) => length > 0, 30);
		expect(message).toMatchObject({ account: group.title, text: 'A post is public on TikTok\n\nPost: https://www.tiktok.com/@ateliercamelia/video/7400000000000000081' });
		await until(async () => await executions(workflow), ([first]) => first?.status === 'success', 30);
		expect(await executions(workflow)).toHaveLength(1);
		expect(await said(/7400000000000000081/)).toHaveLength(1);
		await networks().settings({ tiktok: { webhookTwice: false } });
	});

	test('one that failed, and one that is not public any more, too', async () => {
		await tell('post.publish.failed', { publish_id: 'v_pub_file~v2-1.82', publish_type: 'DIRECT_PUBLISH', reason: 'file_format_check_failed' });
		await tell('post.publish.no_longer_publicaly_available', { publish_id: 'v_pub_file~v2-1.83', publish_type: 'DIRECT_PUBLISH', post_id: '7400000000000000083' });
		expect(await until(async () => await said(/TikTok did not publish a post/), ({ length }) => length > 0, 30)).toMatchObject([{ account: group.title, text: expect.stringContaining('Reason: file_format_check_failed\nPublication: v_pub_file~v2-1.82') }]);
		expect(await until(async () => await said(/not public on TikTok any more/), ({ length }) => length > 0, 30)).toMatchObject([{ text: expect.stringContaining('Post: 7400000000000000083') }]);
		expect(heard).toEqual([]);
	});

	test('an account that took its access back is an alert, on every channel that is on', async () => {
		await tell('authorization.removed', { reason: 1 });
		const [message] = await until(async () => await said(/not connected any more/), ({ length }) => length > 0, 30);
		expect(message).toMatchObject({ account: channel.title, text: expect.stringMatching(/^⚠️ A TikTok account is not connected any more\n\nAccount: _000SANDBOXcamelia\.\nTikTok says: disconnected by the user\.\n.*click Connect\.$/) });
		await until(async () => await Promise.resolve(heard), ({ length }) => length > 0, 30);
		expect(heard).toMatchObject([{ title: 'A TikTok account is not connected any more', key: expect.stringContaining('authorization.removed') }]);
	});

	test('forged events start nothing', async () => {
		const before = (await executions(workflow)).length;
		const body = eventBody('authorization.removed', { reason: 5 }, account.id, now());
		expect(await post(body, signatureOf(body, now(), 'another secret'))).toBe(401);
		expect(await post(body, '')).toBe(401);
		expect(await post(body.replace(account.id, '_000SANDBOXperso'), signatureOf(body, now()))).toBe(401);
		expect(await post(body, signatureOf(body, now() - 3600))).toBe(401);
		expect((await executions(workflow)).length).toBe(before);
		expect(await said(/revoked by the developer/)).toEqual([]);
	});

	test('what has nowhere to go fails the execution', async () => {
		await stage().operator.workflows.unpublish(workflow);
		await listening();
		const body = eventBody('post.publish.failed', { publish_id: 'v_pub_file~v2-1.84', reason: 'internal' }, account.id, now());
		expect(await post(body, signatureOf(body, now()))).toBe(200);
		await until(async () => await executions(workflow), ([first]) => first?.status === 'error', 30);
	});
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox } from '../../../sandbox/networks/server';
import type { Sandbox } from '../../../sandbox/networks/server';

const { token, group, channel, customer } = seed.telegram;
const business_connection_id = 'SANDBOX-business-connection';
let folder: string;
let sandbox: Sandbox;

const open = async () => (sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') }));
const bot = async (method: string, body: object = {}) => (await axios.post(`${sandbox.origin}/api.telegram.org/bot${token}/${method}`, body, { validateStatus: () => true })).data;
const setting = async (telegram: object) => await axios.post(`${sandbox.origin}/_sandbox/settings`, { telegram });

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-telegram-'));
	await open();
});
afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

test('members, topics, links, requests and refunds are after a restart as they were', async () => {
	const user_id = 6_000_000_123;
	const { result: topic } = await bot('createForumTopic', { chat_id: group.id, name: 'News' });
	const { result: link } = await bot('createChatInviteLink', { chat_id: channel.id, name: 'Summer' });
	await bot('banChatMember', { chat_id: group.id, user_id });
	await bot('refundStarPayment', { user_id: customer.id, telegram_payment_charge_id: 'SANDBOX-stars-1' });
	await setting({ joinRequest: { user_id } });
	await sandbox.close();
	await open();
	expect(await bot('closeForumTopic', { chat_id: group.id, message_thread_id: topic.message_thread_id })).toMatchObject({ ok: true });
	expect(await bot('revokeChatInviteLink', { chat_id: channel.id, invite_link: link.invite_link })).toMatchObject({ result: { is_revoked: true, name: 'Summer' } });
	expect(await bot('getChatMember', { chat_id: group.id, user_id })).toMatchObject({ result: { status: 'kicked' } });
	expect(await bot('getMyStarBalance')).toMatchObject({ result: { amount: 6450 } });
	expect(await bot('approveChatJoinRequest', { chat_id: channel.id, user_id })).toMatchObject({ result: true });
});

test.each([
	{ method: 'sendDice', body: { chat_id: customer.id, emoji: '🎲', faces: 6 }, says: /unknown parameter "faces"/ },
	{ method: 'restrictChatMember', body: { chat_id: group.id, user_id: customer.id, permissions: { can_shout: true } }, says: /unknown ChatPermissions field "can_shout"/ },
	{ method: 'sendInvoice', body: { chat_id: customer.id, title: 'A', description: 'A', payload: 'a', currency: 'EUR', provider_token: '1:TEST:x', prices: [{ label: 'A', amount: 1.5 }] }, says: /Field "amount" must be an Integer/ },
	{ method: 'sendInvoice', body: { chat_id: customer.id, title: 'A', description: 'A', payload: 'a', currency: 'EUR', prices: [{ label: 'A', amount: 100 }] }, says: /PAYMENT_PROVIDER_INVALID/ },
	{ method: 'postStory', body: { business_connection_id, content: { type: 'photo', photo: 'https://example.com/a.jpg' }, active_period: 86_400 }, says: /must be uploaded as a new file/ },
	{ method: 'postStory', body: { business_connection_id, content: { type: 'photo' }, active_period: 1000 }, says: /STORY_PERIOD_INVALID/ },
	{ method: 'sendVideoNote', body: { chat_id: customer.id, video_note: 'https://example.com/a.mp4' }, says: /wrong file identifier\/HTTP URL/ },
	{ method: 'closeForumTopic', body: { chat_id: channel.id, message_thread_id: 4 }, says: /not a forum/ },
	{ method: 'createChatSubscriptionInviteLink', body: { chat_id: channel.id, subscription_period: 86_400, subscription_price: 5 }, says: /SUBSCRIPTION_INVALID/ },
])('$method is refused: $says', async ({ method, body, says }) => {
	expect(await bot(method, body)).toMatchObject({ ok: false, error_code: 400, description: expect.stringMatching(says) });
});

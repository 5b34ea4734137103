import axios from 'axios';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { seed } from '../../../sandbox/networks/seed';
import { delivered, everything, openTriggers } from './triggers';

const { token, group, channel } = seed.telegram;

let sandbox: Sandbox;
let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ telegram: { webhookInterval: 0, webhookPauses: [30] } });
	triggers = await openTriggers(`${sandbox.origin}/api.telegram.org`);
});
afterEach(async () => await triggers.close());

const listening = async (eventOptions: object = {}) => {
	const trigger = triggers.trigger(everything, { parameters: { acknowledge: 'lastNode', eventOptions: { ...eventOptions } } });
	await trigger.hook('create');
	return trigger;
};
const happens = async (telegram: object) => await sandbox.settings({ telegram });

const [account, ines] = ['7000000001', { id: '5000000001', handle: 'ines_demo', name: 'Inês' }];
const conversationId = 'telegram:7000000001:5000000001';

/** Each kind of update as the sandbox makes it, and what is read from it. */
const kinds: Record<string, object> = {
	message: { kind: 'text', text: 'Bonjour', from: ines, to: { id: account, handle: 'atelier_camelia_bot' }, language: 'fr' },
	edited_message: { kind: 'text', text: 'Bonsoir', editedAt: expect.any(String) },
	channel_post: { from: { id: String(channel.id), name: channel.title }, chat: { type: 'channel' } },
	edited_channel_post: { text: 'Bonsoir', editedAt: expect.any(String) },
	guest_message: { guestQueryId: expect.any(String), text: expect.stringContaining('Bonjour') },
	business_connection: { businessConnectionId: 'SANDBOX-business-connection', enabled: true, rights: ['can_reply', 'can_read_messages'], userChatId: '5000000001', conversationId },
	business_message: { businessConnectionId: 'SANDBOX-business-connection', direction: 'in' },
	edited_business_message: { businessConnectionId: 'SANDBOX-business-connection', editedAt: expect.any(String) },
	deleted_business_messages: { messageIds: ['1'], ids: ['telegram:5000000001/1'] },
	message_reaction: { kind: 'reaction', text: '👍', replyTo: `${group.id}/1`, reactions: ['👍'], reactionsBefore: [], id: expect.stringMatching(/^telegram:-1001700000002\/1\/reaction\/5000000001\/\d+\/👍$/u) },
	message_reaction_count: { messageId: '1', reactions: [{ reaction: '👍', count: 3 }], chat: { id: String(channel.id) } },
	inline_query: { inlineQueryId: expect.any(String), query: 'tulipes', from: ines, chatType: 'private' },
	chosen_inline_result: { resultId: '1', query: 'tulipes', from: ines },
	callback_query: { kind: 'button', payload: 'yes', callbackQueryId: expect.any(String), replyTo: '5000000001/1', conversationId, from: ines },
	shipping_query: { shippingQueryId: expect.any(String), payload: 'order-1', address: { city: 'Nantes' } },
	pre_checkout_query: { preCheckoutQueryId: expect.any(String), amount: 24.9, currency: 'EUR', payload: 'order-1', from: ines },
	purchased_paid_media: { payload: 'photos-1', from: ines, conversationId },
	poll: { question: 'Quelle couleur ?', options: [{ text: 'Rouge', votes: 0 }, { text: 'Blanc', votes: 2 }], voters: 2, closed: false },
	poll_answer: { pollId: '5200000000000000001', from: ines, options: [0], optionIds: ['option-0'], withdrawn: false },
	my_chat_member: { change: 'blocked', oldStatus: 'member', newStatus: 'kicked', conversationId, from: ines },
	chat_member: { change: 'joined', member: ines, chat: { id: String(group.id) } },
	chat_join_request: { from: ines, userChatId: '5000000001', chat: { id: String(channel.id) }, bio: 'Fleuriste' },
	chat_boost: { boostId: 'SANDBOX-boost', source: 'premium', from: ines, expiresAt: expect.any(String) },
	removed_chat_boost: { boostId: 'SANDBOX-boost', source: 'premium', from: ines },
	managed_bot: { bot: { id: '7000000002', handle: 'camelia_pro_bot' }, from: ines },
	subscription: { payload: 'club', state: 'active', from: ines },
	stopped_message_generation: { draftId: '1', conversationId },
};

test('every kind of update there is', () => {
	expect(Object.keys(kinds).sort()).toEqual([...everything].sort());
});

test.each(Object.entries(kinds))('%s', async (kind, expected) => {
	const trigger = await listening();
	await happens({ update: { kind } });
	await delivered(sandbox.origin);
	expect(trigger.started).toMatchObject([{ event: kind, update_id: 700_000_001, provider: 'telegram', account, ...expected, raw: { update_id: 700_000_001, [kind]: expect.any(Object) } }]);
	const times = [trigger.started[0]?.at, trigger.started[0]?.sentAt].filter((time) => time !== undefined);
	expect(times).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)]);
});

describe('what people do', () => {
	test('a person blocks the bot and takes it back', async () => {
		const trigger = await listening();
		await happens({ block: {} });
		await happens({ unblock: {} });
		await delivered(sandbox.origin, 2);
		expect(trigger.started).toMatchObject([{ event: 'my_chat_member', change: 'blocked' }, { event: 'my_chat_member', change: 'unblocked' }]);
	});

	test('a deep link, in the private chat and into a group', async () => {
		const trigger = await listening();
		await happens({ start: { payload: 'flyer_7' } });
		await happens({ start: { payload: 'flyer_8', chat_id: group.id } });
		await delivered(sandbox.origin, 2);
		expect(trigger.started.map(({ startPayload }) => startPayload).sort()).toEqual(['flyer_7', 'flyer_8']);
	});

	test('an album comes as messages that share a number', async () => {
		const trigger = await listening();
		await happens({ album: { count: 3, caption: 'Trois' } });
		await delivered(sandbox.origin, 3);
		expect(trigger.started.map(({ kind, text }) => [kind, text])).toEqual([['image', 'Trois'], ['image', ''], ['image', '']]);
		expect(new Set(trigger.started.map(({ mediaGroupId }) => mediaGroupId)).size).toBe(1);
	});

	test('members with the link they came by, who leave, and are promoted or banned', async () => {
		const trigger = await listening();
		const member = (change: object) => ({ update: { kind: 'chat_member', ...change } });
		await happens(member({ link: 'Summer' }));
		await happens(member({ old: 'member', new: 'left' }));
		await happens(member({ old: 'member', new: 'administrator' }));
		await happens(member({ old: 'administrator', new: 'member' }));
		await happens(member({ old: 'member', new: 'kicked' }));
		await happens(member({ old: 'kicked', new: 'left' }));
		await happens({ update: { kind: 'my_chat_member', chat_id: group.id, old: 'left', new: 'administrator' } });
		await delivered(sandbox.origin, 7);
		expect(trigger.started.map(({ change }) => change)).toEqual(['joined', 'left', 'promoted', 'demoted', 'banned', 'unbanned', 'joined']);
		expect(trigger.started[0]).toMatchObject({ inviteLink: { name: 'Summer', url: 'https://t.me/+SANDBOXSummer' } });
	});

	test('what the bot itself did is left out, unless it is asked for', async () => {
		const [silent, told] = [await listening(), await listening({ ignoreOwn: false })];
		await happens({ update: { kind: 'chat_member', by: 'bot', old: 'member', new: 'kicked' } });
		await delivered(sandbox.origin);
		expect([silent.executions, told.executions]).toEqual([0, 1]);
	});

	test('a button of the bot’s message has its words', async () => {
		const trigger = await listening();
		const keyboard = { inline_keyboard: [[{ text: 'Oui', callback_data: 'yes' }, { text: 'Non', callback_data: 'no' }]] };
		const { data } = await axios.post(`${sandbox.origin}/api.telegram.org/bot${token}/sendMessage`, { chat_id: 5_000_000_001, text: 'Tulipes ?', reply_markup: keyboard });
		await happens({ press: { message_id: data.result.message_id, data: 'no' } });
		await delivered(sandbox.origin);
		expect(trigger.started).toMatchObject([{ kind: 'button', text: 'Non', payload: 'no', replyTo: `5000000001/${data.result.message_id}`, direction: 'in' }]);
	});

	test('a vote in a poll that is not anonymous tells the numbers and the person', async () => {
		const trigger = await listening();
		const { data } = await axios.post(`${sandbox.origin}/api.telegram.org/bot${token}/sendPoll`, { chat_id: group.id, question: 'Quand ?', options: [{ text: 'Lundi' }, { text: 'Mardi' }], is_anonymous: false });
		await happens({ vote: { chat_id: group.id, message_id: data.result.message_id, option: 1 } });
		await delivered(sandbox.origin, 2);
		expect(trigger.started.map(({ event }) => event).sort()).toEqual(['poll', 'poll_answer']);
	});

	test('joining a group is told as a message and as a change of members', async () => {
		const trigger = await listening();
		await happens({ join: { link: 'Flyer' } });
		await happens({ leave: {} });
		await happens({ joinRequest: { link: 'Reel' } });
		await happens({ pay: { amount: 500 } });
		await happens({ react: { emoji: '' , old: '👍' } });
		await happens({ edit: { text: 'Bonne nuit' } });
		await happens({ business: { from: 'owner', text: 'Merci' } });
		await delivered(sandbox.origin, 9);
		expect(trigger.started.map(({ event, service, change, direction }) => `${String(event)} ${String(service ?? change ?? direction ?? '')}`).sort()).toEqual([
			...['business_message out', 'chat_join_request ', 'chat_member joined', 'chat_member left', 'edited_message in'],
			...['message left_chat_member', 'message new_chat_members', 'message successful_payment', 'message_reaction in'],
		]);
		expect(trigger.started.find(({ event }) => event === 'message_reaction')).toMatchObject({ text: '', reactions: [], reactionsBefore: ['👍'] });
	});
});

describe('files', () => {
	const received = async (content: object, eventOptions: object = { download: true }) => {
		const trigger = await listening(eventOptions);
		await happens({ message: content });
		await delivered(sandbox.origin);
		return trigger.binaries.map((binary, index) => ({ binary, json: trigger.started[index] }));
	};

	test('are fetched where that is wished for', async () => {
		const [item] = await received({ content: 'document' });
		expect(item?.binary).toMatchObject({ data: { fileName: 'devis.pdf', mimeType: 'application/pdf' } });
		expect(Buffer.from(String(item?.binary?.data?.data), 'base64').toString()).toBe('Sandbox document');
		expect(item?.json).not.toHaveProperty('downloadErrors');
	});

	test('are left where they are otherwise', async () => {
		expect(await received({ content: 'document' }, {})).toMatchObject([{ binary: undefined, json: { media: [{ kind: 'document' }] } }]);
	});

	test('one that cannot be fetched starts the workflow all the same, and says why', async () => {
		await sandbox.fault({ network: 'telegram', match: 'getFile', kind: 'status', status: 401, times: 9 });
		const [item] = await received({ content: 'photo', caption: 'Ça' });
		expect(item?.json).toMatchObject({ text: 'Ça', downloadErrors: [{ id: expect.stringContaining('photo'), message: expect.stringContaining('Unauthorized'), hint: expect.any(String) }] });
		expect(JSON.stringify(item?.json)).not.toContain(token);
	});

	test('one that Telegram does not give, told by its size', async () => {
		await happens({ localServer: false });
		const [item] = await received({ content: 'video', size: 21 * 1024 * 1024 });
		expect(item?.json).toMatchObject({ downloadErrors: [{ message: expect.stringContaining('file is too big') }] });
	});
});

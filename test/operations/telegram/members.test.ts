import type { INodeParameters } from 'n8n-workflow';
import { Bot, locator, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const inGroup = { chatId: locator(world.group.id) };
const inChannel = { chatId: locator(world.channel.id) };
const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => await bot.json(operation, parameters, { resource });
const asks = async (user: number) => await bot.admin('settings', { telegram: { joinRequest: { user_id: user } } });
const lose = async (method: string) => await bot.admin('faults', { network: 'telegram', match: method, kind: 'reset', when: 'after' });

test('a join request is approved or declined once; a lost answer does no harm', async () => {
	const [one, two, three] = [bot.subscriber(), bot.subscriber(), bot.subscriber()];
	for (const user of [one, two, three]) await asks(user);
	expect(await run('joinRequest', 'approve', { ...inChannel, userId: String(one) })).toEqual([{ chat_id: String(world.channel.id), user_id: one, approved: true }]);
	expect(await run('joinRequest', 'decline', { ...inChannel, userId: String(two) })).toMatchObject([{ user_id: two, declined: true }]);
	await lose('approveChatJoinRequest');
	expect(await run('joinRequest', 'approve', { ...inChannel, userId: String(three) })).toMatchObject([{ approved: true }]);
	const status = async (user: number) => (await run('member', 'get', { ...inChannel, userId: String(user) }))[0]?.status;
	expect([await status(one), await status(two), await status(three)]).toEqual(['member', 'left', 'member']);
	await expect(run('joinRequest', 'approve', { ...inChannel, userId: String(one) })).rejects.toMatchObject({ message: expect.stringMatching(/USER_ALREADY_PARTICIPANT/), description: expect.stringMatching(/member already/) });
	await expect(run('joinRequest', 'decline', { ...inChannel, userId: String(two) })).rejects.toMatchObject({ message: expect.stringMatching(/HIDE_REQUESTER_MISSING/), description: expect.stringMatching(/no open request/) });
});

test('Ban and Unban', async () => {
	const user = bot.subscriber();
	const member = { ...inGroup, userId: String(user) };
	const until = '2099-01-01T00:00:00Z';
	const sent = await bot.wire(async () => {
		expect(await run('member', 'ban', { ...member, options: { until_date: until, revoke_messages: true } })).toEqual([{ chat_id: String(world.group.id), user_id: user, until_date: Date.UTC(2099, 0) / 1000, revoke_messages: true, banned: true }]);
		expect(await run('member', 'get', member)).toMatchObject([{ status: 'kicked' }]);
		expect(await run('member', 'unban', member)).toMatchObject([{ banned: false }]);
		expect(await run('member', 'get', member)).toMatchObject([{ status: 'left' }]);
	});
	expect(sent[2]).toMatchObject({ method: 'unbanChatMember', body: { only_if_banned: 'true' } });
});

test('Restrict, by presets, and lift it', async () => {
	const member = { ...inGroup, userId: String(bot.subscriber()) };
	const sent = await bot.wire(async () => {
		expect(await run('member', 'restrict', { ...member, permissions: 'text' })).toMatchObject([{ permissions: 'text' }]);
		expect(await run('member', 'get', member)).toMatchObject([{ status: 'restricted', can_send_messages: true, can_send_photos: false, can_send_polls: false }]);
		await run('member', 'restrict', { ...member, permissions: 'media', until_date: '2099-01-01T00:00:00Z' });
		expect(await run('member', 'get', member)).toMatchObject([{ can_send_photos: true, can_send_other_messages: false }]);
		await run('member', 'restrict', { ...member, permissions: 'none' });
		expect(await run('member', 'get', member)).toMatchObject([{ can_send_messages: false }]);
		await run('member', 'restrict', { ...member, permissions: 'all' });
		expect(await run('member', 'get', member)).toMatchObject([{ status: 'member' }]);
	});
	expect(sent[0]).toMatchObject({ body: { use_independent_chat_permissions: 'true' } });
	expect(sent[2]).toMatchObject({ body: { until_date: String(Date.UTC(2099, 0) / 1000) } });
});

test('Promote with exactly these rights, and take them away', async () => {
	const member = { ...inGroup, userId: String(bot.subscriber()) };
	expect(await run('member', 'promote', { ...member, rights: ['can_manage_chat', 'can_delete_messages'] })).toMatchObject([{ rights: ['can_manage_chat', 'can_delete_messages'] }]);
	expect(await run('member', 'get', member)).toMatchObject([{ status: 'administrator', can_delete_messages: true, can_invite_users: false }]);
	await expect(run('member', 'ban', member)).rejects.toMatchObject({ message: expect.stringMatching(/administrator of the chat/), context: { verdict: 'stop' } });
	await run('member', 'promote', { ...member, rights: [] });
	expect(await run('member', 'get', member)).toMatchObject([{ status: 'member' }]);
});

test('invite links: edit, revoke, and one that costs Stars', async () => {
	const [made] = await run('chat', 'createInviteLink', { ...inChannel, name: 'Summer', options: { member_limit: 5 } });
	const link = { ...inChannel, inviteLink: String(made?.invite_link) };
	const [edited] = await run('chat', 'editInviteLink', { ...link, name: 'Autumn', options: { creates_join_request: true } });
	expect(edited).toMatchObject({ invite_link: made?.invite_link, name: 'Autumn', creates_join_request: true });
	expect(edited).not.toHaveProperty('member_limit');
	await lose('revokeChatInviteLink');
	expect(await run('chat', 'revokeInviteLink', link)).toMatchObject([{ is_revoked: true }]);
	await expect(run('chat', 'editInviteLink', { ...link, name: 'X' })).rejects.toMatchObject({ description: expect.stringMatching(/Invite Link/) });
	expect(await run('chat', 'createSubscriptionLink', { ...inChannel, price: 250, name: 'Club' })).toMatchObject([{ subscription_price: 250, subscription_period: 2592000, name: 'Club' }]);
});

test('topics: create, edit, close, reopen, delete; what is so already is no failure after a lost answer', async () => {
	const icons = await run('topic', 'getIconStickers');
	expect(icons[0]).toMatchObject({ custom_emoji_id: expect.any(String) });
	const additionalFields = { icon_color: 9367192, icon_custom_emoji_id: String(icons[0]?.custom_emoji_id) };
	const [made] = await run('topic', 'create', { ...inGroup, name: 'News', additionalFields });
	expect(made).toMatchObject({ name: 'News', icon_color: 9367192, message_thread_id: expect.any(Number) });
	const topic = { ...inGroup, topicId: String(made?.message_thread_id) };
	expect(await run('topic', 'edit', { ...topic, name: 'Offers' })).toMatchObject([{ name: 'Offers', edited: true }]);
	await lose('closeForumTopic');
	expect(await run('topic', 'close', topic)).toMatchObject([{ message_thread_id: made?.message_thread_id, closed: true }]);
	await expect(run('topic', 'close', topic)).rejects.toMatchObject({ message: expect.stringMatching(/TOPIC_NOT_MODIFIED/), description: expect.stringMatching(/nothing needs to be done/) });
	expect(await run('topic', 'reopen', topic)).toMatchObject([{ closed: false }]);
	await lose('deleteForumTopic');
	expect(await run('topic', 'delete', topic)).toMatchObject([{ deleted: true }]);
	expect(await run('topic', 'hideGeneral', inGroup)).toEqual([{ chat_id: String(world.group.id), hidden: true }]);
	expect(await run('topic', 'unhideGeneral', inGroup)).toMatchObject([{ hidden: false }]);
});

const refusals: { resource: string; operation: string; name: string; parameters: INodeParameters; says: RegExp; hint?: RegExp }[] = [
	{ resource: 'member', operation: 'get', name: 'a user that is none', parameters: { ...inGroup, userId: '@ines' }, says: /^User ID: “@ines” is not the number of a person/ },
	{ resource: 'member', operation: 'get', name: 'a stranger', parameters: { ...inGroup, userId: '99' }, says: /member not found/, hint: /Check “User ID”/ },
	{ resource: 'member', operation: 'ban', name: 'the owner', parameters: { ...inGroup, userId: '5000000002' }, says: /chat owner/, hint: /cannot be removed or restricted/ },
	{ resource: 'member', operation: 'ban', name: 'a date that is none', parameters: { ...inGroup, userId: '5', options: { until_date: 'soon' } }, says: /^Until: “soon” is not a date/ },
	{ resource: 'member', operation: 'restrict', name: 'a channel', parameters: { ...inChannel, userId: String(world.customer.id) }, says: /only for supergroups/, hint: /supergroup/ },
	{ resource: 'topic', operation: 'create', name: 'a group without topics', parameters: { ...inChannel, name: 'News' }, says: /not a forum/, hint: /Switch “Topics” on/ },
	{ resource: 'topic', operation: 'create', name: 'a name too long', parameters: { ...inGroup, name: 'a'.repeat(129) }, says: /^Name: has 129 characters; Telegram allows 128/ },
	{ resource: 'topic', operation: 'close', name: 'a topic that is none', parameters: { ...inGroup, topicId: 'news' }, says: /^Topic ID: “news” is not the number of a topic/ },
	{ resource: 'topic', operation: 'close', name: 'an unknown topic', parameters: { ...inGroup, topicId: '999' }, says: /TOPIC_ID_INVALID/, hint: /Check “Topic ID”/ },
	{ resource: 'chat', operation: 'revokeInviteLink', name: 'an unknown link', parameters: { ...inChannel, inviteLink: 'https://t.me/+x' }, says: /INVITE_HASH_INVALID/, hint: /Invite Link/ },
	{ resource: 'chat', operation: 'createSubscriptionLink', name: 'more Stars than possible', parameters: { ...inChannel, price: 10001 }, says: /SUBSCRIPTION_INVALID/ },
];

test.each(refusals)('$operation refuses $name', async ({ resource, operation, parameters, says, hint = /./ }) => {
	const failed = bot.run(operation, parameters, { resource });
	await expect(failed).rejects.toThrow(says);
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint) });
});

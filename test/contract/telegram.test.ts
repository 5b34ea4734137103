import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { Input, Telegram } from 'telegraf';
import { Bot, locator, sample, world } from '../operations/telegram/bot';

const bot = new Bot();
let sdk: Telegram;
beforeAll(async () => {
	await bot.start();
	sdk = new Telegram(world.token, { apiRoot: `${bot.origin}/api.telegram.org/` });
});
afterAll(async () => await bot.stop());

const jpeg = sample('bouquet-camelia.jpg', 'image/jpeg');
const upload = () => Input.fromBuffer(Buffer.from(jpeg.data?.data ?? '', 'base64'), 'bouquet-camelia.jpg');
const html = { parse_mode: 'HTML' as const };
const button = { text: 'Book', url: 'https://example.com' };
const keyboard = { inlineKeyboard: { buttons: [{ ...button, action: 'url', row: 1 }] } };

/** Names of attached parts are each client's own, and telegraf's poll answers are from before they became objects. */
const comparable = (wire: Awaited<ReturnType<Bot['wire']>>) => {
	const names = [...JSON.stringify(wire).matchAll(/attach:\/\/([\w-]+)/g)].map(([, name]) => name ?? '');
	const text = names.reduce((all, name, index) => all.replaceAll(name, `part${index}`), JSON.stringify(wire));
	return JSON.parse(text, (name, value) => {
		if (name === 'options' && Array.isArray(value)) return value.map((option: unknown) => (typeof option === 'string' ? { text: option } : option));
		return typeof value === 'object' && value !== null && 'filename' in value ? { filename: value.filename, size: value.size } : value;
	});
};

const invoice = { title: 'Bouquet', description: 'Tulips', payload: 'b-1', currency: 'EUR' };
const sold = { ...invoice, provider_token: bot.credentials.paymentProviderToken, prices: [{ label: 'A', amount: 500 }] };
const person = 6_000_900_000;
const inGroup = { chatId: locator(world.group.id), userId: String(person) };

interface Pair {
	resource?: string;
	operation: string;
	node: INodeParameters;
	telegraf: (chat: number, message: number) => Promise<unknown>;
	binary?: IBinaryKeyData;
}

const byUrl = (name: string) => ({ source: 'url', url: bot.sampleUrl(name) });
const pairs = (): Pair[] => [
	{ operation: 'sendText', node: { text: '<b>Hi</b>', ...keyboard }, telegraf: (chat) => sdk.sendMessage(chat, '<b>Hi</b>', { ...html, reply_markup: { inline_keyboard: [[button]] } }) },
	{
		operation: 'sendText',
		node: { text: 'Hi', parseMode: '', additionalFields: { disable_notification: true, reply_parameters: { reply: { message_id: 1, allow_sending_without_reply: true } } } },
		telegraf: (chat) => sdk.sendMessage(chat, 'Hi', { disable_notification: true, reply_parameters: { message_id: 1, allow_sending_without_reply: true } }),
	},
	{ operation: 'sendPhoto', node: { ...byUrl('tulipes-vase.jpg'), caption: 'Hi' }, telegraf: (chat) => sdk.sendPhoto(chat, bot.sampleUrl('tulipes-vase.jpg'), { caption: 'Hi', ...html }) },
	{ operation: 'sendPhoto', node: { source: 'binary', caption: 'Hi' }, binary: jpeg, telegraf: (chat) => sdk.sendPhoto(chat, upload(), { caption: 'Hi', ...html }) },
	{ operation: 'sendDocument', node: { source: 'binary' }, binary: jpeg, telegraf: (chat) => sdk.sendDocument(chat, upload()) },
	{ operation: 'sendVideo', node: byUrl('bouquet-du-jour.mp4'), telegraf: (chat) => sdk.sendVideo(chat, bot.sampleUrl('bouquet-du-jour.mp4')) },
	{ operation: 'sendAnimation', node: byUrl('bouquet-du-jour.mp4'), telegraf: (chat) => sdk.sendAnimation(chat, bot.sampleUrl('bouquet-du-jour.mp4')) },
	{ operation: 'sendVoice', node: byUrl('message-camille.ogg'), telegraf: (chat) => sdk.sendVoice(chat, bot.sampleUrl('message-camille.ogg')) },
	{
		operation: 'sendMediaGroup',
		node: { items: { item: [{ type: 'photo', source: 'binary' }, { type: 'photo', ...byUrl('dahlia-cafe.jpg') }] }, caption: 'Hi' },
		binary: jpeg,
		telegraf: (chat) => sdk.sendMediaGroup(chat, [{ type: 'photo', media: upload(), caption: 'Hi', ...html }, { type: 'photo', media: bot.sampleUrl('dahlia-cafe.jpg') }]),
	},
	{ operation: 'sendPoll', node: { question: 'Q', answers: { answer: [{ text: 'A' }, { text: 'B' }] } }, telegraf: (chat) => sdk.sendPoll(chat, 'Q', ['A', 'B']) },
	{ operation: 'sendLocation', node: { latitude: 47.2, longitude: -1.5 }, telegraf: (chat) => sdk.sendLocation(chat, 47.2, -1.5) },
	{ operation: 'sendContact', node: { phoneNumber: '+33600000000', firstName: 'Camille' }, telegraf: (chat) => sdk.sendContact(chat, '+33600000000', 'Camille') },
	{ operation: 'sendChatAction', node: { action: 'typing' }, telegraf: (chat) => sdk.sendChatAction(chat, 'typing') },
	{ operation: 'setReaction', node: { emoji: '👍' }, telegraf: (chat, message) => sdk.setMessageReaction(chat, message, [{ type: 'emoji', emoji: '👍' }], false) },
	{ operation: 'pin', node: {}, telegraf: (chat, message) => sdk.pinChatMessage(chat, message, { disable_notification: false }) },
	{ operation: 'unpin', node: {}, telegraf: (chat, message) => sdk.unpinChatMessage(chat, message) },
	{ operation: 'editText', node: { text: 'New' }, telegraf: (chat, message) => sdk.editMessageText(chat, message, undefined, 'New', html) },
	{ operation: 'editReplyMarkup', node: keyboard, telegraf: (chat, message) => sdk.editMessageReplyMarkup(chat, message, undefined, { inline_keyboard: [[button]] }) },
	{ operation: 'deleteMany', node: { messageIds: '1,2' }, telegraf: (chat) => sdk.deleteMessages(chat, [1, 2]) },
	{ operation: 'forwardMany', node: { fromChatId: locator(world.group.id), messageIds: '1,2' }, telegraf: (chat) => sdk.forwardMessages(chat, world.group.id, [1, 2]) },
	{ operation: 'copyMany', node: { fromChatId: locator(world.group.id), messageIds: '1,2', additionalFields: { remove_caption: true } }, telegraf: (chat) => sdk.copyMessages(chat, world.group.id, [1, 2], { remove_caption: true }) },
	{ operation: 'sendSticker', node: { source: 'binary' }, binary: sample('bon-cadeau.png', 'image/png'), telegraf: (chat) => sdk.sendSticker(chat, Input.fromBuffer(Buffer.from(sample('bon-cadeau.png', 'image/png').data?.data ?? '', 'base64'), 'bon-cadeau.png')) },
	{ operation: 'sendVenue', node: { latitude: 47.2, longitude: -1.5, title: 'Atelier', address: 'Nantes' }, telegraf: (chat) => sdk.sendVenue(chat, 47.2, -1.5, 'Atelier', 'Nantes') },
	{ operation: 'sendDice', node: { emoji: '🎯' }, telegraf: (chat) => sdk.sendDice(chat, { emoji: '🎯' }) },
	{ operation: 'sendBulk', node: { text: 'Hi', ...keyboard }, telegraf: (chat) => sdk.sendMessage(chat, 'Hi', { ...html, reply_markup: { inline_keyboard: [[button]] } }) },
	{ resource: 'payment', operation: 'sendInvoice', node: { ...invoice, prices: { price: [{ label: 'A', amount: 5 }] } }, telegraf: (chat) => sdk.sendInvoice(chat, sold) },
	{ resource: 'payment', operation: 'createInvoiceLink', node: { ...invoice, prices: { price: [{ label: 'A', amount: 5 }] } }, telegraf: () => sdk.createInvoiceLink(sold) },
	{ resource: 'member', operation: 'ban', node: inGroup, telegraf: () => sdk.banChatMember(world.group.id, person) },
	{ resource: 'member', operation: 'unban', node: inGroup, telegraf: () => sdk.unbanChatMember(world.group.id, person, { only_if_banned: true }) },
	{ resource: 'member', operation: 'get', node: inGroup, telegraf: () => sdk.getChatMember(world.group.id, person) },
	{ resource: 'member', operation: 'promote', node: { ...inGroup, chatId: locator(world.channel.id), rights: ['can_manage_chat'] }, telegraf: () => sdk.promoteChatMember(world.channel.id, person, { can_manage_chat: true }) },
	{ resource: 'chat', operation: 'createInviteLink', node: { chatId: locator(world.group.id), name: 'Summer' }, telegraf: () => sdk.createChatInviteLink(world.group.id, { name: 'Summer' }) },
	{ resource: 'topic', operation: 'create', node: { chatId: locator(world.group.id), name: 'News' }, telegraf: () => sdk.createForumTopic(world.group.id, 'News') },
	{ resource: 'topic', operation: 'getIconStickers', node: {}, telegraf: () => sdk.getForumTopicIconStickers() },
	{ resource: 'sticker', operation: 'getSet', node: { name: 'CameliaFlowers' }, telegraf: () => sdk.getStickerSet('CameliaFlowers') },
	{ operation: 'delete', node: {}, telegraf: (chat, message) => sdk.deleteMessage(chat, message) },
];

test.each(pairs().map(({ operation }, index) => ({ operation, index })))('$operation #$index: telegraf and the node say the same on the wire', async ({ index }) => {
	const pair = pairs()[index];
	if (!pair) throw new Error(`There is no pair ${index}.`);
	const { resource, operation, node, telegraf, binary } = pair;
	const { chat, chatId, messageId } = await bot.message('Before');
	if (operation.endsWith('Many')) for (const text of ['One', 'Two']) await sdk.sendMessage(world.group.id, text);
	if (operation === 'unpin') await sdk.pinChatMessage(chat, Number(messageId));
	const ours = await bot.wire(async () => await bot.run(operation, { chatId, messageId, ...node }, { binary, resource }));
	// telegraf acts upon a message of its own: the node’s is deleted, pinned or edited by now.
	const other = await sdk.sendMessage(chat, 'Before');
	if (operation === 'unpin') await sdk.pinChatMessage(chat, other.message_id);
	const theirs = await bot.wire(async () => await telegraf(chat, other.message_id));
	const sameMessage = (wire: typeof ours) => wire.map(({ body, ...one }) => ({ ...one, body: { ...Object(body), ...('message_id' in Object(body) && { message_id: 'of this message' }) } }));
	expect(comparable(sameMessage(ours))).toEqual(comparable(sameMessage(theirs)));
	expect(ours).toMatchObject([{ status: 200 }]);
});

test('telegraf, which we did not write, drives the sandbox through a bot’s day', async () => {
	const chat = world.group.id;
	expect(await sdk.getMe()).toMatchObject({ id: world.bot.id, is_bot: true });
	const photo = await sdk.sendPhoto(chat, upload(), { caption: 'Before' });
	expect(await sdk.editMessageCaption(chat, photo.message_id, undefined, 'After')).toMatchObject({ caption: 'After' });
	expect(await sdk.editMessageMedia(chat, photo.message_id, undefined, { type: 'photo', media: bot.sampleUrl('dahlia-cafe.jpg') })).toMatchObject({ photo: expect.any(Array) });
	const fileId = photo.photo.at(-1)?.file_id ?? '';
	const link = await sdk.getFileLink(fileId);
	expect((await fetch(link)).headers.get('content-type')).toBe('image/jpeg');
	expect(await sdk.copyMessage(world.customer.id, chat, photo.message_id)).toMatchObject({ message_id: expect.any(Number) });
	expect(await sdk.forwardMessage(world.customer.id, chat, photo.message_id)).toMatchObject({ forward_origin: expect.anything() });
	const poll = await sdk.sendPoll(chat, 'Q', ['A', 'B'], { is_anonymous: false });
	expect(await sdk.stopPoll(chat, poll.message_id)).toMatchObject({ is_closed: true });
	expect(await sdk.getChat(chat)).toMatchObject({ title: world.group.title });
	expect(await sdk.getChatMembersCount(chat)).toBe(86);
	expect(await sdk.getChatAdministrators(chat)).toHaveLength(2);
	expect(await sdk.getChatMember(chat, world.bot.id)).toMatchObject({ status: 'administrator' });
	expect(await sdk.createChatInviteLink(chat, { name: 'Summer' })).toMatchObject({ name: 'Summer' });
	expect(await sdk.exportChatInviteLink(chat)).toContain('t.me');
	await sdk.setMyCommands([{ command: 'start', description: 'Begin' }]);
	expect(await sdk.getMyCommands()).toEqual([{ command: 'start', description: 'Begin' }]);
	await sdk.setWebhook('https://example.com/hook', { secret_token: 'not-a-real-secret' });
	expect(await sdk.getWebhookInfo()).toMatchObject({ url: 'https://example.com/hook' });
	await expect(sdk.getUpdates(0, 1, 0, undefined)).rejects.toThrow(/409/);
	await sdk.deleteWebhook({ drop_pending_updates: true });
	await bot.admin('settings', { telegram: { message: { chat_id: world.customer.id, text: '/start' } } });
	expect(await sdk.getUpdates(0, 1, 0, undefined)).toMatchObject([{ message: { text: '/start' } }]);
	await expect(sdk.sendMessage(1, 'Hi')).rejects.toThrow('400: Bad Request: chat not found');
	await expect(sdk.sendMessage(world.blocked.id, 'Hi')).rejects.toThrow(/403/);
	expect(await sdk.unpinAllChatMessages(chat)).toBe(true);
	expect(await sdk.deleteMessages(chat, [photo.message_id, poll.message_id])).toBe(true);
});

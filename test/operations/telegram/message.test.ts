import type { INodeParameters } from 'n8n-workflow';
import { Bot, locator, sample, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const jpeg = sample('bouquet-camelia.jpg', 'image/jpeg');

test('Edit Text replaces text and buttons', async () => {
	const { chat, ...place } = await bot.message('Closed');
	const inlineKeyboard = { buttons: [{ text: 'Map', action: 'url', url: 'https://example.com', row: 1 }] };
	const [edited] = await bot.json('editText', { ...place, text: '<i>Open</i>', parseMode: 'HTML', inlineKeyboard });
	expect(edited).toMatchObject({ text: 'Open', entities: [{ type: 'italic' }], edit_date: expect.any(Number), chat: { id: chat }, reply_markup: expect.anything() });
});

test('an edit that changes nothing is what was asked for', async () => {
	const { chat, ...place } = await bot.message('Open');
	expect(await bot.json('editText', { ...place, text: 'Open' })).toEqual([{ chat_id: String(chat), message_id: Number(place.messageId), unchanged: true }]);
});

test('Edit Caption and Edit Media', async () => {
	const chatId = locator(bot.subscriber());
	const [photo] = await bot.json('sendPhoto', { chatId, source: 'url', url: bot.sampleUrl('tulipes-vase.jpg'), caption: 'Tulips' });
	const place = { chatId, messageId: `${photo?.message_id}` };
	expect(await bot.json('editCaption', { ...place, caption: 'Roses', additionalFields: { show_caption_above_media: true } })).toMatchObject([{ caption: 'Roses' }]);
	const sent = await bot.wire(async () => {
		expect(await bot.json('editMedia', { ...place, type: 'photo', source: 'binary', caption: 'Camellias' }, { binary: jpeg })).toMatchObject([{ caption: 'Camellias' }]);
	});
	expect(sent).toMatchObject([{ body: { media: { type: 'photo', media: 'attach://file', caption: 'Camellias' }, file: { filename: 'bouquet-camelia.jpg' } } }]);
	const url = bot.sampleUrl('eclosion-camelia.mp4');
	expect(await bot.json('editMedia', { ...place, type: 'video', source: 'url', url })).toMatchObject([{ video: expect.anything() }]);
	const [bare] = await bot.json('editCaption', { ...place, caption: 'Soon gone' });
	const [emptied] = await bot.json('editCaption', { ...place, caption: '' });
	expect([bare?.caption, emptied?.caption]).toEqual(['Soon gone', undefined]);
});

test('Delete', async () => {
	const { chat, ...place } = await bot.message();
	expect(await bot.json('delete', place)).toEqual([{ chat_id: String(chat), message_id: Number(place.messageId), deleted: true }]);
	await expect(bot.run('delete', place)).rejects.toThrow(/message to delete not found/);
});

test.each(['reset', 'status'])('after a lost answer (%s), a deleted message counts as deleted and an edited one as edited', async (kind) => {
	const { chat, ...place } = await bot.message();
	await bot.admin('faults', { network: 'telegram', match: 'editMessageText', kind, status: 502, when: 'after' });
	await bot.admin('faults', { network: 'telegram', match: 'deleteMessage', kind, status: 502, when: 'after' });
	expect(await bot.json('editText', { ...place, text: 'New' })).toMatchObject([{ chat_id: String(chat), unchanged: true }]);
	expect(await bot.json('delete', place)).toMatchObject([{ deleted: true }]);
});

test('Forward and Copy', async () => {
	const { chatId: fromChatId, messageId } = await bot.message('News');
	const [forwarded] = await bot.json('forward', { fromChatId, messageId, additionalFields: { disable_notification: true, protect_content: true } });
	expect(forwarded).toMatchObject({ text: 'News', forward_origin: expect.anything(), has_protected_content: true });
	expect(await bot.json('copy', { fromChatId, messageId })).toEqual([{ message_id: expect.any(Number) }]);

	const [photo] = await bot.json('sendPhoto', { chatId: fromChatId, source: 'url', url: bot.sampleUrl('tulipes-vase.jpg'), caption: 'Tulips' });
	const sent = await bot.wire(async () => await bot.json('copy', { fromChatId, messageId: `${photo?.message_id}`, caption: 'For you', parseMode: '' }));
	expect(sent).toMatchObject([{ method: 'copyMessage', status: 200, body: { from_chat_id: fromChatId.value, caption: 'For you' } }]);
});

test('Pin, and pin again after a lost answer; Unpin', async () => {
	const { chat, ...place } = await bot.message();
	const pinned = async () => (await bot.json('get', { chatId: place.chatId }, { resource: 'chat' }))[0]?.pinned_message;
	await bot.admin('faults', { network: 'telegram', match: 'pinChatMessage', kind: 'reset', when: 'after' });
	expect(await bot.json('pin', { ...place, silent: true })).toEqual([{ chat_id: String(chat), message_id: Number(place.messageId), pinned: true }]);
	expect(await pinned()).toMatchObject({ message_id: Number(place.messageId) });
	expect(await bot.json('unpin', place)).toMatchObject([{ pinned: false }]);
	expect(await pinned()).toBeUndefined();
});

test('Set Reaction, and take it back', async () => {
	const { chatId, messageId } = await bot.message();
	const place = { chatId, messageId };
	const sent = await bot.wire(async () => {
		expect(await bot.json('setReaction', { ...place, emoji: '🎉', big: true })).toMatchObject([{ reaction: [{ type: 'emoji', emoji: '🎉' }] }]);
		expect(await bot.json('setReaction', { ...place, emoji: '' })).toMatchObject([{ reaction: [] }]);
	});
	expect(sent).toMatchObject([{ body: { reaction: [{ type: 'emoji', emoji: '🎉' }], is_big: 'true' } }, { body: { reaction: [] } }]);
});

test('Send Chat Action', async () => {
	const sent = await bot.wire(async () => {
		const additionalFields = { message_thread_id: world.topic.id };
		expect(await bot.json('sendChatAction', { chatId: locator(world.group.id), action: 'upload_photo', additionalFields })).toEqual([{ action: 'upload_photo', sent: true }]);
	});
	expect(sent).toMatchObject([{ body: { action: 'upload_photo', message_thread_id: String(world.topic.id) } }]);
});

const refusals: { operation: string; name: string; parameters: INodeParameters; says: RegExp; hint?: RegExp }[] = [
	{ operation: 'editText', name: 'no message ID', parameters: { messageId: '', text: 'Hi' }, says: /^Message ID: is empty/ },
	{ operation: 'editText', name: 'an empty text', parameters: { messageId: '1', text: '' }, says: /^Text: is empty/ },
	{ operation: 'editText', name: 'a text too long', parameters: { messageId: '1', text: 'a'.repeat(4097) }, says: /^Text: has 4097 characters/ },
	{ operation: 'editText', name: 'an unknown message', parameters: { messageId: '99', text: 'Hi' }, says: /message to edit not found/, hint: /Check “Message ID”/ },
	{ operation: 'editCaption', name: 'a caption too long', parameters: { messageId: '1', caption: 'a'.repeat(1025) }, says: /^Caption: has 1025 characters/ },
	{ operation: 'editMedia', name: 'no URL', parameters: { messageId: '1', source: 'url', url: '' }, says: /^URL: is empty/ },
	{ operation: 'editMedia', name: 'a missing file', parameters: { messageId: '1', source: 'binary' }, says: /^Input Binary Field: the item has no binary field “data”/ },
	{ operation: 'delete', name: 'a message ID that is none', parameters: { messageId: 'abc' }, says: /^Message ID: “abc” is not the number of a message/ },
	{ operation: 'forward', name: 'no source chat', parameters: { fromChatId: locator(''), messageId: '1' }, says: /^From Chat: is empty/ },
	{ operation: 'forward', name: 'an unknown message', parameters: { fromChatId: locator(world.customer.id), messageId: '99' }, says: /message to forward not found/ },
	{ operation: 'copy', name: 'an unknown chat', parameters: { fromChatId: locator(1), messageId: '1' }, says: /chat not found/ },
	{ operation: 'pin', name: 'an unknown message', parameters: { messageId: '99' }, says: /message to pin not found/ },
	{ operation: 'unpin', name: 'a message that is not pinned', parameters: { messageId: '99' }, says: /message to unpin not found/ },
	{ operation: 'setReaction', name: 'an unknown message', parameters: { messageId: '99' }, says: /message to react not found/ },
	{ operation: 'sendChatAction', name: 'an unknown chat', parameters: { chatId: locator('@nobody', 'username') }, says: /chat not found/, hint: /Check “Chat”/ },
];

test.each(refusals)('$operation refuses $name', async ({ operation, parameters, says, hint = /./ }) => {
	const failed = bot.run(operation, parameters);
	await expect(failed).rejects.toThrow(says);
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint) });
});

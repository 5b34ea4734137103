import type { INodeParameters } from 'n8n-workflow';
import { Bot, locator, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const chat = locator(6_000_500_001);
const cases: { name: string; parameters: INodeParameters; wire: object }[] = [
	{ name: 'HTML by default', parameters: { text: '<b>Hi</b>', parseMode: 'HTML' }, wire: { text: '<b>Hi</b>', parse_mode: 'HTML' } },
	{ name: 'plain text has no parse mode', parameters: { text: '5 < 6', parseMode: '' }, wire: { text: '5 < 6' } },
	{ name: 'MarkdownV2 as it is', parameters: { text: '*Hi*', parseMode: 'MarkdownV2' }, wire: { text: '*Hi*', parse_mode: 'MarkdownV2' } },
	{ name: 'MarkdownV2, escaped', parameters: { text: '*Hi*!', parseMode: 'MarkdownV2', escape: true }, wire: { text: '*Hi*\\!', parse_mode: 'MarkdownV2' } },
	{
		name: 'delivery options',
		parameters: {
			text: 'Hi',
			parseMode: '',
			additionalFields: {
				disable_notification: true,
				protect_content: true,
				reply_parameters: { reply: { message_id: 999, allow_sending_without_reply: true } },
				link_preview_options: { preview: { is_disabled: true, url: '' } },
			},
		},
		wire: {
			text: 'Hi',
			disable_notification: 'true',
			protect_content: 'true',
			reply_parameters: { message_id: 999, allow_sending_without_reply: true },
			link_preview_options: { is_disabled: true, prefer_large_media: false, show_above_text: false },
		},
	},
	{
		name: 'buttons, by row',
		parameters: {
			text: 'Hi',
			parseMode: '',
			inlineKeyboard: {
				buttons: [
					{ text: 'Later', action: 'callback_data', callback_data: 'later:42', row: 2 },
					{ text: 'Book', action: 'url', url: 'https://example.com', row: 1 },
					{ text: 'Call', action: 'url', url: 'https://example.com/call', row: 1 },
				],
			},
		},
		wire: {
			text: 'Hi',
			reply_markup: {
				inline_keyboard: [
					[{ text: 'Book', url: 'https://example.com' }, { text: 'Call', url: 'https://example.com/call' }],
					[{ text: 'Later', callback_data: 'later:42' }],
				],
			},
		},
	},
];

test.each(cases.map((one, index) => ({ ...one, chatId: locator(6_000_500_000 + index) })))('Send Text: $name', async ({ parameters, wire, chatId }) => {
	const sent = await bot.wire(async () => {
		const [output] = await bot.json('sendText', { ...parameters, chatId });
		expect(output).toMatchObject({ message_id: 1, text: expect.any(String), chat: { id: Number(chatId.value) } });
	});
	expect(sent).toEqual([{ method: 'sendMessage', status: 200, body: { ...wire, chat_id: chatId.value } }]);
});

test('a forum topic, and a channel by username, with and without its @ or as a t.me link', async () => {
	const [inTopic] = await bot.json('sendText', { chatId: locator(world.group.id), text: 'Hi', additionalFields: { message_thread_id: world.topic.id } });
	expect(inTopic).toMatchObject({ message_thread_id: world.topic.id, is_topic_message: true });
	for (const name of ['@atelier_camelia', 'atelier_camelia', 'https://t.me/atelier_camelia']) {
		const [sent] = await bot.json('sendText', { chatId: locator(name, 'username'), text: 'Hi' });
		expect(sent).toMatchObject({ chat: { id: world.channel.id } });
	}
});

const refusals: { name: string; parameters: INodeParameters; says: RegExp; hint?: RegExp }[] = [
	{ name: 'an empty text', parameters: { text: ' ' }, says: /^Text: is empty\. \[item 0\]/ },
	{ name: 'a text too long', parameters: { text: 'a'.repeat(4097) }, says: /^Text: has 4097 characters; Telegram allows 4096/ },
	{ name: 'no chat', parameters: { text: 'Hi', chatId: locator('') }, says: /^Chat: is empty/ },
	{ name: 'an unknown chat', parameters: { text: 'Hi', chatId: locator(1) }, says: /chat not found/, hint: /Check “Chat”/ },
	{ name: 'a person who blocked the bot', parameters: { text: 'Hi', chatId: locator(world.blocked.id) }, says: /blocked by the user/, hint: /off the list/ },
	{ name: 'broken markup', parameters: { text: 'Hi!', parseMode: 'MarkdownV2' }, says: /can't parse entities/, hint: /escape what is meant literally/ },
	{ name: 'an unknown topic', parameters: { text: 'Hi', additionalFields: { message_thread_id: 77 } }, says: /thread not found/, hint: /Topic ID/ },
	{ name: 'a reply to nothing', parameters: { text: 'Hi', additionalFields: { reply_parameters: { reply: { message_id: 0 } } } }, says: /^Reply To: “0” is not the number of a message/ },
	{ name: 'a button without text', parameters: { text: 'Hi', inlineKeyboard: { buttons: [{ text: '', action: 'url' }] } }, says: /^Inline Keyboard: a button has no text/ },
	{ name: 'a button that does nothing', parameters: { text: 'Hi', inlineKeyboard: { buttons: [{ text: 'A', action: 'url' }] } }, says: /^Inline Keyboard: the button “A” does nothing/ },
	{
		name: 'callback data of more than 64 bytes',
		parameters: { text: 'Hi', inlineKeyboard: { buttons: [{ text: 'A', action: 'callback_data', callback_data: 'é'.repeat(33) }] } },
		says: /^Inline Keyboard: the callback data of “A” has 66 bytes; Telegram allows 64/,
	},
];

test.each(refusals)('refused: $name', async ({ parameters, says, hint = /./ }) => {
	const failed = bot.run('sendText', parameters);
	await expect(failed).rejects.toThrow(says);
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint) });
});

test('markup does not count towards the limit', async () => {
	const [sent] = await bot.json('sendText', { text: `<b>${'a'.repeat(4096)}</b>`, parseMode: 'HTML' });
	expect(sent?.text).toHaveLength(4096);
});

test('one bad item leaves the others alone', async () => {
	const items = [{ json: { text: 'one' } }, { json: { text: '' } }, { json: { text: 'three' } }];
	const output = await bot.run('sendText', { chatId: chat, text: '={{ $json.text }}' }, { items, continueOnFail: true });
	expect(output.map(({ json }) => json.text ?? json.error)).toEqual(['one', 'Text: is empty.', 'three']);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
});

test('a message whose answer was lost is not sent again', async () => {
	await bot.admin('faults', { network: 'telegram', match: 'sendMessage', kind: 'reset', when: 'after' });
	const sent = await bot.wire(async () => {
		await expect(bot.run('sendText', { text: 'Once' })).rejects.toMatchObject({ context: { verdict: 'unknown' } });
	});
	expect(sent).toHaveLength(1);
});

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { Bot, locator, sample, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const each = (...chats: (number | string)[]): INodeExecutionData[] => chats.map((chat) => ({ json: { chat } }));
const parametersOf = (more: INodeParameters) => ({ chatId: { __rl: true, mode: 'id', value: '={{ $json.chat }}' }, text: 'Hello', ...more });
const many = async (chats: (number | string)[], more: INodeParameters = {}) => await bot.json('sendBulk', parametersOf(more), { items: each(...chats) });
const group = (number: number) => -4_000_000_000 - number;
const fault = async (body: object) => await bot.admin('faults', { network: 'telegram', match: 'sendMessage', kind: 'status', ...body });
const refusal = (error_code: number, description: string, parameters?: object) => ({ status: error_code, body: { ok: false, error_code, description, ...(parameters && { parameters }) } });

test('each recipient is an item of its own, in order, and none stops another', async () => {
	const [first, last] = [bot.subscriber(), bot.subscriber()];
	const chats = [first, world.blocked.id, world.deactivated.id, world.stranger.id, world.formerGroup.id, 1, '', last];
	const output = await many(chats);
	expect(output.map(({ status }) => status)).toEqual(['sent', 'blocked', 'deactivated', 'not-started', 'left', 'not-found', 'refused', 'sent']);
	expect(output[0]).toEqual({ chat_id: String(first), status: 'sent', message_id: 1 });
	expect(output[1]).toEqual({ chat_id: String(world.blocked.id), status: 'blocked', reason: 'Telegram refused: Forbidden: bot was blocked by the user.', hint: expect.stringMatching(/take them off the list/) });
	expect(output[6]).toMatchObject({ chat_id: '', reason: 'Chat: is empty.' });
});

test('who cannot be reached is written to once, and the same for all: nothing is repeated', async () => {
	const sent = await bot.wire(async () => await many([world.blocked.id, world.deactivated.id, world.stranger.id, world.formerGroup.id, 1]));
	expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 403, 400]);
});

test('a group that became a supergroup is followed once, and the output carries its new ID', async () => {
	const sent = await bot.wire(async () => {
		expect(await many([group(1)])).toEqual([{ chat_id: String(group(1)), status: 'sent', message_id: 1, newChatId: '-1004000000001' }]);
	});
	expect(sent.map(({ status, body }) => [status, Object(body).chat_id])).toEqual([[400, String(group(1))], [200, '-1004000000001']]);
});

test('a group under its old and its new ID gets one message', async () => {
	const both = [group(2), -1004000000002, group(2)];
	expect((await many(both)).map(({ status, newChatId }) => [status, newChatId])).toEqual([['duplicate', '-1004000000002'], ['sent', undefined], ['duplicate', undefined]]);
	expect((await many([group(3), group(3)])).map(({ status }) => status)).toEqual(['sent', 'duplicate']);
});

test('a group whose new ID is refused, too, is told of with both', async () => {
	await fault({ ...refusal(403, 'Forbidden: bot was kicked from the supergroup chat'), skip: 1 });
	expect(await many([group(4)])).toMatchObject([{ chat_id: String(group(4)), status: 'left', newChatId: '-1004000000004' }]);
	await fault({ ...refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1009 }), skip: 1 });
	const sent = await bot.wire(async () => expect(await many([group(5)])).toMatchObject([{ status: 'migrated', newChatId: '-1009' }]));
	expect(sent).toHaveLength(2);
});

test('a chat that is listed twice gets one message, unless duplicates are allowed', async () => {
	const [one, two] = [bot.subscriber(), bot.subscriber()];
	expect((await many([one, two, one, '@atelier_camelia', '@Atelier_Camelia'])).map(({ status }) => status)).toEqual(['sent', 'sent', 'duplicate', 'sent', 'duplicate']);
	expect((await many([one, one], { options: { allowDuplicates: true } })).map(({ status }) => status)).toEqual(['sent', 'sent']);
});

test('what the next run sends is no duplicate', async () => {
	const one = bot.subscriber();
	expect(await many([one])).toMatchObject([{ status: 'sent', message_id: 1 }]);
	expect(await many([one])).toMatchObject([{ status: 'sent', message_id: 2 }]);
});

test('a lost answer leaves the recipient in doubt, and nothing is sent again', async () => {
	await bot.admin('faults', { network: 'telegram', match: 'sendMessage', kind: 'reset', when: 'after' });
	const sent = await bot.wire(async () => {
		const output = await many([bot.subscriber()]);
		expect(output).toMatchObject([{ status: 'in-doubt', reason: expect.stringMatching(/without an answer/), hint: expect.stringMatching(/may have arrived/) }]);
	});
	expect(sent).toHaveLength(1);
});

test.each([
	refusal(500, "Internal Server Error: sent message was immediately deleted and can't be returned"),
	refusal(502, 'Bad Gateway'),
	refusal(504, 'Gateway Timeout'),
])('$status in Telegram’s own words proves nothing: in doubt, and nothing is sent again', async (answer) => {
	await fault({ ...answer, when: 'after' });
	const sent = await bot.wire(async () => expect(await many([bot.subscriber()])).toMatchObject([{ status: 'in-doubt', hint: expect.stringMatching(/may have arrived/) }]));
	expect(sent).toHaveLength(1);
});

test('a 429 is waited for and then sent', async () => {
	await fault(refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 }));
	const started = Date.now();
	expect(await many([bot.subscriber()])).toMatchObject([{ status: 'sent' }]);
	expect(Date.now() - started).toBeGreaterThan(990);
});

test('a pause of more than five minutes is left to the workflow: not sent', async () => {
	await fault(refusal(429, 'Too Many Requests: retry after 400', { retry_after: 400 }));
	expect(await many([bot.subscriber()])).toMatchObject([{ status: 'not-sent', reason: expect.stringMatching(/wait 400 s/) }]);
});

test('a token that is not valid ends the run: it concerns no recipient', async () => {
	await fault(refusal(401, 'Unauthorized'));
	await expect(many([bot.subscriber()])).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
});

test('markup that Telegram cannot read is refused, or sent as plain text where the option says so', async () => {
	const text = 'Hello <b>you';
	expect(await many([bot.subscriber()], { text })).toMatchObject([{ status: 'refused', reason: expect.stringMatching(/can't parse entities/) }]);
	const sent = await bot.wire(async () => {
		expect(await many([bot.subscriber()], { text, options: { plainText: true } })).toMatchObject([{ status: 'sent', plainText: true }]);
	});
	expect(sent).toMatchObject([{ status: 400, body: { parse_mode: 'HTML' } }, { status: 200, body: { text } }]);
	expect(sent[1]?.body).not.toHaveProperty('parse_mode');
});

test('text of each item, buttons, delivery and link preview', async () => {
	const more = {
		text: '=Hello {{ $json.chat }}',
		inlineKeyboard: { buttons: [{ text: 'Copy', action: 'copy_text', copy_text: 'SPRING25', row: 1 }, { text: 'Shop', action: 'web_app', url: 'https://example.com/app', row: 2 }] },
		additionalFields: { disable_notification: true, protect_content: true, message_effect_id: '5104841245755180586', allow_paid_broadcast: true, link_preview_options: { preview: { is_disabled: true } } },
	};
	const one = bot.subscriber();
	const sent = await bot.wire(async () => await many([one], more));
	expect(sent).toEqual([
		{
			...{ method: 'sendMessage', status: 200 },
			body: {
				...{ chat_id: String(one), text: `Hello ${one}`, parse_mode: 'HTML', disable_notification: 'true', protect_content: 'true', message_effect_id: '5104841245755180586', allow_paid_broadcast: 'true' },
				link_preview_options: { is_disabled: true, prefer_large_media: false, show_above_text: false },
				reply_markup: { inline_keyboard: [[{ text: 'Copy', copy_text: { text: 'SPRING25' } }], [{ text: 'Shop', web_app: { url: 'https://example.com/app' } }]] },
			},
		},
	]);
});

test('photo, video and document: by file ID, URL and binary field', async () => {
	const [photo] = await bot.json('sendPhoto', { source: 'url', url: bot.sampleUrl('tulipes-vase.jpg') });
	const fileId = String(Object(Array.isArray(photo?.photo) ? photo.photo.at(-1) : {}).file_id);
	const sent = await bot.wire(async () => {
		expect(await many([bot.subscriber()], { content: 'photo', source: 'fileId', fileId })).toMatchObject([{ status: 'sent' }]);
		expect(await many([bot.subscriber()], { content: 'video', source: 'url', url: bot.sampleUrl('bouquet-du-jour.mp4'), text: '' })).toMatchObject([{ status: 'sent' }]);
		const items = each(bot.subscriber(), bot.subscriber()).map((item) => ({ ...item, binary: sample('bon-cadeau.png', 'image/png') }));
		expect(await bot.json('sendBulk', parametersOf({ content: 'document', source: 'binary' }), { items })).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
	});
	expect(sent.map(({ method }) => method)).toEqual(['sendPhoto', 'sendVideo', 'sendDocument', 'sendDocument']);
	expect(sent).toMatchObject([{ body: { photo: fileId, caption: 'Hello' } }, {}, { body: { document: { filename: 'bon-cadeau.png' } } }, {}]);
	expect(sent[1]?.body).not.toHaveProperty('caption');
});

const broken: { name: string; more: INodeParameters; says: RegExp }[] = [
	{ name: 'no text', more: { text: '={{ $json.missing }}' }, says: /^Text: is empty/ },
	{ name: 'a text too long', more: { text: 'a'.repeat(4097) }, says: /^Text: has 4097 characters; Telegram allows 4096/ },
	{ name: 'a caption too long', more: { content: 'photo', source: 'fileId', fileId: 'x', text: 'a'.repeat(1025) }, says: /^Text: has 1025 characters; Telegram allows 1024/ },
	{ name: 'no file ID', more: { content: 'photo', source: 'fileId', fileId: '' }, says: /^Source: names no file/ },
	{ name: 'a missing binary field', more: { content: 'photo', source: 'binary' }, says: /^Input Binary Field: the item has no binary field “data”/ },
	{ name: 'a button that does nothing', more: { inlineKeyboard: { buttons: [{ text: 'A', action: 'copy_text' }] } }, says: /^Inline Keyboard: the button “A” does nothing/ },
];

test.each(broken)('$name is told of for its recipient, and nothing is sent to them', async ({ more, says }) => {
	const sent = await bot.wire(async () => expect(await many([bot.subscriber()], more)).toMatchObject([{ status: 'refused', reason: expect.stringMatching(says) }]));
	expect(sent).toEqual([]);
});

describe('n8n’s Retry On Fail: one run in several tries', () => {
	test('what was sent is not sent again, and a duplicate stays one', async () => {
		const [one, two] = [bot.subscriber(), bot.subscriber()];
		const chats = [one, two, one];
		const run = { items: each(...chats), executionId: 'bulk-retried' };
		await fault({ ...refusal(401, 'Unauthorized'), skip: 1 });
		const sent = await bot.wire(async () => {
			await expect(bot.run('sendBulk', parametersOf({}), run)).rejects.toThrow(/Unauthorized/);
			expect(await bot.json('sendBulk', parametersOf({}), run)).toMatchObject([{ status: 'sent', message_id: 1 }, { status: 'sent', message_id: 1 }, { status: 'duplicate' }]);
		});
		expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 200, 401]);
	});

	test('a group that was followed to a bot without a token is sent to when that is mended', async () => {
		const run = { items: each(group(6)), executionId: 'bulk-moved' };
		await fault({ ...refusal(401, 'Unauthorized'), skip: 1 });
		await expect(bot.run('sendBulk', parametersOf({}), run)).rejects.toThrow(/Unauthorized/);
		expect(await bot.json('sendBulk', parametersOf({}), run)).toMatchObject([{ status: 'sent', newChatId: '-1004000000006' }]);
	});
});

describe('ordinary operations follow a group, too', () => {
	test('once a run: the other items go to its new ID at once', async () => {
		const old = group(20);
		const items = [{ json: { text: 'one' } }, { json: { text: 'two' } }];
		const sent = await bot.wire(async () => {
			const [first] = await bot.json('sendPoll', { chatId: locator(old), question: 'Q', answers: { answer: [{ text: 'A' }] } });
			expect(first).toMatchObject({ newChatId: '-1004000000020', chat: { id: -1004000000020 } });
			const parameters = { chatId: locator(old), text: '={{ $json.text }}', name: 'News' };
			const output = await bot.json('createInviteLink', parameters, { resource: 'chat', items });
			expect(output).toMatchObject([{ newChatId: '-1004000000020', name: 'News' }, { newChatId: '-1004000000020' }]);
		});
		expect(sent.map(({ status }) => status)).toEqual([400, 200, 400, 200, 200]);
	});

	test('each message of an album carries the new ID', async () => {
		const mediaUrls = [bot.sampleUrl('dahlia-cafe.jpg'), bot.sampleUrl('fleurs-sechees.jpg')].join('\n');
		const output = await bot.json('sendMediaGroup', { chatId: locator(group(21)), mediaSource: 'urls', mediaUrls });
		expect(output).toMatchObject([{ newChatId: '-1004000000021' }, { newChatId: '-1004000000021' }]);
	});

	test('an upload is sent again whole', async () => {
		const sent = await bot.wire(async () => await bot.run('sendPhoto', { chatId: locator(group(22)), source: 'binary' }, { binary: sample('bouquet-camelia.jpg', 'image/jpeg') }));
		expect(sent.map(({ status }) => status)).toEqual([400, 200]);
	});

	test.each([
		{ operation: 'editText', parameters: { messageId: '1', text: 'Hi' } },
		{ operation: 'delete', parameters: { messageId: '1' } },
		{ operation: 'sendText', parameters: { text: 'Hi', additionalFields: { reply_parameters: { reply: { message_id: 1 } } } } },
	])('but not with the number of a message, which is another one there: $operation', async ({ operation, parameters }) => {
		const sent = await bot.wire(async () => {
			await expect(bot.run(operation, { chatId: locator(group(23)), ...parameters })).rejects.toThrow(/New chat ID: -1004000000023/);
		});
		expect(sent).toHaveLength(1);
	});
});

import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { Bot, locator, sample, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const keys = (...buttons: INodeParameters[]) => ({ inlineKeyboard: { buttons } });
const yes = { text: 'Yes', action: 'callback_data', callback_data: 'yes', row: 1 };

describe('a pressed button', () => {
	const pressed = async () => {
		const chat = bot.subscriber();
		const [sent] = await bot.json('sendText', { chatId: locator(chat), text: 'Sure?', ...keys(yes) });
		await bot.admin('settings', { telegram: { press: { chat_id: chat, message_id: sent?.message_id, data: 'yes' } } });
		return String((await bot.updates()).at(-1)?.callback_query?.id);
	};
	const answer = async (callbackQueryId: string, more: INodeParameters = {}) => await bot.json('answer', { callbackQueryId, ...more }, { resource: 'callbackQuery' });

	test('is answered, with a text or without', async () => {
		const id = await pressed();
		const sent = await bot.wire(async () => expect(await answer(id, { text: 'Noted', showAlert: true, options: { cache_time: 5 } })).toEqual([{ callback_query_id: id, answered: true }]));
		expect(sent).toMatchObject([{ method: 'answerCallbackQuery', status: 200, body: { text: 'Noted', show_alert: 'true', cache_time: '5' } }]);
		expect(await answer(await pressed())).toMatchObject([{ answered: true }]);
	});

	test('a lost answer is asked for again, and counts as given', async () => {
		const id = await pressed();
		await bot.admin('faults', { network: 'telegram', match: 'answerCallbackQuery', kind: 'reset', when: 'after' });
		expect(await answer(id)).toMatchObject([{ answered: true }]);
	});

	test('one that is too old says so', async () => {
		await expect(answer('1')).rejects.toMatchObject({ message: expect.stringMatching(/query is too old/), description: expect.stringMatching(/can be left alone/), context: { verdict: 'stop' } });
	});

	test('refused: a text too long', async () => {
		await expect(answer('1', { text: 'a'.repeat(201) })).rejects.toThrow(/^Text: has 201 characters; Telegram allows 200/);
	});
});

test('Edit Keyboard replaces the buttons and takes them away', async () => {
	const { chat, ...place } = await bot.message('Sure?');
	expect(await bot.json('editReplyMarkup', { ...place, ...keys(yes) })).toMatchObject([{ text: 'Sure?', reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] } }]);
	const [bare] = await bot.json('editReplyMarkup', place);
	expect(bare).not.toHaveProperty('reply_markup');
	expect(await bot.json('editReplyMarkup', place)).toEqual([{ chat_id: String(chat), message_id: Number(place.messageId), unchanged: true }]);
});

test('Stop Poll answers the result; stopping it twice is refused clearly', async () => {
	const chatId = locator(bot.subscriber());
	const additionalFields = { description: 'For the window', allows_revoting: false, hide_results_until_closes: true };
	const [sent] = await bot.json('sendPoll', { chatId, question: 'Q', answers: { answer: [{ text: 'A' }, { text: 'B' }] }, additionalFields });
	const place = { chatId, messageId: String(sent?.message_id) };
	expect(await bot.json('stopPoll', place)).toMatchObject([{ question: 'Q', is_closed: true }]);
	await expect(bot.run('stopPoll', place)).rejects.toMatchObject({ description: expect.stringMatching(/closed already/) });
});

describe('many messages of a chat', () => {
	const three = async () => {
		const chatId = locator(bot.subscriber());
		for (const text of ['one', 'two', 'three']) await bot.json('sendText', { chatId, text });
		return chatId;
	};

	test('are deleted; those that are gone are skipped', async () => {
		const chatId = await three();
		const sent = await bot.wire(async () => {
			expect(await bot.json('deleteMany', { chatId, messageIds: '3, 1;1 77' })).toEqual([{ chat_id: chatId.value, message_ids: [1, 3, 77], deleted: true }]);
		});
		expect(sent).toMatchObject([{ method: 'deleteMessages', body: { message_ids: [1, 3, 77] } }]);
	});

	test('are forwarded and copied, in order', async () => {
		const fromChatId = await three();
		const sent = await bot.wire(async () => {
			expect(await bot.json('forwardMany', { fromChatId, messageIds: '={{ [2, 1] }}', additionalFields: { disable_notification: true } })).toEqual([{ message_id: 1 }, { message_id: 2 }]);
			expect(await bot.json('copyMany', { fromChatId, messageIds: '1,2,3', additionalFields: { remove_caption: true } })).toHaveLength(3);
		});
		expect(sent).toMatchObject([{ method: 'forwardMessages', body: { message_ids: [1, 2], disable_notification: 'true' } }, { method: 'copyMessages', body: { remove_caption: 'true' } }]);
	});

	test.each([
		{ name: 'no number', messageIds: ' , ', says: /^Message IDs: names no message/ },
		{ name: 'something else', messageIds: '1, two', says: /^Message IDs: “two” is not the number of a message/ },
		{ name: 'more than 100', messageIds: Array.from({ length: 101 }, (_, index) => index + 1).join(','), says: /^Message IDs: there are 101; Telegram takes 100/ },
	])('refused: $name', async ({ messageIds, says }) => {
		await expect(bot.run('deleteMany', { messageIds })).rejects.toThrow(says);
	});
});

describe('stickers, video notes, venues, dice', () => {
	const png = sample('bon-cadeau.png', 'image/png');
	const mp4 = sample('bouquet-du-jour.mp4', 'video/mp4');

	test('Send Sticker by file and file ID; Get Set', async () => {
		const [sent] = await bot.json('sendSticker', { source: 'binary', additionalFields: { emoji: '🌸' } }, { binary: png });
		expect(sent).toMatchObject({ sticker: { type: 'regular', emoji: '🌸' } });
		expect(await bot.json('sendSticker', { source: 'fileId', fileId: String(Object(sent?.sticker).file_id) })).toMatchObject([{ sticker: expect.anything() }]);
		expect(await bot.json('getSet', { name: 'CameliaFlowers' }, { resource: 'sticker' })).toMatchObject([{ title: 'Camélia', stickers: [{ set_name: 'CameliaFlowers' }, {}] }]);
		await expect(bot.run('getSet', { name: 'Nothing' }, { resource: 'sticker' })).rejects.toMatchObject({ description: expect.stringMatching(/addstickers/) });
	});

	test('Send Video Note', async () => {
		const sent = await bot.wire(async () => {
			const [note] = await bot.json('sendVideoNote', { source: 'binary', additionalFields: { length: 240, duration: 3 } }, { binary: mp4 });
			expect(note).toMatchObject({ video_note: { length: 240, duration: 3 } });
			expect(await bot.json('sendVideoNote', { source: 'fileId', fileId: String(Object(note?.video_note).file_id) })).toMatchObject([{ video_note: expect.anything() }]);
		});
		expect(sent[0]).toMatchObject({ method: 'sendVideoNote', body: { length: '240', video_note: { filename: 'bouquet-du-jour.mp4' } } });
	});

	test('Send Venue and Send Dice', async () => {
		const place = { latitude: 47.218371, longitude: -1.553621, title: 'Atelier', address: '1 rue Crébillon' };
		expect(await bot.json('sendVenue', { ...place, additionalFields: { google_place_id: 'x' } })).toMatchObject([{ venue: { title: 'Atelier', address: '1 rue Crébillon', google_place_id: 'x' } }]);
		expect(await bot.json('sendDice', { emoji: '🎯' })).toMatchObject([{ dice: { emoji: '🎯', value: expect.any(Number) } }]);
		await expect(bot.run('sendVenue', { ...place, title: '' })).rejects.toThrow(/^Title: is empty/);
		await expect(bot.run('sendVenue', { ...place, latitude: 91 })).rejects.toThrow(/wrong location/);
	});

	test('a live location moves and stops; one that is not live does neither', async () => {
		const chatId = locator(bot.subscriber());
		const [sent] = await bot.json('sendLocation', { chatId, latitude: 47, longitude: -1, additionalFields: { live_period: 3600 } });
		const place = { chatId, messageId: String(sent?.message_id) };
		expect(await bot.json('editLiveLocation', { ...place, latitude: 47.1, longitude: -1.1, additionalFields: { heading: 90 } })).toMatchObject([{ location: { latitude: 47.1, longitude: -1.1, heading: 90 } }]);
		expect(await bot.json('stopLiveLocation', place)).toMatchObject([{ location: { latitude: 47.1, longitude: -1.1 } }]);
		await expect(bot.run('editLiveLocation', { ...place, latitude: 47, longitude: -1 })).rejects.toThrow(/message can't be edited/);
	});
});

describe('a long text', () => {
	const paragraphs = Array.from({ length: 12 }, (_, index) => `${index} ${'Tulips and roses. '.repeat(30).trim()}`);
	const long = paragraphs.join('\n\n');
	const split = { additionalFields: { splitLongText: true } };

	test('is sent as several messages, in order, the last one with the buttons', async () => {
		const chat = bot.subscriber();
		const { message_id: first } = (await bot.json('sendText', { chatId: locator(chat), text: 'Before' }))[0] ?? {};
		const additionalFields = { splitLongText: true, disable_notification: true, reply_parameters: { reply: { message_id: Number(first) } } };
		const sent = await bot.wire(async () => {
			const output = await bot.json('sendText', { chatId: locator(chat), text: long, parseMode: '', additionalFields, ...keys(yes) });
			expect(output.map(({ text }) => text).join('\n\n')).toBe(long);
			expect(output.map(({ message_id: id }) => id)).toEqual([2, 3]);
		});
		expect(sent).toMatchObject([{ body: { reply_parameters: { message_id: first }, disable_notification: 'true' } }, { body: { reply_markup: expect.anything(), disable_notification: 'true' } }]);
		expect(sent[0]?.body).not.toHaveProperty('reply_markup');
		expect(sent[1]?.body).not.toHaveProperty('reply_parameters');
	});

	test('in HTML keeps its formatting in every part', async () => {
		const output = await bot.json('sendText', { text: `<b>${long}</b>`, parseMode: 'HTML', ...split });
		expect(output).toHaveLength(2);
		for (const { text, entities } of output) expect(entities).toEqual([{ type: 'bold', offset: 0, length: String(text).length }]);
	});

	test('that fits stays one message', async () => {
		expect(await bot.json('sendText', { text: '<b>Hi</b>', ...split })).toHaveLength(1);
	});

	test('whose second message is refused says what is out, and is not begun again', async () => {
		await bot.admin('faults', { network: 'telegram', match: 'sendMessage', kind: 'status', status: 403, skip: 1 });
		const run = { executionId: 'half-sent' };
		const parameters = { chatId: locator(bot.subscriber()), text: long, parseMode: '', ...split };
		const sent = await bot.wire(async () => {
			await expect(bot.run('sendText', parameters, run)).rejects.toMatchObject({ message: expect.stringMatching(/^1 of 2 messages of this text are out, the next one is not: Telegram refused: Forbidden/), context: { verdict: 'unknown' } });
			await expect(bot.run('sendText', parameters, run)).rejects.toThrow(/1 of 2 messages/);
		});
		expect(sent).toHaveLength(2);
	});

	const refusals: { name: string; parameters: INodeParameters; says: RegExp }[] = [
		{ name: 'MarkdownV2', parameters: { text: long, parseMode: 'MarkdownV2', ...split }, says: /^Split Long Text: cannot cut MarkdownV2/ },
		{ name: 'HTML that is not closed', parameters: { text: `<b>${long}`, parseMode: 'HTML', ...split }, says: /^Text: its HTML cannot be split: “<b>” is never closed/ },
		{ name: 'a long text that may not be split', parameters: { text: long, parseMode: '' }, says: /^Text: has \d+ characters; Telegram allows 4096/ },
	];
	test.each(refusals)('refused: $name', async ({ parameters, says }) => {
		await expect(bot.run('sendText', parameters)).rejects.toThrow(says);
	});
});

describe('fields of Bot API 10.3', () => {
	const fields = { message_effect_id: '5104841245755180586', allow_paid_broadcast: true, direct_messages_topic_id: 7, protect_content: true };
	const cases: { operation: string; parameters: INodeParameters; wire: object; binary?: IBinaryKeyData }[] = [
		{ operation: 'sendText', parameters: { text: 'Hi', additionalFields: fields }, wire: { message_effect_id: fields.message_effect_id, allow_paid_broadcast: 'true', direct_messages_topic_id: '7' } },
		{ operation: 'sendVideo', parameters: { source: 'binary', additionalFields: { ...fields, start_timestamp: 2 } }, binary: sample('bouquet-du-jour.mp4', 'video/mp4'), wire: { start_timestamp: '2', direct_messages_topic_id: '7' } },
		{ operation: 'sendPoll', parameters: { question: 'Q', answers: { answer: [{ text: 'A' }] }, additionalFields: { allow_paid_broadcast: true, description: 'D' } }, wire: { allow_paid_broadcast: 'true', description: 'D' } },
	];
	test.each(cases)('$operation', async ({ operation, parameters, wire, binary }) => {
		const sent = await bot.wire(async () => await bot.run(operation, parameters, { binary }));
		expect(sent).toMatchObject([{ status: 200, body: wire }]);
	});

	test('an album’s spoiler and caption above belong to each of its pictures', async () => {
		const mediaUrls = [bot.sampleUrl('dahlia-cafe.jpg'), bot.sampleUrl('fleurs-sechees.jpg')].join('\n');
		const sent = await bot.wire(async () => await bot.json('sendMediaGroup', { mediaSource: 'urls', mediaUrls, caption: 'Hi', additionalFields: { has_spoiler: true, show_caption_above_media: true } }));
		expect(sent).toMatchObject([{ status: 200, body: { media: [{ has_spoiler: true, show_caption_above_media: true, caption: 'Hi' }, { has_spoiler: true }] } }]);
	});

	test('a poll in a channel may be paid for, but not sent to its direct messages', async () => {
		const sent = await bot.wire(async () => await bot.json('sendPoll', { chatId: locator(world.channel.id), question: 'Q', answers: { answer: [{ text: 'A' }] } }));
		expect(sent[0]?.body).not.toHaveProperty('direct_messages_topic_id');
	});
});

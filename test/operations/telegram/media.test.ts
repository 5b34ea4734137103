import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { Bot, bytes, locator, sample } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const jpeg = sample('bouquet-camelia.jpg', 'image/jpeg');
const mp4 = sample('bouquet-du-jour.mp4', 'video/mp4');
const ogg = sample('message-camille.ogg', 'audio/ogg');
const mp3: IBinaryKeyData = { data: { fileName: 'song.mp3', mimeType: 'audio/mpeg', data: Buffer.from(`ID3\u0003${'\0'.repeat(64)}`).toString('base64') } };
const pdf: IBinaryKeyData = { data: { fileName: 'menu.pdf', mimeType: 'application/pdf', data: Buffer.from('%PDF-1.7 a menu').toString('base64') } };
const fromBinary = { source: 'binary', binaryField: 'data' };

const kinds: { operation: string; kind: string; binary: IBinaryKeyData; additionalFields: INodeParameters; wire?: object }[] = [
	{ operation: 'sendPhoto', kind: 'photo', binary: jpeg, additionalFields: { has_spoiler: true, show_caption_above_media: true }, wire: { has_spoiler: 'true', show_caption_above_media: 'true' } },
	{ operation: 'sendVideo', kind: 'video', binary: mp4, additionalFields: { supports_streaming: true, width: 640, height: 360, duration: 3 }, wire: { supports_streaming: 'true', width: '640' } },
	{ operation: 'sendAnimation', kind: 'animation', binary: mp4, additionalFields: { has_spoiler: true }, wire: { has_spoiler: 'true' } },
	{ operation: 'sendDocument', kind: 'document', binary: pdf, additionalFields: { disable_content_type_detection: true }, wire: { disable_content_type_detection: 'true' } },
	{ operation: 'sendAudio', kind: 'audio', binary: mp3, additionalFields: { title: 'Song', performer: 'Camille' }, wire: { title: 'Song', performer: 'Camille' } },
	{ operation: 'sendVoice', kind: 'voice', binary: ogg, additionalFields: { disable_notification: true }, wire: { disable_notification: 'true' } },
];

test.each(kinds)('$operation uploads the binary field, then sends it again by its file ID', async ({ operation, kind, binary, additionalFields, wire }) => {
	const { data } = binary;
	const caption = { caption: '*Spring*!', parseMode: 'MarkdownV2', escape: true };
	let fileId = '';
	const uploaded = await bot.wire(async () => {
		const [output] = await bot.json(operation, { ...fromBinary, ...caption, additionalFields }, { binary });
		expect(output).toMatchObject({ caption: 'Spring!', [kind]: expect.anything() });
		const held: unknown = output?.[kind];
		fileId = String(Object(Array.isArray(held) ? held.at(-1) : held).file_id);
	});
	const part = { filename: data?.fileName, mime: data?.mimeType, size: Buffer.from(data?.data ?? '', 'base64').length };
	expect(uploaded).toMatchObject([{ method: operation, status: 200, body: { caption: '*Spring*\\!', parse_mode: 'MarkdownV2', [kind]: part, ...wire } }]);
	const again = await bot.wire(async () => await bot.json(operation, { source: 'fileId', fileId }));
	expect(again).toMatchObject([{ status: 200, body: { [kind]: fileId } }]);
	expect(again[0]?.body).not.toHaveProperty('parse_mode');
});

test('an option whose expression gives nothing is left out, also of a form', async () => {
	const nothing = { message_thread_id: '={{ null }}', message_effect_id: '={{ $json.none }}', has_spoiler: '={{ null }}' };
	const sent = await bot.wire(async () => {
		await bot.run('sendPhoto', { ...fromBinary, additionalFields: nothing }, { binary: jpeg });
		await bot.run('sendText', { text: 'Hi', parseMode: '', additionalFields: { message_thread_id: '={{ null }}' } });
	});
	expect(sent.map(({ status, body }) => [status, Object.keys(Object(body)).sort()])).toEqual([[200, ['chat_id', 'photo']], [200, ['chat_id', 'text']]]);
});

test('a photo by its URL, with buttons', async () => {
	const url = bot.sampleUrl('tulipes-vase.jpg');
	const inlineKeyboard = { buttons: [{ text: 'Order', action: 'url', url: 'https://example.com', row: 1 }] };
	const [output] = await bot.json('sendPhoto', { source: 'url', url, caption: 'Tulips', inlineKeyboard });
	expect(output).toMatchObject({ caption: 'Tulips', photo: expect.any(Array), reply_markup: { inline_keyboard: [[{ text: 'Order', url: 'https://example.com' }]] } });
});

const refusals: { name: string; parameters: INodeParameters; binary?: IBinaryKeyData; says: RegExp; hint?: RegExp }[] = [
	{ name: 'no URL', parameters: { source: 'url', url: '' }, says: /^URL: is empty/ },
	{ name: 'no file ID', parameters: { source: 'fileId', fileId: '' }, says: /^File ID: is empty/ },
	{ name: 'a foreign file ID', parameters: { source: 'fileId', fileId: 'AgACAgIAAxkBAAIB' }, says: /remote file identifier/, hint: /Check “File ID”/ },
	{ name: 'a missing binary field', parameters: { source: 'binary', binaryField: 'photo' }, binary: jpeg, says: /^Input Binary Field: the item has no binary field “photo”/ },
	{ name: 'an empty file', parameters: fromBinary, binary: bytes(0), says: /^Input Binary Field: the file “big\.bin” is empty/ },
	{ name: 'a photo above 10 MB', parameters: fromBinary, binary: bytes(11 * 1024 * 1024), says: /^Input Binary Field: “big\.bin” has 11\.0 MB; Telegram takes at most 10\.0 MB/ },
	{ name: 'a file that is no photo', parameters: fromBinary, binary: pdf, says: /IMAGE_PROCESS_FAILED/, hint: /JPEG, PNG/ },
	{ name: 'a caption too long', parameters: { source: 'url', url: 'https://example.com/a.jpg', caption: 'a'.repeat(1025) }, says: /^Caption: has 1025 characters; Telegram allows 1024/ },
	{ name: 'a URL that Telegram cannot fetch', parameters: { source: 'url', url: 'http://127.0.0.1:9/a.jpg' }, says: /failed to get HTTP URL content/, hint: /direct, public URL/ },
];

test.each(refusals)('refused: $name', async ({ parameters, binary, says, hint = /./ }) => {
	const failed = bot.run('sendPhoto', parameters, { binary });
	await expect(failed).rejects.toThrow(says);
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint) });
});

test('a file above 50 MB is left to the server’s own limit', async () => {
	const failed = bot.run('sendDocument', fromBinary, { binary: bytes(51 * 1024 * 1024) });
	await expect(failed).rejects.toThrow(/Request Entity Too Large/);
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(/50 MB/), context: { verdict: 'fix-input' } });
});

describe('Send Album', () => {
	const item = (type: string, url: string) => ({ type, source: 'url', url });
	const album = (...item: INodeParameters[]) => ({ items: { item } });

	test('mixes sources; the caption goes to the first, one output item for each message', async () => {
		const [photo, video] = [item('photo', bot.sampleUrl('dahlia-cafe.jpg')), { type: 'video', source: 'binary', binaryField: 'data' }];
		const sent = await bot.wire(async () => {
			const output = await bot.json('sendMediaGroup', { ...album(photo, video), caption: 'Autumn', additionalFields: { disable_notification: true } }, { binary: mp4 });
			expect(output).toMatchObject([{ caption: 'Autumn', photo: expect.any(Array) }, { video: { mime_type: 'video/mp4' } }]);
			expect(output[0]?.media_group_id).toBe(output[1]?.media_group_id);
		});
		const media = [{ type: 'photo', media: photo.url, caption: 'Autumn', parse_mode: 'HTML' }, { type: 'video', media: 'attach://file1' }];
		expect(sent).toMatchObject([{ method: 'sendMediaGroup', status: 200, body: { media, file1: { filename: 'bouquet-du-jour.mp4' }, disable_notification: 'true' } }]);
	});

	test('by URLs only it is plain JSON', async () => {
		const urls = ['dahlia-cafe.jpg', 'fleurs-sechees.jpg'].map((name) => item('photo', bot.sampleUrl(name)));
		expect(await bot.json('sendMediaGroup', album(...urls))).toHaveLength(2);
	});

	const urls = ['dahlia-cafe.jpg', 'bouquet-du-jour.mp4', 'fleurs-sechees.jpg'];
	test.each([
		{ name: 'lines, blank ones left out', mediaUrls: (list: string[]) => `\n${list.join('\n\n')}\r\n` },
		{ name: 'bars, as a calendar writes them', mediaUrls: (list: string[]) => list.join(' | ') },
		{ name: 'commas', mediaUrls: (list: string[]) => list.join(',') },
		{ name: 'a list', mediaUrls: () => '={{ $json.list }}' },
	])('of URLs as $name; the ending tells the kind', async ({ mediaUrls }) => {
		const list = urls.map(bot.sampleUrl);
		const sent = await bot.wire(async () => {
			const parameters = { mediaSource: 'urls', mediaUrls: mediaUrls(list), caption: 'Autumn' };
			const output = await bot.json('sendMediaGroup', parameters, { items: [{ json: { list } }] });
			expect(output).toMatchObject([{ caption: 'Autumn', photo: expect.any(Array) }, { video: { mime_type: 'video/mp4' } }, { photo: expect.any(Array) }]);
		});
		const media = list.map((url, index) => ({ type: index === 1 ? 'video' : 'photo', media: url }));
		expect(sent).toMatchObject([{ method: 'sendMediaGroup', status: 200, body: { media } }]);
	});

	test('ten URLs are one album; an ending before a query counts, in capitals too', async () => {
		const list = [`${bot.sampleUrl('bouquet-du-jour.mp4')}?v=2`, ...Array.from({ length: 9 }, () => bot.sampleUrl('dahlia-cafe.jpg'))];
		expect(await bot.json('sendMediaGroup', { mediaSource: 'urls', mediaUrls: list.join('\n') })).toHaveLength(10);
		const sent = await bot.wire(async () => await bot.run('sendMediaGroup', { mediaSource: 'urls', mediaUrls: 'https://example.com/a.MOV\nhttps://example.com/b' }, { continueOnFail: true }));
		expect(sent).toMatchObject([{ body: { media: [{ type: 'video' }, { type: 'photo' }] } }]);
	});

	const lines = (count: number) => Array.from({ length: count }, (_, index) => `https://example.com/${index}.jpg`).join('\n');
	test.each([
		{ name: 'one URL', mediaUrls: lines(1), says: /^Media URLs: an album has 1; Telegram takes 2 to 10/ },
		{ name: 'eleven URLs', mediaUrls: lines(11), says: /^Media URLs: an album has 11; Telegram takes 2 to 10/ },
		{ name: 'no URL', mediaUrls: '', says: /^Media URLs: is empty/ },
		{ name: 'an empty list', mediaUrls: '={{ [] }}', says: /^Media URLs: an album has 0; Telegram takes 2 to 10/ },
		{ name: 'a line that is no URL', mediaUrls: `${lines(1)}\nrose.jpg`, says: /^Media URLs: item 2, “rose\.jpg”, is not an http\(s\) URL/ },
	])('refused: $name, and the other items are sent', async ({ mediaUrls, says }) => {
		await expect(bot.run('sendMediaGroup', { mediaSource: 'urls', mediaUrls })).rejects.toThrow(says);
		const good = urls.map(bot.sampleUrl).join('\n');
		const items = [mediaUrls === '={{ [] }}' ? [] : mediaUrls, good].map((given) => ({ json: { given } }));
		const [failed, ...sent] = await bot.json('sendMediaGroup', { mediaSource: 'urls', mediaUrls: '={{ $json.given }}' }, { items, continueOnFail: true });
		expect(failed).toEqual({ error: expect.stringMatching(says), details: { code: 'input', verdict: 'fix-input', hint: expect.any(String) } });
		expect(sent).toHaveLength(3);
	});

	const photo = item('photo', 'https://example.com/a.jpg');
	test.each([
		{ name: 'one item', items: [photo], says: /^Items: an album has 1; Telegram takes 2 to 10/ },
		{ name: 'eleven items', items: Array.from({ length: 11 }, () => photo), says: /^Items: an album has 11; Telegram takes 2 to 10/ },
		{ name: 'documents with photos', items: [photo, item('document', 'https://example.com/a.pdf')], says: /^Items: documents and audio files cannot stand/ },
		{ name: 'an item without a file', items: [photo, item('photo', '')], says: /^Items: item 2 names no file/ },
		{ name: 'a missing binary field', items: [photo, { type: 'photo', source: 'binary', binaryField: 'x' }], says: /^Input Binary Field: the item has no binary field “x”/ },
		{ name: 'a photo above 10 MB', items: [photo, { type: 'photo', source: 'binary' }], binary: bytes(11 * 1024 * 1024), says: /at most 10\.0 MB/ },
	])('refused: $name', async ({ items, says, binary }) => {
		await expect(bot.run('sendMediaGroup', album(...items), { binary })).rejects.toThrow(says);
	});
});

test('an upload refused for the moment is sent again whole', async () => {
	await bot.admin('faults', { network: 'telegram', match: 'sendPhoto', kind: 'status', status: 429, body: { ok: false, error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } } });
	const sent = await bot.wire(async () => {
		expect(await bot.json('sendPhoto', { ...fromBinary, chatId: locator(bot.subscriber()) }, { binary: jpeg })).toMatchObject([{ photo: expect.any(Array) }]);
	});
	expect(sent.map(({ status }) => status)).toEqual([429, 200]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemWith, locator, message, openShop, phoneNumberId, stranger } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

const sample = (file: string) => readFileSync(join(__dirname, '../../../sandbox/networks/media', file));
const photo = () => itemWith(sample('bouquet-camelia.jpg'), 'image/jpeg', 'bouquet.jpg');
const voice = () => itemWith(sample('message-camille.ogg'), 'audio/ogg; codecs=opus', 'camille.ogg');
const upload = { resource: 'media', operation: 'upload', binaryField: 'data' };
const uploads = async () => (await shop.requests()).filter(({ path }) => path === `/${phoneNumberId}/media`);

/** Smallest WebP that is one: a header is all that anybody looks at here. */
const sticker = Buffer.concat([Buffer.from('RIFF\x1a\0\0\0WEBPVP8X', 'latin1'), Buffer.alloc(14)]);

describe('a file by URL', () => {
	test.each([
		{ operation: 'sendImage', kind: 'image', file: 'bouquet-camelia.jpg', more: { caption: 'Pour vous' }, content: { caption: 'Pour vous' } },
		{ operation: 'sendVideo', kind: 'video', file: 'bouquet-du-jour.mp4', more: {}, content: {} },
		{ operation: 'sendAudio', kind: 'audio', file: 'message-camille.ogg', more: {}, content: {} },
	])('$operation', async ({ operation, kind, file, more, content }) => {
		const link = shop.sample(file);
		const sent = await shop.one(message(operation, { mediaUrl: link, ...more }));
		expect(await shop.messages()).toMatchObject([{ to: stranger, type: kind, [kind]: { link, ...content } }]);
		expect(sent).toMatchObject({ kind, media: [{ kind, url: link, ...content }] });
		expect(await shop.sandbox.timeline()).toMatchObject([{ kind, media: [{ url: link }] }]);
	});

	test('a document has a name', async () => {
		await shop.whatsapp({ refusals: 'status' });
		await shop.one(message('sendDocument', { mediaUrl: 'https://example.com/f.pdf', fileName: 'Facture.pdf', caption: 'Merci' }));
		expect(await shop.messages()).toMatchObject([{ document: { link: 'https://example.com/f.pdf', filename: 'Facture.pdf', caption: 'Merci' } }]);
	});

	test('an address that is none is refused at once', async () => {
		expect(await shop.failed(message('sendImage', { mediaUrl: 'bouquet.jpg' }))).toMatchObject({ error: expect.stringMatching(/^Media URL: “bouquet.jpg” is not a web address/) });
		expect(await shop.requests()).toEqual([]);
	});

	test('a file that WhatsApp cannot use is told with the way out', async () => {
		const item = await shop.failed(message('sendImage', { mediaUrl: shop.sample('bouquet-du-jour.mp4') }));
		expect(item).toMatchObject({ error: expect.stringMatching(/Media upload error: Media of type image must be one of/), details: { code: '131053', verdict: 'fix-input', hint: expect.stringMatching(/JPEG or PNG up to 5 MB/) } });
	});
});

describe('a file of the item', () => {
	test.each([
		{ operation: 'sendImage', kind: 'image', item: photo, mime: 'image/jpeg' },
		{ operation: 'sendAudio', kind: 'audio', item: voice, mime: 'audio/ogg' },
		{ operation: 'sendSticker', kind: 'sticker', item: () => itemWith(sticker, 'image/webp', 's.webp'), mime: 'image/webp' },
		{ operation: 'sendDocument', kind: 'document', item: () => itemWith(Buffer.from('%PDF-1.7 facture'), 'application/pdf', 'facture.pdf'), mime: 'application/pdf' },
	])('$operation uploads it first, under Meta’s name of its type', async ({ operation, kind, item, mime }) => {
		const file = item();
		const [output] = await shop.run(message(operation, { source: 'binary' }), { items: [file] });
		expect(await uploads()).toMatchObject([{ body: { messaging_product: 'whatsapp', type: mime, file: { mime, size: Buffer.from(file.binary?.data?.data ?? '', 'base64').length } } }]);
		const [sent] = await shop.messages();
		expect(sent).toMatchObject({ [kind]: { id: expect.stringMatching(/^1226\d+$/), ...(kind === 'document' && { filename: 'facture.pdf' }) } });
		expect(output?.json.media).toMatchObject([{ kind, mime, fileName: file.binary?.data?.fileName }]);
		expect(await shop.sandbox.timeline()).toMatchObject([{ kind }]);
	});

	test.each([
		{ name: 'of another type', operation: 'sendImage', item: voice, says: /“camille.ogg” is audio\/ogg; codecs=opus; WhatsApp takes JPEG or PNG/ },
		{ name: 'that is too large', operation: 'sendSticker', item: () => itemWith(Buffer.alloc(600 * 1024), 'image/webp', 's.webp'), says: /“s.webp” has 600 KB; WhatsApp takes at most 500 KB/ },
		{ name: 'that is not there', operation: 'sendImage', item: () => ({ json: {} }), says: /the item has no binary field “data”/ },
	])('one $name is refused before it is uploaded', async ({ operation, item, says }) => {
		expect(await shop.failed(message(operation, { source: 'binary' }), [item()])).toMatchObject({ error: expect.stringMatching(says), details: { verdict: 'fix-input' } });
		expect(await shop.requests()).toEqual([]);
	});

	test('nothing is uploaded for a message that is refused otherwise', async () => {
		await shop.failed(message('sendImage', { source: 'binary', recipient: '0612345678' }), [photo()]);
		await shop.failed(message('sendImage', { source: 'binary', caption: 'a'.repeat(1025) }), [photo()]);
		expect(await shop.requests()).toEqual([]);
	});

	test('stands in the header of buttons', async () => {
		const parameters = message('sendButtons', { body: 'Celui-ci ?', headerType: 'image', source: 'binary', buttons: { button: [{ title: 'Oui' }] } });
		await shop.run(parameters, { items: [photo()] });
		expect(await shop.messages()).toMatchObject([{ interactive: { header: { type: 'image', image: { id: expect.stringMatching(/^1226/) } } } }]);
	});

	test('an upload whose answer is lost is made again, the message is sent once', async () => {
		await shop.sandbox.fault({ network: 'meta', match: `/${phoneNumberId}/media`, kind: 'reset', when: 'after' });
		await shop.run(message('sendImage', { source: 'binary' }), { items: [photo()] });
		expect(await uploads()).toHaveLength(2);
		expect(await shop.messages()).toHaveLength(1);
	});
});

describe('media', () => {
	const file = async (item = photo()) => String((await shop.run(upload, { items: [item] }))[0]?.json.id);

	test('an upload is sent any number of times by its ID', async () => {
		expect(await shop.run(upload, { items: [photo()] })).toMatchObject([{ json: { id: expect.stringMatching(/^1226/), name: 'bouquet.jpg', mime: 'image/jpeg' } }]);
		const mediaId = await file();
		await shop.one(message('sendImage', { source: 'mediaId', mediaId }));
		await shop.one(message('sendImage', { source: 'mediaId', mediaId }));
		expect(await shop.messages()).toMatchObject([{ image: { id: mediaId } }, { image: { id: mediaId } }]);
	});

	test('an ID that is none is refused at once', async () => {
		expect(await shop.failed(message('sendImage', { source: 'mediaId', mediaId: 'abc' }))).toMatchObject({ error: expect.stringMatching(/^Media ID: “abc” is no media ID/) });
	});

	test('a file that WhatsApp takes as nothing is not uploaded', async () => {
		expect(await shop.failed(upload, [itemWith(Buffer.from('PK'), 'application/zip', 'a.zip')])).toMatchObject({ error: expect.stringMatching(/“a.zip” is application\/zip; WhatsApp takes images, videos/) });
		expect(await shop.requests()).toEqual([]);
	});

	test('get tells what it is and where', async () => {
		const mediaId = await file();
		expect(await shop.one({ resource: 'media', operation: 'get', mediaId })).toMatchObject({
			...{ id: mediaId, mime_type: 'image/jpeg', file_size: sample('bouquet-camelia.jpg').length },
			url: expect.stringContaining('/lookaside.fbsbx.com/whatsapp_business/attachments/'),
		});
		expect((await shop.requests()).at(-1)).toMatchObject({ method: 'GET', path: `/${mediaId}`, query: { phone_number_id: phoneNumberId } });
	});

	test('what a customer sent is downloaded, with the token and no proof', async () => {
		await shop.incoming({ image: { sample: 'tulipes-vase.jpg', caption: 'Comme ça ?' } });
		const [{ messages: [{ image }] }] = shop.webhooks() as [{ messages: [{ image: { id: string } }] }];
		const [item] = await shop.run({ resource: 'media', operation: 'download', mediaId: image.id });
		expect(item?.json).toMatchObject({ id: image.id, mime_type: 'image/jpeg' });
		expect(item?.json).not.toHaveProperty('url');
		expect(item?.binary?.data).toMatchObject({ mimeType: 'image/jpeg', fileName: `${image.id}.jpg` });
		expect(Buffer.from(item?.binary?.data?.data ?? '', 'base64').equals(sample('tulipes-vase.jpg'))).toBe(true);
		const fetched = (await shop.requests()).find(({ host }) => host === 'lookaside.fbsbx.com');
		expect(Object.keys(fetched?.query ?? {})).toEqual(['mid', 'source', 'ext', 'hash']);
	});

	test('an address that has expired is asked for again', async () => {
		const mediaId = await file();
		await shop.sandbox.fault({ network: 'meta', match: '/whatsapp_business/attachments', kind: 'status', status: 404 });
		const [item] = await shop.run({ resource: 'media', operation: 'download', mediaId, fileName: 'photo.jpg' });
		expect(item?.binary?.data).toMatchObject({ fileName: 'photo.jpg' });
		expect((await shop.requests()).slice(-4).map(({ host }) => host)).toEqual(['graph.facebook.com', 'lookaside.fbsbx.com', 'graph.facebook.com', 'lookaside.fbsbx.com']);
	});

	test('one that stays away is told as gone', async () => {
		const mediaId = await file();
		await shop.sandbox.fault({ network: 'meta', match: '/whatsapp_business/attachments', kind: 'status', status: 404, times: 2 });
		expect(await shop.failed({ resource: 'media', operation: 'download', mediaId })).toMatchObject({ error: expect.stringMatching(/^Media ID: the file \d+ is not there any more/), details: { hint: expect.stringMatching(/7 days/) } });
	});

	test('a received file is gone after seven days, for getting and for sending', async () => {
		await shop.incoming({ image: { sample: 'tulipes-vase.jpg' } });
		const [{ messages: [{ image }] }] = shop.webhooks() as [{ messages: [{ image: { id: string } }] }];
		await shop.sandbox.advance(7 * 86_400);
		expect(await shop.failed({ resource: 'media', operation: 'get', mediaId: image.id })).toMatchObject({ details: { code: '100/33', verdict: 'fix-input' } });
		expect(await shop.failed(message('sendImage', { source: 'mediaId', mediaId: image.id }))).toMatchObject({ error: expect.stringMatching(/has expired/) });
	});

	test('is deleted, and told as deleted where the answer got lost', async () => {
		const [first, second] = [await file(), await file()];
		expect(await shop.one({ resource: 'media', operation: 'delete', mediaId: first })).toEqual({ id: first, deleted: true });
		await shop.sandbox.fault({ network: 'meta', match: second, kind: 'reset', when: 'after' });
		expect(await shop.one({ resource: 'media', operation: 'delete', mediaId: second })).toEqual({ id: second, deleted: true });
		expect((await shop.requests()).filter(({ method }) => method === 'DELETE')).toHaveLength(2);
	});

	test('of another number is not touched', async () => {
		const mediaId = await file();
		expect(await shop.failed({ resource: 'media', operation: 'delete', mediaId, phoneNumber: locator('999') })).toMatchObject({ details: { code: '100/33' } });
	});
});

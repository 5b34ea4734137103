import axios from 'axios';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { binary, board, onBoard, openPinner } from './pinner';
import type { Pinner } from './pinner';

let pinner: Pinner;
beforeAll(async () => (pinner = await openPinner()));
beforeEach(async () => await pinner.begin());
afterAll(async () => await pinner.close());

const [photo, picture, film] = [binary('tulipes-vase.jpg', 'image/jpeg'), binary('bon-cadeau.png', 'image/png'), binary('eclosion-camelia.mp4', 'video/mp4')];
const itemsWith = (files: INodeExecutionData['binary']): { items: INodeExecutionData[] } => ({ items: [{ json: {}, binary: files }] });
const store = 'pinterest-media-upload.s3-accelerate.amazonaws.com';

/** Calls of Pinterest and of its store, in order. */
const wire = async () => (await pinner.requests()).map(({ method, host, path }) => `${method} ${host === store ? 'store' : path.replace('/v5', '')}`);
const failing = (text: string) => expect.objectContaining({ error: expect.stringContaining(text), details: expect.objectContaining({ verdict: 'fix-input', hint: expect.stringMatching(/.{8}/) }) });

describe('an image of the item', () => {
	test.each([
		['JPEG', photo, 'image/jpeg'],
		['PNG', picture, 'image/png'],
	])('%s: sent as base64 within the call, byte by byte', async (_, file, type) => {
		const pin = await pinner.one('pin:createImage', { ...onBoard, title: 'Rose « épanouie »', source: 'binary', binaryField: 'data' }, itemsWith({ data: file }));
		expect(pin).toMatchObject({ board_id: board.id, title: 'Rose « épanouie »', media: { media_type: 'image' } });
		const [{ media_source: source } = {}] = await pinner.sent('/pins');
		expect(source).toMatchObject({ source_type: 'image_base64', content_type: type });
		const [{ media: [shown] = [] } = {}] = await pinner.timeline();
		const { data } = await axios.get<ArrayBuffer>(String(shown?.url), { responseType: 'arraybuffer' });
		expect(Buffer.from(data).equals(Buffer.from(file.data, 'base64').subarray(0, data.byteLength))).toBe(true);
	});

	test.each([0, 1, 2])('of a length that leaves %i bytes over, 5 MB long', async (over) => {
		const bytes = Buffer.concat([Buffer.from(photo.data, 'base64'), Buffer.alloc(5 * 1024 * 1024)]);
		const file = { ...photo, data: bytes.subarray(0, bytes.length - (bytes.length % 3) + over - 3).toString('base64') };
		await pinner.one('pin:createImage', { ...onBoard, source: 'binary', binaryField: 'data' }, itemsWith({ data: file }));
		const [{ media: [shown] = [] } = {}] = await pinner.timeline();
		const { headers } = await axios.get(String(shown?.url));
		// The sandbox tells a length by its base64, which is whole.
		expect(Number(headers['x-sandbox-full-size'])).toBe(Math.ceil(Buffer.from(file.data, 'base64').length / 3) * 3);
	});

	test('is looked into: only JPEG and PNG go as files, whatever they are called', async () => {
		const webp = { ...photo, data: Buffer.from('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0', 'latin1').toString('base64') };
		for (const file of [webp, { ...film, mimeType: 'image/jpeg' }, { ...photo, data: Buffer.from('no image').toString('base64') }]) {
			expect(await pinner.refusal('pin:createImage', { ...onBoard, source: 'binary', binaryField: 'data' }, itemsWith({ data: file }))).toEqual(failing('Pinterest takes JPEG or PNG files.'));
		}
		expect(await pinner.refusal('pin:createImage', { ...onBoard, source: 'binary', binaryField: 'photo' }, itemsWith({ data: photo }))).toEqual(failing('no binary field “photo”'));
		const large = { ...photo, data: Buffer.concat([Buffer.from(photo.data, 'base64'), Buffer.alloc(20 * 1024 * 1024)]).toString('base64') };
		expect(await pinner.refusal('pin:createImage', { ...onBoard, source: 'binary', binaryField: 'data' }, itemsWith({ data: large }))).toEqual(failing('Pinterest takes at most 20.0 MB'));
		expect(await pinner.requests()).toEqual([]);
	});
});

describe('a carousel', () => {
	const urls = (count: number) => Array.from({ length: count }, () => pinner.sample('tulipes-vase.jpg'));

	test.each(['\n', ' | ', ','])('of URLs with %j between', async (between) => {
		const pin = await pinner.one('pin:createCarousel', { ...onBoard, title: 'Trois', imageSource: 'urls', imageUrls: urls(3).join(between) });
		expect(pin).toMatchObject({ title: 'Trois', creative_type: 'CAROUSEL', media: { media_type: 'multiple_images', items: [{}, {}, {}] } });
		expect((await pinner.sent('/pins'))[0]?.media_source).toEqual({ source_type: 'multiple_image_urls', items: urls(3).map((url) => ({ url })) });
		expect(await pinner.shown()).toEqual(['carousel pin: Trois']);
	});

	test('of images with texts and links of their own, the second one first', async () => {
		const image = [{ url: urls(1)[0], title: 'Un', link: 'https://a.example/1' }, { url: urls(1)[0], title: 'Deux', description: 'Le second' }];
		await pinner.one('pin:createCarousel', { ...onBoard, imageSource: 'images', images: { image } as IDataObject as never, additionalFields: { coverImage: 2 } });
		expect((await pinner.sent('/pins'))[0]?.media_source).toEqual({ source_type: 'multiple_image_urls', index: 1, items: image });
	});

	test('of a file and a URL: the URL is fetched, and both go as files', async () => {
		const image = [{ binaryField: 'data', title: 'Fichier' }, { url: urls(1)[0] }];
		await pinner.one('pin:createCarousel', { ...onBoard, imageSource: 'images', images: { image } as IDataObject as never }, itemsWith({ data: photo }));
		const data = expect.any(String);
		expect((await pinner.sent('/pins'))[0]?.media_source).toEqual({ source_type: 'multiple_image_base64', items: [{ content_type: 'image/jpeg', data, title: 'Fichier' }, { content_type: 'image/jpeg', data }] });
	});

	test('is refused before anything is sent', async () => {
		const carousel = async (count: number, more: object = {}) => await pinner.refusal('pin:createCarousel', { ...onBoard, imageSource: 'urls', imageUrls: urls(count).join('\n'), ...more });
		expect(await carousel(1)).toEqual(failing('Image URLs: has 1 image; Pinterest takes 2 to 5.'));
		expect(await carousel(6)).toEqual(failing('Image URLs: has 6 images; Pinterest takes 2 to 5.'));
		expect(await carousel(2, { additionalFields: { coverImage: 3 } })).toEqual(failing('Cover Image: there is no image 3 among 2.'));
		const images = async (...image: IDataObject[]) => await pinner.refusal('pin:createCarousel', { ...onBoard, imageSource: 'images', images: { image } as IDataObject as never }, itemsWith({ data: photo, data1: picture }));
		expect(await images({ url: 'https://a.example/a.jpg' }, { title: 'Rien' })).toEqual(failing('Images: image 2 has neither a URL nor a binary field.'));
		expect(await images({ url: 'https://a.example/a.jpg' }, { url: 'b.jpg' })).toEqual(failing('URL, image 2: “b.jpg” is no web address.'));
		expect(await images({ url: 'https://a.example/a.jpg', link: 'ici' }, { url: 'https://a.example/b.jpg' })).toEqual(failing('Link, image 1: “ici” is no web address.'));
		expect(await images({ binaryField: 'data' }, { binaryField: 'data1' })).toEqual(failing('the images of one Pin must be of the same size.'));
		expect(await pinner.requests()).toEqual([]);
	});

	test('whose URLs lead to images of several sizes is refused by Pinterest', async () => {
		expect(await pinner.refusal('pin:createCarousel', { ...onBoard, imageSource: 'urls', imageUrls: `${pinner.sample('tulipes-vase.jpg')}\n${pinner.sample('bon-cadeau.png')}` })).toEqual(failing('same dimensions'));
	});
});

describe('a video', () => {
	const video = { ...onBoard, title: 'Éclosion', source: 'binary', binaryField: 'film', cover: 'second', coverSecond: 2 };

	test('is registered, uploaded, waited for, and then pinned', async () => {
		await pinner.settings({ pinterest: { processingSeconds: 2 } });
		const pin = await pinner.one('pin:createVideo', video, itemsWith({ film }));
		expect(pin).toMatchObject({ title: 'Éclosion', media: { media_type: 'video' } });
		expect(await wire()).toEqual(['POST /media', 'POST store', expect.stringMatching(/^GET \/media\/\d+$/), expect.stringMatching(/^GET \/media\/\d+$/), 'POST /pins']);
		expect(await pinner.sent('/media')).toEqual([{ media_type: 'video' }]);
		expect((await pinner.sent('/pins'))[0]?.media_source).toEqual({ source_type: 'video_id', media_id: expect.stringMatching(/^\d+$/), cover_image_key_frame_time: 2 });
		const upload = (await pinner.requests()).find(({ host }) => host === store);
		// Every parameter that Pinterest gave, the file after them; of what they are the journal knows nothing.
		expect(upload).toMatchObject({ status: 204, body: { file: { filename: 'eclosion-camelia.mp4', mime: 'video/mp4', size: Buffer.from(film.data, 'base64').length } } });
		const { fields }: { fields?: string[] } = Object(upload?.body);
		expect(fields?.at(-1)).toBe('file');
		expect(fields?.slice(0, -1).toSorted()).toEqual(['Content-Type', 'key', 'policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-security-token', 'x-amz-signature']);
		expect(await pinner.shown()).toEqual(['video pin: Éclosion']);
	}, 20_000);

	test('from a URL, with a cover from a URL or from the item', async () => {
		const fromUrl = { ...video, source: 'url', videoUrl: pinner.sample('eclosion-camelia.mp4') };
		await pinner.one('pin:createVideo', { ...fromUrl, cover: 'url', coverUrl: pinner.sample('tulipes-vase.jpg') });
		await pinner.one('pin:createVideo', { ...fromUrl, cover: 'binary', coverBinaryField: 'cover' }, itemsWith({ cover: photo }));
		expect((await pinner.sent('/pins')).map(({ media_source: source }) => Object.keys(Object(source)))).toEqual([
			['source_type', 'media_id', 'cover_image_url'],
			['source_type', 'media_id', 'cover_image_content_type', 'cover_image_data'],
		]);
	});

	test.each([
		['whose upload broke before the effect', { kind: 'reset', when: 'before' }],
		['whose answer was lost', { kind: 'reset', when: 'after' }],
		['whose permission has ended', { kind: 'status', status: 403, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>AccessDenied</Code></Error>' as never }],
		['whose store is too busy', { kind: 'status', status: 503, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>SlowDown</Code></Error>' as never }],
	] as const)('%s is uploaded again', async (_, fault) => {
		await pinner.fault({ match: store, ...fault });
		await pinner.one('pin:createVideo', video, itemsWith({ film }));
		expect(await pinner.shown()).toEqual(['video pin: Éclosion']);
		expect((await wire()).filter((call) => call === 'POST store')).toHaveLength(2);
	}, 20_000);

	test('that Pinterest cannot process is told, and nothing is pinned', async () => {
		await pinner.settings({ pinterest: { processingFails: true } });
		expect(await pinner.refusal('pin:createVideo', video, itemsWith({ film }))).toEqual({ error: 'Pinterest could not process the video.', details: { code: 'failed', verdict: 'fix-input', hint: expect.stringContaining('4 seconds to 15 minutes') } });
		expect(await pinner.shown()).toEqual([]);
	});

	test('whose processing takes too long is told', async () => {
		await pinner.settings({ pinterest: { processingSeconds: 600 } });
		expect(await pinner.refusal('pin:createVideo', { ...video, additionalFields: { waitAtMost: 2 } }, itemsWith({ film }))).toMatchObject({ error: 'Pinterest is still processing after 2 seconds.', details: { verdict: 'wait', hint: expect.stringContaining('Wait at Most') } });
		expect(await pinner.shown()).toEqual([]);
	}, 20_000);

	test('that the store finds too large is told', async () => {
		await pinner.fault({ match: store, kind: 'status', status: 400, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>EntityTooLarge</Code></Error>' as never });
		expect(await pinner.refusal('pin:createVideo', video, itemsWith({ film }))).toMatchObject({ error: 'Pinterest’s storage refused the video: EntityTooLarge.', details: { verdict: 'fix-input' } });
	});

	test('goes nowhere but to Pinterest’s own store', async () => {
		await pinner.fault({ match: '/v5/media', kind: 'status', status: 201, body: { media_id: '1', media_type: 'video', upload_url: 'https://elsewhere.example/', upload_parameters: {} } });
		expect(await pinner.refusal('pin:createVideo', video, itemsWith({ film }))).toMatchObject({ details: { code: 'foreign-host', verdict: 'stop' } });
	});

	test('is refused before anything is sent', async () => {
		const refusal = async (parameters: object, files: INodeExecutionData['binary'] = { film }) => await pinner.refusal('pin:createVideo', { ...video, ...parameters }, itemsWith(files));
		expect(await refusal({}, { film: photo })).toEqual(failing('is image/jpeg; Pinterest takes MP4, MOV or M4V.'));
		expect(await refusal({}, { film: { ...film, data: Buffer.from('\x1a\x45\xdf\xa3 a WebM of some bytes', 'latin1').toString('base64') } })).toEqual(failing('is video/webm; Pinterest takes'));
		expect(await refusal({ source: 'url', videoUrl: 'film.mp4' })).toEqual(failing('Video URL: “film.mp4” is no web address.'));
		expect(await refusal({ cover: 'url', coverUrl: 'ici' })).toEqual(failing('Cover URL: “ici” is no web address.'));
		expect(await refusal({ cover: 'binary', coverBinaryField: 'film' })).toEqual(failing('Cover Binary Field: “eclosion-camelia.mp4” is video/mp4'));
		expect(await refusal({ coverSecond: -1 })).toEqual(failing('Cover Second: -1 is no second of the video.'));
		expect(await refusal({ link: 'ici' })).toEqual(failing('Link: “ici” is no web address.'));
		expect(await pinner.requests()).toEqual([]);
	});
});

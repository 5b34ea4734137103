import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { root } from '../../support/sources';
import { inId, member, openStage, organization } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
beforeEach(async () => await stage.begin('community'));
afterAll(async () => await stage.close());

const bytesOf = (file: string) => readFileSync(join(root, 'sandbox', 'networks', 'media', file));
const withFile = (data: Buffer, mimeType: string, fileName: string): INodeExecutionData[] => [{ json: {}, binary: { data: { data: data.toString('base64'), mimeType, fileName } } }];
const photo = withFile(bytesOf('tulipes-vase.jpg'), 'image/jpeg', 'tulipes.jpg');
const film = withFile(bytesOf('bouquet-du-jour.mp4'), 'video/mp4', 'bouquet.mp4');
const pdf = withFile(Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`), 'application/pdf', 'guide.pdf');

const page = { author: inId(organization) };
const binary = { source: 'binary', binaryField: 'data' };
const uploads = async () => (await stage.calls()).filter(({ path }) => path.startsWith('/dms-uploads/'));
const actions = async () => (await stage.calls()).filter(({ method, query }) => method === 'POST' && query.action).map(({ path, query }) => `${path} ${String(query.action)}`);

describe('images', () => {
	test('a file of the item, with its alternative text', async () => {
		expect(await stage.one('post:createImage', { ...page, ...binary, text: 'Des tulipes', additionalFields: { altText: ' Un vase ' } }, { items: photo })).toMatchObject({ id: expect.stringMatching(/^urn:li:share:/) });
		expect(await stage.sent()).toMatchObject([{ author: organization, content: { media: { id: expect.stringMatching(/^urn:li:image:/), altText: 'Un vase' } } }]);
		expect(await uploads()).toMatchObject([{ method: 'PUT', bytes: 97_279, status: 201 }]);
		expect(await stage.timeline()).toMatchObject([{ kind: 'image', text: 'Des tulipes', media: [{ kind: 'image', alt: 'Un vase' }] }]);
	});

	test('a file from the web', async () => {
		await stage.one('post:createImage', { ...page, source: 'url', url: stage.sample('bon-cadeau.png'), text: '' });
		expect(await uploads()).toMatchObject([{ bytes: 75_757 }]);
	});

	test('of a member, where LinkedIn does not tell when they are ready: it waits instead', async () => {
		await stage.begin();
		await stage.settings({ linkedin: { processingSeconds: 0.2 } });
		await stage.one('post:createImage', { ...binary, text: 'Des tulipes' }, { items: photo });
		expect((await stage.calls()).filter(({ path, method }) => method === 'GET' && path.startsWith('/rest/images/')).map(({ status }) => status)).toEqual([403]);
		expect(await stage.shown()).toEqual(['Camille Moreau image: Des tulipes']);
	});

	test('several, from both kinds of source, in their order', async () => {
		const image = [{ binaryField: 'data', altText: 'Un' }, { url: stage.sample('dahlia-cafe.jpg'), altText: 'Deux' }, { url: stage.sample('bon-cadeau.png') }];
		await stage.one('post:createImages', { ...page, text: 'Trois', imagesSource: 'items', images: { image } }, { items: photo });
		expect(await stage.timeline()).toMatchObject([{ kind: 'images', media: [{ alt: 'Un' }, { alt: 'Deux' }, {}] }]);
		expect((await uploads()).map(({ bytes }) => bytes)).toEqual([97_279, 144_052, 75_757]);
	});

	test('several, as a list', async () => {
		await stage.one('post:createImages', { ...page, text: '', imagesSource: 'urls', imageUrls: [stage.sample('dahlia-cafe.jpg'), stage.sample('bon-cadeau.png')].join('\n') });
		expect(await stage.timeline()).toMatchObject([{ kind: 'images', text: '' }]);
	});
});

test('a document with its title', async () => {
	await stage.one('post:createDocument', { ...page, ...binary, text: 'À feuilleter', title: 'Le guide' }, { items: pdf });
	expect(await actions()).toEqual(['/rest/documents initializeUpload']);
	expect(await stage.sent()).toMatchObject([{ content: { media: { id: expect.stringMatching(/^urn:li:document:/), title: 'Le guide' } } }]);
	expect(await stage.timeline()).toMatchObject([{ kind: 'document', media: [{ kind: 'file' }] }]);
});

describe('videos', () => {
	beforeEach(async () => await stage.settings({ linkedin: { partBytes: 100_000 } }));
	const create = async (more: object = {}) => await stage.one('post:createVideo', { ...page, ...binary, text: 'Un bouquet', additionalFields: { title: 'Le film' }, ...more }, { items: film });

	test('go up in the parts that LinkedIn asks for, each to an address of its own', async () => {
		expect(await create()).toMatchObject({ id: expect.stringMatching(/^urn:li:ugcPost:/) });
		const parts = await uploads();
		expect(parts.map(({ bytes }) => bytes)).toEqual([100_000, 100_000, 100_000, 82_085]);
		expect(new Set(parts.map(({ path }) => path)).size).toBe(4);
		expect(await actions()).toEqual(['/rest/videos initializeUpload', '/rest/videos finalizeUpload']);
		const finalized = (await stage.calls()).find(({ query }) => query.action === 'finalizeUpload');
		expect(finalized?.body).toMatchObject({ finalizeUploadRequest: { uploadedPartIds: Array.from({ length: 4 }, () => expect.stringMatching(/^\/C5F10AQ\d+\/[\da-f]{32}$/)) } });
		expect(await stage.sent()).toMatchObject([{ content: { media: { id: expect.stringMatching(/^urn:li:video:/), title: 'Le film' } } }]);
	});

	test.each([['reset', 0], ['status', 500], ['status', 503]] as const)('a part whose answer is lost (%s %i) is sent again, from its own beginning', async (kind, status) => {
		await stage.fault({ match: '/dms-uploads/', kind, when: 'after', ...(status > 0 && { status }), skip: 1 });
		await create();
		expect((await uploads()).map(({ bytes }) => bytes)).toEqual([100_000, 100_000, 100_000, 100_000, 82_085]);
		expect(await stage.shown()).toEqual(['Atelier Camélia video: Un bouquet']);
	});

	test('where the names of the parts are not LinkedIn’s, the upload is begun anew', async () => {
		await stage.fault({ match: '/dms-uploads/', kind: 'malformed', when: 'after', skip: 1 });
		await create();
		expect(await actions()).toEqual(['/rest/videos initializeUpload', '/rest/videos finalizeUpload', '/rest/videos initializeUpload', '/rest/videos finalizeUpload']);
		expect(await stage.shown()).toHaveLength(1);
	});

	test('a part that breaks off is sent again', async () => {
		await stage.fault({ match: '/dms-uploads/', kind: 'reset', when: 'before', skip: 2 });
		await create();
		expect(await stage.shown()).toEqual(['Atelier Camélia video: Un bouquet']);
	});

	test('the last call of an upload, whose answer is lost, is not made twice', async () => {
		await stage.fault({ match: '/rest/videos', kind: 'reset', when: 'after', skip: 1 });
		await create();
		expect(await actions()).toEqual(['/rest/videos initializeUpload', '/rest/videos finalizeUpload']);
		expect(await stage.shown()).toHaveLength(1);
	});

	test('and is made again where it never arrived', async () => {
		await stage.fault({ match: '/rest/videos', kind: 'reset', when: 'before', skip: 1 });
		await create();
		expect(await actions()).toEqual(['/rest/videos initializeUpload', '/rest/videos finalizeUpload', '/rest/videos finalizeUpload']);
		expect(await stage.shown()).toHaveLength(1);
	});

	test('addresses that have ended are asked for anew, three times at most', async () => {
		await stage.fault({ match: '/dms-uploads/', kind: 'status', status: 401, skip: 1 });
		await create();
		expect(await actions()).toEqual(['/rest/videos initializeUpload', '/rest/videos initializeUpload', '/rest/videos finalizeUpload']);
		await stage.settings({ linkedin: { uploadSeconds: 0 } });
		const output = await stage.refused('post:createVideo', { ...page, ...binary, text: '' }, { items: film });
		expect(output).toMatchObject({ error: expect.stringContaining('The upload URL has expired'), details: { code: 'EXPIRED_UPLOAD_URL', verdict: 'retry', hint: expect.stringContaining('nothing was published') } });
		expect((await actions()).filter((one) => one.endsWith('initializeUpload'))).toHaveLength(5);
	});

	test('of a member can be looked at', async () => {
		await stage.begin();
		await stage.settings({ linkedin: { partBytes: 100_000, processingSeconds: 0.3 } });
		await create({ author: inId(member) });
		expect((await stage.calls()).filter(({ method, path }) => method === 'GET' && path.startsWith('/rest/videos/')).length).toBeGreaterThan(1);
		expect(await stage.shown()).toEqual(['Camille Moreau video: Un bouquet']);
	});
});

describe('processing', () => {
	test('what LinkedIn cannot process is told in its words, and nothing is published', async () => {
		await stage.settings({ linkedin: { failProcessing: true } });
		expect(await stage.refused('post:createVideo', { ...page, ...binary, text: '' }, { items: film })).toMatchObject({ error: 'LinkedIn could not process the video: The video could not be processed.', details: { code: 'PROCESSING_FAILED', verdict: 'fix-input', hint: expect.stringContaining('MP4') } });
		expect(await stage.sent()).toEqual([]);
	});

	test('what takes too long is left for later', async () => {
		await stage.settings({ linkedin: { processingSeconds: 60 } });
		expect(await stage.refused('post:createVideo', { ...page, ...binary, text: '', additionalFields: { waitAtMost: 1 } }, { items: film })).toMatchObject({ details: { code: 'processing', verdict: 'wait' } });
	});
});

describe('refused before anything is uploaded', () => {
	/** A PNG of 7000 × 7000 pixels, of which only the header is there. */
	const huge = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.from([0, 0, 0x1b, 0x58, 0, 0, 0x1b, 0x58]), Buffer.alloc(100)]);
	const image = { ...page, ...binary, text: '' };
	test.each([
		['a WebP', 'post:createImage', image, withFile(Buffer.from('RIFF\0\0\0\0WEBPVP8 '.padEnd(64)), 'image/webp', 'a.webp'), 'Input Binary Field: “a.webp” is image/webp; LinkedIn takes JPEG, PNG or GIF here.'],
		['a PDF by another name', 'post:createImage', image, withFile(Buffer.from('%PDF-1.7 and more'), 'image/jpeg', 'a.jpg'), '“a.jpg” is application/pdf'],
		['too many pixels', 'post:createImage', image, withFile(huge, 'image/png', 'a.png'), '“a.png” has 7000 × 7000 pixels; LinkedIn takes fewer than 36152320 in all.'],
		['a MOV', 'post:createVideo', image, withFile(Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'video/quicktime', 'a.mov'), '“a.mov” is video/quicktime; LinkedIn takes MP4 here.'],
		['a tiny video', 'post:createVideo', image, withFile(Buffer.from('\0\0\0\x14ftypisom\0\0\0\0isom'), 'video/mp4', 'a.mp4'), 'LinkedIn takes videos from 75 KB on.'],
		['a spreadsheet', 'post:createDocument', { ...image, title: 'A' }, withFile(Buffer.from('PK\x03\x04 and so on'), 'application/zip', 'a.xlsx'), '“a.xlsx” is of an unknown format; LinkedIn takes PDF, Word or PowerPoint here.'],
		['an empty file', 'post:createImage', image, withFile(Buffer.alloc(0), 'image/png', 'a.png'), 'Input Binary Field: the file “a.png” is empty.'],
		['no file', 'post:createImage', image, [{ json: {} }], 'Input Binary Field: the item has no binary field “data”.'],
		['a document without a title', 'post:createDocument', { ...image, title: '' }, pdf, 'Title: is empty.'],
		['a long alternative text', 'post:createImage', { ...image, additionalFields: { altText: 'x'.repeat(4086) } }, photo, 'Alt Text: has 4086 characters; LinkedIn allows 4085.'],
		['one of several images', 'post:createImages', { ...page, text: '', imagesSource: 'items', images: { image: [{ binaryField: 'data' }] } }, photo, 'Images: has 1 image; LinkedIn takes 2 to 20.'],
		['21 images', 'post:createImages', { ...page, text: '', imagesSource: 'urls', imageUrls: Array.from({ length: 21 }, (_, n) => `https://a.example/${n}.jpg`).join('\n') }, photo, 'Images: has 21 images; LinkedIn takes 2 to 20.'],
		['an image that names nothing', 'post:createImages', { ...page, text: '', imagesSource: 'items', images: { image: [{ binaryField: 'data' }, {}] } }, photo, 'Images, item 2: names no file.'],
	])('%s', async (_, operation, parameters, items, message) => {
		expect(await stage.refused(operation, parameters, { items })).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input' } });
		expect(await stage.calls()).toEqual([]);
	});

	test('a file that is not there', async () => {
		const output = await stage.refused('post:createImage', { ...page, source: 'url', url: stage.sample('missing.jpg'), text: '' });
		expect(output).toMatchObject({ error: expect.stringMatching(/^Image URL: nothing could be fetched from “.*missing.jpg”: its server answered 404/), details: { verdict: 'fix-input' } });
		expect(await stage.calls()).toEqual([]);
	});
});

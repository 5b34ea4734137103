import type { INodeParameters } from 'n8n-workflow';
import { itemWith, openFlorist, sampleFile } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => {
	florist = await openFlorist();
	await florist.begin();
});
afterAll(async () => await florist.close());

const image = 'https://example.com/photo.jpg';
const repeated = (text: string, times: number) => Array.from({ length: times }, (_, n) => `${text}${n}`).join(' ');
const images = (count: number) => ({ mediaSource: 'items', media: { item: Array.from({ length: count }, (_, n) => ({ source: 'imageUrl', imageUrl: `https://example.com/${n}.jpg` })) } });

interface Refusal {
	name: string;
	operation: string;
	parameters: INodeParameters;
	says: string;
}

const refusals: Refusal[] = [
	{ name: 'no image', operation: 'media:publishImage', parameters: { imageUrl: '' }, says: 'Image URL: is empty.' },
	{ name: 'PNG', operation: 'media:publishImage', parameters: { imageUrl: 'https://example.com/a.PNG?size=2' }, says: 'Image URL: “https://example.com/a.PNG?size=2” is not JPEG; Instagram takes JPEG only.' },
	{ name: 'WebP', operation: 'media:publishImage', parameters: { imageUrl: 'https://example.com/a.webp' }, says: 'Image URL: “https://example.com/a.webp” is not JPEG; Instagram takes JPEG only.' },
	{ name: 'GIF', operation: 'media:publishStory', parameters: { source: 'imageUrl', imageUrl: 'https://example.com/a.gif' }, says: 'is not JPEG; Instagram takes JPEG only.' },
	{ name: 'a file instead of a URL', operation: 'media:publishImage', parameters: { imageUrl: '/home/camille/photo.jpg' }, says: 'Image URL: “/home/camille/photo.jpg” is not an http(s) URL; Instagram fetches images itself and takes no uploaded ones.' },
	{ name: 'data URL', operation: 'media:publishImage', parameters: { imageUrl: 'data:image/jpeg;base64,/9j/4AAQ' }, says: 'takes no uploaded ones.' },
	{ name: 'long caption', operation: 'media:publishImage', parameters: { imageUrl: image, caption: 'é'.repeat(2201) }, says: 'Caption: has 2201 characters; Instagram allows 2200.' },
	{ name: 'hashtags', operation: 'media:publishImage', parameters: { imageUrl: image, caption: repeated('#fleur', 31) }, says: 'Caption: has 31 hashtags; Instagram allows 30.' },
	{ name: 'mentions', operation: 'media:publishReel', parameters: { source: 'videoUrl', videoUrl: 'https://example.com/a.mp4', caption: repeated('@ami', 21) }, says: 'Caption: has 21 mentions; Instagram allows 20.' },
	{ name: 'collaborators', operation: 'media:publishImage', parameters: { imageUrl: image, additionalFields: { collaborators: 'a, b, c, d' } }, says: 'Collaborators: has 4 usernames; Instagram allows 3.' },
	{ name: 'alt text', operation: 'media:publishImage', parameters: { imageUrl: image, additionalFields: { altText: 'a'.repeat(1001) } }, says: 'Alt Text: has 1001 characters; Instagram allows 1000.' },
	{ name: 'first comment', operation: 'media:publishImage', parameters: { imageUrl: image, additionalFields: { firstComment: 'a'.repeat(2201) } }, says: 'First Comment: has 2201 characters; Instagram allows 2200.' },
	{ name: 'a tag outside', operation: 'media:publishImage', parameters: { imageUrl: image, additionalFields: { userTags: { tag: [{ username: 'ines', x: 2, y: 0 }] } } }, says: 'User Tags: ines stands at 2, 0; both must be between 0 and 1.' },
	{ name: 'a tag of nobody', operation: 'media:publishImage', parameters: { imageUrl: image, additionalFields: { userTags: { tag: [{ username: ' ', x: 0, y: 0 }] } } }, says: 'User Tags: has a tag without a username.' },
	{ name: 'one item', operation: 'media:publishCarousel', parameters: images(1), says: 'Media: has 1 item; Instagram takes 2 to 10.' },
	{ name: 'eleven items', operation: 'media:publishCarousel', parameters: images(11), says: 'Media: has 11 items; Instagram takes 2 to 10.' },
	{ name: 'one URL', operation: 'media:publishCarousel', parameters: { mediaSource: 'urls', mediaUrls: image }, says: 'Media URLs: has 1 item; Instagram takes 2 to 10.' },
	{ name: 'no URLs', operation: 'media:publishCarousel', parameters: { mediaSource: 'urls', mediaUrls: '' }, says: 'Media URLs: is empty.' },
	{ name: 'PNG in a carousel', operation: 'media:publishCarousel', parameters: { mediaSource: 'urls', mediaUrls: `${image}|https://example.com/b.png` }, says: 'Image URL, item 2: “https://example.com/b.png” is not JPEG; Instagram takes JPEG only.' },
	{ name: 'no video', operation: 'media:publishReel', parameters: { source: 'videoUrl', videoUrl: '' }, says: 'Video URL: is empty.' },
	{ name: 'WebM', operation: 'media:publishReel', parameters: { source: 'videoUrl', videoUrl: 'https://example.com/a.webm' }, says: 'Video URL: “https://example.com/a.webm” is not MP4 or MOV; Instagram takes MP4 or MOV only.' },
	{ name: 'no file', operation: 'media:publishReel', parameters: { source: 'binary', binaryField: 'data' }, says: 'Input Binary Field: the item has no binary field “data”.' },
	{ name: 'PNG as cover', operation: 'media:publishReel', parameters: { source: 'videoUrl', videoUrl: 'https://example.com/a.mp4', additionalFields: { coverUrl: 'https://example.com/a.png' } }, says: 'Cover URL: “https://example.com/a.png” is not JPEG' },
	{ name: 'empty comment', operation: 'comment:create', parameters: { mediaId: '1790', message: ' ' }, says: 'Message: is empty.' },
	{ name: 'long reply', operation: 'comment:reply', parameters: { commentId: '1785', message: 'a'.repeat(2201) }, says: 'Message: has 2201 characters; Instagram allows 2200.' },
	{ name: 'no media ID', operation: 'media:get', parameters: { mediaId: '' }, says: 'Media ID: is empty.' },
	{ name: 'no account', operation: 'account:get', parameters: { account: { __rl: true, mode: 'list', value: '' } }, says: 'Account: is empty.' },
	{ name: 'a date that is none', operation: 'insight:getAccount', parameters: { metrics: ['reach'], options: { since: 'yesterday' } }, says: 'Since: “yesterday” is not a date.' },
	{ name: 'no metric', operation: 'insight:getAccount', parameters: { metrics: [] }, says: 'Metrics: has no metric that Instagram offers.' },
];

test.each(refusals)('before anything is sent: $name ($operation)', async ({ operation, parameters, says }) => {
	const before = (await florist.wire()).length;
	const refused = florist.run(operation, parameters);
	await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(says), description: expect.any(String), context: { verdict: 'fix-input', code: 'input' } });
	expect(await florist.wire()).toHaveLength(before);
});

describe('a file that is no video', () => {
	test.each([
		{ name: 'image', item: itemWith(sampleFile('bouquet-camelia.jpg'), 'image/jpeg', 'camelia.jpg'), says: '“camelia.jpg” is an image; Instagram takes images only by public URL.' },
		{ name: 'PDF', item: itemWith(Buffer.from('%PDF'), 'application/pdf', 'prix.pdf'), says: '“prix.pdf” is application/pdf; Instagram takes MP4 or MOV videos only.' },
		{ name: 'empty', item: itemWith(Buffer.alloc(0), 'video/mp4', 'rien.mp4'), says: 'the file “rien.mp4” is empty.' },
	])('$name', async ({ item, says }) => {
		const story = florist.run('media:publishStory', { source: 'binary', binaryField: 'data' }, { items: [item] });
		await expect(story).rejects.toThrow(`Input Binary Field: ${says}`);
	});
});

describe('what only Instagram can tell', () => {
	test.each([
		{ name: 'a PNG behind an address that hides it', sample: 'bon-cadeau.pn%67', says: 'The image format is not supported' },
		{ name: 'an address without a file', sample: 'nothing.jpg', says: 'could not be fetched' },
	])('$name', async ({ sample, says }) => {
		const run = florist.run('media:publishImage', { imageUrl: florist.sample(sample), caption: '' });
		await expect(run).rejects.toMatchObject({ message: expect.stringContaining(says), context: { verdict: 'fix-input' } });
	});

	test('a video that is none fails while it is processed, with the sub-code’s hint', async () => {
		const items = [itemWith(Buffer.from('no video at all'), 'video/mp4', 'faux.mp4')];
		await expect(florist.run('media:publishReel', { source: 'binary', binaryField: 'data', caption: '' }, { items })).rejects.toMatchObject({
			message: expect.stringContaining('Instagram could not process the media: Error: Media upload has failed with error code 2207026'),
			description: expect.stringContaining('H.264'),
			context: { verdict: 'fix-input', code: '2207026' },
		});
	});

	test('the item of a carousel that is refused is named', async () => {
		const urls = [florist.sample('mariage-blanc.jpg'), florist.sample('nothing.jpg')].join('|');
		await expect(florist.run('media:publishCarousel', { mediaSource: 'urls', mediaUrls: urls, caption: '' })).rejects.toThrow('Media, item 2: Meta refused');
	});

	test('media and comments that do not exist', async () => {
		await expect(florist.run('media:get', { mediaId: '1' })).rejects.toMatchObject({ context: { verdict: 'fix-input', code: '100/33' } });
		await expect(florist.run('comment:reply', { commentId: '1', message: 'Merci' })).rejects.toMatchObject({ context: { code: '100/33' } });
	});
});

test('other items are unharmed', async () => {
	const items = ['tulipes-vase.jpg', 'bon-cadeau.png', 'dahlia-cafe.jpg'].map((file) => ({ json: { url: florist.sample(file) } }));
	const outputs = await florist.run('media:publishImage', { imageUrl: '={{ $json.url }}', caption: 'Trois' }, { items, continueOnFail: true });
	expect(outputs).toMatchObject([{ permalink: expect.any(String) }, { error: expect.stringContaining('not JPEG'), details: { verdict: 'fix-input' } }, { permalink: expect.any(String) }]);
	expect(await florist.shown()).toHaveLength(2);
});

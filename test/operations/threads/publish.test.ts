import { openFlorist, username } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const published = (type: string) => ({
	id: expect.stringMatching(/^180/),
	permalink: expect.stringContaining('/www.threads.net/@'),
	shortcode: expect.any(String),
	media_type: type,
	media_product_type: 'THREADS',
	timestamp: expect.any(String),
	username,
	container: expect.stringMatching(/^180/),
});

describe('text', () => {
	test('alone, as a form, in two steps', async () => {
		expect(await florist.one('post:publishText', { text: 'Les dahlias sont là 🌸' })).toEqual({ ...published('TEXT_POST'), text: 'Les dahlias sont là 🌸' });
		expect(await florist.sent('/me/threads')).toEqual([{ media_type: 'TEXT', text: 'Les dahlias sont là 🌸' }]);
		expect(await florist.sent('/threads_publish')).toEqual([{ creation_id: expect.any(String) }]);
		expect(await florist.shown()).toEqual(['text: Les dahlias sont là 🌸']);
	});

	test('with every additional field', async () => {
		const quoted = await florist.posted('À citer');
		const additionalFields = {
			linkAttachment: ' https://ateliercamelia.example/ ',
			poll: { poll: { optionA: 'Rose', optionB: ' Dahlia ', optionC: '', optionD: 'Tulipe' } },
			quotePostId: quoted,
			replyControl: 'followers_only',
			replyToId: quoted,
			topicTag: '#Fleurs',
		};
		const { id } = await florist.one('post:publishText', { text: 'Laquelle ?', additionalFields });
		const [, sent] = await florist.sent('/me/threads');
		expect(sent).toEqual({
			...{ media_type: 'TEXT', text: 'Laquelle ?', link_attachment: 'https://ateliercamelia.example/', quote_post_id: quoted, reply_control: 'followers_only', reply_to_id: quoted, topic_tag: 'Fleurs' },
			poll_attachment: JSON.stringify({ option_a: 'Rose', option_b: 'Dahlia', option_c: 'Tulipe' }),
		});
		const found = await florist.one('post:get', { postId: String(id) });
		expect(found).toMatchObject({ topic_tag: 'Fleurs', is_quote_post: true, link_attachment_url: 'https://ateliercamelia.example/', poll_attachment: { option_c: 'Tulipe', total_votes: 0 } });
		expect(await florist.shown()).toContain('reply: Laquelle ?\n▫️ Rose\n▫️ Dahlia\n▫️ Tulipe');
	});

	test('each item in its order', async () => {
		const items = [1, 2, 3].map((n) => ({ json: { n } }));
		expect(await florist.run('post:publishText', { text: '=Numéro {{ $json.n }}' }, { items })).toHaveLength(3);
		expect(await florist.shown()).toEqual(['text: Numéro 1', 'text: Numéro 2', 'text: Numéro 3']);
	});
});

describe('media', () => {
	test('an image with its alternative text, as a spoiler', async () => {
		const image_url = florist.sample('bon-cadeau.png');
		const additionalFields = { altText: 'Un bon', spoiler: true };
		expect(await florist.one('post:publishImage', { imageUrl: image_url, text: 'Surprise', additionalFields })).toMatchObject({ ...published('IMAGE'), text: 'Surprise' });
		expect(await florist.sent('/me/threads')).toEqual([{ media_type: 'IMAGE', image_url, text: 'Surprise', alt_text: 'Un bon', is_spoiler_media: 'true' }]);
	});

	test('a video, once it is processed', async () => {
		await florist.settings({ threads: { processingSeconds: 3 } });
		const output = await florist.one('post:publishVideo', { videoUrl: florist.sample('eclosion-camelia.mp4'), text: '', additionalFields: { waitAtMost: 60 } });
		expect(output).toEqual(published('VIDEO'));
		expect(await florist.shown()).toEqual(['video: ']);
	}, 20_000);

	test('a carousel, listed as items', async () => {
		const item = [{ type: 'image', url: florist.sample('mariage-blanc.jpg'), altText: 'Une arche' }, { type: 'video', url: florist.sample('eclosion-camelia.mp4') }];
		expect(await florist.one('post:publishCarousel', { mediaSource: 'items', media: { item }, text: 'Mariage' })).toMatchObject({ ...published('CAROUSEL_ALBUM'), text: 'Mariage' });
		expect(await florist.sent('/me/threads')).toEqual([
			{ media_type: 'IMAGE', image_url: florist.sample('mariage-blanc.jpg'), alt_text: 'Une arche', is_carousel_item: 'true' },
			{ media_type: 'VIDEO', video_url: florist.sample('eclosion-camelia.mp4'), is_carousel_item: 'true' },
			{ text: 'Mariage', media_type: 'CAROUSEL', children: expect.stringMatching(/^180\d+,180\d+$/) },
		]);
		expect(await florist.timeline()).toMatchObject([{ kind: 'carousel', media: [{ kind: 'image' }, { kind: 'video' }] }]);
	});

	test.each(['\n', ' | ', ','])('a carousel of URLs with %j between', async (between) => {
		const urls = ['mariage-blanc.jpg', 'dahlia-cafe.jpg', 'eclosion-camelia.mp4'].map(florist.sample);
		await florist.one('post:publishCarousel', { mediaSource: 'urls', mediaUrls: urls.join(between), text: '' });
		expect(await florist.timeline()).toMatchObject([{ media: urls.map((url) => ({ url })) }]);
	});

	test('what Threads cannot process is told in its own words, and nothing is public', async () => {
		const [output] = await florist.run('post:publishVideo', { videoUrl: florist.sample('missing.mp4'), text: '' }, { continueOnFail: true });
		expect(output).toEqual({ error: 'Threads could not process the post: FAILED_DOWNLOADING_VIDEO.', details: { code: 'FAILED_DOWNLOADING_VIDEO', verdict: 'fix-input', hint: expect.stringContaining('public URL') } });
		const item = [{ type: 'image', url: florist.sample('mariage-blanc.jpg') }, { type: 'video', url: florist.sample('missing.mp4') }];
		const [carousel] = await florist.run('post:publishCarousel', { mediaSource: 'items', media: { item }, text: '' }, { continueOnFail: true });
		expect(carousel).toMatchObject({ error: expect.stringMatching(/^Media, item 2: Threads could not process/), details: { verdict: 'fix-input' } });
		expect(await florist.shown()).toEqual([]);
	});
});

describe('refused before anything is sent', () => {
	const links = (count: number) => Array.from({ length: count }, (_, n) => `https://a.example/${n}`).join(' ');
	const images = (count: number) => Array.from({ length: count }, (_, n) => `https://a.example/${n}.jpg`).join('\n');
	test.each([
		['501 letters', 'post:publishText', { text: 'x'.repeat(501) }, 'Text: has 501 characters; Threads allows 500.'],
		['126 emojis', 'post:publishText', { text: '\u{1f337}'.repeat(126) }, 'Text: has 504 characters; Threads allows 500.'],
		['no text', 'post:publishText', { text: ' ' }, 'Text: is empty.'],
		['six links', 'post:publishText', { text: links(6) }, 'Text: has 6 different links; Threads allows 5.'],
		['a sixth link attached', 'post:publishText', { text: links(5), additionalFields: { linkAttachment: 'https://b.example/' } }, 'Text: has 6 different links'],
		['no address', 'post:publishText', { text: 'a', additionalFields: { linkAttachment: 'camelia.example' } }, 'Link Attachment: “camelia.example” is no web address.'],
		['a poll of one', 'post:publishText', { text: 'a', additionalFields: { poll: { poll: { optionA: 'Rose' } } } }, 'Poll: has 1 option; Threads takes 2 to 4.'],
		['a long option', 'post:publishText', { text: 'a', additionalFields: { poll: { poll: { optionA: 'Rose', optionB: 'x'.repeat(26) } } } }, 'has 26 characters; Threads allows 25 for an option.'],
		['a topic with a dot', 'post:publishText', { text: 'a', additionalFields: { topicTag: 'a.b' } }, 'Topic Tag: “a.b” holds a “.” or “&”'],
		['a long topic', 'post:publishText', { text: 'a', additionalFields: { topicTag: 'x'.repeat(51) } }, 'Topic Tag: has 51 characters; Threads allows 50.'],
		['an address for an ID', 'post:publishText', { text: 'a', additionalFields: { quotePostId: 'https://www.threads.net/@a/post/b' } }, 'Quote Post ID: “https://www.threads.net/@a/post/b” is no ID of a post.'],
		['an ID that is none', 'reply:publish', { replyToId: 'abc', text: 'a' }, 'Reply to ID: “abc” is no ID of a post.'],
		['a GIF', 'post:publishImage', { imageUrl: 'https://a.example/a.gif', text: '' }, 'Image URL: “https://a.example/a.gif” is not JPEG or PNG'],
		['a file name', 'post:publishVideo', { videoUrl: 'a.mp4', text: '' }, 'Video URL: “a.mp4” is not an http(s) URL; Threads fetches files itself'],
		['a long alternative text', 'post:publishImage', { imageUrl: 'https://a.example/a.jpg', text: '', additionalFields: { altText: 'x'.repeat(1001) } }, 'Alt Text: has 1001 characters; Threads allows 1000.'],
		['a carousel of one', 'post:publishCarousel', { mediaSource: 'urls', mediaUrls: images(1), text: '' }, 'Media URLs: has 1 item; Threads takes 2 to 20.'],
		['a carousel of 21', 'post:publishCarousel', { mediaSource: 'urls', mediaUrls: images(21), text: '' }, 'Media URLs: has 21 items; Threads takes 2 to 20.'],
		['a WebM in a carousel', 'post:publishCarousel', { mediaSource: 'items', media: { item: [{ type: 'image', url: 'https://a.example/a.jpg' }, { type: 'video', url: 'https://a.example/b.webm' }] }, text: '' }, 'URL, item 2: “https://a.example/b.webm” is not MP4 or MOV'],
	])('%s', async (_, operation, parameters, message) => {
		const [output] = await florist.run(operation, parameters, { continueOnFail: true });
		expect(output).toMatchObject({ error: expect.stringContaining(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/.{10}/) } });
		expect(await florist.requests()).toEqual([]);
	});
});

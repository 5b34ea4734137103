import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReceivedFile } from '../body';
import { fetchMedia, FetchRefused } from '../fetched';
import { sniff, type Sniffed } from '../sniff';
import type { LongText } from './body';
import { invalid, PinterestError } from './errors';
import type { Environment, Image, Told } from './model';
import type { Account, Pinterest } from './state';
import { isSucceeded } from './uploads';
import type { Wish } from './wish';

/** https://help.pinterest.com/en/business/article/pinterest-product-specs */
const IMAGE_BYTES = 20 * 1024 * 1024;
const BY_URL = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const AS_FILE = ['image/jpeg', 'image/png'] as const;

/** What a Pin is made of. */
export interface Media {
	image: Image;
	items?: (Image & Told)[];
	video?: { url: string };
}

interface Asked {
	pinterest: Pinterest;
	account: Account;
	environment: Environment;
	long: Map<string, LongText>;
}

type File = Pick<ReceivedFile, 'filename' | 'head' | 'size'>;

function stored({ filename: name, head, size }: File, found: Sniffed, { pinterest }: Asked): Image {
	const { url } = pinterest.world.media.put({ name, mime: found.mime, head, size });
	return { url, width: found.width ?? null, height: found.height ?? null };
}

const samples = join(__dirname, '..', 'media');

/** An image of the sandbox's own samples, read at once: a Pin is made in one go then, as posts of other networks are, and two callers cannot cross. */
function sampleAt(url: string, origin: string): File | undefined {
	const [, filename = ''] = url.split(`${origin}/media/samples/`);
	const path = join(samples, filename);
	if (filename === '' || filename !== basename(filename) || !existsSync(path) || !/\.(jpg|png)$/.test(filename)) return undefined;
	const head = readFileSync(path);
	return { filename, head, size: head.length };
}

/** Where a Pin may be made of anything that the web has. */
async function fetched(url: string, asked: Asked): Promise<Image> {
	if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new PinterestError(400, 1, 'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.');
	const sample = sampleAt(url, asked.pinterest.world.origin);
	if (sample) return stored(sample, { mime: '', ...sniff(sample.head) }, asked);
	const file = await fetchMedia(url, IMAGE_BYTES).catch((error: unknown) => {
		if (!(error instanceof FetchRefused)) throw error;
		throw new PinterestError(400, 235, `Sorry we could not fetch the image: ${error.message}.`);
	});
	const image = sniff(file.head);
	if (!image || !BY_URL.includes(image.mime)) throw invalid(`'url' is no image of a kind the sandbox knows (${BY_URL.join(', ')})`);
	if (file.size > IMAGE_BYTES) throw invalid(`'url' is an image of more than ${IMAGE_BYTES} bytes`);
	return stored(file, image, asked);
}

/** An image in base64, of which the beginning is kept. */
function decoded(data: string, mime: string | undefined, asked: Asked): Image {
	const { head, length } = asked.long.get(data) ?? { head: data, length: data.length };
	if (!/^[a-zA-Z0-9+/=]+$/.test(head) || length % 4 !== 0) throw invalid("'data' value must match the pattern: ^[a-zA-Z0-9+/=]+$");
	const bytes = Buffer.from(head, 'base64');
	const size = length === head.length ? bytes.length : (length / 4) * 3;
	if (size > IMAGE_BYTES + 2) throw invalid(`'data' is an image of more than ${IMAGE_BYTES} bytes`);
	const image = sniff(bytes);
	if (!image || image.mime !== mime) throw invalid(`'data' is ${image?.mime ?? 'no image'}, and 'content_type' is ${mime ?? '(none)'}`);
	return stored({ filename: `upload.${mime === 'image/png' ? 'png' : 'jpg'}`, head: bytes, size }, image, asked);
}

const encoded = (wish: Wish, asked: Asked): Image => decoded(wish.needed('data'), wish.oneOf('content_type', AS_FILE), asked);

const toldIn = (wish: Wish): Told => ({ title: wish.text('title'), description: wish.text('description'), link: wish.text('link') });

async function several(source: Wish, imageIn: (item: Wish) => Image | Promise<Image>): Promise<Media> {
	const items: (Image & Told)[] = [];
	for (const item of source.list('items', 2, 5)) {
		items.push({ ...(await imageIn(item)), ...toldIn(item) });
		item.end();
	}
	const index = source.whole('index') ?? 0;
	const [first] = items;
	const image = items[index];
	if (!first || !image) throw invalid(`'index' ${index} is none of the items`);
	if (items.some(({ width, height }) => width !== first.width || height !== first.height)) throw invalid('all images of a carousel must have the same dimensions');
	return { image: { url: image.url, width: image.width, height: image.height }, items: [image, ...items.filter((one) => one !== image)] };
}

async function coverIn(source: Wish, video: string, asked: Asked): Promise<Image> {
	const [url, data, second] = [source.text('cover_image_url'), source.text('cover_image_data'), source.whole('cover_image_key_frame_time')];
	const mime = source.oneOf('cover_image_content_type', AS_FILE);
	if ([url, data, second].filter((one) => one !== undefined).length !== 1) throw invalid('a video Pin needs one cover: cover_image_url, cover_image_data or cover_image_key_frame_time');
	if (url !== undefined) return await fetched(url, asked);
	if (data !== undefined) return decoded(data, mime, asked);
	return { url: video, width: null, height: null };
}

async function video(source: Wish, asked: Asked): Promise<Media> {
	const { pinterest, account, environment } = asked;
	// https://developers.pinterest.com/docs/developer-tools/sandbox/
	if (environment === 'sandbox') throw new PinterestError(400, 1, 'Video Pins cannot be created in the API Sandbox.');
	const id = source.id('media_id');
	const upload = pinterest.uploads.get(id ?? '');
	if (upload?.account !== account.id || upload.environment !== environment || !upload.url) throw invalid(`'media_id' ${id ?? '(none)'} is no uploaded video of this account`);
	if (!isSucceeded(upload, pinterest)) throw invalid(`the video 'media_id' ${upload.id} is not processed`);
	return { image: await coverIn(source, upload.url, asked), video: { url: upload.url } };
}

/** https://developers.pinterest.com/docs/api/v5/pins-create: `media_source` by its `source_type`. `pin_url` is in a closed beta. */
export async function mediaIn(source: Wish, asked: Asked): Promise<Media> {
	const types = ['image_url', 'image_base64', 'multiple_image_urls', 'multiple_image_base64', 'video_id'] as const;
	const type = source.oneOf('source_type', types);
	if (!type) throw invalid("'media_source.source_type' is a required property");
	source.flag('is_standard');
	const read = {
		image_url: async () => ({ image: await fetched(source.needed('url'), asked) }),
		image_base64: () => ({ image: encoded(source, asked) }),
		multiple_image_urls: async () => await several(source, async (item) => await fetched(item.needed('url'), asked)),
		multiple_image_base64: async () => await several(source, (item) => encoded(item, asked)),
		video_id: async () => await video(source, asked),
	} satisfies Record<(typeof types)[number], () => Media | Promise<Media>>;
	const media = await read[type]();
	source.end();
	return media;
}

import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import type { MediaFacts } from '../../model/content';
import { mediaFacts } from '../../model/mediaFile';
import { pinterest } from '../../platforms/pinterest';
import { textIn, webAddress } from './requests';

const { formats, limits } = pinterest;

/** Where a file's own words about itself stand, in most of them. */
const HEAD = 256 * 1024;

async function headOf(file: Upload): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of file.read()) {
		pieces.push(piece.subarray(0, HEAD));
		size += piece.length;
		if (size >= HEAD) break;
	}
	return Buffer.concat(pieces);
}

/** An image that is sent as it is. */
interface ImageFile extends MediaFacts {
	file: Upload;
	mime: string;
}

async function checkedImage(field: string, file: Upload): Promise<ImageFile> {
	const facts = mediaFacts(await headOf(file));
	const mime = facts?.mime ?? file.mime;
	if (formats.image.mimes.some((one) => one === facts?.mime)) return { ...facts, file, mime };
	throw refused(field, `“${file.name}” is ${mime}; Pinterest takes ${formats.image.taken} files.`, `Convert the file, or give its URL: from there Pinterest takes ${formats.fetchedImage.taken}.`);
}

/** The item's image, looked into. `field` is the display name of what names it. */
export const imageFile = async (api: Api, field: string, binaryField: string): Promise<ImageFile> => await checkedImage(field, await api.file(binaryField, limits.image));

const encoded = ({ mime, file }: ImageFile) => ({ content_type: mime, data: file });

export interface ImageChoice {
	source: 'url' | 'binary';
	imageUrl: string;
	binaryField: string;
}

/** `media_source` of a Pin with one image. */
export async function imageSource(api: Api, { source, imageUrl, binaryField }: ImageChoice): Promise<object> {
	if (source === 'url') return { source_type: 'image_url', url: webAddress('Image URL', imageUrl) };
	return { source_type: 'image_base64', ...encoded(await imageFile(api, 'Input Binary Field', binaryField)) };
}

/** One image of a carousel, with what is told of it alone. */
export interface CarouselItem {
	url?: string;
	binaryField?: string;
	title?: string;
	description?: string;
	link?: string;
}

const sizeOf = ({ width, height }: MediaFacts) => `${width} × ${height}`;

/** Pinterest shows images of one Pin in one frame. What is not known is left to Pinterest. */
export function differentSize(images: readonly MediaFacts[]): { index: number; message: string; fix: string } | undefined {
	const [first] = images;
	if (!first?.width || !first.height) return undefined;
	const index = images.findIndex((one) => one.width && one.height && sizeOf(one) !== sizeOf(first));
	const other = images[index];
	return other && { index, message: `image ${index + 1} has ${sizeOf(other)} pixels and the first one ${sizeOf(first)}; the images of one Pin must be of the same size.`, fix: 'Crop them to the same width and height.' };
}

const toldOf = ({ title, description, link }: CarouselItem, index: number) => ({
	title: textIn(`Title, image ${index + 1}`, title),
	description: textIn(`Description, image ${index + 1}`, description),
	link: link ? webAddress(`Link, image ${index + 1}`, link) : undefined,
});

function checkCount(field: string, count: number): void {
	const { least, most } = limits.carousel;
	if (count >= least && count <= most) return;
	const hint = count < least ? 'Add images, or create a Pin with a single one.' : `Take ${count - most} out, or create two Pins.`;
	throw refused(field, `has ${count} ${count === 1 ? 'image' : 'images'}; Pinterest takes ${least} to ${most}.`, hint);
}

async function carouselFile(api: Api, { url = '', binaryField = '' }: CarouselItem, index: number): Promise<ImageFile> {
	if (binaryField) return await imageFile(api, `Input Binary Field, image ${index + 1}`, binaryField);
	const field = `URL, image ${index + 1}`;
	return await checkedImage(field, await api.fetched(field, url, limits.image));
}

/** `media_source` of a carousel. Pinterest takes either URLs or files: where one image is a file, the others are fetched and sent as files, too. */
export async function carouselSource(api: Api, items: readonly CarouselItem[], { field = 'Images', cover = 1 }: { field?: string; cover?: number } = {}): Promise<object> {
	checkCount(field, items.length);
	if (!Number.isInteger(cover) || cover < 1 || cover > items.length) throw refused('Cover Image', `there is no image ${cover} among ${items.length}.`, `Give a number from 1 to ${items.length}.`);
	const told = items.map(toldOf);
	const empty = items.findIndex(({ url, binaryField }) => !url && !binaryField);
	if (empty >= 0) throw refused(field, `image ${empty + 1} has neither a URL nor a binary field.`, 'Fill in one of them.');
	const addresses = items.map(({ url = '', binaryField }, index) => (binaryField ? undefined : webAddress(`URL, image ${index + 1}`, url)));
	const index = cover === 1 ? undefined : cover - 1;
	if (addresses.every((url) => url !== undefined)) return { source_type: 'multiple_image_urls', items: addresses.map((url, n) => ({ url, ...told[n] })), index };
	const files: ImageFile[] = [];
	for (const [n, item] of items.entries()) files.push(await carouselFile(api, item, n));
	const different = differentSize(files);
	if (different) throw refused(field, different.message, different.fix);
	return { source_type: 'multiple_image_base64', items: files.map((file, n) => ({ ...encoded(file), ...told[n] })), index };
}

/** A video, looked into as far as its beginning tells. */
export async function checkedVideo(field: string, file: Upload): Promise<Upload> {
	const { mime = file.mime, seconds, width, height } = mediaFacts(await headOf(file)) ?? {};
	const { least, most } = limits.seconds;
	if (!formats.video.mimes.some((one) => one === mime) && mime !== 'video/x-m4v') throw refused(field, `“${file.name}” is ${mime}; Pinterest takes ${formats.video.taken}.`, `Convert the file to MP4.`);
	if (seconds !== undefined && (seconds < least || seconds > most)) throw refused(field, `“${file.name}” is ${Math.round(seconds * 10) / 10} seconds long; Pinterest takes ${least} seconds to ${most / 60} minutes.`, 'Cut the video.');
	const ratio = width && height ? width / height : limits.ratio.most;
	if (ratio < limits.ratio.least - 0.005 || ratio > limits.ratio.most + 0.005) throw refused(field, `“${file.name}” is ${ratio.toFixed(2)} times as wide as high; Pinterest takes ${limits.ratio.least} to ${limits.ratio.most}.`, 'Crop the video.');
	return file;
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { instagram } from '../../platforms/instagram';

const { formats, limits } = instagram;

/** An image or video on its way into a container: by its URL in `parameters`, or as bytes. */
export interface Media {
	parameters: IDataObject;
	video?: Upload;
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

const endingOf = (url: string) => /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';

/** The URL, provided that Instagram could fetch something from it that it takes. `field` is its display name. */
export function checkedUrl(field: string, text: string, kind: 'image' | 'video'): string {
	const url = text.trim();
	const { taken, refused: endings } = formats[kind];
	if (!url) throw refused(field, 'is empty.', `Give the public URL of a ${taken} file.`);
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		const why = kind === 'image' ? 'Instagram fetches images itself and takes no uploaded ones' : 'Instagram fetches the video itself';
		throw refused(field, `“${shortened(url)}” is not an http(s) URL; ${why}.`, 'Put the file on a public server and give its URL.');
	}
	const ending = endings.find((one) => one === endingOf(url));
	if (ending) throw refused(field, `“${shortened(url)}” is not ${taken}; Instagram takes ${taken} only.`, `Convert the file to ${taken} and give the URL of that one.`);
	return url;
}

/** The video in the item's binary field. Instagram takes no image this way. */
export async function checkedVideo(api: Api, property: string, most: number): Promise<Upload> {
	const video = await api.file(property, most);
	if (video.mime.startsWith('image/')) {
		throw refused('Input Binary Field', `“${video.name}” is an image; Instagram takes images only by public URL.`, 'Put the image on a public server and give its URL.');
	}
	if (!formats.video.mimes.some((mime) => mime === video.mime)) {
		throw refused('Input Binary Field', `“${video.name}” is ${video.mime}; Instagram takes MP4 or MOV videos only.`, 'Convert it to MP4.');
	}
	return video;
}

interface Chosen {
	source: 'imageUrl' | 'videoUrl' | 'binary';
	imageUrl?: string;
	videoUrl?: string;
	binaryField?: string;
}

/** What the person chose as source. `most` is the largest video in bytes; `where` tells items of a list apart in messages. */
export async function mediaOf({ source, imageUrl = '', videoUrl = '', binaryField = 'data' }: Chosen, most: number, api: Api, where = ''): Promise<Media> {
	if (source === 'imageUrl') return { parameters: { image_url: checkedUrl(`Image URL${where}`, imageUrl, 'image') } };
	if (source === 'videoUrl') return { parameters: { video_url: checkedUrl(`Video URL${where}`, videoUrl, 'video') } };
	return { parameters: {}, video: await checkedVideo(api, binaryField, most) };
}

type CarouselItem = Partial<Chosen> & { altText?: string };

const isVideoUrl = (url: string) => URL.canParse(url) && ['mp4', 'mov'].includes(endingOf(url));

/** `|` and white space never stand in a URL as they are; a comma may, unless another URL follows it. */
const urlsIn = (text: unknown): CarouselItem[] =>
	String(text)
		.split(/[\s|]+|,(?=https?:)/)
		.filter(Boolean)
		.map((url) => (isVideoUrl(url) ? { source: 'videoUrl', videoUrl: url } : { source: 'imageUrl', imageUrl: url }));

interface Carousel {
	mediaSource: 'items' | 'urls';
	media: { item?: CarouselItem[] };
	mediaUrls: unknown;
}

/** The items of a carousel, all checked before the first is sent. */
export async function carouselMedia({ mediaSource, media, mediaUrls }: Carousel, api: Api): Promise<Media[]> {
	const items = mediaSource === 'urls' ? urlsIn(mediaUrls) : (media.item ?? []);
	const { least, most } = limits.carousel;
	if (items.length < least || items.length > most) {
		const hint = items.length < least ? 'Add images or videos, or publish a single image or reel.' : `Take ${items.length - most} out or publish two carousels.`;
		throw refused(mediaSource === 'urls' ? 'Media URLs' : 'Media', `has ${items.length} ${items.length === 1 ? 'item' : 'items'}; Instagram takes ${least} to ${most}.`, hint);
	}
	const checked: Media[] = [];
	for (const [index, { source = 'imageUrl', altText, ...item }] of items.entries()) {
		const where = `, item ${index + 1}`;
		const { parameters, video } = await mediaOf({ source, ...item }, limits.reel, api, where);
		const kind = source === 'imageUrl' ? { alt_text: withinLimit(`Alt Text${where}`, altText, limits.altText) } : { media_type: 'VIDEO' };
		checked.push({ parameters: { ...kind, ...parameters, is_carousel_item: true }, video });
	}
	return checked;
}

/** The text where there is any. Parameters that are undefined are not sent. */
export function withinLimit(field: string, text: string | undefined, most: number): string | undefined {
	if (text && text.length > most) {
		throw refused(field, `has ${text.length} characters; Instagram allows ${most}.`, `Shorten “${field}” by ${text.length - most} characters.`);
	}
	return text || undefined;
}

import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { endingOf, kindOf } from '../../model/content';
import { threads } from '../../platforms/threads';
import { altTextIn } from './parameters';

const { formats, limits } = threads;
type Kind = 'image' | 'video';

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** The URL, provided that Threads could fetch something from it that it takes. `field` is its display name. */
export function checkedUrl(field: string, text: string, kind: Kind): string {
	const url = text.trim();
	const { taken, refused: endings } = formats[kind];
	if (!url) throw refused(field, 'is empty.', `Give the public URL of a ${taken} file.`);
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw refused(field, `“${shortened(url)}” is not an http(s) URL; Threads fetches files itself and takes no uploaded ones.`, 'Put the file on a public server and give its URL.');
	if (endings.some((ending) => ending === endingOf(url))) throw refused(field, `“${shortened(url)}” is not ${taken}; Threads takes ${taken} only.`, `Convert the file to ${taken} and give the URL of that one.`);
	return url;
}

/** The parameters of one image or video. */
export const mediaParameters = (kind: Kind, url: string): IDataObject => (kind === 'video' ? { media_type: 'VIDEO', video_url: url } : { media_type: 'IMAGE', image_url: url });

interface Item {
	type?: Kind;
	url?: string;
	altText?: string;
}

/** `|` and white space never stand in a URL as they are; a comma may, unless another URL follows it. */
const urlsIn = (text: unknown): Item[] =>
	String(text)
		.split(/[\s|]+|,(?=https?:)/)
		.filter(Boolean)
		.map((url) => ({ type: kindOf(url) === 'video' ? 'video' : 'image', url }));

interface Carousel {
	mediaSource: 'items' | 'urls';
	media: { item?: Item[] };
	mediaUrls: unknown;
}

/** The items of a carousel, all checked before the first is sent. */
export function carouselItems({ mediaSource, media, mediaUrls }: Carousel): IDataObject[] {
	const items = mediaSource === 'urls' ? urlsIn(mediaUrls) : (media.item ?? []);
	const { least, most } = limits.carousel;
	if (items.length < least || items.length > most) {
		const hint = items.length < least ? 'Add images or videos, or publish a single image or video.' : `Take ${items.length - most} out or publish two carousels.`;
		throw refused(mediaSource === 'urls' ? 'Media URLs' : 'Media', `has ${items.length} ${items.length === 1 ? 'item' : 'items'}; Threads takes ${least} to ${most}.`, hint);
	}
	return items.map(({ type = 'image', url = '', altText }, index) => ({
		...mediaParameters(type, checkedUrl(`URL, item ${index + 1}`, url, type)),
		alt_text: altTextIn(`Alt Text, item ${index + 1}`, altText),
	}));
}

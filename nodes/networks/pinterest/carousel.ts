import type { CarouselItem } from './media';

interface Carousel {
	imageSource: 'images' | 'urls';
	images: { image?: CarouselItem[] };
	imageUrls: unknown;
}

/** White space and `|` never stand in a URL as they are; a comma may, unless another URL follows it. */
const urlsIn = (text: unknown): CarouselItem[] =>
	String(text)
		.split(/[\s|]+|,(?=https?:)/)
		.filter(Boolean)
		.map((url) => ({ url }));

/** The images of a carousel, and the display name of where they stand. */
export const carouselItems = ({ imageSource, images, imageUrls }: Carousel): { field: string; items: readonly CarouselItem[] } =>
	imageSource === 'urls' ? { field: 'Image URLs', items: urlsIn(imageUrls) } : { field: 'Images', items: images.image ?? [] };

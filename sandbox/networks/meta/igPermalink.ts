import type { IgMedia } from './model';
import type { Meta } from './state';

/** Where a person sees it; the sandbox answers there. */
export function igPermalink(media: Pick<IgMedia, 'product' | 'shortcode' | 'igId' | 'id'>, meta: Meta): string {
	if (media.product === 'STORY') return meta.url('www.instagram.com', `/stories/${meta.igUser(media.igId).username}/${media.id}/`);
	return meta.url('www.instagram.com', `/${media.product === 'REELS' ? 'reel' : 'p'}/${media.shortcode}/`);
}

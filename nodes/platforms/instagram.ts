import type { Platform } from '../core/platform';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;

/** https://developers.facebook.com/docs/instagram-platform/content-publishing */
export const instagram = {
	...meta,
	name: 'Instagram',
	limits: {
		caption: 2200,
		altText: 1000,
		hashtags: 30,
		mentions: 20,
		collaborators: 3,
		carousel: { least: 2, most: 10 },
		image: 8 * MEGABYTE,
		reel: 300 * MEGABYTE,
		storyVideo: 100 * MEGABYTE,
	},
	/** Meta advises to ask once a minute for five minutes; images are ready at once and encoders can take ten. */
	processing: { every: 2_000, atMost: 10 * 60_000 },
} as const satisfies Platform & { limits: unknown; processing: unknown };

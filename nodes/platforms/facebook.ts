import type { Platform } from '../core/platform';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;

export const facebook = {
	...meta,
	name: 'Facebook',
	/** A page speaks with its own token: https://developers.facebook.com/docs/pages-api/overview#tokens */
	actor: {
		field: 'page',
		token: async (page, api) => (await api.send<{ access_token: string }>({ url: `/${page}`, qs: { fields: 'access_token' } })).access_token,
	},
	limits: {
		message: 63_206,
		/** https://developers.facebook.com/docs/graph-api/reference/page/photos */
		photo: 4 * MEGABYTE,
		storyPhoto: 10 * MEGABYTE,
		/** Seconds from now; the guide and the reference disagree on the end (30 or 75 days), reels take 29. */
		schedule: { least: 10 * 60, most: 29 * 24 * 60 * 60 },
	},
} as const satisfies Platform & { limits: unknown };

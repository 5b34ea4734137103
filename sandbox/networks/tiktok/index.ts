import { Router } from 'express';
import { applySetters, grantSetters } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { CreateNetwork } from '../world';
import { apiRouter } from './api';
import { authorizeRouter } from './authorize';
import { errorBody } from './errors';
import { oauthRouter } from './oauth';
import { pagesRouter } from './pages';
import { peopleSetters } from './people';
import { proceed, pull } from './posts';
import { settersOf } from './settings';
import { TikTok, type SavedTikTok } from './state';
import { uploadRouter } from './upload';

export { tokenPrefixes } from './state';

/** TikTok's Login Kit for web and its Content Posting API. https://developers.tiktok.com/doc/overview */
export const createTikTok: CreateNetwork = (world) => {
	const tiktok = new TikTok(world);
	const { settings, grants } = tiktok;
	const setters = {
		// TikTok says nothing of tokens that end with a changed password.
		...grantSetters({ grants, settings, accounts: seed.tiktok.accounts, endsWithPassword: () => false }),
		...tiktok.webhooks.setters,
		...settersOf(settings),
		...peopleSetters(tiktok),
	};
	return {
		name: 'tiktok',
		hosts: {
			'www.tiktok.com': Router().use(authorizeRouter(tiktok), pagesRouter(tiktok)),
			'open.tiktokapis.com': Router().get('/_webhooks', (_, response) => void response.json(tiktok.webhooks.deliveries)).use(oauthRouter(tiktok), apiRouter(tiktok)),
			'open-upload.tiktokapis.com': uploadRouter(tiktok),
		},
		errorBody: (status) => errorBody(status, tiktok.now),
		configure: (values) => applySetters('tiktok', setters, values),
		reset: () => tiktok.reset(),
		save: () => tiktok.save(),
		load: (saved: SavedTikTok) => {
			tiktok.load(saved);
			for (const post of tiktok.posts.values()) {
				if (post.status === 'PROCESSING_DOWNLOAD') void pull(post, tiktok);
				else if (post.status === 'PROCESSING_UPLOAD' && post.taken) proceed(post, tiktok);
			}
		},
	};
};

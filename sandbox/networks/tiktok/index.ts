import { Router } from 'express';
import { applySetters, flag, grantSetters } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { CreateNetwork } from '../world';
import { apiRouter } from './api';
import { authorizeRouter } from './authorize';
import { errorBody } from './errors';
import { oauthRouter } from './oauth';
import { pagesRouter } from './pages';
import { pullAndPublish } from './posts';
import { TikTok, type SavedTikTok } from './state';

export { tokenPrefixes } from './state';

/** TikTok's Login Kit for web and its Content Posting API. https://developers.tiktok.com/doc/overview */
export const createTikTok: CreateNetwork = (world) => {
	const tiktok = new TikTok(world);
	const { settings, grants } = tiktok;
	const setters = {
		// TikTok says nothing of tokens that end with a changed password.
		...grantSetters({ grants, settings, accounts: seed.tiktok.accounts, endsWithPassword: () => false }),
		audited: flag((on) => (settings.audited = on)),
		privateAccount: flag((on) => (settings.privateAccount = on)),
		oauthErrorStatus: (value: unknown) => {
			if (value !== 200 && value !== 400) return '200 or 400';
			settings.oauthErrorStatus = value;
			return undefined;
		},
	};
	return {
		name: 'tiktok',
		hosts: {
			'www.tiktok.com': Router().use(authorizeRouter(tiktok), pagesRouter(tiktok)),
			'open.tiktokapis.com': Router().use(oauthRouter(tiktok), apiRouter(tiktok)),
		},
		errorBody: (status) => errorBody(status, tiktok.now),
		configure: (values) => applySetters('tiktok', setters, values),
		reset: () => tiktok.reset(),
		save: () => tiktok.save(),
		load: (saved: SavedTikTok) => {
			tiktok.load(saved);
			for (const [id, post] of tiktok.posts) if (post.status === 'PROCESSING_DOWNLOAD') void pullAndPublish(id, post, tiktok);
		},
	};
};

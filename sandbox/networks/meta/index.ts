import { Router } from 'express';
import type { CreateNetwork } from '../world';
import { actions } from './actions';
import { dialogRouter } from './dialog';
import { errorBody } from './errors';
import { graphRouter } from './graph';
import { instagramApi, showRefusal } from './instagramLogin/api';
import { instagramGraph } from './instagramLogin/graph';
import { authorizeRouter } from './login/authorize';
import { loadMeta, saveMeta, type SavedMeta } from './memory';
import { instagramChats, messengerChats } from './messaging/chats';
import { facebookPages, instagramPages, whatsAppChats } from './permalinks';
import { ruploadRouter } from './rupload';
import { changeSetting } from './settings';
import { Meta } from './state';
import { lookasideRouter } from './whatsapp/media';

/** How the tokens and codes of this network begin, to be looked for where they must not be. Threads has codes of the second kind too. */
export const tokenPrefixes = ['EAASANDBOX', 'AQSANDBOX', 'IGSANDBOX'] as const;

/** Facebook Login, Facebook Pages, WhatsApp, and Instagram with either login, under Meta's host names. */
export const createMeta: CreateNetwork = (world) => {
	const meta = new Meta(world);
	const facebook = Router();
	facebook.use(dialogRouter(meta), facebookPages(meta));
	const graph = graphRouter(meta);
	const instagram = Router();
	instagram.use(authorizeRouter(meta.instagramLogin, showRefusal), instagramPages(meta));
	return {
		name: 'meta',
		hosts: {
			'www.facebook.com': facebook,
			'graph.facebook.com': graph,
			'graph-video.facebook.com': graph,
			'rupload.facebook.com': ruploadRouter(meta),
			'www.instagram.com': instagram,
			'api.instagram.com': instagramApi(meta.instagramLogin),
			'graph.instagram.com': instagramGraph(meta),
			'wa.me': whatsAppChats(meta),
			'm.me': messengerChats(meta),
			'ig.me': instagramChats(meta),
			'lookaside.fbsbx.com': lookasideRouter(meta),
		},
		errorBody,
		configure: (settings) => {
			for (const [name, value] of Object.entries(settings)) {
				const action = actions[name];
				const refusal = action ? action(meta, value) : changeSetting(meta.settings, name, value, Object.keys(actions));
				if (refusal !== undefined) return refusal;
			}
			return undefined;
		},
		reset: () => meta.reset(),
		save: () => saveMeta(meta),
		load: (saved: SavedMeta) => loadMeta(meta, saved),
	};
};

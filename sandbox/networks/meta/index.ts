import { Router } from 'express';
import type { CreateNetwork } from '../world';
import { addComment } from './comments';
import { dialogRouter } from './dialog';
import { errorBody } from './errors';
import { graphRouter } from './graph';
import { addIgComment } from './igComments';
import { loadMeta, saveMeta, type SavedMeta } from './memory';
import { facebookPages, instagramPages } from './permalinks';
import { ruploadRouter } from './rupload';
import { changeSetting } from './settings';
import { Meta } from './state';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{on, from, text}`: a follower writes under a post or replies to a comment. */
function followerComment(meta: Meta, value: unknown): string | undefined {
	if (!isRecord(value) || typeof value.on !== 'string' || typeof value.text !== 'string')
		return 'meta setting "comment" needs {"on": "<post, media or comment id>", "from": "<name>", "text": "<words>"}.';
	const name = typeof value.from === 'string' ? value.from : 'Inês';
	const node = meta.nodes.get(value.on);
	const id = `7${Buffer.from(name).toString('hex').slice(0, 12)}`.replace(/[a-f]/g, '0');
	if (node?.type === 'IGMedia' || node?.type === 'IGComment') {
		addIgComment(meta, node, value.text, { id, username: name });
	} else if (node?.type === 'PagePost' || node?.type === 'Photo' || node?.type === 'Video' || node?.type === 'Comment') {
		addComment(meta, node, { message: value.text, from: { id, name } });
	} else {
		return `meta setting "comment": ${value.on} is no post, photo, video, Instagram media or comment of the sandbox.`;
	}
	return undefined;
}

/** `true` (password changed, 460) or another subcode of error 190: 458, 459, 492. */
function revokeTokens(meta: Meta, value: unknown): string | undefined {
	const subcode = value === true ? 460 : value;
	if (typeof subcode !== 'number' || !Number.isInteger(subcode))
		return 'meta setting "revokeTokens" is true or a subcode of error 190 such as 458 or 460.';
	meta.tokens.revokeAll(subcode);
	return undefined;
}

/** Facebook Login, Facebook Pages and Instagram, under Meta's host names. */
export const createMeta: CreateNetwork = (world) => {
	const meta = new Meta(world);
	const facebook = Router();
	facebook.use(dialogRouter(meta), facebookPages(meta));
	const graph = graphRouter(meta);
	return {
		name: 'meta',
		hosts: {
			'www.facebook.com': facebook,
			'graph.facebook.com': graph,
			'graph-video.facebook.com': graph,
			'rupload.facebook.com': ruploadRouter(meta),
			'www.instagram.com': instagramPages(meta),
		},
		errorBody,
		configure: (settings) => {
			for (const [name, value] of Object.entries(settings)) {
				const refusal =
					name === 'comment'
						? followerComment(meta, value)
						: name === 'revokeTokens'
							? revokeTokens(meta, value)
							: changeSetting(meta.settings, name, value);
				if (refusal !== undefined) return refusal;
			}
			return undefined;
		},
		reset: () => meta.reset(),
		save: () => saveMeta(meta),
		load: (saved: SavedMeta) => loadMeta(meta, saved),
	};
};

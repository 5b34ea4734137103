import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import type { Media } from '../../model/content';
import { instagram } from '../../platforms/instagram';
import { removeAll } from '../meta/remove';
import { standingOf } from '../standing';
import type { Done, Network, Post, Results, Standing, Step } from '../network';
import { publishingLimit } from './accounts';
import { containerStep } from './container';
import { mediaInsights } from './mediaInsights';

const MINUTE = 60_000;

const commentStep = (message: string): Step => ({
	name: 'comment',
	optional: true,
	byText: true,
	publish: async (api, _, [post]) => await api.send<{ id: string }>({ method: 'POST', url: `/${post?.id ?? ''}/comments`, body: { message }, once: true }),
	find: async (api, _, [post], since) => {
		const { data } = await api.send<{ data: { id: string; text?: string; timestamp: string }[] }>({ url: `/${post?.id ?? ''}/comments`, qs: { fields: 'id,text,timestamp', limit: 50 } });
		return data.find(({ text, timestamp }) => text?.trim() === message.trim() && Date.parse(timestamp) >= since - MINUTE) ?? 'absent';
	},
	settle: instagram.settling.atMost,
});

/** Instagram takes a single video as a reel. https://developers.facebook.com/docs/instagram-platform/content-publishing */
const kindOf = (media: readonly Media[]): IDataObject => (media.length > 1 ? { media_type: 'CAROUSEL' } : media[0]?.kind === 'video' ? { media_type: 'REELS', cover_url: media[0].cover } : {});

function steps({ account, texts: [text], media, stories, firstComment }: Post): Step[] {
	const shown = media.length > 0 ? [containerStep('post', account, media, { ...kindOf(media), caption: text || undefined })] : [];
	const comment = firstComment && shown.length > 0 ? [commentStep(firstComment)] : [];
	return [...shown, ...comment, ...stories.map((story, index) => containerStep(`story ${index + 1}`, account, [story], { media_type: 'STORIES' }))];
}

async function standing(api: Api, account: string): Promise<Standing> {
	const { username } = await api.send<{ username?: string }>({ url: `/${account}`, qs: { fields: 'username' } });
	const { quota_left: left } = await publishingLimit(api, account);
	return { name: username && `@${username}`, left: typeof left === 'number' ? left : undefined };
}

async function results(api: Api, { id }: Done): Promise<Results> {
	const { metrics } = await mediaInsights(api, id, []);
	const counted: IDataObject = typeof metrics === 'object' && metrics !== null && !Array.isArray(metrics) ? { ...metrics } : {};
	const number = (name: string) => (typeof counted[name] === 'number' ? counted[name] : undefined);
	return {
		...{ views: number('views'), reach: number('reach'), likes: number('likes'), comments: number('comments') ?? number('replies') },
		...{ shares: number('shares'), saves: number('saved'), clicks: number('link_clicks') },
	};
}

export const instagramNetwork: Network = {
	name: 'instagram',
	platform: instagram,
	facts: instagram.posts,
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	actAs: (account) => ({ account }),
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps,
	// https://developers.facebook.com/docs/instagram-platform/reference/instagram-media: deleting takes a permission of its own.
	remove: async (api, _, done) => await removeAll(api, done),
	results,
};

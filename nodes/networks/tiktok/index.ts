import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { tiktok } from '../../platforms/tiktok';
import { standingOf } from '../standing';
import type { Choices, Demand, Done, Network, Post, Results, Standing } from '../network';
import { checkAccount, userOf } from './account';
import { creatorOf } from './creator';
import { postIdIn, statusOf } from './status';
import { steps } from './steps';

const source = 'https://developers.tiktok.com/doc/content-sharing-guidelines';

/** What TikTok wants a person to decide. */
function demands(_: Post, { tikTokAudience, tikTokPromotes }: Choices): Demand[] {
	const field = 'TikTok Audience';
	if (!tikTokAudience) return [{ field, message: 'Nobody has chosen who sees the post on TikTok.', fix: 'Choose it under “TikTok Audience”, or “Draft”: TikTok wants a person to, and there is no default.', source }];
	if (tikTokAudience !== 'SELF_ONLY' || !tikTokPromotes?.includes('branded')) return [];
	return [{ field, message: 'A post that promotes another brand cannot be seen by “Only Me”.', fix: 'Choose who else sees it, or take the paid partnership out.', source }];
}

/** Caps are told by the creator's own page; for drafts nobody is asked who may not post. */
async function standing(api: Api, account: string, { tikTokAudience }: Choices): Promise<Standing> {
	const user = await userOf(api);
	const creator = tikTokAudience === 'draft' && !account.startsWith('@') ? undefined : await creatorOf(api);
	checkAccount(account, user, creator?.creator_username);
	return { name: creator ? `@${creator.creator_username}` : user.display_name };
}

/** By the ID that the post has for everybody; until then the one it was begun with tells it. */
async function publicIdOf(api: Api, id: string): Promise<string | undefined> {
	return /^\d+$/.test(id) ? id : postIdIn(await statusOf(api, id));
}

interface Counted {
	view_count?: number;
	like_count?: number;
	comment_count?: number;
	share_count?: number;
}

async function results(api: Api, { id }: Done): Promise<Results> {
	const video = await publicIdOf(api, id);
	const request = { method: 'POST', url: '/video/query/', qs: { fields: 'id,view_count,like_count,comment_count,share_count' }, idempotent: true } as const;
	const { videos: [counted] = [] } = video ? await api.send<{ videos?: Counted[] }>({ ...request, body: { filters: { video_ids: [video] } } }) : {};
	if (!counted) throw new PlatformError({ verdict: 'fix-input', code: 'unseen', message: 'TikTok gives no numbers on this post.', hint: 'It does so for videos only, and only for those that everybody may see, once it has looked at them.' });
	return { views: counted.view_count, likes: counted.like_count, comments: counted.comment_count, shares: counted.share_count };
}

export const tiktokNetwork: Network = {
	name: 'tiktok',
	platform: tiktok,
	facts: tiktok.posts,
	scopes: ['user.info.basic', 'video.publish', 'video.upload'],
	/** TikTok writes names in small letters. */
	normal: (account) => (account.trim().startsWith('@') ? account.trim().toLowerCase() : account.trim()),
	// A connection is that of a single account.
	actAs: () => ({}),
	demands,
	standing: async (api, account, choices) => await standingOf(standing(api, account, choices)),
	steps,
	remove: async () =>
		await Promise.reject(new PlatformError({ verdict: 'stop', code: 'no-delete', message: 'TikTok lets no app delete a post.', hint: 'Open the TikTok app, go to the post and delete it there.' })),
	results,
};

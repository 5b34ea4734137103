import type { Api } from '../../core/api';
import type { Media } from '../../model/content';
import { facebook } from '../../platforms/facebook';
import { removeAll } from '../meta/remove';
import { standingOf } from '../standing';
import type { Done, Network, Post, Results, Standing, Step } from '../network';
import { draftStep } from './draft';
import { readMetrics, totals } from './insights';
import { photoStoryStep, reelSteps, videoStep, videoStorySteps } from './videoSteps';

/** A first comment stands under the post, and is found among its newest comments. */
const commentStep = (message: string): Step => ({
	name: 'comment',
	optional: true,
	byText: true,
	publish: async (api, _, [post]) => await api.send<{ id: string }>({ method: 'POST', url: `/${post?.id ?? ''}/comments`, body: { message }, once: true }),
	find: async (api, _, [post], since) => {
		const fields = 'id,message,created_time';
		const { data } = await api.send<{ data: { id: string; message?: string; created_time: string }[] }>({ url: `/${post?.id ?? ''}/comments`, qs: { order: 'reverse_chronological', fields, limit: 25 } });
		return data.find((one) => one.message?.trim() === message.trim() && Date.parse(one.created_time) >= since - facebook.settling.atMost) ?? 'absent';
	},
	settle: facebook.settling.atMost,
});

/** Upright and short: https://developers.facebook.com/docs/video-api/guides/reels-publishing. What is not known is taken for a reel, as phones make them. */
function isReel({ width, height, seconds }: Media): boolean {
	const { least, most } = facebook.reel.seconds;
	const fits = seconds === undefined || (seconds >= least && seconds <= most);
	const upright = width === undefined || height === undefined || (Math.abs(width / height - facebook.reel.ratio) < 0.02 && width >= facebook.reel.width && height >= facebook.reel.height);
	return fits && upright;
}

function steps(post: Post): Step[] {
	const { account, media, stories, texts, link, firstComment } = post;
	const [text] = texts;
	const [first] = media;
	const shown: Step[] = [];
	if (first?.kind === 'video') {
		shown.push(...(isReel(first) ? reelSteps(account, first, text) : [videoStep(account, first, text)]));
	} else if (text || link || media.length > 0) shown.push(draftStep(post));
	if (firstComment && shown.length > 0) shown.push(commentStep(firstComment));
	const told = stories.flatMap((story, index) => {
		const name = `story ${index + 1}`;
		return story.kind === 'video' ? videoStorySteps(name, account, story) : [photoStoryStep(name, account, story)];
	});
	return [...shown, ...told];
}

const standing = async (api: Api, page: string): Promise<Standing> => ({ name: (await api.send<{ name?: string }>({ url: `/${page}`, qs: { fields: 'name' } })).name });

const numberIn = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** https://developers.facebook.com/docs/graph-api/reference/insights#post-metrics */
async function results(api: Api, { id }: Done): Promise<Results> {
	// A post tells how often it was shared; a video that has none does not.
	const fields = `${id.includes('_') ? 'shares,' : ''}comments.limit(0).summary(true),reactions.limit(0).summary(true)`;
	interface Counted {
		shares?: { count: number };
		comments?: { summary?: { total_count?: number } };
		reactions?: { summary?: { total_count?: number } };
	}
	const { shares, comments, reactions } = await api.send<Counted>({ url: `/${id}`, qs: { fields } });
	const { rows } = await readMetrics(api, `/${id}/insights`, {}, ['post_media_view', 'post_total_media_view_unique', 'post_clicks']).catch(() => ({ rows: [] }));
	const counted: Record<string, unknown> = totals(rows);
	return {
		...{ views: numberIn(counted.post_media_view), reach: numberIn(counted.post_total_media_view_unique), clicks: numberIn(counted.post_clicks) },
		...{ likes: reactions?.summary?.total_count, comments: comments?.summary?.total_count, shares: id.includes('_') ? (shares?.count ?? 0) : undefined },
	};
}

export const facebookNetwork: Network = {
	name: 'facebook',
	platform: facebook,
	facts: facebook.posts,
	scopes: ['pages_manage_posts', 'pages_read_engagement', 'pages_show_list'],
	actAs: (page) => ({ page }),
	standing: async (api, page) => await standingOf(standing(api, page)),
	steps,
	remove: async (api, _, done) => await removeAll(api, done),
	results,
};

import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import { youtube } from '../../platforms/youtube';
import type { Choices, Demand, Done, Earlier, Network, Post, Results, Standing } from '../network';
import { standingOf } from '../standing';
import { channelOf, videoOf } from './find';
import { stepsOf } from './steps';
import { deleteVideo } from './videos';

async function standing(api: Api, account: string): Promise<Standing> {
	const { id, snippet } = await channelOf(api, 'id,snippet');
	const name = snippet?.title ?? undefined;
	if (id === account) return { name };
	return { name, problem: { rule: 'account', message: `The credential is connected to the channel ${id ?? ''}${name ? `, “${name}”` : ''}, not to ${account}.`, fix: 'Choose that channel, or connect the other one: Google asks for the channel when you click Connect.' } };
}

/** https://developers.google.com/youtube/v3/docs/videos#properties: neither title nor description may hold them. */
const brackets = ({ title = '', texts: [text] }: Post): Demand[] =>
	[{ field: 'title', text: title }, { field: 'text', text }]
		.filter((one) => /[<>]/.test(one.text))
		.map(({ field }) => ({ field, message: 'It holds < or >, which YouTube does not take.', fix: 'Write it without them.', source: youtube.posts.text.source }));

/** An expression may give anything, and of what it does not know YouTube would make a public video. */
const audience = ({ youTubeAudience = 'public' }: Choices): Demand[] =>
	['public', 'unlisted', 'private'].includes(youTubeAudience) ? [] : [{ field: 'YouTube Audience', message: `“${String(youTubeAudience)}” is none.`, fix: 'Give public, unlisted or private.', source: youtube.posts.text.source }];

/** All steps are about one video; what is gone already is as wished. */
async function remove(api: Api, done: Earlier): Promise<void> {
	for (const id of new Set(done.map((one) => one.id).filter(Boolean))) {
		await deleteVideo(api, id).catch((error: unknown) => {
			if (failureOf(error).code !== 'videoNotFound') throw error;
		});
	}
}

const count = (text: string | null | undefined): number | undefined => (text === undefined || text === null ? undefined : Number(text));

async function results(api: Api, { id }: Done): Promise<Results> {
	const { statistics } = await videoOf(api, id, 'statistics');
	return { views: count(statistics?.viewCount), likes: count(statistics?.likeCount), comments: count(statistics?.commentCount) };
}

export const youtubeNetwork: Network = {
	name: 'youtube',
	platform: youtube,
	facts: youtube.posts,
	scopes: [youtube.scopes.upload, youtube.scopes.manage],
	/** A channel by its ID, also from its address. */
	normal: (account) => /UC[\w-]{22}/.exec(account)?.[0] ?? account.trim(),
	// A connection is that of a single channel.
	actAs: () => ({}),
	demands: (post, choices) => [...brackets(post), ...audience(choices)],
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps: (post, { youTubeAudience = 'public', youTubeMadeForKids = false }) => stepsOf(post, youTubeAudience, youTubeMadeForKids),
	remove: async (api, _, done) => await remove(api, done),
	results,
};

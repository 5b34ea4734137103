import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import type { Media } from '../../model/content';
import { urlOf } from '../../model/content';
import { threads } from '../../platforms/threads';
import { removeAll } from '../meta/remove';
import { standingOf } from '../standing';
import type { Done, Network, Post, Results, Standing, Step } from '../network';
import { publishingLimit } from './account';
import type { Composed } from './container';
import { postInsights, postMetrics } from './insights';
import { mediaParameters } from './media';
import { containerStep } from './steps';

const parametersOf = (media: Media): IDataObject => ({ ...mediaParameters(media.kind === 'video' ? 'video' : 'image', urlOf(media) ?? ''), alt_text: media.alt });

/** A link alone is a text, too: Threads publishes none without. */
const textPost = (text: string, link?: string): IDataObject => ({ media_type: 'TEXT', text: text || link, link_attachment: link });

function composed(text: string, media: readonly Media[], link?: string): Composed {
	const [first, ...others] = media;
	if (!first) return { parameters: textPost(text, link), items: [] };
	if (others.length > 0) return { parameters: { text }, items: media.map(parametersOf) };
	return { parameters: { ...parametersOf(first), text }, items: [] };
}

/** A long text goes on in answers, each to the one before it; a first comment answers the post itself. */
function steps({ account, texts: [text, ...others], media, link, firstComment }: Post): Step[] {
	const post = containerStep('post', account, composed(text, media, link));
	const thread = others.map((part, index) => containerStep(`part ${index + 2}`, account, { parameters: textPost(part), items: [] }, (earlier) => earlier.at(-1)));
	const comment = firstComment ? [{ ...containerStep('comment', account, { parameters: textPost(firstComment), items: [] }, ([first]) => first), optional: true as const }] : [];
	return [post, ...thread, ...comment];
}

async function standing(api: Api, account: string): Promise<Standing> {
	const { username } = await api.send<{ username?: string }>({ url: `/${account}`, qs: { fields: 'username' } });
	return { name: username && `@${username}`, left: (await publishingLimit(api, account)).posts?.left };
}

async function results(api: Api, { id }: Done): Promise<Results> {
	const { views, likes, replies, reposts, quotes } = await postInsights(api, id, postMetrics);
	return { views, likes, comments: replies, shares: reposts === undefined && quotes === undefined ? undefined : (reposts ?? 0) + (quotes ?? 0) };
}

export const threadsNetwork: Network = {
	name: 'threads',
	platform: threads,
	facts: threads.posts,
	scopes: ['threads_basic', 'threads_content_publish', 'threads_manage_replies', 'threads_read_replies'],
	// A connection is that of a single account.
	actAs: () => ({}),
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps,
	// https://developers.facebook.com/docs/threads/posts/delete-posts: takes a permission of its own.
	remove: async (api, _, done) => await removeAll(api, done),
	results,
};

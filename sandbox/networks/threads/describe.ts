import { invalid } from '../meta/errors';
import { slice } from '../meta/paging';
import type { Params } from '../meta/params';
import { parseFields } from '../meta/selection';
import { graphTime } from '../meta/state';
import { statusOf } from './containers';
import type { Container, Person, Post } from './model';
import type { Threads } from './state';

type Fields = Record<string, () => unknown>;

/** The asked fields; an unknown one is refused, one without a value is left out. */
function pick(fields: Fields, params: Params, label: string): Record<string, unknown> {
	const names = ['id', ...parseFields(params.text('fields') ?? 'id').map(({ name }) => name)];
	const unknown = names.find((name) => !Object.hasOwn(fields, name));
	if (unknown !== undefined) throw invalid(`Tried accessing nonexisting field (${unknown}) on node type (${label})`);
	return Object.fromEntries(names.flatMap((name) => (fields[name]?.() === undefined ? [] : [[name, fields[name]?.()]])));
}

export const describeContainer = (container: Container, params: Params, threads: Threads): Record<string, unknown> =>
	pick({ id: () => container.id, status: () => statusOf(container, threads), error_message: () => container.failure }, params, 'ThreadsMediaContainer');

export function describeProfile({ id, username }: Person, params: Params, threads: Threads): Record<string, unknown> {
	const fields: Fields = {
		id: () => id,
		username: () => username,
		name: () => username,
		is_verified: () => false,
		threads_profile_picture_url: () => `${threads.world.origin}/media/samples/vitrine-automne.jpg`,
		threads_biography: () => 'Fleurs de saison, Nantes',
		recently_searched_keywords: () => [],
		is_eligible_for_geo_gating: () => false,
	};
	return pick(fields, params, 'ThreadsUser');
}

const linkTo = (id: string | undefined): { id: string } | undefined => (id === undefined ? undefined : { id });

const pollOf = ({ poll }: Post): Record<string, unknown> | undefined => poll && { ...poll, ...Object.fromEntries(Object.keys(poll).map((name) => [`${name}_votes_percentage`, 0])), total_votes: 0 };

/** https://developers.facebook.com/docs/threads/reference/media-retrieval and …/reply-management */
export function describePost(post: Post, reader: Person, params: Params, threads: Threads): Record<string, unknown> {
	const [first] = post.shown;
	const fields: Fields = {
		id: () => post.id,
		media_product_type: () => 'THREADS',
		media_type: () => post.media,
		media_url: () => (post.media === 'IMAGE' || post.media === 'VIDEO' ? first?.url : undefined),
		gif_url: () => undefined,
		permalink: () => threads.permalink(post),
		owner: () => (post.from.id === reader.id ? { id: post.from.id } : undefined),
		username: () => post.from.username,
		text: () => post.text || undefined,
		timestamp: () => graphTime(post.createdAt),
		shortcode: () => post.shortcode,
		thumbnail_url: () => (post.media === 'VIDEO' ? first?.url : undefined),
		children: () => (post.media === 'CAROUSEL_ALBUM' ? { data: post.shown.map((_, index) => ({ id: `${post.id}${index}` })) } : undefined),
		is_quote_post: () => post.quoteOf !== undefined,
		quoted_post: () => linkTo(post.quoteOf),
		reposted_post: () => linkTo(post.repostOf),
		has_replies: () => threads.all(({ replyTo }) => replyTo === post.id).length > 0,
		alt_text: () => post.alt,
		link_attachment_url: () => post.link,
		poll_attachment: () => pollOf(post),
		location_id: () => undefined,
		topic_tag: () => post.topicTag ?? /#([\p{L}\p{N}_]+)/u.exec(post.text)?.[1],
		is_verified: () => false,
		profile_picture_url: () => undefined,
		is_reply: () => post.replyTo !== undefined,
		is_reply_owned_by_me: () => post.replyTo !== undefined && post.from.id === reader.id,
		root_post: () => linkTo(post.root),
		replied_to: () => linkTo(post.replyTo),
		hide_status: () => (post.replyTo === undefined ? undefined : post.hidden ? 'HIDDEN' : 'NOT_HUSHED'),
		reply_audience: () => post.replyControl?.toUpperCase() ?? 'EVERYONE',
	};
	return pick(fields, params, 'ThreadsMedia');
}

/** One page of posts. Like Meta's own, the address of the next one carries the access token: clients must not log or keep it. */
export function describePage(posts: Post[], path: string, token: string, reader: Person, params: Params, threads: Threads): Record<string, unknown> {
	const { nodes, cursors, more } = slice(posts, { limit: params.text('limit'), after: params.text('after'), before: params.text('before') });
	const next = () => {
		const url = new URL(`${threads.world.origin}/graph.threads.net/v1.0/${path}`);
		for (const name of params.names()) url.searchParams.set(name, params.text(name) ?? '');
		url.searchParams.set('access_token', token);
		url.searchParams.set('after', cursors?.after ?? '');
		return url.href;
	};
	return { data: nodes.map((post) => describePost(post, reader, params, threads)), ...(cursors && { paging: { cursors, ...(more && { next: next() }) } }) };
}

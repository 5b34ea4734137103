import { forbidden, GraphError, invalid } from '../meta/errors';
import { checkParams } from '../meta/envelope';
import { figure } from '../meta/insights';
import type { Params } from '../meta/params';
import { words } from '../meta/words';
import type { Token } from '../oauth/grants';
import { createContainer } from './containers';
import { describeContainer, describePage, describePost, describeProfile } from './describe';
import { postInsights, userInsights } from './insights';
import type { Person, Post } from './model';
import { publish } from './publish';
import { mentions, type Threads } from './state';

export interface Call {
	method: 'GET' | 'POST' | 'DELETE';
	/** Without the version, for links to further pages. */
	path: string;
	params: Params;
	token: Token;
	/** Who is connected. */
	me: Person;
}

interface Edge<Target extends unknown[]> {
	scopes: readonly string[];
	params: readonly string[];
	answer(call: Call, threads: Threads, ...target: Target): unknown;
}

const listed = words('fields limit after before');
const page = ({ path, token, me, params }: Call, threads: Threads, posts: Post[]) => describePage(posts, path, token.value, me, params, threads);

function needs(scopes: readonly string[], { grant }: Token): void {
	const missing = scopes.find((scope) => !grant.scopes.includes(scope));
	if (missing !== undefined) throw forbidden(`Permissions error: this call requires the permission ${missing}.`);
}

/** What is asked of `limits` is each a field of its own. */
function publishingLimit({ params, me }: Call, threads: Threads): unknown {
	const { publishingQuota, replyQuota, deleteQuota } = threads.settings;
	const config = (quota_total: number) => ({ quota_total, quota_duration: 86_400 });
	const all: Record<string, unknown> = {
		...{ quota_usage: threads.publishedToday(me.id, false), config: config(publishingQuota) },
		...{ reply_quota_usage: threads.publishedToday(me.id, true), reply_config: config(replyQuota) },
		...{ delete_quota_usage: threads.deletedToday(me.id), delete_config: config(deleteQuota) },
		...{ location_search_quota_usage: 0, location_search_config: config(500) },
	};
	const names = (params.text('fields') ?? 'quota_usage').split(',');
	const unknown = names.find((name) => !(name in all));
	if (unknown !== undefined) throw invalid(`Tried accessing nonexisting field (${unknown}) on node type (ThreadsPublishingLimit)`);
	return { data: [Object.fromEntries(names.map((name) => [name, all[name]]))] };
}

/** Edges of `me`, or of the account by its id. https://developers.facebook.com/docs/threads/reference/user */
export const accountEdges: Readonly<Record<string, Edge<[]>>> = {
	GET: { scopes: [], params: ['fields'], answer: ({ me, params }, threads) => describeProfile(me, params, threads) },
	'GET threads': { scopes: [], params: listed, answer: (call, threads) => page(call, threads, threads.all(({ from, replyTo }) => from.id === call.me.id && replyTo === undefined)) },
	'GET replies': {
		scopes: ['threads_read_replies'],
		params: listed,
		answer: (call, threads) => page(call, threads, threads.all(({ from, replyTo }) => from.id === call.me.id && replyTo !== undefined)),
	},
	'GET mentions': {
		scopes: ['threads_manage_mentions'],
		params: listed,
		answer: (call, threads) => page(call, threads, threads.all((post) => post.from.id !== call.me.id && mentions(post, call.me.username))),
	},
	'POST threads': {
		scopes: ['threads_content_publish'],
		params: words(`media_type text image_url video_url alt_text is_carousel_item children reply_to_id reply_control quote_post_id link_attachment topic_tag
			poll_attachment is_spoiler_media text_entities is_ghost_post location_id auto_publish_text`),
		answer: async ({ params, token, me }, threads) => {
			if (params.has('reply_to_id')) needs(['threads_manage_replies'], token);
			if (params.has('location_id')) needs(['threads_location_tagging'], token);
			const container = await createContainer(me.id, params, threads);
			return { id: params.flag('auto_publish_text') === true ? publish(container.id, me, threads).id : container.id };
		},
	},
	'POST threads_publish': { scopes: ['threads_content_publish'], params: ['creation_id'], answer: ({ params, me }, threads) => ({ id: publish(params.required('creation_id'), me, threads).id }) },
	'GET threads_publishing_limit': { scopes: ['threads_content_publish'], params: ['fields'], answer: publishingLimit },
	'GET threads_insights': { scopes: ['threads_manage_insights'], params: words('metric since until breakdown'), answer: ({ params, me }, threads) => userInsights(me, params, threads) },
};

/** Whether one of the account's own posts stands at the top. */
function ownConversation(post: Post, { me, method }: Call, threads: Threads): void {
	threads.own(post.root ?? post.id, me.id, method);
}

/** Newest first unless `reverse` says otherwise. */
const ordered = (posts: Post[], { params }: Call): Post[] => (params.flag('reverse') === false ? posts.reverse() : posts);

const isBelow = (post: Post, id: string, threads: Threads): boolean => {
	const parent = post.replyTo === undefined ? undefined : threads.posts.get(post.replyTo);
	return post.replyTo === id || (parent !== undefined && isBelow(parent, id, threads));
};

/** Edges of a post or reply. https://developers.facebook.com/docs/threads/reference/reply-management */
export const postEdges: Readonly<Record<string, Edge<[id: string]>>> = {
	GET: {
		scopes: [],
		params: ['fields'],
		answer: ({ params, me, method }, threads, id) => {
			const container = threads.container(id, me.id);
			return container ? describeContainer(container, params, threads) : describePost(threads.seen(id, me, method), me, params, threads);
		},
	},
	DELETE: {
		scopes: ['threads_delete'],
		params: [],
		answer: ({ me, method }, threads, id) => {
			threads.remove(threads.own(id, me.id, method), me.id);
			return { success: true, deleted_id: id };
		},
	},
	'GET replies': {
		scopes: ['threads_read_replies'],
		params: [...listed, 'reverse'],
		answer: (call, threads, id) => {
			ownConversation(threads.seen(id, call.me, call.method), call, threads);
			return page(call, threads, ordered(threads.all(({ replyTo }) => replyTo === id), call));
		},
	},
	'GET conversation': {
		scopes: ['threads_read_replies'],
		params: [...listed, 'reverse'],
		answer: (call, threads, id) => {
			ownConversation(threads.seen(id, call.me, call.method), call, threads);
			return page(call, threads, ordered(threads.all((post) => isBelow(post, id, threads)), call));
		},
	},
	'POST manage_reply': {
		scopes: ['threads_manage_replies'],
		params: ['hide'],
		answer: (call, threads, id) => {
			const reply = threads.seen(id, call.me, call.method);
			if (reply.replyTo === undefined) throw invalid('Only replies can be hidden.');
			ownConversation(reply, call, threads);
			const hide = call.params.flag('hide');
			if (hide === undefined) throw invalid('The parameter hide is required');
			reply.hidden = hide;
			if (hide) threads.hide(reply);
			else threads.show(reply);
			return { success: true };
		},
	},
	'POST repost': {
		scopes: ['threads_content_publish'],
		params: [],
		answer: ({ me, method }, threads, id) => {
			const { text, id: repostOf } = threads.post(id, method);
			return { id: threads.add({ from: me, media: 'REPOST_FACADE', text, shown: [], repostOf }).id };
		},
	},
	'GET insights': { scopes: ['threads_manage_insights'], params: ['metric'], answer: ({ params, me, method }, threads, id) => postInsights(threads.own(id, me.id, method), params, threads) },
};

/** https://developers.facebook.com/docs/threads/keyword-search */
const search: Edge<[]> = {
	scopes: ['threads_keyword_search'],
	params: [...listed, ...words('q search_type since until')],
	answer: (call, threads) => {
		const { params } = call;
		const wanted = params.required('q').toLowerCase();
		const isTop = (params.oneOf('search_type', ['TOP', 'RECENT']) ?? 'TOP') === 'TOP';
		const [since, until] = [params.time('since', threads.now) ?? -Infinity, params.time('until', threads.now) ?? Infinity];
		const found = threads.all(({ text, createdAt, media }) => media !== 'REPOST_FACADE' && text.toLowerCase().includes(wanted) && createdAt >= since && createdAt <= until);
		return page(call, threads, isTop ? found.sort((a, b) => figure(b.id) - figure(a.id)) : found);
	},
};

/** Finds the edge, asks whether the token may, and answers. */
export async function answer(call: Call, segments: readonly string[], threads: Threads): Promise<unknown> {
	const [first = '', second, ...rest] = segments;
	const name = [call.method, second].filter(Boolean).join(' ');
	const isAccount = first === 'me' || first === call.me.id;
	const own = first === 'keyword_search' && name === 'GET' ? search : isAccount ? accountEdges[name] : undefined;
	const edge = own ?? (isAccount ? undefined : postEdges[name]);
	if (first === '' || rest.length > 0) throw new GraphError(2500, `Unknown path components: /${segments.join('/')}`);
	if (!edge) throw invalid(`Tried accessing nonexisting field (${second ?? call.method}) on node type (${isAccount ? 'ThreadsUser' : 'ThreadsMedia'})`);
	needs(edge.scopes, call.token);
	checkParams(call.params, new Map(), edge.params);
	return await (own ? own.answer(call, threads) : postEdges[name]?.answer(call, threads, first));
}

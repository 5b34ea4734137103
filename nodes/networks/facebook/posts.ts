import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { facebook } from '../../platforms/facebook';
import { commentFirst } from './comments';
import { outcomeOf } from './outcome';
import { written } from './reconcile';
import { checkLength, release, scheduledTime } from './schedule';
import type { Plan } from './schedule';

interface Created {
	id: string;
	permalink_url?: string;
}

export const usualFields =
	'id,message,created_time,updated_time,permalink_url,status_type,is_published,is_hidden,scheduled_publish_time,full_picture,shares,comments.limit(0).summary(true),reactions.limit(0).summary(true)';

/** Facebook's words for a post: `{page}_{post}`; some answers leave the page out. */
export const fullId = (page: string, post: string) => (post.includes('_') ? post : `${page}_${post}`);

/** Names of fields that a person may read; a page's token stays inside the node. */
export function readable(fields: string | undefined, usual: string): string {
	if (!fields) return usual;
	if (!/access_token/i.test(fields)) return fields.replace(/\s+/g, '');
	throw refused('Fields', 'access_token is not given out.', 'Leave it out: the node signs its calls as the page by itself.');
}

/** What was just created, seen once more. It exists whatever this answers, so a failure here is none of the item. */
export const readBack = async <T extends object>(api: Api, id: string, fields: string): Promise<Partial<T>> =>
	(await outcomeOf(api.send<T>({ url: `/${id}`, qs: { fields } }))).value ?? {};

/** Finds a post without an answer among the newest ones. */
export const postWritten = (api: Api, page: string, text: string | undefined, { at }: Plan) =>
	written(
		api,
		{ url: `/${page}/${at === undefined ? 'published' : 'scheduled'}_posts`, qs: { fields: 'id,message,created_time,scheduled_publish_time,permalink_url', limit: 25 } },
		text,
		at,
	);

/** The end of each post: its status and its first comment. `on` is what the comment stands under. */
export async function settled<T extends object>(api: Api, post: T, on: string, { at, firstComment }: Plan) {
	const status = at === undefined ? 'published' : 'scheduled';
	return { ...post, status, ...(await commentFirst(api, on, firstComment)) };
}

/** Publishes or schedules a post of texts, links and uploaded photos. https://developers.facebook.com/docs/graph-api/reference/page/feed */
export async function post(api: Api, page: string, content: IDataObject & { message?: string }, plan: Plan) {
	const { id, permalink_url } = await api.send<Created>({
		method: 'POST',
		url: `/${page}/feed`,
		qs: { fields: 'id,permalink_url' },
		body: { ...content, message: content.message || undefined, ...release(plan) },
		reconcile: postWritten(api, page, content.message, plan),
	});
	return await settled(api, { id, permalink_url }, id, plan);
}

const edges = {
	published: ['published_posts'],
	scheduled: ['scheduled_posts'],
	all: ['scheduled_posts', 'published_posts'],
} as const;

/** Posts in one or both states, newest first. Facebook takes a time span for published ones only. */
export async function* listPosts(api: Api, page: string, status: keyof typeof edges, qs: IDataObject, span: IDataObject): AsyncGenerator<object> {
	for (const edge of edges[status]) yield* api.pages({ url: `/${page}/${edge}`, qs: edge === 'published_posts' ? { ...qs, ...span } : qs });
}

/** How many items to ask for at once. */
export const pageSize = (returnAll: boolean, limit: number) => Math.min(returnAll ? Infinity : limit, facebook.limits.pageSize);

interface Changes {
	message?: unknown;
	publishAt?: string;
	publishNow?: boolean;
	hidden?: boolean;
}

/** Changes a post to fixed values, which may be repeated; whether it was published, with its text, is asked. https://developers.facebook.com/docs/graph-api/reference/page-post#updating */
export async function change(api: Api, id: string, { message = '', publishAt, publishNow, hidden }: Changes) {
	const at = scheduledTime(publishAt);
	const text = String(message);
	checkLength('Message', text, facebook.limits.message);
	const body = { message: text || undefined, scheduled_publish_time: at, is_published: publishNow || undefined, is_hidden: hidden };
	if (Object.values(body).every((value) => value === undefined)) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	const reconcile = async () => {
		const seen = await api.send<{ is_published?: boolean; message?: string }>({ url: `/${id}`, qs: { fields: 'is_published,message' } });
		// One that was published before tells nothing of this call.
		return seen.is_published && (text === '' || seen.message === text) ? { result: { success: true } } : undefined;
	};
	await api.send({ method: 'POST', url: `/${id}`, body, idempotent: true, ...(publishNow && { reconcile }) });
	return { id, updated: true, ...(await readBack(api, id, 'id,message,updated_time,permalink_url,is_published,is_hidden,scheduled_publish_time')) };
}

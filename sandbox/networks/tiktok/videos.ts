import type { Request } from 'express';
import { readQuery } from '../oauth/endpoint';
import { record } from './asked';
import { ApiError } from './errors';
import { addressOf, isPublic, readJson, type Post } from './posts';
import type { TikTok } from './state';

const refused = (message: string) => new ApiError(400, 'invalid_params', message);

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-object; numbers that nobody makes here grow with the video's own. */
function describe(post: Post, tiktok: TikTok): Record<string, unknown> {
	const { id = '', title, at, account } = post;
	const number = Number(id.slice(-6));
	const link = `${tiktok.world.origin}/www.tiktok.com/embed/${id}`;
	return {
		...{ id, create_time: Math.floor(at / 1000), cover_image_url: post.shown[0], share_url: addressOf(post, tiktok), video_description: title.slice(0, 150), title: title.slice(0, 150) },
		...{ duration: 6, height: 1920, width: 1080, embed_html: `<blockquote cite="${link}">@${tiktok.account(account).username}</blockquote>`, embed_link: link },
		...{ like_count: number * 10, comment_count: number, share_count: number * 2, view_count: number * 100 },
	};
}

const known = ['id', 'create_time', 'cover_image_url', 'share_url', 'video_description', 'duration', 'height', 'width', 'title', 'embed_html', 'embed_link', 'like_count', 'comment_count', 'share_count', 'view_count'];

function fieldsOf(request: Request): string[] {
	const asked = readQuery(request).fields?.split(',') ?? [];
	const unknown = asked.find((name) => !known.includes(name));
	if (asked.length === 0 || unknown !== undefined) throw refused(unknown === undefined ? 'The fields parameter is required.' : `Invalid fields: ${unknown}.`);
	return asked;
}

const shown = (posts: Post[], fields: string[], tiktok: TikTok) =>
	posts.map((post) => {
		const all = describe(post, tiktok);
		return Object.fromEntries(fields.map((name) => [name, all[name]]));
	});

/** Public videos only, newest first. */
const publicVideos = (account: string, tiktok: TikTok): Post[] =>
	[...tiktok.posts.values()].filter((post) => post.account === account && post.kind === 'video' && post.id !== undefined && isPublic(post, tiktok)).sort((a, b) => b.at - a.at);

/** `POST /v2/video/list/`; the cursor is the time of the last one, in ms. https://developers.tiktok.com/doc/tiktok-api-v2-video-list */
export async function listVideos(request: Request, tiktok: TikTok): Promise<object> {
	const { account } = tiktok.authorized(request, 'video.list').grant;
	const fields = fieldsOf(request);
	const { cursor = Infinity, max_count: most = 10 } = record(await readJson(request), 'body', ['cursor', 'max_count']);
	if (typeof cursor !== 'number' || typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > 20) throw refused('The max_count must be 1 to 20, and the cursor a number.');
	const older = publicVideos(account, tiktok).filter(({ at }) => at < cursor);
	const page = older.slice(0, most);
	return { videos: shown(page, fields, tiktok), cursor: page.at(-1)?.at ?? 0, has_more: older.length > page.length };
}

/** `POST /v2/video/query/`: those of the account, in the order asked for. https://developers.tiktok.com/doc/tiktok-api-v2-video-query */
export async function queryVideos(request: Request, tiktok: TikTok): Promise<object> {
	const { account } = tiktok.authorized(request, 'video.list').grant;
	const fields = fieldsOf(request);
	const { filters } = record(await readJson(request), 'body', ['filters']);
	const { video_ids: ids } = record(filters, 'filters', ['video_ids']);
	if (!Array.isArray(ids) || ids.length === 0 || ids.length > 20 || !ids.every((id) => typeof id === 'string')) throw refused('The video_ids must be 1 to 20 texts.');
	return { videos: shown(publicVideos(account, tiktok).filter(({ id = '' }) => ids.includes(id)), fields, tiktok) };
}

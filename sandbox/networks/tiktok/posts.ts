import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { readBody } from '../body';
import { fetchMedia } from '../fetched';
import { bearer } from '../oauth/endpoint';
import { sniff } from '../sniff';
import { ApiError } from './errors';
import { checkPrivacy, readPhotoRequest, type PhotoRequest } from './photos';
import type { TikTok } from './state';

/** One thing handed over for publishing. */
export interface Post extends Omit<PhotoRequest, 'privacy'> {
	/** `open_id` of the owner. */
	account: string;
	onlyMe: boolean;
	status: 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
	failReason: string;
	/** An int64 in decimal, as soon as it is published for others to see. */
	id?: string;
	/** Addresses of the sandbox's copies. */
	shown: string[];
	downloaded: number;
	/** Clock milliseconds. */
	at: number;
}

const PHOTO_BYTES = 20 * 1024 * 1024;

async function readJson(request: Request): Promise<Record<string, unknown>> {
	const { fields } = await readBody(request);
	request.body = fields;
	if (!request.is('application/json')) throw new ApiError(400, 'invalid_param', 'The Content-Type must be application/json; charset=UTF-8.');
	return fields;
}

/** `POST /v2/post/publish/content/init/`: answers at once; the photos are fetched behind it. */
export async function initContent(request: Request, tiktok: TikTok): Promise<object> {
	const { account, scopes } = tiktok.authorized(bearer(request), 'video.publish', 'video.upload').grant;
	const { privacy, ...asked } = readPhotoRequest(await readJson(request));
	if (!scopes.includes(asked.mode === 'DIRECT_POST' ? 'video.publish' : 'video.upload'))
		throw new ApiError(401, 'scope_not_authorized', 'The user did not authorize the scope required for completing this request.');
	checkPrivacy({ ...asked, privacy }, tiktok.settings);
	const publishId = `p_pub_url~v2.${randomBytes(8).readBigUInt64BE() >> 2n}`;
	const post: Post = { ...asked, account, onlyMe: privacy === 'SELF_ONLY', status: 'PROCESSING_DOWNLOAD', failReason: '', shown: [], downloaded: 0, at: 0 };
	tiktok.posts.set(publishId, post);
	void pullAndPublish(publishId, post, tiktok);
	return { publish_id: publishId };
}

/** Fetches what `post` names and publishes it; also for a post that a restart interrupted. */
export async function pullAndPublish(publishId: string, post: Post, tiktok: TikTok): Promise<void> {
	try {
		Object.assign(post, { shown: [], downloaded: 0 });
		for (const url of post.urls) post.shown.push(await pull(url, post, tiktok));
		// A reset meanwhile has made it unheard of.
		if (tiktok.posts.get(publishId) === post) publish(post, tiktok);
	} catch (error) {
		post.status = 'FAILED';
		post.failReason = error instanceof Refused ? error.message : 'photo_pull_failed';
	}
	tiktok.world.changed();
}

/** Its message is TikTok's `fail_reason`. */
class Refused extends Error {}

/** https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide: JPEG and WebP, no PNG */
async function pull(url: string, post: Post, { world }: TikTok): Promise<string> {
	const { filename, size, head } = await fetchMedia(url, PHOTO_BYTES);
	const mime = sniff(head)?.mime ?? '';
	if (!['image/jpeg', 'image/webp'].includes(mime)) throw new Refused('file_format_check_failed');
	if (size > PHOTO_BYTES) throw new Refused('picture_size_check_failed');
	post.downloaded += size;
	return world.media.put({ name: filename, mime, head, size }).url;
}

function publish(post: Post, tiktok: TikTok): void {
	post.at = tiktok.now;
	if (post.mode === 'MEDIA_UPLOAD') {
		post.status = 'SEND_TO_USER_INBOX';
		return;
	}
	const { name } = tiktok.account(post.account);
	const number = [...tiktok.posts.values()].filter(({ id }) => id !== undefined).length + 1;
	// Beyond 2^53 on purpose: JSON.parse rounds such ids.
	post.id = `74${String(number).padStart(17, '0')}`;
	post.status = 'PUBLISH_COMPLETE';
	tiktok.world.timeline.add({
		network: 'tiktok',
		account: post.onlyMe ? `${name} (only me)` : name,
		kind: 'photo',
		text: textOf(post),
		media: post.shown.map((url) => ({ kind: 'image', url })),
		url: addressOf(post, tiktok),
	});
}

export const textOf = ({ title, description }: Post): string => [title, description].filter((part) => part !== '').join('\n');

const addressOf = ({ account, id }: Post, tiktok: TikTok): string =>
	`${tiktok.world.origin}/www.tiktok.com/@${tiktok.account(account).username}/photo/${id}`;

/** `POST /v2/post/publish/status/fetch/` as text, because the post's id is a bare int64: `JSON.stringify` has no such number. */
export async function fetchStatus(request: Request, tiktok: TikTok): Promise<{ data: object; ids: string }> {
	const { account } = tiktok.authorized(bearer(request), 'video.publish', 'video.upload').grant;
	const { publish_id: id } = await readJson(request);
	const post = typeof id === 'string' ? tiktok.posts.get(id) : undefined;
	if (!post) throw new ApiError(400, 'invalid_publish_id', 'The publish_id does not exist.');
	if (post.account !== account)
		throw new ApiError(400, 'token_not_authorized_for_specified_publish_id', 'The access_token is not authorized to access this publish_id.');
	const ids = post.id === undefined || post.onlyMe ? '' : post.id;
	return { data: { status: post.status, fail_reason: post.failReason, downloaded_bytes: post.downloaded }, ids };
}

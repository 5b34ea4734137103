import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { readBody } from '../body';
import { fetchMedia } from '../fetched';
import { sniff } from '../sniff';
import { ApiError } from './errors';
import { checkCaps, checkPrivacy } from './limits';
import { readPhotoRequest } from './photos';
import { isVerified } from './settings';
import type { TikTok } from './state';
import { LARGEST, readVideoRequest } from './video';
import type { EventKind } from './webhooks';

/** What a client asks for. */
export interface Asked {
	kind: 'video' | 'photo';
	mode: 'DIRECT_POST' | 'MEDIA_UPLOAD';
	title: string;
	description: string;
	/** Always given with `DIRECT_POST`. */
	privacy: string | undefined;
	/** What TikTok fetches; empty where the file is uploaded. */
	urls: string[];
}

/** A file on its way, in chunks. Its bytes are counted, and only their head is kept. */
export interface Upload {
	id: string;
	size: number;
	chunk: number;
	count: number;
	received: number;
	head?: Buffer;
	/** Clock milliseconds. */
	expiresAt: number;
}

/** One thing handed over for publishing. */
export interface Post extends Omit<Asked, 'privacy'> {
	publishId: string;
	/** `open_id` of the owner. */
	account: string;
	onlyMe: boolean;
	status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
	failReason: string;
	upload?: Upload;
	/** TikTok has all of it, or is fetching it by itself. */
	taken: boolean;
	/** Until then TikTok works on it. */
	readyAt?: number;
	/** An int64 in decimal, as soon as it is published. */
	id?: string;
	/** From then on others see it, and its ID. */
	publicAt?: number;
	/** Addresses of the sandbox's copies. */
	shown: string[];
	downloaded: number;
	/** Of the timeline. */
	entry?: string;
	/** Clock milliseconds: of init, and of the publication. */
	begunAt: number;
	at: number;
}

const PHOTO_BYTES = 20 * 1024 * 1024;

const photoTypes = ['image/jpeg', 'image/webp'];
const videoTypes = ['video/mp4', 'video/quicktime', 'video/webm'];

export async function readJson(request: Request): Promise<Record<string, unknown>> {
	const { fields } = await readBody(request);
	request.body = fields;
	if (!request.is('application/json')) throw new ApiError(400, 'invalid_param', 'The Content-Type must be application/json; charset=UTF-8.');
	return fields;
}

const missingScope = () => new ApiError(401, 'scope_not_authorized', 'The user did not authorize the scope required for completing this request.');
const anyNumber = () => String(randomBytes(8).readBigUInt64BE() >> 2n);

/** How a `publish_id` begins. */
const prefixOf = ({ kind, mode, urls }: Asked): string => (kind === 'photo' ? 'p_pub_url~v2.' : `v_${mode === 'DIRECT_POST' ? 'pub' : 'inbox'}_${urls.length > 0 ? 'url' : 'file'}~v2-1.`);

/** Takes a post over, or refuses it. */
function begin(account: string, scopes: readonly string[], { privacy, upload, ...asked }: Asked & { upload?: Upload }, tiktok: TikTok): Post {
	if (!scopes.includes(asked.mode === 'DIRECT_POST' ? 'video.publish' : 'video.upload')) throw missingScope();
	checkPrivacy({ ...asked, privacy }, tiktok.settings);
	const foreign = asked.urls.find((url) => !isVerified(tiktok.settings, url));
	if (foreign !== undefined) throw new ApiError(403, 'url_ownership_unverified', 'Please review our URL ownership verification rules.');
	checkCaps(account, { ...asked, privacy }, tiktok);
	const publishId = `${prefixOf({ ...asked, privacy })}${anyNumber()}`;
	const status = upload ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD';
	const post: Post = { ...asked, publishId, account, onlyMe: privacy === 'SELF_ONLY', status, failReason: '', upload, taken: !upload, shown: [], downloaded: 0, begunAt: tiktok.now, at: 0 };
	tiktok.posts.set(publishId, post);
	if (!upload) void pull(post, tiktok);
	return post;
}

/** `POST /v2/post/publish/content/init/`: answers at once; the photos are fetched behind it. */
export async function initContent(request: Request, tiktok: TikTok): Promise<object> {
	const { account, scopes } = tiktok.authorized(request, 'video.publish', 'video.upload').grant;
	return { publish_id: begin(account, scopes, readPhotoRequest(await readJson(request)), tiktok).publishId };
}

/** `POST /v2/post/publish/video/init/`, and `inbox/video/init/` for drafts. */
export const initVideo =
	(mode: Asked['mode']) =>
	async (request: Request, tiktok: TikTok): Promise<object> => {
		const { account, scopes } = tiktok.authorized(request, 'video.publish', 'video.upload').grant;
		const fresh = { uploadId: anyNumber(), expiresAt: tiktok.now + tiktok.settings.uploadSeconds * 1000 };
		const { publishId, upload } = begin(account, scopes, readVideoRequest(await readJson(request), mode, fresh), tiktok);
		if (!upload) return { publish_id: publishId };
		// Whoever has this address may upload: it holds a secret.
		return { publish_id: publishId, upload_url: `${tiktok.world.origin}/open-upload.tiktokapis.com/video/?upload_id=${upload.id}&upload_token=SANDBOXTTUPLOAD${upload.id}` };
	};

/** Fetches what `post` names; also for a post that a restart interrupted. */
export async function pull(post: Post, tiktok: TikTok): Promise<void> {
	try {
		Object.assign(post, { shown: [], downloaded: 0 });
		for (const url of post.urls) post.shown.push(await fetched(url, post, tiktok));
		proceed(post, tiktok);
	} catch (error) {
		fail(post, error instanceof Refused ? error.message : `${post.kind}_pull_failed`, tiktok);
	}
	tiktok.world.changed();
}

/** Its message is TikTok's `fail_reason`. */
class Refused extends Error {}

/** https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide: JPEG and WebP, no PNG */
async function fetched(url: string, post: Post, { world }: TikTok): Promise<string> {
	const most = post.kind === 'photo' ? PHOTO_BYTES : LARGEST;
	const { filename, size, head } = await fetchMedia(url, most);
	const mime = sniff(head)?.mime ?? '';
	if (!(post.kind === 'photo' ? photoTypes : videoTypes).includes(mime)) throw new Refused('file_format_check_failed');
	if (size > most) throw new Refused('picture_size_check_failed');
	post.downloaded += size;
	return world.media.put({ name: filename, mime, head, size }).url;
}

/** The last byte of an upload has come. */
export function uploaded(post: Post, { size, head = Buffer.alloc(0) }: Upload, tiktok: TikTok): void {
	post.taken = true;
	const mime = sniff(head)?.mime ?? '';
	if (!videoTypes.includes(mime)) {
		fail(post, 'file_format_check_failed', tiktok);
		return;
	}
	post.shown = [tiktok.world.media.put({ name: `${post.upload?.id ?? ''}.mp4`, mime, head, size }).url];
	proceed(post, tiktok);
}

/** TikTok works on it for a while; then it is out, in the inbox, or refused. */
export function proceed(post: Post, tiktok: TikTok): void {
	post.readyAt ??= tiktok.now + tiktok.settings.processingSeconds * 1000;
	const finish = () => {
		// A reset meanwhile has made it unheard of, a cancellation has ended it.
		if (tiktok.posts.get(post.publishId) !== post || post.status === 'FAILED') return;
		const { failReason } = tiktok.settings;
		if (failReason !== '') fail(post, failReason, tiktok);
		else if (post.mode === 'MEDIA_UPLOAD') deliver(post, tiktok);
		else publish(post, tiktok);
	};
	if (post.readyAt > tiktok.now) tiktok.agenda.plan(post.publishId, post.readyAt, finish);
	else finish();
}

/** Which word events have for a direct post TikTok does not tell; INBOX_SHARE is that of drafts. */
function tell(event: EventKind, { publishId: publish_id, mode, account }: Post, more: object, { webhooks }: TikTok): void {
	webhooks.send(event, { publish_id, ...more, publish_type: mode === 'MEDIA_UPLOAD' ? 'INBOX_SHARE' : 'DIRECT_PUBLISH' }, account);
}

function fail(post: Post, reason: string, tiktok: TikTok): void {
	post.status = 'FAILED';
	post.failReason = reason;
	tiktok.agenda.cancel(post.publishId);
	tell('post.publish.failed', post, { reason }, tiktok);
}

const mediaOf = ({ shown, kind }: Post) => shown.map((url) => ({ kind: kind === 'photo' ? ('image' as const) : ('video' as const), url }));

/** Into the inbox of the app, where a person finishes it. */
function deliver(post: Post, tiktok: TikTok): void {
	post.status = 'SEND_TO_USER_INBOX';
	const { name } = tiktok.account(post.account);
	const url = `${tiktok.world.origin}/www.tiktok.com/inbox`;
	post.entry = tiktok.world.timeline.add({ network: 'tiktok', account: `${name} (inbox)`, kind: 'draft', text: textOf(post), media: mediaOf(post), url });
	tell('post.publish.inbox_delivered', post, {}, tiktok);
}

export function publish(post: Post, tiktok: TikTok): void {
	const { settings, world } = tiktok;
	const others = [...tiktok.posts.values()].filter(({ id }) => id !== undefined);
	// No two in the same millisecond: cursors of listings are times.
	post.at = Math.max(tiktok.now, ...others.map(({ at }) => at + 1));
	// Beyond 2^53 on purpose: JSON.parse rounds such ids.
	post.id = `74${String(others.length + 1).padStart(17, '0')}`;
	post.status = 'PUBLISH_COMPLETE';
	if (!post.onlyMe) post.publicAt = tiktok.now + settings.moderationSeconds * 1000;
	if (post.entry !== undefined) world.timeline.remove(post.entry);
	const { name } = tiktok.account(post.account);
	post.entry = world.timeline.add({ network: 'tiktok', account: post.onlyMe ? `${name} (only me)` : name, kind: post.kind, text: textOf(post), media: mediaOf(post), url: addressOf(post, tiktok) });
	tell('post.publish.complete', post, {}, tiktok);
	if (post.publicAt !== undefined) tiktok.agenda.plan(`${post.publishId} seen`, post.publicAt, () => tell('post.publish.publicly_available', post, { post_id: post.id }, tiktok));
}

export const textOf = ({ title, description }: Post): string => [title, description].filter((part) => part !== '').join('\n');

export const addressOf = ({ account, id, kind }: Post, tiktok: TikTok): string =>
	`${tiktok.world.origin}/www.tiktok.com/@${tiktok.account(account).username}/${kind}/${id}`;

export const isPublic = ({ publicAt = Infinity }: Post, { now }: TikTok): boolean => publicAt <= now;

async function named(request: Request, tiktok: TikTok): Promise<Post> {
	const { account } = tiktok.authorized(request, 'video.publish', 'video.upload').grant;
	const { publish_id: id } = await readJson(request);
	const post = typeof id === 'string' ? tiktok.posts.get(id) : undefined;
	if (!post) throw new ApiError(400, 'invalid_publish_id', 'The publish_id does not exist.');
	if (post.account !== account)
		throw new ApiError(400, 'token_not_authorized_for_specified_publish_id', 'The access_token is not authorized to access this publish_id.');
	return post;
}

/** `POST /v2/post/publish/status/fetch/` as text, because the post's id is a bare int64: `JSON.stringify` has no such number. */
export async function fetchStatus(request: Request, tiktok: TikTok): Promise<{ data: object; ids: string }> {
	const post = await named(request, tiktok);
	const bytes = post.upload ? { uploaded_bytes: post.upload.received } : { downloaded_bytes: post.downloaded };
	return { data: { status: post.status, fail_reason: post.failReason, ...bytes }, ids: post.id !== undefined && isPublic(post, tiktok) ? post.id : '' };
}

/** `POST /v2/post/publish/cancel/`: only what TikTok is still fetching. */
export async function cancel(request: Request, tiktok: TikTok): Promise<object> {
	const post = await named(request, tiktok);
	if (post.status !== 'PROCESSING_DOWNLOAD') throw new ApiError(400, 'publish_not_cancellable', 'The publish is not cancellable at this point.');
	fail(post, 'publish_cancelled', tiktok);
	return {};
}
